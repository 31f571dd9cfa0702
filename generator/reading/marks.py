"""Places by path, found when the first is asked for: of a file without a problem hardly one ever is.

May import problems, field lines and the extent of a text. Must never know YAML's parser, nor how places are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from generator.problems import Spot
from generator.reading.field_lines import indent_of, line_at
from generator.reading.inside import Extent

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""
End = tuple[str, int, int]
"""The style of a scalar, and the line and column at which it ends."""
_BLOCKS = ("|", ">")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each value and key of one file begins, where each scalar ends, and the lines of the file.

    A block begins with its first field and is as wide as that field's name; a list, or a block between braces, has the
    width of what stands of it on its first line.
    """

    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]
    ends: Mapping[Path, End]
    widths: Mapping[Path, int]
    lines: Sequence[str]

    def quoted(self, mark: Mark) -> bool:
        """Tell whether a quote mark stands at a place."""
        line, column = mark
        return line <= len(self.lines) and self.lines[line - 1].startswith(("'", '"'), column - 1)

    def rest(self, mark: Mark) -> str:
        """Give the rest of the line at a place."""
        line, column = mark
        return self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""


def visible_start(lines: Sequence[str], begins: Mark, end: End) -> Mark:
    """Give the place where the words of a scalar begin: of a block text, on the first line that has some."""
    style, end_line, _ = end
    if style not in _BLOCKS:
        return begins
    first = next((at for at in range(begins[0] + 1, end_line + 1) if line_at(lines, at).strip()), 0)
    return (first, indent_of(line_at(lines, first)) + 1) if first else begins


class Lines(Sequence[str]):
    """The lines of a text without their ends, split when the first is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._text)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        return self._lines[at]

    def __len__(self) -> int:
        return len(self._lines)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Lines) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


def split_lines(text: str) -> list[str]:
    """Give the lines of a text without their ends."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


class Keys(Mapping[Path, Spot]):
    """The places of keys, as wide as their names."""

    def __init__(self, file: str, find: Callable[[], Marks]) -> None:
        self._file = file
        self._find = find

    def __getitem__(self, path: Path) -> Spot:
        found = self._find()
        mark = found.keys[path]
        return Spot(self._file, *mark, len(str(path[-1])) + 2 * found.quoted(mark))

    def __iter__(self) -> Iterator[Path]:
        return iter(self._marks())

    def __len__(self) -> int:
        return len(self._marks())

    def _marks(self) -> Mapping[Path, Mark]:
        return self._find().keys


class Values(Keys):
    """The places of values, as wide as what stands of them on their first line."""

    def __getitem__(self, path: Path) -> Spot:
        found = self._find()
        mark = found.values[path]
        if path not in found.ends:
            return Spot(self._file, *mark, found.widths.get(path, 0))
        _, end_line, end_column = end = found.ends[path]
        if end_line == mark[0]:
            return Spot(self._file, *mark, end_column - mark[1])
        start = visible_start(found.lines, mark, end)
        return Spot(self._file, *start, len(found.rest(start).rstrip()))

    def _marks(self) -> Mapping[Path, Mark]:
        return self._find().values


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
