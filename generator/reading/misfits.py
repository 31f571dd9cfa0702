"""One value that does not fit its field -> a code and a message in plain words.

Takes pydantic's error details as plain data. Imports suggestions. Must never know files, places or shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.reading.suggestions import did_you_mean
from generator.reading.unseen import shown

Details = Mapping[str, Any]
Misfit = tuple[str, str]

_DIGEST = r"^[0-9a-f]{16}$"
_ID_START = "^[a-z]"
_DATE, _VALUE = "Dated", "Value"
"""Names of shapes whose blocks have a short form that editors try."""
_GROUPED = re.compile(r"[-+]?\d{1,3}([,.\u0020\u00a0\u202f']\d{3})+")


def misfit(details: Details, *, field: str) -> Misfit:
    """Give code and message for one of pydantic's errors about a value (not about missing or unknown fields)."""
    say = _SAY.get(details["type"])
    if say is None:
        message = str(details["msg"])
        return "not-allowed", f"{_quoted(details['input'])} does not fit {field}: {message[:1].lower()}{message[1:]}"
    return say(details, field)


def id_like(text: str) -> str:
    """Give the id a text would make: `Oslo, 2 June` -> `oslo-2-june`; empty where it makes none."""
    slug = "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:80].strip("-")
    return slug if re.match("[a-z]", slug) else ""


def _quoted(value: object) -> str:
    match value:
        case str():
            return f'"{shown(value)}"'
        case None:
            return "nothing"
        case bool():
            return f'"{str(value).lower()}"'
        case int() | float():
            return f'"{value}"'
        case list():
            return "a list"
        case _:
            return "a block of fields"


def _text(details: Details, field: str) -> Misfit:
    value = details["input"]
    match value:
        case bool():
            return "wrong-type", f"{_quoted(value)} is no text, but {field}: takes text; put quote marks round it"
        case int() | float():
            return "wrong-type", f"{_quoted(value)} is a number, but {field}: takes text; put quote marks round it"
        case list():
            found = f"a list stands here, but {field}: takes one text"
            return "wrong-type", found + (_unquoted_set(value) or '; write it without brackets or "- "')
        case Mapping() if len(value) == 1:
            key = next(iter(value))
            read = f'"{shown(str(key))}: ..." is read as a block of fields'
            return "wrong-type", f"{read}, but {field}: takes text; put quote marks round text with a colon"
    return "wrong-type", f"a block of fields stands here, but {field}: takes text; write text"


def _number(details: Details, field: str) -> Misfit:
    value = details["input"]
    if isinstance(value, str):
        text = value.strip()
        if _GROUPED.fullmatch(text):
            plain = re.sub(r"[^\d+-]", "", text)
            return "wrong-type", f"{_quoted(value)} is read as text, but {field}: takes a number; write {plain}"
        if re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
            read = f"{_quoted(value)} is text, but {field}: takes a number"
            return "wrong-type", f"{read}; write {text} without quote marks"
    return "wrong-type", f"{_quoted(value)} is no number, but {field}: takes one; write digits only, such as 1200"


def _yes_or_no(details: Details, field: str) -> Misfit:
    return "wrong-type", f"{_quoted(details['input'])} is not what {field}: takes; write true or false"


def _list(details: Details, field: str) -> Misfit:
    found = f"{_quoted(details['input'])} stands here, but {field}: takes a list"
    return "wrong-type", f'{found}; begin each item with "- ", or write [a, b]'


def _block(details: Details, field: str) -> Misfit:
    value = details["input"]
    shape = details.get("ctx", {}).get("class_name")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if shape == _DATE and number:
        return "wrong-type", f"{_quoted(value)} is a number, but {field}: takes a date; put quote marks round it"
    if shape == _DATE and isinstance(value, list) and (advice := _unquoted_set(value)):
        return "wrong-type", f"a list stands here, but {field}: takes a date{advice}"
    found = f"{_quoted(value)} stands here, but {field}: takes a block of fields"
    if shape == _VALUE:
        example = f"{{exactly: {value}}}" if number else "{at_least: 1200} or {words: thousands}"
        return "wrong-type", f"{found}; write {example}, with the field that fits the passage"
    return "wrong-type", f"{found}; write its fields on lines of their own"


def _unquoted_set(value: list[object]) -> str:
    """Advise on a set of dates without quote marks, which YAML reads as a list; nothing where it is none."""
    inside = ", ".join(item for item in value if isinstance(item, str))
    return f'; put quote marks round it: "[{shown(inside)}]"' if ".." in inside else ""


def _literal(details: Details, field: str) -> Misfit:
    allowed = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    value = details["input"]
    guess = did_you_mean(value, allowed) if isinstance(value, str) else ""
    found = f"{_quoted(value)} is none of the values {field}: takes ({', '.join(allowed)})"
    return "not-allowed", found + (guess or "; use one of them")


def _pattern(details: Details, field: str) -> Misfit:
    value, pattern = details["input"], details["ctx"]["pattern"]
    if pattern.startswith(_ID_START):
        return "bad-id", bad_id(value)
    if pattern == r"\S":
        return "missing-field", f"{field}: is blank; write text, or remove the line"
    if pattern == _DIGEST:
        return "wrong-type", f"{_quoted(value)} is no digest of a reading; let factsheet read write it"
    if "0-9a-f" in pattern:
        return "wrong-type", f"{_quoted(value)} is no sha256; write the 64 digits that sha256sum prints, in lower case"
    return "wrong-type", f"{_quoted(value)} does not have the form {field}: takes ({pattern}); correct it"


def bad_id(text: str) -> str:
    """Say that a text is no id, and what it could be."""
    slug = id_like(text)
    advice = f'; write it like "{slug}"' if slug and slug != text else "; begin with a letter"
    return f'"{shown(text)}" is no id (lower-case letters, digits and single hyphens, a letter first){advice}'


def _blank(_: Details, field: str) -> Misfit:
    return "missing-field", f"{field}: is blank; write text, or remove the line"


def _too_long(details: Details, _: str) -> Misfit:
    return "bad-id", f"{_quoted(details['input'])} is longer than {details['ctx']['max_length']} characters; shorten it"


def _too_few(details: Details, field: str) -> Misfit:
    least = details["ctx"]["min_length"]
    code = "missing-field" if not details["input"] else "not-allowed"
    count = details["ctx"]["actual_length"]
    found = f"{field}: has {count} {'item' if count == 1 else 'items'} and needs at least {least}"
    return code, f"{found}; add what is missing"


def _too_many(details: Details, field: str) -> Misfit:
    return "not-allowed", f"{field}: has more than {details['ctx']['max_length']} items; remove what is too many"


def _limit(words: str, limit: str) -> Callable[[Details, str], Misfit]:
    def say(details: Details, field: str) -> Misfit:
        found = f"{_quoted(details['input'])} does not fit {field}"
        return "not-allowed", f"{found}; write a number {words} {details['ctx'][limit]:g}"

    return say


_SAY: dict[str, Callable[[Details, str], Misfit]] = {
    "string_type": _text,
    "int_type": _number,
    "float_type": _number,
    "int_from_float": _number,
    "bool_type": _yes_or_no,
    "list_type": _list,
    "dict_type": _block,
    "model_type": _block,
    "model_attributes_type": _block,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _blank,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than": _limit("above", "gt"),
    "less_than_equal": _limit("of at most", "le"),
}
