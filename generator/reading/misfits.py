"""One value that does not fit its field -> a code and a message in plain words.

Takes pydantic's error details as plain data. Imports suggestions, the table of catalogues and the limit of a text.
Must never know files, places or shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from generator.model.identifiers import SCHEMES
from generator.model.passages import LONGEST_TEXT
from generator.reading.quote_marks import curly, put_round
from generator.reading.suggestions import did_you_mean, nearest
from generator.reading.unseen import shown

Details = Mapping[str, Any]
Misfit = tuple[str, str]

_DIGEST = r"^[0-9a-f]{16}$"
_ID_START = "^[a-z]"
_SHA256 = 64
_SCHEMES = {scheme.pattern: scheme for scheme in SCHEMES.values()}
_SHOWN = 6
_AUTHOR = "author"
_BETWEEN = "between"
_DATE, _VALUE = "Dated", "Value"
_READING, _CORRECTION = "SecondReading", "Correction"
"""Names of shapes whose blocks have a short form that editors try."""
_CORRECTIONS, _REFERS = "corrections", "refers"
_BOUNDS = {
    "exactly": "exactly", "about": "about", "around": "about", "approximately": "about", "at least": "at_least",
    "over": "more_than", "more than": "more_than", "at most": "at_most", "up to": "at_most", "under": "fewer_than",
    "fewer than": "fewer_than", "less than": "fewer_than",
}  # fmt: skip
"""Words before a number, and the field of a value that says the same."""
_GROUPED = re.compile(r"[-+]?\d{1,3}([,.\u0020\u00a0\u202f']\d{3})+")


def misfit(details: Details, *, field: str, in_list: bool = False, ids: Collection[str] = ()) -> Misfit:
    """Give code and message for one of pydantic's errors about a value (not about missing or unknown fields).

    `in_list` tells an item of a list, `ids` are those that the field may name.
    """
    if details["type"] == "string_pattern_mismatch" and details["ctx"]["pattern"].startswith(_ID_START):
        return "bad-id", bad_id(details["input"], in_list=in_list, ids=ids)
    say = _SAY.get(details["type"])
    if say is None:
        message = str(details["msg"])
        return "not-allowed", f"{_quoted(details['input'])} does not fit {field}: {message[:1].lower()}{message[1:]}"
    return say(details, field)


DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices: no folder can have them there, so no address is made of them."""


def device_message(id_: str) -> str:
    """Refuse such a name."""
    return f'"{id_}" is the name of a device in Windows, where no page can be stored at it; write another id'


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
    value, takes = details["input"], f"but {field}: takes text"
    match value:
        case int() | float() if field == "sha256":
            told = f"{_quoted(value)} is no sha256; write the 64 digits that sha256sum prints"
        case bool():
            told = f"{_quoted(value)} is no text, {takes}; put quote marks round it"
        case int() | float():
            told = f"{_quoted(value)} is a number, {takes}; put quote marks round it"
        case list():
            told = f"a list stands here, but {field}: takes one text"
            told += _unquoted_set(value) or '; write it without brackets or "- "'
        case Mapping() if len(value) == 1 and None in value.values():
            told = f'a block of fields stands here, {takes}; put " before "{{" and after "}}"'
        case Mapping() if len(value) == 1:
            ((key, text),) = value.items()
            read = f'"{shown(str(key))}: ..." is read as a block of fields'
            told = f"{read}, {takes}; {put_round(f'{key}: {text}')}"
        case _:
            told = f"a block of fields stands here, {takes}; write text"
    return "wrong-type", told


def _number(details: Details, field: str) -> Misfit:
    value = details["input"]
    if isinstance(value, str):
        text = value.strip()
        if _GROUPED.fullmatch(text):
            plain = re.sub(r"[^\d+-]", "", text)
            return "wrong-type", f"{_quoted(value)} is read as text, but {field}: takes a number; write {plain}"
        if (comma := re.fullmatch(r"(\d+),(\d+)", text)) is not None:
            read = f"{_quoted(value)} is read as text, but {field}: takes a number"
            return "wrong-type", f"{read}; write {comma[1]}.{comma[2]} with a point"
        if field == "share" and (share := re.fullmatch(r"(\d+(?:\.\d+)?) ?%", text)) is not None:
            read = f"{_quoted(value)} is text, but {field}: takes a number"
            return "wrong-type", f"{read}; write {float(share[1]) / 100:g}"
        if re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
            read = f"{_quoted(value)} is text, but {field}: takes a number"
            return "wrong-type", f"{read}; write {text} without quote marks"
    digits = re.findall(r"\d+", value) if isinstance(value, str) else []
    if field == _BETWEEN and len(digits) == 2:
        read = f"{_quoted(value)} is one text, but {field}: takes two numbers"
        return "wrong-type", f"{read}; write [{', '.join(digits)}]"
    example = digits[0] if len(digits) == 1 else "digits only, such as 1200"
    return "wrong-type", f"{_quoted(value)} is no number, but {field}: takes one; write {example}"


def _yes_or_no(details: Details, field: str) -> Misfit:
    return "wrong-type", f"{_quoted(details['input'])} is not what {field}: takes; write true or false"


def _list(details: Details, field: str) -> Misfit:
    value = details["input"]
    found = f"{_quoted(value)} stands here, but {field}: takes a list"
    if isinstance(value, Mapping) and all(item is None for item in value.values()):
        return "wrong-type", f"{found}; write brackets in the place of braces: [{', '.join(map(str, value))}]"
    if field == _CORRECTIONS:
        return "wrong-type", f"{found} of what was corrected{_as_correction(value)}"
    if isinstance(value, str):
        return "wrong-type", found + _as_list(value, field=field)
    return "wrong-type", f'{found}; begin each item with "- ", or write [a, b]'


def _as_list(text: str, *, field: str) -> str:
    """Say how a text becomes a list: of two numbers, of ids, of names, or of itself."""
    numbers = re.findall(r"\d+", text)
    inside = re.sub(r"^\((.*)\)$", r"\1", text.strip())
    ids = re.split(r",\s*|;\s*|\s+and\s+|\s+", inside)
    if field == _BETWEEN and len(numbers) == 2:
        return f"; write [{', '.join(numbers)}]"
    if len(ids) > 1 and all(id_like(one) == one and one for one in ids) and any("-" in one for one in ids):
        return f"; put brackets round it: [{', '.join(ids)}]"
    if field == _AUTHOR:
        return f" of names; write [{{literal: {shown(text)}}}], or [{{family: ..., given: ...}}]"
    if not re.search(r"[\[\]{}:#&*!|>'\"%@`]", text):
        return f"; put brackets round it: [{shown(inside)}]"
    return f'; write "- " and the text on the next line, indented further than {field}:'


def _as_correction(value: object) -> str:
    """Give an example of a correction, with what was written as what was wrong."""
    text = value if isinstance(value, str) and not re.search(r"[,:#\[\]{}\"']", value) else "It named the wrong day."
    return f"; write - {{date: 2025-03-20, wrong: {shown(text)}, now: what it says now}} on the next line"


def _block(details: Details, field: str) -> Misfit:  # noqa: PLR0911  # one return for each kind of block reads best
    value = details["input"]
    shape = details.get("ctx", {}).get("class_name")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if shape == _DATE and number:
        return "wrong-type", f"{_quoted(value)} is a number, but {field}: takes a date; put quote marks round it"
    if shape == _DATE and isinstance(value, list) and (advice := _unquoted_set(value)):
        return "wrong-type", f"a list stands here, but {field}: takes a date{advice}"
    found = f"{_quoted(value)} stands here, but {field}: takes a block of fields"
    if shape == _READING:
        by = f'"{shown(value)}"' if isinstance(value, str) else '"Your Name"'
        return "wrong-type", f"{found}, which a command writes; remove the line, and run factsheet read ID --by {by}"
    if shape == _CORRECTION:
        return "wrong-type", found + _as_correction(value)
    listed = value if isinstance(value, list) else [value]
    if field == _REFERS and all(isinstance(item, str) for item in listed):
        named = ", ".join(listed)
        return "wrong-type", f"{found}; write the words of the passage first: {{the words: [{shown(named)}]}}"
    if field == _AUTHOR and isinstance(value, str):
        return "wrong-type", f"{found}; write {{literal: {shown(value)}}}, or {{family: ..., given: ...}}"
    if shape == _VALUE:
        example = f"{{exactly: {value}}}" if number else _as_value(value)
        return "wrong-type", f"{found}; write {example}, with the field that fits the passage"
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        return "wrong-type", f'{found}; write braces in the place of brackets, or leave out the "- "'
    return "wrong-type", f"{found}; write its fields on lines of their own"


def _as_value(value: object) -> str:
    """Give an example of a value, made of what was written where that tells it."""
    match = re.fullmatch(r"(?:([a-z ]+?) )?(\d+)", value.lower()) if isinstance(value, str) else None
    if match is not None and (match[1] or "exactly") in _BOUNDS:
        return f"{{{_BOUNDS[match[1] or 'exactly']}: {match[2]}}}"
    return "{at_least: 1200} or {words: thousands}"


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
    if pattern == r"\S":
        return "missing-field", f"{field}: is blank; write its text"
    if pattern == _DIGEST:
        return "wrong-type", f"{_quoted(value)} is no digest of a reading; let factsheet read write it"
    if (scheme := _SCHEMES.get(pattern)) is not None:
        return "bad-identifier", f"{_quoted(value)} is no id of {scheme.name}; write {scheme.form}"
    if "0-9a-f" in pattern:
        many = f"{len(value)} characters" if len(value) != _SHA256 else "a sign that is no digit from 0 to f"
        return (
            "wrong-type",
            f"{_quoted(value)} is no sha256, for it has {many}; write the 64 digits that sha256sum prints",
        )
    return "wrong-type", f"{_quoted(value)} does not have the form {field}: takes ({pattern}); correct it"


def bad_id(text: str, *, in_list: bool = False, ids: Collection[str] = ()) -> str:
    """Say that a text is no id, and which it could be: one there is, several without commas, or one made of it."""
    inner = text.strip()[1:-1] if curly(text) else text
    if (comment := re.search(r"\s(//|--)\s", inner)) is not None:
        return f'"{shown(text)}" is no id; where a comment begins at "{comment[1]}", write "# " in its place'
    parts = re.findall(r"[^\s,;]+", inner)
    slug = id_like(re.sub(r"^.*/|\.(ya?ml|txt)$", "", inner.strip()))
    several = len(parts) > 1 and all(id_like(part) == part for part in parts)
    if several and all(part in ids or "-" in part or ";" in inner for part in parts):
        advice = f"; put a comma between ids: {', '.join(parts)}"
        if not in_list:
            advice = "; only one id may stand here: write the others to passages or fields of their own"
    elif guess := (slug if slug in ids else nearest(slug, ids)):
        advice = did_you_mean(inner, [guess]) or f'; did you mean "{guess}"?'
    elif ids:
        advice = f"; write one of the ids there are, such as {', '.join(sorted(ids)[:_SHOWN])}"
    elif slug and slug != text:
        advice = f'; write it like "{slug}"'
    else:
        advice = "; begin with a letter"
    return f'"{shown(text)}" is no id (lower-case letters, digits and single hyphens, a letter first){advice}'


def _blank(_: Details, field: str) -> Misfit:
    return "missing-field", f"{field}: is blank; write its text"


def _too_long(details: Details, field: str) -> Misfit:
    found, most = _quoted(details["input"]), details["ctx"]["max_length"]
    if most == LONGEST_TEXT:
        many = len(details["input"])
        return "not-allowed", f"{field}: has {many} characters, and a text has {most} at most; shorten or divide it"
    return "bad-id", f"{found} is longer than {most} characters; shorten it"


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
    "finite_number": _number,
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
