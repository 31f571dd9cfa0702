"""A bracket or brace that is missing: where it may belong.

May import field lines and edits. Must never know files, nor YAML's parser.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.reading.edits import Edit, of_line, suspects
from generator.reading.field_lines import FieldLine, field_at, line_at

_PAIRS = (("[", "]", "list"), ("{", "}", "block"))


def bracketed(lines: Sequence[str], number: int) -> Iterator[Edit]:
    """Give edits that put the missing one of two brackets."""
    for at in suspects(lines, number)[:2]:
        field = field_at(lines, at)
        if field is None or field.value.startswith(('"', "'")):
            continue
        for opening, closing, what in _PAIRS:
            missing = field.value.count(opening) - field.value.count(closing)
            if missing == 1:
                yield from _closed(lines, field, closing, f'the {what} that "{opening}" opens here is not closed')
            elif missing == -1:
                yield from _opened(lines, field, opening, f'the {what} that "{closing}" closes here is not opened')


def braced(lines: Sequence[str], number: int) -> Iterator[Edit]:
    """Give an edit that makes a block of a field that stands on the line of another one."""
    field = field_at(lines, number)
    inner = re.match(r"([^\s:{}\[\]\"'][^:{}\[\]\"']*): +\S", field.value) if field is not None else None
    if field is not None and inner is not None:
        place = (number, field.value_column, len(field.value))
        now = f"{line_at(lines, number)[: field.value_column - 1]}{{{field.value}}}"
        message = f'"{inner[1]}:" is a field inside "{field.name}:"; put it between braces: {{{field.value}}}'
        yield of_line("bracket", place, message, lines, now=now)


def braced_item(lines: Sequence[str], number: int, *, names: Collection[str]) -> Iterator[Edit]:
    """Give an edit that makes a block of the fields that stand on one line after a dash."""
    field = field_at(lines, number)
    if field is None or not field.dash or not any(f", {name}: " in field.value for name in names):
        return
    line = line_at(lines, number).rstrip()
    place = (number, field.column, len(line) - field.column + 1)
    message = f'several fields stand on this line; put "{{" before "{field.name}:" and "}}" at its end'
    now = f"{line[: field.column - 1]}{{{line[field.column - 1 :]}}}"
    yield of_line("bracket", place, message, lines, now=now)


def _closed(lines: Sequence[str], field: FieldLine, closing: str, found: str) -> Iterator[Edit]:
    line = line_at(lines, field.number).rstrip()
    opening = field.value_column - 1 + field.value.rindex("[" if closing == "]" else "{")
    place = (field.number, opening + 1, len(line) - opening)
    spots = [len(line), *(match.start() for match in re.finditer(r"[\]}]", line) if match.start() > opening)]
    for at in spots:
        where = "at the end of this line" if at == len(line) else f'before the "{line[at]}"'
        now = f"{line[:at]}{closing}{line[at:]}"
        yield of_line("bracket", place, f'{found}; put "{closing}" {where}', lines, now=now)


def _opened(lines: Sequence[str], field: FieldLine, opening: str, found: str) -> Iterator[Edit]:
    line = line_at(lines, field.number)
    start = field.value_column - 1
    closing = start + field.value.rindex("]" if opening == "[" else "}")
    inside = (match.end() for match in re.finditer(r"(: |, |\[|\{)(?=[^\s\[{])", line))
    for at in (start, *(at for at in inside if start < at < closing)):
        word = re.match(r"[^\s,:\]}]*", line[at:])
        place = (field.number, at + 1, closing + 1 - at)
        message = f'{found}; put "{opening}" before "{word[0] if word else ""}"'
        yield of_line("bracket", place, message, lines, now=f"{line[:at]}{opening}{line[at:]}")
