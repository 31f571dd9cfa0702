"""Stretches of one text by their place: which of many share a character with another, found without asking each.

Imports the standard library only. Must never know what a stretch is of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

Span = tuple[int, int]
T = TypeVar("T")


class Overlaps(Generic[T]):
    """Things that have a stretch of one text each, in the order of the text."""

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        self._placed = sorted(placed, key=itemgetter(0))
        self._starts = [start for (start, _), _ in self._placed]
        self._reach = list(accumulate((end for (_, end), _ in self._placed), max))

    def __len__(self) -> int:
        return len(self._placed)

    def over(self, start: int, end: int) -> list[T]:
        """Give the things whose stretch begins before an end and ends after a start."""
        # Up to `first` all end before the start; from `last` on all begin behind the end.
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [thing for (_, its_end), thing in self._placed[first:last] if its_end > start]
