"""How far the dossier reaches: nothing is dated after its last day, and no entry after the day it was last changed.

May import evidence and everything below it. Must never know today's date: only what the files say of each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from generator.evidence.ahead import speaks_ahead
from generator.evidence.edtf import EdtfDate
from generator.evidence.weighing import Weighed, parse_or_none
from generator.model.passages import Dated, Shape
from generator.problems import Problem, Spot
from generator.reading.dossier import ClaimEntry, Dossier, Path, Record
from generator.reading.quoted import dated_of

_Place = Callable[[], Spot]
"""Finds a place; of most dates nobody asks for it."""
_Told = tuple[_Place, str, str]
"""A date's place, the date as written, and further advice for it."""
_TO_COME = "; where that day was still to come, let the statement say so"

def beyond(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a date that begins after the last day the dossier reaches to.

    A day may lie ahead where the statement, or a passage of the claim, speaks of it as one to come. An interval or a
    choice that begins in time may end later.
    """
    head = weighed.dossier.head
    until = parse_or_none(head.data.scope.until.edtf) if head is not None else None
    if head is None or until is None or until.latest is None:
        return
    last = f"{until.latest.isoformat()}, the last day of the scope ({head.places.of('scope', 'until')})"
    told = [*_of_sources(weighed.dossier), *_of_records(weighed.dossier), *_of_claims(weighed.dossier)]
    dates = {edtf: parse_or_none(edtf) for edtf in {edtf for _, edtf, _ in told}}
    for place, edtf, further in told:
        date = dates[edtf]
        if date is not None and date.earliest is not None and date.earliest > until.latest:
            advice = f"correct the date, or move until: and read the scope line again{further}"
            yield Problem(place(), "after-scope", f'"{edtf}" is after {last}; {advice}')


def out_of_date(weighed: Weighed) -> Iterator[Problem]:
    """Warn where the dossier has an entry that is dated after the day it was last changed."""
    head = weighed.dossier.head
    updated = parse_or_none(head.data.updated) if head is not None else None
    if head is None or updated is None or updated.latest is None:
        return
    found = [(date.earliest, what, place) for what, place, date in _entries(weighed.dossier) if date.earliest]
    later = [(day, what, place()) for day, what, place in found if day > updated.latest]
    if later:
        newest: dt.date = max(day for day, _, _ in later)
        _, what, spot = min((one for one in later if one[0] == newest), key=lambda one: one[2])
        yield Problem(
            head.places.of("updated"),
            "updated-too-old",
            f'"{updated.text}" is older than {what} of {newest.isoformat()} at {spot}; '
            f"write updated: {newest.isoformat()}, or correct the date there",
        )


def _of_sources(dossier: Dossier) -> Iterator[_Told]:
    for source in dossier.sources.values():
        if source.data.issued is not None:
            yield partial(source.places.of, "issued"), source.data.issued, ""
        if source.data.written is not None:
            yield _spot(source, ("written",), source.data.written), source.data.written.edtf, ""


def _of_records(dossier: Dossier) -> Iterator[_Told]:
    """Give the dates of records, but for a record all of whose claims speak of a day to come."""
    dates = {record.id: dated for record in dossier.records() if (dated := dated_of(record)) is not None}
    undated: dict[str, list[ClaimEntry]] = {}
    for entry in dossier.claims.values() if dates else ():
        if entry.data.date is None and entry.record.id in dates and not entry.withheld:
            undated.setdefault(entry.record.id, []).append(entry)
    for record in dossier.records():
        dated, told = dates.get(record.id), undated.get(record.id, [])
        if dated is not None and not (told and all(map(_ahead, told))):
            yield _spot(record, ("date",), dated), dated.edtf, _TO_COME


def _of_claims(dossier: Dossier) -> Iterator[_Told]:
    """Give the dates of claims and of their answers, but for claims that speak of a day to come."""
    for entry in dossier.claims.values():
        found: list[tuple[_Place, str]] = [
            (partial(entry.spot, "evidence", index, "value", "date"), evidence.value.date)
            for index, evidence in enumerate(entry.data.evidence)
            if evidence.value is not None and evidence.value.date is not None
        ]
        if entry.data.date is not None:
            found.append((_spot(entry.record, (*entry.path, "date"), entry.data.date), entry.data.date.edtf))
        if found and not _ahead(entry):
            yield from ((place, edtf, _TO_COME) for place, edtf in found)


def _ahead(entry: ClaimEntry) -> bool:
    return speaks_ahead(entry.data.statement) or any(speaks_ahead(evidence.exact) for evidence in entry.data.evidence)


def _entries(dossier: Dossier) -> Iterator[tuple[str, _Place, EdtfDate]]:
    """Give every entry of the editors' own work that has a date."""
    written: list[tuple[str, _Place, str]] = []
    for entry in dossier.claims.values():
        for index, correction in enumerate(entry.data.corrections):
            written.append(("a correction", partial(entry.spot, "corrections", index, "date"), correction.date))
        if (reading := entry.data.second_reading) is not None:
            written.append(("a second reading", partial(entry.spot, "second_reading", "date"), reading.date))
    fetched = ((source, text) for source in dossier.sources.values() if (text := source.data.accessed) is not None)
    written += [("the fetching of a source", partial(source.places.of, "accessed"), text) for source, text in fetched]
    for what, place, text in written:
        if (date := parse_or_none(text)) is not None:
            yield what, place, date


def _spot(record: Record[Shape], path: Path, dated: Dated) -> _Place:
    return partial(record.places.of, *path, "derived" if dated.derived is not None else "stated")

