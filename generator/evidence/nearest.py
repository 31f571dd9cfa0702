"""What stands in the source instead: the passage most like a quotation that was not found, and the difference in words.

Suggestions only: nothing here ever proves a quotation. The one room of rapidfuzz and, with reading's suggestions, of
difflib. May import folding and boundaries. Must never know proofs.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.evidence.boundaries import word_class
from generator.evidence.folding import Folded, fold

_ALIKE = 65.0  # per cent of likeness below which a passage is rather another one
_LONGEST = 400  # characters of a quotation that are compared; enough to find the place
_REACH = 12  # words by which the passage may begin or end beyond the first guess
_SHOWN = 6  # differences shown
_WORDS = 300  # words compared
_WORD = re.compile(r"\S+")


def nearest(text: Folded, exact: str) -> tuple[int, int] | None:
    """Give the passage most like a quotation, as offsets into the stored text, or None where nothing is alike.

    It begins and ends at word and number boundaries, and stands only once where a few words more can do that.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  # loaded only where a quotation is refused

    quoted = fold(exact).text.strip()[:_LONGEST]
    if not quoted or not text.text.strip():
        return None
    guess = fuzz.partial_ratio_alignment(quoted, text.text, score_cutoff=_ALIKE)
    if guess is None or guess.dest_start >= guess.dest_end:
        return None
    start, end = _fitted(text, quoted, guess.dest_start, guess.dest_end)
    if fuzz.ratio(quoted, text.text[start:end]) < _ALIKE:
        return None
    return text.span(*_single(text, start, end))


def word_difference(quoted: str, stored: str) -> str:
    """Say in one line which words differ; empty where only typography does.

    >>> word_difference("over 1,000 men", "at least 1,200 men")
    'you wrote "over 1,000", the source has "at least 1,200"'
    """
    ours, theirs = _tokens(quoted), _tokens(stored)
    said: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "replace":
            said.append(f'you wrote "{_joined(ours[a:b])}", the source has "{_joined(theirs[c:d])}"')
        elif kind == "delete":
            said.append(f'you added "{_joined(ours[a:b])}"{_beside(ours, a, b)}')
        elif kind == "insert":
            said.append(f'you left out "{_joined(theirs[c:d])}"{_beside(theirs, c, d)}')
    more = len(said) - _SHOWN
    return "; ".join(said[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def likeness(one: str, other: str) -> float:
    """Give how alike two texts are, from 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # loaded only where a quotation is refused

    return fuzz.ratio(one, other)


def first_difference(quoted: str, stored: str) -> tuple[int, int] | None:
    """Give the first words of a quotation that the source does not have, as positions in its folded text.

    Where the source only has words more, it is the word that they stand before, or else the last one.
    """
    ours, theirs = _tokens(quoted), _tokens(stored)
    for kind, a, b, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal" and ours:
            first = min(a, len(ours) - 1)
            return _token_span(fold(quoted).text, ours, first, max(b, first + 1))
    return None


def _token_span(text: str, tokens: list[str], first: int, last: int) -> tuple[int, int]:
    at = start = 0
    for number, token in enumerate(tokens[:last]):
        at = text.index(token, at)
        start = at if number == first else start
        at += len(token)
    return start, at


def _fitted(text: Folded, quoted: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a first guess to the word bounds that make it most like the quotation."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # as above

    left, right = max(0, start - 12 * _REACH), min(len(text.text), end + 12 * _REACH)
    words = [at for at in range(left, right + 1) if text.breaks(at)]
    starts = [at for at in words if at < len(text.text) and text.text[at] != " "]
    ends = [at for at in words if at > 0 and text.text[at - 1] != " "]
    for _ in range(2):  # the second round mends a start that was chosen for a poor end
        begins = _near(starts, start, below=end)
        start = max(begins, key=lambda at: fuzz.ratio(quoted, text.text[at:end]), default=start)
        finals = _near(ends, end, above=start)
        end = max(finals, key=lambda at: fuzz.ratio(quoted, text.text[start:at]), default=end)
    return start, end


def _near(places: list[int], at: int, *, below: int | None = None, above: int | None = None) -> list[int]:
    fit = [p for p in places if (below is None or p < below) and (above is None or p > above)]
    return sorted(fit, key=lambda place: abs(place - at))[: 4 * _REACH]


def _single(text: Folded, start: int, end: int) -> tuple[int, int]:
    """Widen a passage word by word until it stands once, or give it as it was where a few words do not do that."""
    first, last = start, end
    for _ in range(_REACH):
        if text.text.find(text.text[first:last], text.text.find(text.text[first:last]) + 1) < 0:
            return first, last
        last = _step(text, last, 1)
        first = _step(text, first, -1)
    return start, end


def _step(text: Folded, at: int, way: int) -> int:
    """Go one word on from a word boundary, or stay where the text ends."""
    limit = len(text.text) if way > 0 else 0
    while at != limit:
        at += way
        edge = at == limit or text.text[at if way > 0 else at - 1] == " "
        if edge and text.breaks(at):
            break
    return at


def _tokens(text: str) -> list[str]:
    """Split a text into words at white space; in scripts without spaces into characters."""
    tokens: list[str] = []
    for word in _WORD.findall(fold(text).text)[:_WORDS]:
        piece = ""
        for character in word:
            if word_class(character) == "U":
                tokens += filter(None, (piece, character))
                piece = ""
            else:
                piece += character
        tokens += filter(None, (piece,))
    return tokens


def _joined(words: list[str]) -> str:
    spaced = any(len(word) > 1 for word in words) or not all(word_class(word) == "U" for word in words)
    text = (" " if spaced else "").join(words)
    return text if len(text) <= 80 else f"{text[:50]} … {text[-27:]}"


def _beside(words: list[str], start: int, end: int) -> str:
    if start:
        return f' after "{words[start - 1]}"'
    return f' before "{words[end]}"' if end < len(words) else ""
