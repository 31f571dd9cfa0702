"""One entry for each dated claim of the timeline, and what has no place in a calendar in the calendar's description.

No entry has a STATUS: CONFIRMED would say that it took place, TENTATIVE that it may be called off, and a claim says
neither; who says it stands in the description. Entries are all-day and transparent: nobody is busy because of them.
May import what is told, writing, spans and lines. Must never know how a claim was weighed, nor the clock.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping

from generator.evidence.weighing import parse_or_none
from generator.exports.calendar.lines import Property, text, written
from generator.exports.calendar.spans import Span, span
from generator.exports.citation_text import ended
from generator.exports.data_file import DataFile
from generator.exports.speakers import speaker
from generator.telling.claims import Claim, Evidence
from generator.telling.facts import Facts
from generator.telling.passages import Date
from generator.writing import naming, placing
from generator.writing.addresses import claim_page
from generator.writing.desk import day
from generator.writing.escaping import one_line

URI = "data/timeline.ics"
_PRODUCT = "-//factsheet//timeline//EN"
_WEB = ("http://", "https://")
_Dated = tuple[Claim, Span]


def timeline_ics(facts: Facts) -> DataFile:
    """Write the calendar."""
    dated = [(claim, span(claim.date)) for claim in facts.claims if claim.date and claim.kind != "role"]
    placed = sorted(((one.days, claim.id, claim, one) for claim, one in dated if one.days), key=lambda item: item[:2])
    left = [(claim, one) for claim, one in dated if not one.days]
    names = {actor.id: actor.name for actor in facts.actors}
    same = _Same(facts, names)
    entries = b"".join(written(same.entry(claim, one)) for _, _, claim, one in placed)
    content = written(_head(facts, left)) + entries + written([("END", "VCALENDAR")])
    return DataFile(URI, content, "The dated claims as a calendar (iCalendar).")


def _head(facts: Facts, left: list[_Dated]) -> Iterator[Property]:
    title = text(one_line(facts.dossier.title))
    told = text(_about(facts, left))
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", _PRODUCT
    yield "CALSCALE", "GREGORIAN"
    yield "NAME", title  # RFC 7986
    yield "X-WR-CALNAME", title  # what most programs read
    yield "DESCRIPTION", told
    yield "X-WR-CALDESC", told
    if facts.dossier.id.startswith(_WEB):
        yield "URL", facts.dossier.id


def _about(facts: Facts, left: list[_Dated]) -> str:
    """Describe the calendar: what it rests on, what an entry is, and what is dated and has no place in it."""
    lines = [
        f"What this rests on: {one_line(facts.dossier.scope.text)}",
        "Each entry is a claim: what sources say, with its status and who says it. Where no source states one day, the "
        "entry begins with what is known of the date and takes all days it can mean.",
        f"Updated {day(facts.dossier.updated)}, version {facts.version}.",
    ]
    if left:
        lines.append("Not in the calendar, for it cannot show their dates:")
        lines += [f"{one.words}: {one_line(claim.statement)}{_link(claim)}" for claim, one in left]
    return "\n".join(lines)


def _link(claim: Claim) -> str:
    return f" {claim.url}" if claim.url.startswith(_WEB) else ""


class _Same:
    """What all entries of one calendar share."""

    def __init__(self, facts: Facts, names: Mapping[str, str]) -> None:
        self.names = names
        self.scope = f"What this rests on: {one_line(facts.dossier.scope.text)}"
        self.stamp = f"{_date(_day(facts.dossier.updated))}T000000Z"
        self.spaces = uuid.uuid5(uuid.NAMESPACE_URL, facts.dossier.id)

    def entry(self, claim: Claim, taken: Span) -> Iterator[Property]:
        """Give the properties of one entry."""
        if taken.days is None or claim.date is None:
            return
        first, last = taken.days
        statement = one_line(claim.statement)
        first_id = claim.formerly[0] if claim.formerly else claim.id
        yield "BEGIN", "VEVENT"
        yield "UID", str(uuid.uuid5(self.spaces, claim_page(first_id)))
        yield "DTSTAMP", self.stamp
        yield "DTSTART;VALUE=DATE", _date(first)
        if first != last:
            yield "DTEND;VALUE=DATE", _date(last + dt.timedelta(days=1))  # the day after the last
        yield "SUMMARY", text(f"{taken.words}: {statement}" if taken.words else statement)
        yield "DESCRIPTION", text("\n".join(self._told(claim, claim.date)))
        yield "CATEGORIES", f"{text(claim.kind)},{text(claim.status)}"
        yield "TRANSP", "TRANSPARENT"
        if claim.url.startswith(_WEB):
            yield "URL", claim.url
        yield "END", "VEVENT"

    def _told(self, claim: Claim, date: Date) -> Iterator[str]:
        yield f"Status: {claim.status}"
        yield f"Said by: {one_line(claim.said_by)}"
        yield " ".join(_dated(date))
        for one in claim.evidence:
            yield self._passage(one)
        for correction in claim.corrections or []:
            yield f"Corrected {day(correction.date)}: {one_line(correction.wrong)} {one_line(correction.now)}"
        yield self.scope
        if link := _link(claim).strip():
            yield link

    def _passage(self, one: Evidence) -> str:
        against = "Against it: " if one.stance == "refutes" else ""
        who = one_line(speaker(one, self.names))
        return f"{against}“{one_line(one.exact)}” ({who}, in {naming.source_label(one.source)})"


def _dated(told: Date) -> Iterator[str]:
    derived = told.basis == "derived"
    yield f"Date: {day(told.edtf)}, {'derived' if derived else 'stated by a source'}."
    if told.because:
        yield ended(f"Derived from cited passages: {one_line(told.because)}")
    if (date := parse_or_none(told.edtf)) is not None:
        yield from placing.remarks(date)


def _date(day_: dt.date) -> str:
    return day_.isoformat().replace("-", "")


def _day(edtf: str) -> dt.date:
    """Give the last day a date can mean, else the first; of no date, the first day there is."""
    date = parse_or_none(edtf)
    return (date.latest or date.earliest if date else None) or dt.date.min
