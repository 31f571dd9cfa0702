"""Quote marks in YAML: one that is not closed, one that is not opened, curly ones, and which to put round a text.

May import field lines. Must never know files or records.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.reading.field_lines import field_at, line_at

STRAIGHT = ('"', "'")
_PAIRS = {"“": "”", "„": "“”", "”": "”", "‘": "’", "‚": "‘’", "’": "’", "″": "″", "`": "`´", "´": "´"}
"""Marks that stand where YAML's quote marks belong, and those that close them."""
_CLOSING = frozenset("”“’")
_FOR = re.compile(r"([A-Za-z][\w-]*):\s*$")


def put_round(text: str, *, of: str = "") -> str:
    """Say how to make YAML take a text as it is: with which marks round it, or without any on lines of its own."""
    whole = f"the whole text of {of}:" if of else "the whole text"
    if '"' not in text and "\\" not in text:
        return f'put " before and after {whole}'
    if "'" not in text:
        return f"put ' before and after {whole}"
    return f"write >- in its place, and {whole} on the next line, indented further"


def curly(text: str) -> tuple[str, str] | None:
    """Give the two marks a whole text stands between, where they are not straight and none of them is inside."""
    text = text.strip()
    opening, closing = text[:1], text[-1:]
    if len(text) < 2 or closing not in (_PAIRS.get(opening) or "\0"):
        return None
    inner = re.sub(r"(?<=\w)[’´](?=\w)", "", text[1:-1])
    return None if {opening, closing} & set(inner) else (opening, closing)


def instead_of_curly(text: str, *, of: str) -> str:
    """Say what to write where a text stands between marks that quote nothing in YAML."""
    opening, closing = curly(text) or ("", "")
    mark = '"' if '"' not in text and "\\" not in text else "'"
    them = f"{opening} and {closing}" if opening != closing else opening
    return (
        f"{them} are no quote marks of YAML; write {mark} in the place of both, or, where they are part of the text, "
        f"put {mark} before and after the whole text of {of}:"
    )


def not_opened(text: str) -> bool:
    """Tell whether a text without quote marks round it ends with one."""
    return text.endswith('""') or (text.endswith('"') and text.count('"') == 1)


def open_it(text: str, *, of: str) -> str:
    """Say how to mend a text that only ends with a quote mark."""
    found = f"the text of {of}: ends with a quote mark, but none opens it"
    if text[0] in _PAIRS:
        return f'{found}, for {text[0]} is none of YAML; write " in the place of {text[0]}'
    first = text.split(maxsplit=1)[0].rstrip('"')
    if text.endswith('""'):
        return f'{found}; put one " before "{first}" and leave one at the end, or delete both'
    return f'{found}; put " before "{first}" as well, or delete the one at the end'


def swallowed_line(lines: Sequence[str], *, first: int, last: int, names: Collection[str]) -> int:
    """Give the first of some lines that cannot be part of a quoted text, a field or a comment; 0 where all can."""
    for number in range(first, last + 1):
        found = field_at(lines, number)
        is_field = found is not None and (found.name in names or not names)
        if is_field or line_at(lines, number).lstrip().startswith("# "):
            return number
    return 0


def close_it(lines: Sequence[str], *, at: tuple[int, int], before: int) -> str:
    """Say where the quote mark opened at a place is to be closed; its text ends before another line."""
    line, column = at
    mark = line_at(lines, line)[column - 1 : column]
    found = _FOR.search(line_at(lines, line)[: column - 1])
    of = f"the text of {found[1]}:" if found else "the text"
    end = next((number for number in range(before - 1, line, -1) if line_at(lines, number).strip()), line)
    unclosed = f"the quote mark {mark} that opens {of} here is not closed"
    last = line_at(lines, end).rstrip()[-1:]
    if last in _CLOSING and last != mark:
        return f"{unclosed}, for {last} is none of YAML; write {mark} in the place of {last}"
    return f"{unclosed}; put {mark} {_where(lines, end, opened=line)}"


def _where(lines: Sequence[str], number: int, *, opened: int) -> str:
    text = line_at(lines, number).rstrip()
    where = "this line" if number == opened else f"line {number}"
    bracket = re.search(r"[\]}][\]},]*$", text)
    in_flow = bracket and re.search(r"[\[{][^\"']*$", re.split(r"[\"']", line_at(lines, opened))[0])
    if bracket and in_flow:
        return f'before the "{bracket[0]}" at the end of {where}'
    return f"at the end of {where}"
