"""Shared text: the wording that two sources have in common although nobody is quoted, by runs of five words.

Two such texts probably go back to one text. What counts, and from how much on, stands at the constants below.
May import folding and sentences. Must never know which origins are declared, pages or problem messages.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, compress

from generator.evidence.folding import Folded
from generator.evidence.sentences import words, written_words
from generator.memo import FORGETFUL, Memo

Span = tuple[int, int]
Run = tuple[str, ...]

RUN = 5
"""Words in a run. Four are often a set phrase; six miss what a rewriting leaves of a text."""
FEWEST = 6
"""Telling runs that two texts must share: two texts on one event share a few by chance."""
SHARE = 0.015
"""Share of the shorter text's runs that must be shared, so that long texts may share more by chance than short ones."""
SEPARATE = 2
"""Passages they must stand in: one phrase, however apt, can be found twice."""
LONG = 20
"""Words of a single passage that are enough alone, whatever the length of the texts."""
_TELLING = 2  # telling words in a telling run
_SHORTEST = 4  # letters of a telling word; shorter ones are mostly grammar, in any language

_GRAMMAR = frozenset(  # and the verbs of reporting; English only, other languages have more telling words
    """
    about according added after also been before being both could does during each from have having into more
    most only other over said saying says should some stated such than that their them then there these they
    this those through told under until upon were what when where which while will with within without would
    your
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)
_QUOTED = re.compile(r'"[^"\n]*"|(?<![\w\'])\'(?=\w)(?:[^\'\n]|(?<=\w)\'(?=\w))*\'(?!\w)')
_OPENING = re.compile("[“«„]")
_OPEN = re.compile(r'(?:(?<=\n)|\A)"[^"\n]*(?=\n|\Z)|[“«„][^"“”«»„\n]*(?=\n|\Z)')


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to compare: a source without its parts (`part` is None), or one part of it.

    `skipped` are stretches of the stored text that do not belong to it.
    """

    source: str
    part: int | None
    text: Folded
    skipped: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """One run of words that stands in both texts and can be made no longer; offsets into the stored texts."""

    one: Span
    other: Span
    words: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two pieces that probably go back to one text. `one` and `other` are source and part, in the order of the input.

    `runs` counts the telling runs they share, `share` is their share of the shorter piece's runs (0 to 1). Passages
    stand in the order of the first text.
    """

    one: tuple[str, int | None]
    other: tuple[str, int | None]
    passages: tuple[SharedPassage, ...]
    runs: int
    share: float


def shared_text(pieces: Iterable[Piece], *, memo: Memo = FORGETFUL) -> tuple[SharedText, ...]:
    """Find all pairs of pieces of different sources that share text; time is linear in text and in what is shared.

    Letters' case, typography and punctuation do not count, nor does anything in quotation marks: two articles that
    quote one remark share the remark, not the writing. A run counts only if it is telling: two of its words are at
    least four letters long, begin with a small letter and are no grammar, so that names, titles, offices and dates
    are not taken for writing. Scripts without spaces are not compared.
    """
    read = _sharing(list(pieces), memo)
    holders: dict[Run, list[int]] = {}
    for number, item in enumerate(read):
        for run in item.telling:
            holders.setdefault(run, []).append(number)
    counts: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        for pair in combinations(numbers, 2):
            counts[pair] = counts.get(pair, 0) + 1
    enough = ((pair, runs) for pair, runs in sorted(counts.items()) if runs >= FEWEST)
    found = [memo.kept(_compare, read[a], read[b], key=(runs,)) for (a, b), runs in enough]
    return tuple(item for item in found if item is not None)


def _sharing(pieces: Sequence[Piece], memo: Memo) -> list[_Read]:
    """Read the pieces that may share enough with another; of the others nothing is kept.

    Runs are told apart by their hashes here: two that are the same have one hash, so no piece is left out wrongly.
    """
    marks = [memo.kept(_marks, piece.text, key=(piece.skipped,)) for piece in pieces]
    seen: set[int] = set()
    again: set[int] = set()
    for held in marks:
        again.update(seen.intersection(held))
        seen.update(held)
    sharing = (piece for piece, held in zip(pieces, marks, strict=True) if len(again.intersection(held)) >= FEWEST)
    return [memo.kept(_read, piece.text, key=(piece.source, piece.part, piece.skipped)) for piece in sharing]


def _marks(text: Folded, skipped: tuple[Span, ...]) -> array[int]:
    """Give the hashes of a piece's telling runs, in few bytes: a dossier has many."""
    tokens = _tokens(text, skipped, placed=False)
    telling = compress(zip(*(tokens.words[step:] for step in range(RUN)), strict=False), _heavy(tokens))
    whole = (run for run in telling if "" not in run) if "" in tokens.words else telling
    return array("q", set(map(hash, whole)))


def quoted(text: Folded) -> list[Span]:
    """Give the stretches in quotation marks, as positions in the folded text; each lies within one paragraph.

    A mark that opens a paragraph and is not closed reaches to its end, as it does where a remark goes on in the next.
    """
    if '"' not in text.text and "'" not in text.text:
        return []
    lined = "\n".join(text.text[start:end] for start, end in text.lines)
    closed = [match.span() for match in _QUOTED.finditer(lined)]
    kinds = list(lined)
    for match in _OPENING.finditer(text.plain):
        kinds[match.start()] = match[0]
    return sorted([*closed, *(match.span() for match in _OPEN.finditer(_blanked(kinds, closed)))])


@dataclass(frozen=True, slots=True)
class _Read:
    """A piece read: its words folded, each with its place; a break between two words is a word that is no word.

    `telling` are its telling runs with the number of their first word; `runs` counts all runs.
    """

    piece: Piece
    words: tuple[str, ...]
    places: tuple[Span, ...]
    telling: Mapping[Run, int]
    runs: int


def _read(text: Folded, source: str, part: int | None, skipped: tuple[Span, ...]) -> _Read:
    tokens = _tokens(text, skipped)
    telling: dict[Run, int] = {}
    every: set[Run] = set()
    for at, (run, tells) in enumerate(_runs(tokens)):
        every.add(run)
        if tells:
            telling.setdefault(run, at)
    piece = Piece(source, part, text, skipped)
    return _Read(piece, tuple(tokens.words), tuple(tokens.places), telling, len(every - {()}))


@dataclass(frozen=True, slots=True)
class _Tokens:
    """A piece's words folded, each with its place, and which of them are telling; a break is a word that is no word."""

    words: list[str]
    places: list[Span]
    tell: list[bool]


def _runs(tokens: _Tokens) -> Iterator[tuple[Run, bool]]:
    """Give the run that begins at each word, and whether it is telling; one over a break is empty and tells nothing."""
    runs: Iterable[Run] = zip(*(tokens.words[step:] for step in range(RUN)), strict=False)
    if "" in tokens.words:
        runs = (() if "" in run else run for run in runs)
    return ((run, tells and run != ()) for run, tells in zip(runs, _heavy(tokens), strict=True))


def _heavy(tokens: _Tokens) -> list[bool]:
    """Say of the run that begins at each word whether it has enough telling words."""
    weight = list(accumulate(tokens.tell, initial=0))  # telling words before each word
    return [later - earlier >= _TELLING for earlier, later in zip(weight, weight[RUN:], strict=False)]


def _tokens(text: Folded, skipped: Sequence[Span], *, placed: bool = True) -> _Tokens:
    """Give the words of a piece, with their places only where these are wanted."""
    gaps = sorted([*quoted(text), *_folded_spans(text, skipped)])
    if not gaps and not placed:
        written = written_words(text.text)
        return _Tokens(list(map(str.casefold, written)), [], list(map(_tells, written)))
    if not gaps:
        spans = words(text.text)
        written = [text.text[start:end] for start, end in spans]
        return _Tokens(list(map(str.casefold, written)), spans, list(map(_tells, written)))
    breaks = iter(gaps)
    gap = next(breaks, None)
    tokens: list[str] = []
    places: list[Span] = []
    tell: list[bool] = []
    for start, end in words(text.text):
        while gap is not None and gap[1] <= start:
            gap = next(breaks, None)
        if gap is None or gap[0] >= end:
            word = text.text[start:end]
            tokens.append(word.casefold())
            places.append((start, end))
            tell.append(_tells(word))
        elif not tokens or tokens[-1]:
            tokens.append("")
            places.append((start, start))
            tell.append(False)
    return _Tokens(tokens, places, tell)


@lru_cache(maxsize=8192)
def _tells(word: str) -> bool:
    plain = word.isalpha() or (len(word) > _SHORTEST and not any(map(str.isdigit, word)))
    return plain and len(word) >= _SHORTEST and not word[0].isupper() and word not in _GRAMMAR


def _compare(one: _Read, other: _Read, runs: int) -> SharedText | None:
    if one.piece.source == other.piece.source:
        return None
    share = runs / min(one.runs, other.runs)
    passages = tuple(_passages(one, other))
    longest = max(passage.words for passage in passages)
    if (share < SHARE or len(passages) < SEPARATE) and longest < LONG:
        return None
    first, second = ((item.piece.source, item.piece.part) for item in (one, other))
    return SharedText(first, second, passages, runs, share)


def _passages(one: _Read, other: _Read) -> Iterator[SharedPassage]:
    """Widen each shared run as far as it goes in both texts; one inside a passage found is no further one."""
    done: set[tuple[int, int]] = set()
    for run, at in sorted(one.telling.items(), key=lambda item: item[1]):
        there = other.telling.get(run)
        if there is None or (at, there) in done:
            continue
        back = _alike(reversed(one.words[:at]), reversed(other.words[:there]))
        length = back + _alike(one.words[at:], other.words[there:])
        start, begin = at - back, there - back
        done.update((start + step, begin + step) for step in range(length))
        yield SharedPassage(_span(one, start, length), _span(other, begin, length), length)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the words that are the same, up to the first that is not."""
    count = 0
    for word, its in zip(one, other, strict=False):
        if word != its or not word:
            break
        count += 1
    return count


def _span(item: _Read, at: int, length: int) -> Span:
    return item.piece.text.span(item.places[at][0], item.places[at + length - 1][1])


def _folded_spans(text: Folded, spans: Sequence[Span]) -> Iterator[Span]:
    """Turn stretches of the stored text into positions in the folded text."""
    for start, end in spans:
        first, last = bisect_left(text.starts, start), bisect_left(text.starts, end)
        if first < last:
            yield first, last


def _blanked(signs: list[str], spans: Iterable[Span]) -> str:
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)
