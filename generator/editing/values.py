"""A value from what is typed on a command line: `at_least=350`, `words=thousands`, `between=18..25`.

May import nothing of ours but `changes`. Must never judge whether a passage bears the value out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.editing.changes import EditError

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}([,\u0020\u00a0\u202f']\d{3})+")
_RANGE = re.compile(r"(.+?)\s*(?:\.\.|\u2013|-|,)\s*(.+)")
_IN_WORDS = frozenset({"words", "date", "scope"})


def value_of(typed: Iterable[str]) -> dict[str, object]:
    """Give the fields of a value. Raises EditError for what is not `field=value`, or no number where one is needed."""
    found: dict[str, object] = {}
    for text in typed:
        name, sign, given = (part.strip() for part in text.partition("="))
        if not sign or not given:
            raise EditError(f'"{text}" is no value; write it like at_least=350 or words=thousands')
        found[name] = _given(name, given)
    return found


def _given(name: str, given: str) -> object:
    if name in _IN_WORDS:
        return given
    if name == "between":
        if not (match := _RANGE.fullmatch(given)):
            raise EditError(f'"{given}" is no range; write it like between=18..25')
        return [_number(match[1]), _number(match[2])]
    return _number(given)


def _number(text: str) -> int | float:
    plain = re.sub(r"[,\u0020\u00a0\u202f']", "", text) if _GROUPED.fullmatch(text) else text
    if not _NUMBER.fullmatch(plain):
        raise EditError(f'"{text}" is no number; write digits only, such as 1200')
    return float(plain) if "." in plain else int(plain)
