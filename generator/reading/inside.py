"""Where characters of a text stand in its file, through YAML's folding, indents, quote marks and escapes.

What can be seen is counted on both sides: YAML changes white space, never the order of other characters.
Imports the standard library only. Must never know paths, records or why a place is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

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


def inner_place(
    lines: Sequence[str], extent: Extent, *, text: str, start: int, end: int
) -> tuple[int, int, int] | None:
    """Give line, column and width of `text[start:end]`, as far as they stand on one line.

    None where text and file differ.

    A place of white space alone is that of the next character that can be seen.
    """
    wanted = [sign for sign in text if not sign.isspace()]
    before = sum(not sign.isspace() for sign in text[:start])
    many = max(1, sum(not sign.isspace() for sign in text[start:end]))
    written = list(islice(_signs(lines, extent), len(wanted)))
    if [sign[0] for sign in written] != wanted or before >= len(written):
        return None
    stretch = written[before : before + many]
    _, line, column, _ = stretch[0]
    last = [sign for sign in stretch if sign[1] == line][-1]
    return line, column, last[2] + last[3] - column


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
