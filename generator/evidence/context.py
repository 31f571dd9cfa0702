"""The context of a passage: at most 15 words on either side of it, all of them words that are published anyway.

Context ends with the paragraph (one line of the stored text), at words that no other passage publishes, and at text
that is withheld: it can never add a word to what the site publishes. Offsets point into the stored text.
May import coverage, folding and sentences. Must never know sources, claims or pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.evidence.coverage import merged
from generator.evidence.folding import Folded
from generator.evidence.sentences import Span, words

LONGEST = 15
"""Words of context on either side of a passage, at most (rule of evidence 12)."""

_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Context:
    """Hold where the words before and after a passage stand; an empty span where there are none.

    Each span touches the passage. `more_before` and `more_after` say that the paragraph goes on beyond them.
    """

    before: Span
    after: Span
    more_before: bool
    more_after: bool


def context(
    text: Folded, hull: Span, *, published: Sequence[Span], withheld: Sequence[Span] = (), longest: int = LONGEST
) -> Context:
    """Give the context of a passage, which stands from `hull[0]` to `hull[1]`.

    A word is context if it stands wholly in `published`, spans that other passages print, and touches nothing
    `withheld`. A word joined to another without a space (`so-called`) is taken with it or not at all.
    """
    stored = text.original
    start, end = _line(stored, hull)
    places = [(first + start, last + start) for first, last in words(stored[start:end])]
    allowed = _Allowed(merged(published), merged(withheld))
    behind = [place for place in places if place[1] > hull[1]]
    ahead = [place for place in reversed(places) if place[0] < hull[0]]
    after = _taken(stored, behind, allowed, longest)
    before = _taken(stored, ahead, allowed, longest)
    last = _whole(text, [hull[1], *(place[1] for place in after)], allowed, end=end)
    first = _whole(text, [hull[0], *(place[0] for place in before)], allowed, end=start)
    return Context(
        before=(first, hull[0]),
        after=(hull[1], last),
        more_before=any(place[0] < first for place in ahead),
        more_after=any(place[1] > last for place in behind),
    )


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What may be shown: spans that are published, without those that are withheld."""

    published: Sequence[Span]
    withheld: Sequence[Span]

    def word(self, place: Span) -> bool:
        """Say whether a word is published whole and touches nothing withheld."""
        at = bisect_left(self.published, place[0] + 1, key=lambda span: span[0]) - 1
        return at >= 0 and place[1] <= self.published[at][1] and not self.hidden(*place)

    def hidden(self, start: int, end: int) -> bool:
        """Say whether any of these characters is withheld."""
        return any(first < end and start < last for first, last in self.withheld)


def _line(stored: str, hull: Span) -> Span:
    """Give the line, or lines, in which a passage stands."""
    breaks = [match.end() for match in _BREAK.finditer(stored, 0, hull[0])]
    after = _BREAK.search(stored, hull[1])
    return (breaks[-1] if breaks else 0), (after.start() if after else len(stored))


def _taken(stored: str, places: list[Span], allowed: _Allowed, longest: int) -> list[Span]:
    """Take words outwards, given from the nearest to the farthest, as long as they are allowed and there is room.

    Words that only signs part are one: they are taken together.
    """
    joined = [0]
    for one, other in pairwise(places):
        gap = stored[min(one[1], other[1]) : max(one[0], other[0])]
        joined.append(joined[-1] + (not gap or any(sign.isspace() for sign in gap)))
    taken: list[Span] = []
    for _, group in groupby(zip(joined, places, strict=False), key=lambda item: item[0]):
        unit = [place for _, place in group]
        if len(taken) + len(unit) > longest or not all(map(allowed.word, unit)):
            break
        if taken and allowed.hidden(min(taken[-1][0], unit[-1][0]), max(taken[-1][1], unit[-1][1])):
            break
        taken += unit
    return taken


def _whole(text: Folded, cuts: list[int], allowed: _Allowed, *, end: int) -> int:
    """Give the farthest cut, from the passage's edge outwards, that parts no word or number; signs at it stay with it.

    A cut at the passage's own edge leaves no context.
    """
    edge, stored = cuts[0], text.original
    for cut in reversed(cuts[1:]):
        at = cut
        step = 1 if end >= edge else -1
        while at != end and _sign(stored[at if step > 0 else at - 1]):
            at += step
        for place in dict.fromkeys((at, cut)):
            if _parts_nothing(text, place) and not allowed.hidden(min(edge, place), max(edge, place)):
                return place
    return edge


def _sign(character: str) -> bool:
    return not character.isspace() and not character.isalnum()


def _parts_nothing(text: Folded, offset: int) -> bool:
    """Say whether a passage may end at an offset of the stored text."""
    return text.breaks(bisect_left(text.starts, offset))
