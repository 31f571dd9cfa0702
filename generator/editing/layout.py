"""The layout of a YAML file as its lines show it: where a block ends, and text put in without touching the rest.

All line numbers count from 0. May import nothing of ours but `changes`. Must never know what a field means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.editing.changes import EditError
from generator.problems import Spot

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's text as lines, each with its own line end; `mark` is a byte-order mark before them, or nothing."""

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    mark: str = ""

    @property
    def text(self) -> str:
        """Give the text again, as it was but for what was put in."""
        return self.mark + "".join(f"{line}{end}" for line, end in zip(self.lines, self.ends, strict=True))

    @property
    def usual_end(self) -> str:
        """Give the line end the file uses most."""
        return max(filter(None, self.ends), key=self.ends.count, default="\n")

    def with_lines(self, at: int, new: Sequence[str], *, instead_of: int = 0) -> Sheet:
        """Put lines in before line `at`, in the place of so many that stand there."""
        end = self.usual_end
        before = tuple(found or end for found in self.ends[:at])
        ends = (*before, *(end for _ in new), *self.ends[at + instead_of :])
        return Sheet((*self.lines[:at], *new, *self.lines[at + instead_of :]), ends, self.mark)

    def exchanged(self, spot: Spot, old: str, new: str) -> Sheet:
        """Exchange a word at its place; quote marks round it stay. Raises EditError where it does not stand there."""
        line, column = self.lines[spot.line - 1], spot.column - 1
        at = line.find(old, column)
        if at < 0 or line[column:at].strip("\"'"):
            raise EditError(f'"{old}" is written in another way at {spot}; write it plainly first')
        changed = f"{line[:at]}{new}{line[at + len(old) :]}"
        return Sheet((*self.lines[: spot.line - 1], changed, *self.lines[spot.line :]), self.ends, self.mark)


def sheet(text: str) -> Sheet:
    """Take a text apart."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    found = [match.groups() for match in _LINE.finditer(text.removeprefix(mark))]
    if found and found[-1] == ("", ""):
        found.pop()
    return Sheet(tuple(line for line, _ in found), tuple(end for _, end in found), mark)


def end_of_block(lines: Sequence[str], first: int, *, indent: int, items: bool = False) -> int:
    """Give the line after the block that begins on line `first`: what follows is indented no further than `indent`.

    Comments and blank lines behind the block's last line are not part of it. With `items`, list items at the very
    indent belong to it as well, as in a field whose list is not indented.
    """
    end = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        bare = line.strip()
        if not bare:
            continue
        here = len(line) - len(line.lstrip(" "))
        if here > indent or (items and here == indent and (bare == "-" or bare.startswith("- "))):
            end = number + 1
        elif not bare.startswith("#"):
            break
    return end


def item_indents(lines: Sequence[str], item: Spot) -> tuple[int, int]:
    """Give the columns, from 0, of a list item's dash and of its fields. Raises EditError where it has brackets."""
    line, column = lines[item.line - 1], item.column - 1
    before = line[:column]
    if before.strip() != "-" or line[column : column + 1] in ("{", "["):
        raise EditError(
            f'the item at {item} is not written with a dash and its fields on lines of their own; write it so first'
        )
    return before.index("-"), column


def parted(lines: Sequence[str], item: Spot) -> bool:
    """Tell whether a blank line, or one before comments, stands above a list item."""
    above = item.line - 2
    while above >= 0 and lines[above].lstrip().startswith("#"):
        above -= 1
    return above >= 0 and not lines[above].strip()


def indented(lines: Sequence[str], *, by: int) -> list[str]:
    """Indent lines; blank ones stay empty."""
    return [f"{' ' * by}{line}" if line else "" for line in lines]
