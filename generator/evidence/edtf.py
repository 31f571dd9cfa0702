"""Dates in EDTF (ISO 8601-2), the forms editors may write: one date, an interval, a choice of days.

Gives frozen values with their earliest and latest day, so that dates sort and compare by calendar days.
Imports the standard library only. Must never know where a date is written or how it is shown.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]
Form = Literal["date", "interval", "set"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # not from the standard library: its names follow the machine's locale

FORMS = (
    "write 2025, 2025-06 or 2025-06-02 (with ~ for about, ? for uncertain, % for both at the end), "
    "an interval 2025-06-02/2025-06-09, ../2025-06-09 or 2025-06-02/.., "
    'or a choice "[2025-06-07..2025-06-09]" or "[2025-06-02,2025-06-09]"'
)

_PART = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%])?")
_LOOSE = re.compile(r"[0-9]{4}(?:-[0-9]{1,2}){1,2}[~?%]?")
_MARK_IN_FRONT = re.compile(r"[~?%][0-9]|[0-9][~?%][-0-9]")
_SHOWN = 60  # characters of a refused text that a message repeats
_ORDER: tuple[Precision, ...] = ("day", "month", "year")


class EdtfError(ValueError):
    """Say why a text is no date; `code` is `bad-date` or `reversed-date`."""

    def __init__(self, message: str, *, code: Literal["bad-date", "reversed-date"] = "bad-date") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class EdtfPart:
    """Hold one calendar date inside an EDTF text: a year, a month or a day, and its marks."""

    text: str
    year: int
    month: int | None
    day: int | None
    approximate: bool
    uncertain: bool

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def earliest(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or days_in(self.year, month))


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """Hold a date as written, with its first and last possible day; None is an open end.

    `parts` are the dates it is made of, in the order written; `ranges` are the stretches of days it allows
    (one, but for a set with commas). `precision` is the coarsest of the parts'.
    """

    text: str
    form: Form
    parts: tuple[EdtfPart, ...]
    ranges: tuple[tuple[dt.date | None, dt.date | None], ...]
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision

    @property
    def approximate(self) -> bool:
        return any(part.approximate for part in self.parts)

    @property
    def uncertain(self) -> bool:
        return any(part.uncertain for part in self.parts)

    @property
    def one_of(self) -> bool:
        return self.form == "set"

    @property
    def open_start(self) -> bool:
        return self.earliest is None

    @property
    def open_end(self) -> bool:
        return self.latest is None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """Give a key that orders by the first, then the last possible day; open ends come first and last."""
        return self.earliest or dt.date.min, self.latest or dt.date.max, self.text

    def __lt__(self, other: EdtfDate) -> bool:
        return self.sort_key < other.sort_key


def days_in(year: int, month: int) -> int:
    """Count the days of a month."""
    if month == 2:  # February is the month meant, no name says it better
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def parse_edtf(text: str) -> EdtfDate:
    """Read a date in EDTF; raise EdtfError with a plain message where it is none."""
    if text.startswith("[") or text.endswith("]"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    part = _part(text, whole=text)
    return EdtfDate(text, "date", (part,), ((part.earliest, part.latest),), part.earliest, part.latest, part.precision)


def _interval(text: str) -> EdtfDate:
    first, _, last = text.partition("/")
    if not first or not last or first == last == "..":
        raise EdtfError(f'"{_short(text)}" lacks an end; write .. for one open end: ../2025-06-09 or 2025-06-02/..')
    start = None if first == ".." else _part(first, whole=text)
    end = None if last == ".." else _part(last, whole=text)
    return _stretch(text, "interval", start, end)


def _set(text: str) -> EdtfDate:
    if not (text.startswith("[") and text.endswith("]")):
        raise EdtfError(f'"{_short(text)}" has only one bracket; write "[2025-06-07..2025-06-09]"')
    inner = text[1:-1]
    if ".." in inner and "," not in inner:
        first, _, last = inner.partition("..")
        if not first or not last:
            raise EdtfError(f'"{_short(text)}" lacks an end; write "[2025-06-07..2025-06-09]"')
        return _stretch(text, "set", _part(first, whole=text), _part(last, whole=text))
    parts = tuple(_part(item.strip(" "), whole=text) for item in inner.split(","))
    if len(parts) == 1:
        raise EdtfError(f'"{_short(text)}" offers one date only; write it without brackets')
    earliest, latest = min(part.earliest for part in parts), max(part.latest for part in parts)
    ranges = tuple((part.earliest, part.latest) for part in parts)
    return EdtfDate(text, "set", parts, ranges, earliest, latest, _coarsest(parts))


def _stretch(text: str, form: Form, start: EdtfPart | None, end: EdtfPart | None) -> EdtfDate:
    if start and end and start.earliest > end.latest:
        message = (
            f'"{_short(text)}" ends before it begins: {end.text} is before {start.text}; put the earlier date first'
        )
        raise EdtfError(message, code="reversed-date")
    parts = tuple(part for part in (start, end) if part)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    return EdtfDate(text, form, parts, ((earliest, latest),), earliest, latest, _coarsest(parts))


def _coarsest(parts: tuple[EdtfPart, ...]) -> Precision:
    return max((part.precision for part in parts), key=_ORDER.index)


def _part(text: str, *, whole: str) -> EdtfPart:
    found = _PART.fullmatch(text)
    if found is None:
        raise EdtfError(_why_not(text, whole=whole))
    year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    if year == 0:
        raise EdtfError(f'"{_short(whole)}": years run from 0001 to 9999; {FORMS}')
    if month is not None and not 1 <= month <= len(MONTHS):
        raise EdtfError(f'"{_short(whole)}": there is no month {found["month"]}; correct the month')
    if month is not None and day is not None and not 1 <= day <= days_in(year, month):
        has = f"{MONTHS[month - 1]} {year} has {days_in(year, month)} days; correct the day"
        raise EdtfError(f'"{_short(whole)}": there is no day {found["day"]}, {has}')
    mark = found["mark"] or ""
    return EdtfPart(text, year, month, day, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def _why_not(text: str, *, whole: str) -> str:
    said = f'"{_short(whole)}" is not a date this site reads'
    if text != text.strip():
        return f"{said}: it holds a space; {FORMS}"
    if _LOOSE.fullmatch(text):
        return f"{said}: month and day take two digits, as in 2025-06-02"
    if _MARK_IN_FRONT.search(text):
        return f"{said}: ~ ? and % stand at the end of a date, as in 2025-06~"
    return f"{said}; {FORMS}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
