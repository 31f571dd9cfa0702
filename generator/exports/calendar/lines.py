"""Content lines of iCalendar (RFC 5545): text escaped, lines folded at 75 octets, ended by CRLF.

Imports the standard library only. Must never know what a line says.
"""

from __future__ import annotations

from collections.abc import Iterable

_WIDTH = 75  # octets, without the line end
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
Property = tuple[str, str]
"""A name, with its parameters, and its value as the format writes it."""


def text(words: str) -> str:
    """Give words as a value of type TEXT."""
    return words.translate(_ESCAPED)


def written(properties: Iterable[Property]) -> bytes:
    """Write properties, each as one line, folded where it is long."""
    return b"".join(folded(f"{name}:{value}".encode("utf-8", "strict")) for name, value in properties)


def folded(line: bytes) -> bytes:
    """Fold a line of UTF-8 where it is long, and end it; no character is cut in two."""
    if len(line) <= _WIDTH:
        return line + b"\r\n"
    pieces, start, room = [], 0, _WIDTH
    while len(line) - start > room:
        end = start + room
        while line[end] & 0xC0 == 0x80:  # an octet inside a character
            end -= 1
        pieces.append(line[start:end])
        start, room = end, _WIDTH - 1  # the space that begins a folded line counts
    pieces.append(line[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
