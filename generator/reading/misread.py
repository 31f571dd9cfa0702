"""Text that YAML reads otherwise than it was meant: cut by a comment, grown by a field, kept in two versions by git.

Imports nothing of ours. Must never know YAML's parser, nor which record a text stands in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_COMMENT = re.compile(r"\s+(#.*)")
_FIELD = re.compile(r"(\s*(?:- )?)([A-Za-z][A-Za-z_-]*):(?=\s|$)")
_MERGE_MARK = re.compile(r"(<{7}|\|{7}|>{7})( |$)")
_PROSE = 3
"""Words from which on a text is prose: a comment right after it is more likely a part of it."""


def cut_off(text: str, *, rest: str) -> tuple[int, str] | None:
    """Give what a comment cuts off a text without quote marks, and where in the rest of its line it begins.

    A comment with a space after its `#` may follow short values: ids, types, languages. Where no space follows, as in
    `Round #2`, or where the text is prose, nobody can tell a comment from the text.
    """
    match = _COMMENT.match(rest) if rest else None
    if match is None or (match[1][1:2] in ("", " ") and len(text.split()) < _PROSE):
        return None
    return match.start(1), match[1]


def swallowed(lines: Sequence[str], *, names: Collection[str]) -> tuple[int, int, str] | None:
    """Give the first line of a block text that reads like a field: its index, its indent and the field's name."""
    for index, line in enumerate(lines):
        if ":" in line and (match := _FIELD.match(line)) is not None and match[2] in names:
            return index, len(match[1]), match[2]
    return None


def merge_marks(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Give the marks that begin what git could not merge (or, without one, its other marks): line from 1, and mark."""
    found = [(number, match[1]) for number, line in enumerate(lines, start=1) if (match := _MERGE_MARK.match(line))]
    return [mark for mark in found if mark[1][0] == "<"] or found[:1]
