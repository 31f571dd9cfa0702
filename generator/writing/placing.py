"""Where a date stands among other dates: its order, its anchor on a page, and what its form leaves open.

One day stands at itself, a bare month or year after all of its days, a stretch or a choice of days where it begins.
May import EDTF dates. Must never know records or pages.
"""

from __future__ import annotations

import datetime as dt

from generator.evidence.edtf import EdtfDate, EdtfPart

Order = tuple[dt.date, bool, dt.date, dt.date, str]


def is_one_day(date: EdtfDate) -> bool:
    """Tell whether the date is one calendar day, however sure."""
    return date.form == "date" and date.precision == "day"


def place(date: EdtfDate) -> dt.date:
    """Give the one day at which the date is told: where it has no beginning, its end."""
    day = date.latest if date.form == "date" else date.earliest
    return day or date.latest or date.earliest or dt.date.max


def order(date: EdtfDate) -> Order:
    """Give a key that sorts dates for a reader: by place, single days first, then by first and last possible day."""
    return place(date), not is_one_day(date), date.earliest or dt.date.min, date.latest or dt.date.max, anchor(date)


def anchor(date: EdtfDate) -> str:
    """Give the date's anchor on a page, such as `d-2025-06-09` or `d-one-of-2025-06-07-to-2025-06-08`.

    Two dates have the same anchor only if they mean the same.
    """
    parts = [_part(part) for part in date.parts]
    if date.form == "date":
        return f"d-{parts[0]}"
    if date.open_start or date.open_end:
        return f"d-{'until' if date.open_start else 'from'}-{parts[0]}"
    if date.form == "interval":
        return f"d-{'-to-'.join(parts)}"
    return f"d-one-of-{('-to-' if len(date.ranges) == 1 else '-or-').join(parts)}"


def machine_date(date: EdtfDate) -> str:
    """Give the date for the attribute `datetime` of HTML; nothing for one that HTML cannot write."""
    return date.parts[0].text.rstrip("~?%") if date.form == "date" else ""


def remarks(date: EdtfDate) -> tuple[str, ...]:
    """Say in sentences what the form of the date leaves open."""
    found = []
    if date.uncertain:
        found.append("The date is uncertain.")
    if date.approximate:
        found.append("The date is approximate.")
    if date.form == "set":
        found.append("One of these dates; which of them is open.")
    elif date.open_start:
        found.append("The beginning is not given.")
    elif date.open_end:
        found.append("The end is not given.")
    elif date.form == "interval":
        found.append("A stretch of time.")
    elif date.precision != "day":
        found.append("No day is given." if date.precision == "month" else "No month is given.")
    return tuple(found)


def _part(part: EdtfPart) -> str:
    return part.text.rstrip("~?%") + "-about" * part.approximate + "-uncertain" * part.uncertain
