"""Say EDTF dates in words: `2 June 2025`, `about June 2025`, `2 to 9 June 2025`, `until 9 June 2025`.

The only room of babel. May import EDTF dates. Must never know where a date stands.
"""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from generator.evidence.edtf import EdtfDate, EdtfPart

_PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}


def in_words(date: EdtfDate) -> str:
    """Give the date in British English."""
    if date.form == "set":
        return _choice(date)
    if date.form == "date":
        return _part(date.parts[0])
    if date.open_start:
        return f"until {_part(date.parts[-1])}"
    if date.open_end:
        return f"from {_part(date.parts[0])}"
    return _between(date.parts[0], date.parts[-1], word="to")


def _choice(date: EdtfDate) -> str:
    first, last = date.earliest, date.latest
    if date.precision != "day" or first is None or last is None or len(date.ranges) > 1:
        words = [_part(part) for part in date.parts]
        if len(date.ranges) > 1 and len(words) > 1:
            return ", ".join(words[:-1]) + f" or {words[-1]}"
        if first is None or last is None:
            return f"{'by' if first is None else 'from'} {words[-1] if first is None else words[0]}"
        return f"some time from {words[0]} to {words[-1]}"
    days = (last - first).days
    if days <= 1:
        return _between(date.parts[0], date.parts[-1], word="or")
    return f"one day from {_between(date.parts[0], date.parts[-1], word='to')}"


def _between(first: EdtfPart, last: EdtfPart, *, word: str) -> str:
    end = _part(last)
    plain = not (first.approximate or first.uncertain or last.approximate or last.uncertain)
    if first.text == last.text:
        return end
    if plain and first.precision == last.precision and first.year == last.year and first.precision != "year":
        pattern = "MMMM" if first.precision == "month" else "d" if first.month == last.month else "d MMMM"
        return f"{_format(first.earliest, pattern)} {word} {end}"
    return f"{_part(first)} {word} {end}"


def _part(part: EdtfPart) -> str:
    words = _format(part.earliest, _PATTERNS[part.precision])
    if part.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if part.uncertain else words


def _format(day: dt.date, pattern: str) -> str:
    return format_date(day, format=pattern, locale="en_GB")
