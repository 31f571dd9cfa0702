"""Text that YAML reads otherwise than it was meant: cut by a comment, grown by a field, kept in two versions by git.

May import what knows lines, indents and quote marks. Must never know YAML's parser, nor which record a text stands in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.reading.edits import Place
from generator.reading.field_lines import field_at, line_at
from generator.reading.quote_marks import curly, instead_of_curly, put_round
from generator.reading.unseen import shown

_COMMENT = re.compile(r"\s+(#.*)")
_ITEM = re.compile(r" *- +\S")
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


def cut_message(text: str, comment: str, *, of: str) -> str:
    """Say that a comment cuts a text, and how to keep the two apart."""
    whole = f"{text} {comment}".strip()
    advice = instead_of_curly(whole, of=of) if curly(whole) else put_round(whole, of=of)
    found = f'"{shown(comment)}" is read as a comment, and cuts "{shown(text)}" short'
    apart = 'put a space after "#"' if len(text.split()) < _PROSE else "write it on a line of its own"
    return f"{found}; {advice}, or, where it is a comment, {apart}"


def swallowed(lines: Sequence[str], *, first: int, last: int, names: Collection[str]) -> int | None:
    """Give the number of the first line of a block text that reads like a field."""
    for number in range(first, last + 1):
        if ":" in line_at(lines, number) and (field := field_at(lines, number)) is not None and field.name in names:
            return number
    return None


def swallowed_item(lines: Sequence[str], *, first: int, last: int) -> int | None:
    """Give the number of the first line of a text without marks that reads like an item of a list."""
    return next((number for number in range(first, last + 1) if _ITEM.match(line_at(lines, number))), None)


def item_message(lines: Sequence[str], number: int) -> tuple[Place, str]:
    """Say what to do with an item of a list that the text above has swallowed."""
    text = line_at(lines, number)
    indent = len(text) - len(text.lstrip())
    found = f'line {number} is indented too far: its "- " has become part of the text above'
    advice = "give it the indent of the items beside it, or, where it is part of the text, move it to the line above"
    return (number, indent + 1, len(text.strip())), f"{found}; {advice}"


def swallowed_message(lines: Sequence[str], number: int) -> tuple[Place, str]:
    """Say what to do with a field that a block text has swallowed."""
    field = field_at(lines, number)
    if field is None:
        raise ValueError(f"no field: {line_at(lines, number)}")
    found = f'line {number} is indented too far: "{field.name}:" has become part of the text above'
    advice = "give it the indent of its field, or, where it is part of the text, move it to the end of the line above"
    return (number, field.column, field.colon - field.column + 1), f"{found}; {advice}"


_FEW_NULLS = 5


def foreign(text: str) -> str:
    """Name the format of a file that is a document of an office program or a web page, or no text, not plain text."""
    if text.count("\0", 0, 200) > _FEW_NULLS:
        return "binary, or text in UTF-16"
    head = text[:200].lstrip().lower()
    if head.startswith("{\\rtf"):
        return "RTF"
    return "HTML" if head.startswith(("<!doctype", "<html", "<?xml")) else ""


def merge_marks(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Give the marks that begin what git could not merge (or, without one, its other marks): line from 1, and mark."""
    found = [(number, match[1]) for number, line in enumerate(lines, start=1) if (match := _MERGE_MARK.match(line))]
    return [mark for mark in found if mark[1][0] == "<"] or found[:1]
