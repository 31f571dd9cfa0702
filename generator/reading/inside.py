"""Where characters of a text stand in its file, through YAML's folding, indents, quote marks and escapes.

What can be seen is counted on both sides: YAML changes white space, never the order of other characters.
Imports the standard library only. Must never know paths, records or why a place is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

_ESCAPES = {"x": 2, "u": 4, "U": 8}
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
Sign = tuple[str, int, int, int]
"""A character that can be seen, with its line, column and width in the file."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How a text is written: its style ("" plain, a quote mark, ">" or "|"), and where it begins and ends, from 1."""

    style: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text laid beside its file: its characters that can be seen, each with its place, and how many stand before."""

    signs: Sequence[Sign]
    before: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int, int] | None:
        """Give line, column and width of `text[start:end]`, as far as they stand on one line.

        A place of white space alone is that of the next character that can be seen; None where none follows.
        """
        first, last = self.before[start], max(self.before[end], self.before[start] + 1)
        if first >= len(self.signs):
            return None
        _, line, column, _ = self.signs[first]
        at = first
        while at + 1 < min(last, len(self.signs)) and self.signs[at + 1][1] == line:
            at += 1
        return line, column, self.signs[at][2] + self.signs[at][3] - column


def aligned(lines: Sequence[str], extent: Extent, *, text: str) -> Aligned | None:
    """Lay a text beside what stands in the file; None where the two differ."""
    wanted = [sign for sign in text if not sign.isspace()]
    written = list(islice(_signs(lines, extent), len(wanted)))
    if [sign[0] for sign in written] != wanted:
        return None
    return Aligned(written, list(accumulate((not sign.isspace() for sign in text), initial=0)))


def _signs(lines: Sequence[str], extent: Extent) -> Iterator[Sign]:
    if extent.style in ("|", ">"):
        for number in range(extent.line + 1, min(extent.end_line, len(lines)) + 1):
            yield from _seen(lines[number - 1], number, 0, len(lines[number - 1]), style="")
        return
    quoted = len(extent.style)
    for number in range(extent.line, min(extent.end_line, len(lines)) + 1):
        line = lines[number - 1]
        first = extent.column - 1 + quoted if number == extent.line else 0
        last = extent.end_column - 1 - quoted if number == extent.end_line else len(line)
        yield from _seen(line, number, first, last, style=extent.style)


def _seen(line: str, number: int, first: int, last: int, *, style: str) -> Iterator[Sign]:
    """Give the characters between two columns of a line, as the style has them read."""
    at = first
    while at < last:
        sign, width = line[at], 1
        if style == "'" and line.startswith("''", at):
            width = 2
        elif style == '"' and sign == "\\":
            sign, width = _escaped(line[at + 1 : last])
        if sign and not sign.isspace():
            yield sign, number, at + 1, width
        at += width


def _escaped(rest: str) -> tuple[str, int]:
    """Give the character an escape stands for, and its width in the file; nothing for an escaped line end."""
    if not rest:
        return "", 1
    if rest[0] in _ESCAPES:
        digits = rest[1 : 1 + _ESCAPES[rest[0]]]
        return chr(int(digits, 16)), 2 + len(digits)
    return _NAMED.get(rest[0], rest[0]), 2
