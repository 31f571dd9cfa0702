"""A claim put into a record, or a field into a claim, in the text of its file: nothing else in it changes by a letter.

What comes out is read again and compared with what it should hold; else it is refused.
May import blocks, layout and reading. Must never know what the new text says.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.editing.changes import EditError
from generator.editing.layout import end_of_block, indented, item_indents, parted, sheet
from generator.reading.dossier import Path, Places
from generator.reading.yaml_text import parse
from generator.yaml_lines import Data, block, item


def with_item(text: str, field: str, data: Data, *, file: str) -> str:
    """Put an item at the end of a list of a record, or begin the list at the end of the file.

    Raises EditError where the list is written in brackets, or is none.
    """
    read, places = _read(text, file=file)
    listed = read.get(field)
    if not isinstance(listed, list | None):
        raise EditError(f"{places.of(field)}: {field}: is no list; write its items below it, each after a dash")
    expected = {**deepcopy(read), field: [*(listed or []), data]}
    page = sheet(text)
    if not listed:
        if field in read:
            raise EditError(f"{places.of_key(field)}: {field}: is empty; remove the line, and do this again")
        new = [f"{field}:", *indented(item(data), by=2)]
        return _checked(page.with_lines(len(page.lines), new).text, expected, file=file)
    last = places.of(field, len(listed) - 1)
    dash, column = item_indents(page.lines, last)
    at = end_of_block(page.lines, last.line - 1, indent=dash)
    gap = [""] if len(listed) > 1 and parted(page.lines, last) else []
    new = [*gap, *indented(_spread(item(data), by=column - dash), by=dash)]
    return _checked(page.with_lines(at, new).text, expected, file=file)


def with_field(text: str, path: Path, name: str, value: object, *, file: str) -> str:
    """Write a field of a list item: in the place of the one that is there, or as its last.

    Raises EditError where the item or the field is not written on lines of its own.
    """
    read, places = _read(text, file=file)
    expected: Any = deepcopy(read)
    owner = expected
    for step in path:
        owner = owner[step]
    there = name in owner
    owner[name] = value
    page = sheet(text)
    spot = places.of(*path)
    dash, column = item_indents(page.lines, spot)
    new = indented(block({name: value}), by=column)
    if not there:
        at = end_of_block(page.lines, spot.line - 1, indent=dash)
        return _checked(page.with_lines(at, new).text, expected, file=file)
    key = places.of_key(*path, name)
    if key.column - 1 != column or key.line == spot.line:
        raise EditError(f"{key}: {name}: does not stand on a line of its own; write it so first")
    end = end_of_block(page.lines, key.line - 1, indent=column, items=True)
    return _checked(page.with_lines(key.line - 1, new, instead_of=end - key.line + 1).text, expected, file=file)




def with_top_field(text: str, name: str, value: object, *, file: str) -> str:
    """Write a field of the record itself: in the place of the one that is there, or as its last."""
    read, places = _read(text, file=file)
    expected = {**deepcopy(read), name: value}
    page, new = sheet(text), block({name: value})
    if name not in read:
        return _checked(page.with_lines(len(page.lines), new).text, expected, file=file)
    first = places.of_key(name).line - 1
    end = end_of_block(page.lines, first, indent=0, items=True)
    return _checked(page.with_lines(first, new, instead_of=end - first).text, expected, file=file)


def _spread(lines: list[str], *, by: int) -> list[str]:
    """Move the fields of an item away from its dash: two columns are usual."""
    if by == 2:
        return lines
    return [f"-{' ' * (by - 1)}{lines[0][2:]}", *(f"{' ' * (by - 2)}{line}" if line else "" for line in lines[1:])]


def _read(text: str, *, file: str) -> tuple[dict[str, Any], Places]:
    data, places, problems = parse(text, file=file)
    if problems or not isinstance(data, dict):
        first = f": {min(problems)}" if problems else ""
        raise EditError(f'"{file}" has problems; mend them first, and do this again{first}')
    return data, places


def _checked(text: str, expected: object, *, file: str) -> str:
    data, _, problems = parse(text, file=file)
    if problems or _plain(data) != _plain(expected):
        raise EditError(f'"{file}" is written in a way this command cannot change; add the lines by hand')
    return text


def _plain(data: object) -> object:
    """Give data with texts on one line: how a text is folded is layout."""
    match data:
        case str():
            return " ".join(data.split())
        case dict():
            return {name: _plain(value) for name, value in data.items()}
        case list() | tuple():
            return [_plain(value) for value in data]
    return data
