"""Cells as text: how a table's values are written in a file of text, so that no spreadsheet takes one for a formula.

Spreadsheets run what begins with = + - @ or their wide and small forms, behind blanks too, and some cut at a tab or a
line end in front. Such a text gets an apostrophe before it, which is taken off to have the text back.
May import the shapes of tables. Must never know a file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from generator.exports.tables.columns import Cell, Kind

GUARD = "'"
"""What stands before a text that a spreadsheet would take for a formula."""
RULE = (
    "A text that begins with = + - or @, also in full width or small form and behind blanks or signs that cannot be "
    "seen, or with a tab, a line end or an apostrophe, has an apostrophe (') before it, so that no spreadsheet takes "
    "it for a formula. To have every text as it was, take off one apostrophe where a cell begins with one. Numbers, "
    "days and truth values are as they are. Line breaks within a text stay, and the cell is quoted."
)
"""How the guard works and is undone, in words for who reads the files."""
_BLANK = (
    r"\s\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff"
)
_RISKY = re.compile(rf"{GUARD}|[{_BLANK}]*[\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")


def guarded(text: str) -> str:
    """Give a text as it stands in a cell: never one that begins a formula."""
    return GUARD + text if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """Give the text of a cell back as it was."""
    return cell.removeprefix(GUARD)


def cells_as_text(kind: Kind, cells: Sequence[Cell]) -> Sequence[object]:
    """Give the cells of one column as they are written: texts guarded, truth values as `true` and `false`.

    Numbers, days (ISO 8601) and empty cells are left to the writer of CSV, whose own way with them is the same.
    """
    if kind == "text":
        # Nearly all texts begin with a letter or digit; asking here saves a call for each.
        texts = cast("Sequence[str | None]", cells)
        return [text if not text or text[0].isalnum() else guarded(text) for text in texts]
    if kind == "truth":
        return [cell if cell is None else "true" if cell else "false" for cell in cells]
    return cells
