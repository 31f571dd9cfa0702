"""Why a quotation is refused, in words an editor can act on; and what a refusal is.

Messages are one line, lower case, quote the offending words and say what to do; details show places of the stored text.
May import folding, omissions and nearest. Must never prove anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.evidence.boundaries import word_class
from generator.evidence.folding import Folded
from generator.evidence.nearest import first_difference, nearest, word_difference
from generator.evidence.omissions import MARK, Span, fits, found, stands_after, stands_before
from generator.reading.lookalikes import lookalikes, told

_PLACES = 5  # places listed in details
_COMPARED = 200  # places a suggested prefix is tried against


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say why a quotation is not proven: a problem code, one line, and further lines about the source.

    `at` are the words of the quotation that are wrong, as offsets into it as it was written, where they are known.
    """

    code: str
    message: str
    details: tuple[str, ...] = ()
    at: Span | None = None


_ONE_LINE = "; a paragraph is one line of the source, so use two passages"


def shown(words: str, limit: int = 80) -> str:
    """Put words between quotation marks, on one line, shortened in the middle where they are long."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return f'"{flat}"'
    # A mark of omission is shown whole or not at all.
    first = re.sub(r"\s*\[\.{0,3}\Z", "", flat[: limit - 30])
    last = re.sub(r"\A\.{0,3}\]\s*", "", flat[-27:])
    return f'"{first.rstrip()} … {last.lstrip()}"'


def empty(exact: str) -> Refusal:
    """Refuse a quotation without words."""
    return Refusal("empty-quotation", f"{shown(exact)} quotes no words; quote words of the source")


def inserted(words: str, bracket: str) -> Refusal:
    """Refuse a bracket of the quoter's own."""
    advice = f'remove "{bracket}" and quote the words as they stand; what it explains belongs in the statement'
    if not bracket.strip("[]. …"):
        advice = f'write "{MARK}" for an omission'
    at = words.find(bracket)
    message = f'"{bracket}" in {shown(words)} does not stand in the source; {advice}'
    return Refusal("inserted-words", message, at=(at, at + len(bracket)) if at >= 0 else None)


def not_found(text: Folded, words: str) -> Refusal:
    """Refuse words that stand nowhere in the text, with what stands there instead."""
    code = "quotation-not-found"
    if (at := text.text.find(words)) >= 0:
        return Refusal(code, *_cut(text, words, at))
    if others := found(text, caseless(words), within=caseless(text.text)):
        span = others[0]
        return Refusal(
            code,
            f"{shown(words)} differs from the source in capitals; copy the words from the passage shown",
            (_passage(text, span, "the source has"), word_difference(words, text.text[slice(*span)])),
            first_difference(words, text.text[slice(*span)]),
        )
    if words[:1] in "\"'" and words[-1:] == words[:1] and found(text, words[1:-1].strip()):
        message = f"{shown(words)} stands in the source without the marks at its beginning and end; leave them out"
        return Refusal(code, message)
    hint = f'; an omission is written "{MARK}"' if "..." in words.replace(MARK, "") or "…" in words else ""
    if (stored := nearest(text, words)) is None:
        message = f"{shown(words)} does not stand in the source text, nor anything like it; check the source{hint}"
        return Refusal(code, message)
    found_there = text.original[slice(*stored)]
    difference = word_difference(words, found_there) + _other_script(words, found_there)
    return Refusal(
        code,
        f"{shown(words)} does not stand in the source text; copy the words from the passage shown{hint}",
        tuple(filter(None, (_stored_passage(text, stored, "nearest passage"), difference))),
        first_difference(words, found_there),
    )


def _other_script(words: str, stored: str) -> str:
    """Say which letters only look like those of the source, where that is the difference."""
    pairs = zip(words.split(), stored.split(), strict=False)
    different = [(ours, theirs, letters) for ours, theirs in pairs if (letters := lookalikes(ours, theirs))]
    return "".join(f"; {told(letters, meant=theirs)}" for _, theirs, letters in different[:1])


def not_unique(text: Folded, words: str, places: Sequence[Span]) -> Refusal:
    """Refuse a passage that stands in several places, with what would settle each."""
    listed = places[:_PLACES]
    details = [f"{_where(text, span)}: {_context(text, span)}{_settles(text, span, places)}" for span in listed]
    if len(places) > _PLACES:
        details.append(f"and {len(places) - _PLACES} more")
    times = "twice" if len(places) == 2 else f"{len(places)} times"
    message = f"{shown(words)} stands in the source {times}; add prefix: or suffix: with the words before or after it"
    return Refusal("quotation-not-unique", message, tuple(details))


def neighbour(text: Folded, words: str, neighbours: str, places: Sequence[Span], *, side: str) -> Refusal:
    """Refuse a prefix or suffix that does not stand beside the words."""
    where = "before" if side == "prefix" else "after"
    details = [f"{_where(text, span)}: {_context(text, span)}" for span in places[:_PLACES]]
    message = (
        f"the {side} {shown(neighbours)} does not stand right {where} {shown(words, 60)}; "
        f"copy the words that stand right {where} it, or remove {side}:"
    )
    return Refusal(f"{side}-not-found", message, tuple(details))


def ambiguous(text: Folded, words: str, ways: Sequence[Sequence[Span]]) -> Refusal:
    """Refuse an omission whose parts fit in more than one way, with two of them."""
    details = tuple(
        "one way: " + ", ".join(f"{shown(text.text[slice(*span)], 40)} at {_where(text, span)}" for span in way)
        for way in ways
    )
    advice = "quote more words, or add prefix: or suffix:"
    message = f"the parts of {shown(words)} fit the source in more than one way; {advice}"
    return Refusal("omission-ambiguous", message, details)


def misfit(text: Folded, parts: Sequence[str], places: Sequence[Sequence[Span]]) -> Refusal:
    """Refuse an omission whose parts all stand in the source, but not in order within one line."""
    details = tuple(
        f"{shown(part, 60)}: {', '.join(_where(text, span) for span in spans[:_PLACES])}"
        for part, spans in zip(parts, places, strict=True)
    )
    words = shown(f" {MARK} ".join(parts))
    if not any(_all_within(places, line) for line in text.lines):
        message = f"the parts of {words} do not stand in one paragraph{_ONE_LINE}"
        return Refusal("omission-across-paragraphs", message, details)
    for first, second in pairwise(parts):
        if found(text, f"{first} {second}") or found(text, f"{first}{second}"):
            message = f'nothing is left out between {shown(first, 40)} and {shown(second, 40)}; remove "{MARK}"'
            return Refusal("quotation-not-found", message, details)
    if fits(text, places, lines=[(0, len(text.text))]):
        message = f"the parts of {words} stand in this order only across paragraphs{_ONE_LINE}"
        return Refusal("omission-across-paragraphs", message, details)
    message = f"the parts of {words} stand in another order in the source; put them in the order of the source"
    return Refusal("omission-out-of-order", message, details)


def caseless(text: str) -> str:
    """Lower the case of a text without changing its length, so that positions stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def _all_within(places: Sequence[Sequence[Span]], line: Span) -> bool:
    return all(any(line[0] <= start and end <= line[1] for start, end in spans) for spans in places)


def _cut(text: Folded, words: str, at: int) -> tuple[str, tuple[str, ...]]:
    """Say which longer word or number the words would be cut from."""
    end = at + len(words)
    edge = at if not text.breaks(at) else end
    if text.breaks(edge):  # both ends are whole: the leading hyphen would read as a minus sign
        advice = "quote the word before it, or leave it out"
        message = f"the hyphen of {shown(words)} is no minus sign in the source; {advice}"
        return message, (_passage(text, (text.bounds.unit(at - 1)[0], end), "the source has"),)
    start, stop = text.bounds.unit(edge)
    kind = "number" if text.bounds.in_number(edge) else "word"
    if not any(word_class(character) in "AHKUN" for character in text.plain[start:stop]):
        kind = "sign"
    whole = shown(text.original[slice(*text.span(start, stop))] if start < stop else words, 60)
    message = f"{shown(words)} stands in the source only inside the longer {kind} {whole}; quote the whole {kind}"
    span = min(at, start), max(end, stop)
    return message, (f"{_where(text, span)}: {_context(text, span)}",)


def _where(text: Folded, span: Span) -> str:
    line, column = text.place(text.starts[span[0]])
    return f"line {line}, column {column}"


def _passage(text: Folded, span: Span, label: str) -> str:
    return _stored_passage(text, text.span(*span), label)


def _stored_passage(text: Folded, stored: Span, label: str) -> str:
    line, column = text.place(stored[0])
    return f"{label}, line {line}, column {column}: {shown(text.original[slice(*stored)], 300)}"


def _context(text: Folded, span: Span) -> str:
    """Show words with up to 40 characters of the text on either side."""
    start, end = span
    left, right = max(0, start - 40), min(len(text.text), end + 40)
    while left < start and left and not text.breaks(left):
        left += 1
    while right > end and right < len(text.text) and not text.breaks(right):
        right -= 1
    before = ("… " if left else "") + text.text[left:start].lstrip()
    after = text.text[end:right].rstrip() + (" …" if right < len(text.text) else "")
    return f"{before}>>{shown(text.text[start:end], 60)[1:-1]}<<{after}"


def _settles(text: Folded, span: Span, places: Sequence[Span]) -> str:
    """Name what tells one place from the others, fit to follow it; empty where nothing short does."""
    side, words = settling(text, span, places)
    return f" ({side}: {shown(words)})" if words else ""


def settling(text: Folded, span: Span, places: Sequence[Span]) -> tuple[str, str]:
    """Give the shortest prefix, else suffix, that tells one place from the others: which it is, and its words.

    Places are spans of the folded text. Nothing where no words of less than 100 characters do.
    """
    others = [other for other in places[:_COMPARED] if other != span]
    start, end = span
    for at in range(start - 1, max(-1, start - 100), -1):
        words = text.text[at:start].strip()
        if words and _begins(text, at) and not any(stands_before(text, other, words) for other, _ in others):
            return "prefix", words
    for at in range(end + 1, min(len(text.text) + 1, end + 100)):
        words = text.text[end:at].strip()
        if words and _ends(text, at) and not any(stands_after(text, other, words) for _, other in others):
            return "suffix", words
    return "", ""


def _begins(text: Folded, at: int) -> bool:
    spaced = at == 0 or text.text[at - 1] == " " or word_class(text.text[at]) == "U"
    return spaced and text.text[at] != " " and text.breaks(at)


def _ends(text: Folded, at: int) -> bool:
    spaced = at == len(text.text) or text.text[at] == " " or word_class(text.text[at]) == "U"
    return spaced and text.text[at - 1] != " " and text.breaks(at)
