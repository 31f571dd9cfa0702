"""A file's bytes -> text, byte for byte: no line end is translated, a byte-order mark is kept.

Imports problems. Must never know whether the file is a fact file or a source text.
"""

from __future__ import annotations

import pathlib
import stat
from dataclasses import dataclass

from generator.problems import Problem, Spot

MEGABYTE = 1_000_000
FACTS_LIMIT = 2 * MEGABYTE
"""Bytes a fact file may have."""
TEXT_LIMIT = 5 * MEGABYTE
"""Bytes a source text may have."""


@dataclass(frozen=True, slots=True)
class Octets:
    """A file's bytes, or why they could not be read."""

    content: bytes = b""
    problem: Problem | None = None


def read_octets(path: pathlib.Path, *, file: str, limit: int) -> Octets:
    """Read a plain file of at most `limit` bytes."""
    try:
        status = path.stat()
        # Opening a pipe or a device could wait for ever.
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(file, "this is not a plain file; remove it")
        with path.open("rb") as stream:
            content = stream.read(min(limit, status.st_size) + 1)  # more would make room for the limit at every file
            content += stream.read(limit + 1 - len(content)) if len(content) > status.st_size else b""
    except FileNotFoundError:
        return _unreadable(file, "this link leads nowhere; remove it, or put the file here")
    except (OSError, ValueError):
        return _unreadable(file, "the file cannot be opened; check its rights")
    if len(content) > limit:
        return _unreadable(file, f"the file is larger than {limit // MEGABYTE} MB; split it")
    return Octets(content)


def _unreadable(file: str, message: str) -> Octets:
    return Octets(problem=Problem(Spot(file), "unreadable-file", message))


def decode(content: bytes, *, file: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8; where bytes are something else, report the first of them and put U+FFFD for each."""
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        wrong = content[error.start]
        message = f'the byte "0x{wrong:02X}" at offset {error.start} is not UTF-8; save the file as UTF-8'
        return content.decode("utf-8", "replace"), [Problem(Spot(file, line, column), "not-utf-8", message)]
