"""Plain YAML scalars -> text, numbers, true, false, null, by the core schema of YAML 1.2.

What YAML 1.1 reads otherwise is text here: `no`, `on`, `12:30:00`, `2025-06-02`; `017` is 17.
Imports nothing of ours. Must never know where a scalar stands.
"""

from __future__ import annotations

import re

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)")
_NOT_A_NUMBER = frozenset({".nan", ".NaN", ".NAN"})
_BEGIN_NUMBERS = frozenset("+-.0123456789")
_LONGEST_NUMBER = 400
"""Longer runs of digits stay text: no figure has them, and turning them into numbers takes quadratic time."""


def resolve(text: str) -> str | int | float | bool | None:
    """Read one plain scalar (YAML 1.2.2, section 10.3.2)."""
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    return text if text[0] not in _BEGIN_NUMBERS or len(text) > _LONGEST_NUMBER else _number(text)


def _number(text: str) -> str | int | float:
    if _DECIMAL.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text[2:], 16)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _INFINITE.fullmatch(text):
        return float("-inf") if text[0] == "-" else float("inf")
    return float("nan") if text in _NOT_A_NUMBER else text
