"""The context of a passage: at most 15 words on either side of it, all of them words that are published anyway.

Context ends with the paragraph (one line of the stored text), at words that no other passage publishes, and at text
that is withheld: it can never add a word to what the site publishes. Offsets point into the stored text.
May import coverage, folding, sentences and places. Must never know sources, claims or pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.evidence.coverage import merged
from generator.evidence.folding import Folded
from generator.evidence.overlaps import Overlaps
from generator.evidence.sentences import Span, words
from generator.evidence.word_places import WordPlaces

LONGEST = 15
"""Words of context on either side of a passage, at most (rule of evidence 12)."""

_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Context:
    """Hold where the words before and after a passage stand; an empty span where there are none.

    Each span touches the passage. `more_before` and `more_after` say that the paragraph goes on beyond them.
    """

    before: Span
    after: Span
    more_before: bool
    more_after: bool


class Surroundings:
    """One stored text, and which of its words may stand beside a passage.

    A word is context if it stands wholly in `published`, spans that passages print, and touches nothing `withheld`.
    A word joined to another without a space (`so-called`) is taken with it or not at all.
    """

    def __init__(self, text: Folded, *, published: Sequence[Span], withheld: Sequence[Span] = ()) -> None:
        hidden = merged(withheld)
        self._text = text
        self._stored = text.original
        self._breaks = [match.start() for match in _BREAK.finditer(self._stored)]
        self._hidden = Overlaps((span, None) for span in hidden)
        self._words = WordPlaces(words(self._stored))
        self._free = self._words.inside(merged(published))
        for number, touched in enumerate(self._words.touched(hidden)):
            self._free[number] &= not touched
        gaps = zip([0, *self._words.ends], self._words.starts, strict=False)
        between = (self._stored[end:start] for end, start in gaps)
        self._joined = bytearray(gap != " " and bool(gap) and not _SPACE.search(gap) for gap in between)

    def context(self, hull: Span, *, longest: int = LONGEST) -> Context:
        """Give the context of a passage, which stands from `hull[0]` to `hull[1]`."""
        start, end = self._line(hull)
        starts, ends = self._words.starts, self._words.ends
        first, edge = bisect_left(starts, start), bisect_left(starts, hull[0])
        begin, last = bisect_right(ends, hull[1]), bisect_left(starts, end)
        before = self._taken(range(edge - 1, first - 1, -1), longest)
        after = self._taken(range(begin, last), longest)
        left = self._whole([hull[0], *(starts[number] for number in before)], end=start)
        right = self._whole([hull[1], *(ends[number] for number in after)], end=end)
        return Context(
            before=(left, hull[0]),
            after=(hull[1], right),
            more_before=first < edge and starts[first] < left,
            more_after=begin < last and ends[last - 1] > right,
        )

    def _line(self, hull: Span) -> Span:
        """Give the line, or lines, in which a passage stands."""
        before, after = bisect_left(self._breaks, hull[0]), bisect_left(self._breaks, hull[1])
        end = self._breaks[after] if after < len(self._breaks) else len(self._stored)
        return (self._breaks[before - 1] + 1 if before else 0), end

    def _taken(self, numbers: range, longest: int) -> list[int]:
        """Take words outwards, from the nearest to the farthest, as long as they are free and there is room.

        Words that only signs part are one: they are taken together.
        """
        nearest = numbers[: longest + 1]
        if not self._hidden and not any(self._joined[min(nearest, default=0) : max(nearest, default=0) + 1]):
            return list(takewhile(self._free.__getitem__, numbers[:longest]))
        taken: list[int] = []
        for unit in self._units(numbers):
            if len(taken) + len(unit) > longest or not all(self._free[number] for number in unit):
                break
            if taken and self._hides(*sorted((taken[-1], unit[-1]))):
                break
            taken += unit
        return taken

    def _units(self, numbers: range) -> Iterator[list[int]]:
        unit: list[int] = []
        for number in numbers:
            if unit and not self._joined[max(number, unit[-1])]:
                yield unit
                unit = []
            unit.append(number)
        if unit:
            yield unit

    def _hides(self, first: int, last: int) -> bool:
        """Say whether anything is withheld from one word to another."""
        return bool(self._hidden.over(self._words.starts[first], self._words.ends[last]))

    def _whole(self, cuts: list[int], *, end: int) -> int:
        """Give the farthest cut, from the passage's edge outwards, that parts no word or number; signs stay with it.

        A cut at the passage's own edge leaves no context.
        """
        edge = cuts[0]
        for cut in reversed(cuts[1:]):
            at = cut
            step = 1 if end >= edge else -1
            while at != end and _sign(self._stored[at if step > 0 else at - 1]):
                at += step
            for place in dict.fromkeys((at, cut)):
                if _parts_nothing(self._text, place) and not self._hidden.over(min(edge, place), max(edge, place)):
                    return place
        return edge


def _sign(character: str) -> bool:
    return not character.isspace() and not character.isalnum()


def _parts_nothing(text: Folded, offset: int) -> bool:
    """Say whether a passage may end at an offset of the stored text."""
    return text.breaks(bisect_left(text.starts, offset))
