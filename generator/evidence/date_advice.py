"""A date in another form than EDTF, and what it would be: `4 March 2025` is `2025-03-04`.

Advice only: nothing here makes such a date good. May import edtf and calendar. Must never know where a date is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.evidence.calendar import SpokenDate
from generator.evidence.edtf import MONTHS, EdtfError, parse_edtf

DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = "\"'“”„‘’‚«»`´ "
_BETWEEN = re.compile(r"\s+(?:to|until|till|and)\s+|\s*[–—]\s*|\s+-\s+")
_NAMES = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3]: number for name, number in _NAMES.items()} | {"sept": 9}
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_DAY_NAMED = re.compile(r"(?:\w+day,?\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})")
_MONTH_NAMED = re.compile(r"(?:\w+day,?\s+)?([a-z]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})")
_DAY_FOR_MONTH = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def in_edtf(text: str) -> tuple[str, ...]:
    """Give what a date in another form may be in EDTF: nothing, one date, or two where day and month may be either.

    >>> in_edtf("4 March 2025"), in_edtf("03/04/2025")
    (('2025-03-04',), ('2025-04-03', '2025-03-04'))
    """
    bare = text.strip(_MARKS).lower()
    halves = _BETWEEN.split(bare)
    if len(halves) == 2:
        both = [list(_one(half)) for half in halves]
        found = ["/".join(half[0] for half in both)] if all(len(half) == 1 for half in both) else []
    else:
        found = list(_one(bare))
    return tuple(dict.fromkeys(date for date in found if date != text and _good(date)))


def advice(edtf: str, error: EdtfError) -> str:
    """Say what is wrong with a date that cannot be read, and what it would be in a form that can."""
    meant = in_edtf(edtf) if error.code == "bad-date" else ()
    if not meant:
        return str(error)
    if DAY_FORM.fullmatch(edtf):
        return f"{error}; where the day comes before the month, write {meant[0]}"
    choice = f"write {meant[0]}" if len(meant) == 1 else f"write {meant[0]}, or {meant[1]} where the month comes first"
    return f'"{edtf}" is not a date this site reads; {choice}'


def spoken_in_edtf(date: SpokenDate) -> str:
    """Give a date that a text names, in EDTF; empty where it names no month and year, or a day that is none."""
    if date.year is None or date.month is None:
        return ""
    written = _written(str(date.year), date.month, None if date.day is None else str(date.day))
    return written if _good(written) else ""


def _one(text: str) -> Iterator[str]:
    if _good(text):
        yield text
    elif match := _DAY_FOR_MONTH.fullmatch(text):
        yield f"{match[1]}-{match[3]}-{match[2]}"
    elif match := _YEAR_FIRST.fullmatch(text):
        yield _written(match[1], match[2], match[3])
    elif match := _YEAR_LAST.fullmatch(text):
        yield _written(match[4], match[3], match[1])
        if match[2] != ".":  # only where points part them, the day always comes first
            yield _written(match[4], match[1], match[3])
    elif (match := _DAY_NAMED.fullmatch(text)) and match[2] in _NAMES:
        yield _written(match[3], _NAMES[match[2]], match[1])
    elif (match := _MONTH_NAMED.fullmatch(text)) and match[1] in _NAMES:
        yield _written(match[3], _NAMES[match[1]], match[2])


def _written(year: str, month: str | int, day: str | None) -> str:
    return f"{year:0>4}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _good(text: str) -> bool:
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True
