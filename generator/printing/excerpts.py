"""The line a problem stands on, with carets under the words that are meant.

What cannot be seen is shown by its code point, so that carets stand where they belong in any terminal.
May import problems and `unseen`. Must never know what is wrong there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from generator.printing.problem_text import Excerpt
from generator.problems import Spot
from generator.reading.unseen import unseen

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file by its path in a dossier; none where it has none."""

WIDEST = 100
"""Columns of a terminal that a line may take; of longer ones the part round the place is shown."""
_BEFORE = 40
_FAR = 1000
"""Characters of a line on either side of a place that are looked at."""
_TAB = "→   "


def excerpts(lines: Lines) -> Excerpt:
    """Give a function that shows a place by its line, but for a file as a whole; each file is asked for once."""
    once = cache(lines)

    def show(spot: Spot) -> tuple[str, ...]:
        if spot == Spot(spot.file) and not spot.width:
            return ()  # the file as a whole
        found = once(spot.file)
        return excerpt(found[spot.line - 1], spot) if spot.line <= len(found) else ()

    return show


def excerpt(line: str, spot: Spot) -> tuple[str, str]:
    """Give the line with its number, and below it the carets."""
    line = line.rstrip("\r\n")
    cut = min(max(0, spot.column - 1 - _FAR), len(line))  # of a line of megabytes only the part round the place is read
    signs = [_shown(sign) for sign in line[cut : cut + 2 * _FAR]]
    at = min(spot.column - 1 - cut, len(signs))
    first, last = _window(signs, at)
    at = min(at, last)
    begins, ends = first == cut == 0, last == len(signs) and cut + 2 * _FAR >= len(line)
    before = "…" * (not begins) + "".join(signs[first:at])
    meant = signs[at : min(at + max(spot.width, 1), last)]
    text = "…" * (not begins) + "".join(signs[first:last]) + "…" * (not ends)
    margin = f"{spot.line:>5} | "
    carets = "^" * max(1, _columns("".join(meant)))
    return f"{margin}{text}".rstrip(), f"{' ' * 5} | {' ' * _columns(before)}{carets}"


def _window(signs: Sequence[str], at: int) -> tuple[int, int]:
    """Give the part of a line to show: all of it, or as much as fits round a place."""
    if _columns("".join(signs)) <= WIDEST:
        return 0, len(signs)
    first = last = max(0, at - _BEFORE)
    room = WIDEST
    while last < len(signs) and (room := room - _columns(signs[last])) >= 0:
        last += 1
    return first, last


def _shown(sign: str) -> str:
    if sign == "\t":
        return _TAB
    return f"<U+{ord(sign):04X}>" if any(unseen(sign)) else sign


def _columns(text: str) -> int:
    """Count the columns a text takes in a terminal: two for wide signs, none for marks on the sign before."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign) for sign in text)
