"""Dates as schema.org can say them: a day, month or year of ISO 8601, or two of them; every other only as EDTF.

May import the vocabularies and what is told of dates. Must never make a date more certain than it is.
"""

from __future__ import annotations

import re

from generator.exports.linked_data.vocabulary import Node, beside
from generator.telling.passages import Date

_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def iso(edtf: str | None) -> str | None:
    """Give a date as ISO 8601 writes it, or nothing for one that is about, uncertain, a stretch or a choice."""
    return edtf if edtf and _PLAIN.fullmatch(edtf) else None


def happened(date: Date | None) -> Node:
    """Tell when an event was: begin and end where ISO 8601 can say them, and always the date in EDTF."""
    if date is None:
        return {}
    begin, _, end = date.edtf.partition("/")
    ends = {"startDate": iso(begin), "endDate": iso(end)}
    told = {name: value for name, value in ends.items() if value}
    plain = begin == ".." or "startDate" in told
    stretch = not end or end == ".." or "endDate" in told
    return {**(told if plain and stretch else {}), "temporal": date.edtf}


def until(date: Date) -> str:
    """Give the stretch of time that ends with a date, in EDTF; its beginning is open."""
    return f"../{date.edtf}" if iso(date.edtf) else date.edtf


def basis(date: Date | None) -> list[Node]:
    """Say that a date is derived, and how it follows; a stated one needs no mark."""
    if date is None or date.basis == "stated":
        return []
    return [beside("basis of the date", "derived", because=date.because)]
