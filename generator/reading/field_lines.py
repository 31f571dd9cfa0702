"""One line of a fact file as an editor sees it: its indent, its "- ", the name of its field and what follows.

Imports the standard library only. Must never know YAML's parser: these lines are read where the parser gave up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FIELD = re.compile(r"(?P<lead> *)(?P<dash>(?:- +)*)(?P<name>[A-Za-z][\w-]*):(?P<gap>\s+|$)(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line that reads `name: value`; numbers and columns count from 1. `dash` is the column of its "-", or 0."""

    number: int
    name: str
    column: int
    colon: int
    value: str
    value_column: int
    dash: int = 0


def line_at(lines: Sequence[str], number: int) -> str:
    """Give a line by its number from 1; empty where there is none."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def field_at(lines: Sequence[str], number: int) -> FieldLine | None:
    """Read a line as a field, or give None where it does not look like one."""
    match = _FIELD.fullmatch(line_at(lines, number))
    if match is None:
        return None
    dash = match.start("dash") + 1 if match["dash"] else 0
    value = match["value"].rstrip()
    return FieldLine(number, match["name"], match.start("name") + 1, match.end("name") + 1, value,
                     match.start("value") + 1, dash)  # fmt: skip


def indent_of(line: str) -> int:
    """Count the spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def says_nothing(line: str) -> bool:
    """Tell whether a line is blank or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def line_above(lines: Sequence[str], number: int) -> int:
    """Give the number of the nearest line above that says something, or 0."""
    return next((at for at in range(number - 1, 0, -1) if not says_nothing(line_at(lines, at))), 0)


def field_above(lines: Sequence[str], number: int) -> FieldLine | None:
    """Give the field whose text may go on at a line: the nearest field above."""
    return next((found for at in range(number - 1, 0, -1) if (found := field_at(lines, at)) is not None), None)


def last_below(lines: Sequence[str], number: int, *, deeper_than: int) -> int:
    """Give the last of the lines that follow a line and are indented by more than so many spaces; itself at least."""
    last = number
    for at in range(number + 1, len(lines) + 1):
        line = line_at(lines, at)
        if says_nothing(line):
            continue
        if indent_of(line) <= deeper_than:
            break
        last = at
    return last
