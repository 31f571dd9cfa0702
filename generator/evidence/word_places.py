"""The words of a text in their order, and which of them lie in some stretches of it.

Imports the standard library only. Must never know what a stretch is of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]


class WordPlaces:
    """Where words begin and end. Marks of words are one byte a word, 1 or 0."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Give the numbers of the first word that begins between two offsets, and of the one after the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def ranges(self, merged: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """Give the numbers of the words that stand wholly inside each stretch: the first, and the one after the last.

        Stretches do not overlap. One inside a word holds none: its range is empty.
        """
        for start, end in merged:
            first = bisect_left(self.starts, start)
            yield first, max(first, bisect_right(self.ends, end))

    def inside(self, merged: Iterable[Span]) -> bytearray:
        """Mark the words that stand wholly inside one of the stretches."""
        return self._marked(self.ranges(merged))

    def touched(self, merged: Iterable[Span]) -> bytearray:
        """Mark the words that share a character with one of the stretches."""
        return self._marked((bisect_right(self.ends, start), bisect_left(self.starts, end)) for start, end in merged)

    def _marked(self, ranges: Iterable[tuple[int, int]]) -> bytearray:
        marks = bytearray(len(self))
        for first, last in ranges:
            marks[first:last] = b"\1" * (last - first)
        return marks
