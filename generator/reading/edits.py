"""One small change to the lines of a file, with the advice that tells it.

May import field lines. Must never know whether a change mends anything: `mends` tries them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.field_lines import indent_of, line_above, line_at

Place = tuple[int, int, int]
"""Line, column and width."""

_STARTS = 5


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of some lines: code, place and advice that tell it, the first and last line, and the file's lines."""

    code: str
    place: Place
    message: str
    first: int
    last: int
    lines: tuple[str, ...]


def of_line(code: str, place: Place, message: str, lines: Sequence[str], *, now: str) -> Edit:
    """Make an edit of the one line of a place."""
    number = place[0]
    return Edit(code, place, message, number, number, with_line(lines, number, now))


def with_line(lines: Sequence[str], number: int, line: str) -> tuple[str, ...]:
    """Give the lines with another one in the place of one."""
    return (*lines[: number - 1], line, *lines[number:])


def suspects(lines: Sequence[str], number: int) -> list[int]:
    """Give the lines that may be wrong where a file goes wrong at one: itself, the one above, those both are under."""
    above = line_above(lines, number)
    found, indent = [number, above], indent_of(line_at(lines, above)) if above else 0
    at = above
    while len(found) < _STARTS and (at := line_above(lines, at)):
        if indent_of(line_at(lines, at)) < indent:
            indent = indent_of(line_at(lines, at))
            found.append(at)
    return [one for one in found if one]
