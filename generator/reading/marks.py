"""Places by path, each made when it is asked for: of a file without a problem hardly one ever is.

May import problems and the extent of a text. Must never know YAML's parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.problems import Spot
from generator.reading.inside import Extent

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""
End = tuple[str, int, int]
"""The style of a scalar, and the line and column at which it ends."""


class Keys(Mapping[Path, Spot]):
    """The places of keys, as wide as their names."""

    def __init__(self, file: str, marks: Mapping[Path, Mark], lines: Sequence[str]) -> None:
        self._file = file
        self._marks = marks
        self._lines = lines

    def __getitem__(self, path: Path) -> Spot:
        line, column = self._marks[path]
        return Spot(self._file, line, column, self._width(path, line, column))

    def _width(self, path: Path, line: int, column: int) -> int:
        quoted = self._rest(line, column).startswith(("'", '"'))
        return len(str(path[-1])) + 2 * quoted

    def _rest(self, line: int, column: int) -> str:
        return self._lines[line - 1][column - 1 :] if line <= len(self._lines) else ""

    def __iter__(self) -> Iterator[Path]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class Values(Keys):
    """The places of values; scalars as wide as they are on their first line, blocks and lists without a width."""

    def __init__(
        self, file: str, marks: Mapping[Path, Mark], lines: Sequence[str], *, ends: Mapping[Path, End]
    ) -> None:
        super().__init__(file, marks, lines)
        self._ends = ends

    def _width(self, path: Path, line: int, column: int) -> int:
        if path not in self._ends:
            return 0
        _, end_line, end_column = self._ends[path]
        return end_column - column if end_line == line else len(self._rest(line, column).rstrip())


class Extents(Mapping[Path, Extent]):
    """How scalars are written."""

    def __init__(self, marks: Mapping[Path, Mark], ends: Mapping[Path, End]) -> None:
        self._marks = marks
        self._ends = ends

    def __getitem__(self, path: Path) -> Extent:
        style, *end = self._ends[path]
        return Extent(style, *self._marks[path], *end)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._ends)

    def __len__(self) -> int:
        return len(self._ends)
