"""Where words stand in a folded text, and how the parts of an omission fit into one line of it.

All spans here are positions in the folded text. May import folding. Must never know how a refusal is worded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from generator.evidence.boundaries import number_spans
from generator.evidence.folding import Folded

MARK = "[...]"
Span = tuple[int, int]


def found(text: Folded, words: str, *, within: str | None = None) -> list[Span]:
    """Give every place where folded words stand between word and number boundaries, overlapping ones too.

    `within` is another form of the folded text, of the same length, to look in: its lower case, for one.
    """
    if not words:
        return []
    spans: list[Span] = []
    within = text.text if within is None else within
    at = within.find(words)
    inside = text.bounds.inside
    signed = -1 if at < 0 else _sign_at_start(words)
    while at >= 0:
        end = at + len(words)
        bounded = not inside[at] and not inside[end] and text.whole(at) and text.whole(end)
        if bounded and not (signed and at and text.text[at - 1].isalnum()):
            spans.append((at, end))
        at = -1 if (start := inside.find(0, at + 1)) < 0 else within.find(words, start)
    return spans


def stands_before(text: Folded, at: int, words: str) -> bool:
    """Say whether words, between boundaries, end right before a position; white space may part them from it."""
    end = at - 1 if at and text.text[at - 1] == " " else at
    start = end - len(words)
    return not words or (start >= 0 and text.text.startswith(words, start) and text.breaks(start))


def stands_after(text: Folded, at: int, words: str) -> bool:
    """Say whether words, between boundaries, begin right after a position; white space may part them from it."""
    start = at + 1 if text.text.startswith(" ", at) else at
    return not words or (text.text.startswith(words, start) and text.breaks(start + len(words)))


def parts(text: Folded, words: str) -> list[str]:
    """Split a quotation at its marks of omission; a mark that stands in the text with the words round it is text."""
    split: list[str] = []
    joined = ""
    for piece in words.split(MARK):
        whole = f"{joined}{MARK}{piece}" if joined else piece
        if split and joined and found(text, whole.strip()):
            joined = whole
            split[-1] = whole.strip()
        else:
            joined = piece
            split.append(piece.strip())
    return [part for part in split if part]


def fits(text: Folded, places: Sequence[Sequence[Span]], *, lines: Sequence[Span]) -> list[list[Span]]:
    """Give the ways in which parts, each with its places, stand in order within one line: none, one, or two of several.

    Between two parts more than white space is left out. Every way lies between the leftmost and the rightmost one of
    its line, so the fit is the only one where those two are the same; nothing is searched.
    """
    ways: list[list[Span]] = []
    for line in lines:
        leftmost = _leftmost(text, places, line)
        if leftmost is None:
            continue
        ways.append(leftmost)
        rightmost = _rightmost(text, places, line)
        if rightmost != leftmost:
            ways.append(rightmost)
        if len(ways) > 1:
            return ways[:2]
    return ways


def _sign_at_start(words: str) -> bool:
    """Say whether words begin with a signed number: after a letter or digit of the source the hyphen is no sign."""
    return words[0] == "-" and bool(spans := number_spans(words[:80])) and spans[0][0] == 0


def _leftmost(text: Folded, places: Sequence[Sequence[Span]], line: Span) -> list[Span] | None:
    way: list[Span] = []
    least = line[0]
    for spans in places:
        index = bisect_left(spans, least, key=itemgetter(0))
        if index == len(spans) or spans[index][1] > line[1]:
            return None
        way.append(spans[index])
        end = spans[index][1]
        least = end + 1 + text.text.startswith(" ", end)
    return way


def _rightmost(text: Folded, places: Sequence[Sequence[Span]], line: Span) -> list[Span]:
    """Fit the parts from the end of a line; there is a way, as the leftmost one was found."""
    way: list[Span] = []
    most = line[1]
    for spans in reversed(places):
        index = bisect_left(spans, most + 1, key=itemgetter(1)) - 1
        way.append(spans[index])
        start = spans[index][0]
        most = start - 1 - (text.text[start - 1] == " ")
    return way[::-1]
