"""Places by path, found when the first is asked for: of a file without a problem hardly one ever is.

May import problems and the extent of a text. Must never know YAML's parser, nor how places are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.problems import Spot
from generator.reading.inside import Extent

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""
End = tuple[str, int, int]
"""The style of a scalar, and the line and column at which it ends."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each value and key of one file begins, where each scalar ends, and the lines of the file."""

    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]
    ends: Mapping[Path, End]
    lines: Sequence[str]

    def rest(self, mark: Mark) -> str:
        """Give the rest of the line at a place."""
        line, column = mark
        return self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""


class Keys(Mapping[Path, Spot]):
    """The places of keys, as wide as their names."""

    def __init__(self, file: str, find: Callable[[], Marks]) -> None:
        self._file = file
        self._find = find

    def __getitem__(self, path: Path) -> Spot:
        mark = self._marks()[path]
        return Spot(self._file, *mark, self._width(path, mark))

    def __iter__(self) -> Iterator[Path]:
        return iter(self._marks())

    def __len__(self) -> int:
        return len(self._marks())

    def _marks(self) -> Mapping[Path, Mark]:
        return self._find().keys

    def _width(self, path: Path, mark: Mark) -> int:
        return len(str(path[-1])) + 2 * self._find().rest(mark).startswith(("'", '"'))


class Values(Keys):
    """The places of values; scalars as wide as they are on their first line, blocks and lists without a width."""

    def _marks(self) -> Mapping[Path, Mark]:
        return self._find().values

    def _width(self, path: Path, mark: Mark) -> int:
        if path not in (marks := self._find()).ends:
            return 0
        _, end_line, end_column = marks.ends[path]
        return end_column - mark[1] if end_line == mark[0] else len(marks.rest(mark).rstrip())


class Extents(Mapping[Path, Extent]):
    """How scalars are written."""

    def __init__(self, find: Callable[[], Marks]) -> None:
        self._find = find

    def __getitem__(self, path: Path) -> Extent:
        style, *end = self._find().ends[path]
        return Extent(style, *self._find().values[path], *end)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._find().ends)

    def __len__(self) -> int:
        return len(self._find().ends)
