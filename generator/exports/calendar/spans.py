"""Which days of a calendar a date takes, and in which words the entry says so where that is no one day.

A day is taken alone only where a passage states it without reserve. Months, years, stretches and choices of days take
all days they allow, and words before the statement say what is known. What has no bounds, or leaves days out between
its first and its last, takes none: a calendar would show days that no source says.
May import EDTF dates, their words and what is told of them. Must never know a claim or a line of a calendar.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.evidence.edtf import EdtfDate
from generator.evidence.weighing import parse_or_none
from generator.telling.passages import Date
from generator.writing.dates import in_words


@dataclass(frozen=True, slots=True)
class Span:
    """The days a date takes: the first and the last, or None where it takes none; `words` are empty for a plain day."""

    days: tuple[dt.date, dt.date] | None
    words: str


def span(told: Date) -> Span:
    """Give the days a date takes."""
    date = parse_or_none(told.edtf)
    if date is None:
        return Span(None, told.edtf)
    words = _words(date, derived=told.basis == "derived")
    first, last = date.earliest, date.latest
    if first is None or last is None or last == dt.date.max or _broken(date):
        return Span(None, words)
    exact = date.form == "date" and date.precision == "day" and not (date.approximate or date.uncertain)
    return Span((first, last), "" if exact and told.basis == "stated" else words)


def _words(date: EdtfDate, *, derived: bool) -> str:
    words = in_words(date)
    if date.form == "interval" and not date.open_start and not date.open_end and len({*date.parts}) > 1:
        words = f"from {words}"
    elif date.form == "date" and date.precision != "day" and not (date.approximate or date.uncertain):
        words = f"during {words}"
    return f"{words} (derived)" if derived else words


def _broken(date: EdtfDate) -> bool:
    """Tell whether some day between the first and the last is none that the date allows."""
    stretches = sorted((first or dt.date.min, last or dt.date.max) for first, last in date.ranges)
    reached = stretches[0][1]
    for first, last in stretches[1:]:
        if (first - reached).days > 1:
            return True
        reached = max(reached, last)
    return False
