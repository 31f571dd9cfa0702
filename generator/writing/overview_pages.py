"""The pages that tell everything once more in another order: the timeline, and all claims by their records.

May import the desk, records' pages and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.evidence.edtf import EdtfDate, parse_edtf
from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.model.passages import Shape
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.writing import filters, placing
from generator.writing.day_pieces import Day, DayEntry
from generator.writing.desk import Desk, Sheet
from generator.writing.pieces import Statement, When
from generator.writing.record_pages import claims_of, entry
from generator.writing.strip import strip
from generator.writing.strip_pieces import Marked, Strip
from generator.writing.views import ClaimsView, TimelineView

_ORDER = ("agreement", "event", "dispute", "background", "actor")  # kinds of records as a reader wants them
_TIMED = _ORDER[:-1]
_WHOLE, _SHOWN = 5, 3  # of one record on one day: statements shown without folding, and shown of a longer list
_WHOLE_UNDATED, _SHOWN_UNDATED = 1, 0  # the same for what has no date
_Dated = tuple[EdtfDate | None, Record[Shape], list[WeighedClaim]]

UNDATED = "no-date"  # the anchor of what has no date


def timeline_view(desk: Desk) -> TimelineView:
    """Fill the timeline: dates in order, each with its records and claims, then what has no date."""
    sheet = desk.sheet("timeline.md")
    dated = days(sheet)
    groups = _groups(sheet.desk).get("", [])
    undated = tuple(_day_entry(sheet, group, under=UNDATED) for group in groups)
    head = sheet.head("Timeline", "What the sources date, in the order of the dates.")
    listed = [*(entry_ for day in dated for entry_ in day.entries), *undated]
    chosen = filters.of_timeline([statement for entry_ in listed for statement in (*entry_.shown, *entry_.more)])
    return TimelineView(head, sheet.notes, strip_of(dated), dated, undated, chosen)


def days(sheet: Sheet) -> tuple[Day, ...]:
    """Give the dates in order, each once, with the records that have claims of that date."""
    return tuple(_day(sheet, groups) for under, groups in _groups(sheet.desk).items() if under)


def strip_of(dated: Iterable[Day]) -> Strip:
    """Draw the strip of these days."""
    marks = [
        Marked(day.anchor, day.when.words, parse_edtf(day.edtf), derived=day.when.derived, records=len(day.entries))
        for day in dated
    ]
    return strip(marks)


def claims_view(desk: Desk) -> ClaimsView:
    """Fill the page of all claims: agreements, events, disputes, background and roles, each in the order of dates."""
    sheet = desk.sheet("claims/index.md")
    records = sorted(desk.records.values(), key=lambda record: _reading_order(desk, record))
    entries = tuple(
        replace(
            entry(sheet, record), statements=tuple(_with_any_date(sheet, id_) for id_ in desk.places[record.id])
        )
        for record in records
        if record.id in desk.places
    )
    head = sheet.head("All claims", "Every claim of this fact sheet with its status, sources and date.")
    statements = [statement for listed in entries for statement in listed.statements]
    chosen = filters.of_claims(statements, [sheet.source(id_) for id_ in desk.weighed.dossier.sources])
    return ClaimsView(head, sheet.notes, entries, chosen)


def _day(sheet: Sheet, groups: list[_Dated]) -> Day:
    date = groups[0][0]
    if date is None:
        raise ValueError("what has no date is no day")
    whens = [when for _, record, claims in groups for when in _whens(sheet, date.text, record, claims)]
    first = next((when for when in whens if not when.derived), whens[0])
    under = placing.anchor(date)
    return Day(
        when=first,
        anchor=under,
        edtf=date.text,
        machine=placing.machine_date(date),
        remarks=placing.remarks(date),
        reasons=tuple(dict.fromkeys(when.because for when in whens if when.because)),
        notes=tuple(dict.fromkeys(note for when in whens if when.derived for note in when.notes)),
        entries=tuple(_day_entry(sheet, group, under=under) for group in groups),
    )


def _whens(sheet: Sheet, edtf: str, record: Record[Shape], claims: list[WeighedClaim]) -> list[When]:
    """Give the date as the record has it, and as its claims have it."""
    dated = dated_of(record)
    own = sheet.when(dated, record=record.id, path=("date",)) if dated and dated.edtf == edtf else ()
    told = [when for claim in claims if claim.entry.data.date is not None for when in sheet.statement(claim).when]
    return [*own, *told]


def _groups(desk: Desk) -> dict[str, list[_Dated]]:
    """Give the records of every date by the anchor of the date, in the order of dates; under "" what has no date."""
    found: list[_Dated] = []
    for record in desk.records.values():
        if record.kind in _TIMED:
            dates: dict[str, _Dated] = {}
            for claim in claims_of(desk, record.id):
                date = parse_or_none(claim.dated.edtf) if claim.dated else None
                dates.setdefault(placing.anchor(date) if date else "", (date, record, []))[2].append(claim)
            found.extend(dates.values())
    groups: dict[str, list[_Dated]] = {}
    for group in sorted(found, key=lambda group: (*_when(group[0]), *_kind_and_name(desk, group[1]))):
        groups.setdefault(placing.anchor(group[0]) if group[0] else "", []).append(group)
    return groups


def _when(date: EdtfDate | None) -> tuple[object, ...]:
    return (0, placing.order(date)) if date else (1, ())


def _kind_and_name(desk: Desk, record: Record[Shape]) -> tuple[int, str]:
    return _ORDER.index(record.kind) if record.kind in _ORDER else len(_ORDER), desk.names[record.id]


def _reading_order(desk: Desk, record: Record[Shape]) -> tuple[object, ...]:
    dated = dated_of(record)
    kind, name = _kind_and_name(desk, record)
    return kind, *_when(parse_or_none(dated.edtf) if dated else None), name


def _day_entry(sheet: Sheet, group: _Dated, *, under: str) -> DayEntry:
    date, record, claims = group
    # The heading says the date of them all.
    statements = tuple(sheet.statement(claim, dated="none") for claim in claims)
    whole, first = (_WHOLE, _SHOWN) if date else (_WHOLE_UNDATED, _SHOWN_UNDATED)
    shown = len(statements) if len(statements) <= whole else first
    folded = f"{len(statements) - shown}{' more' if shown else ''} statements" if shown < len(statements) else ""
    link = sheet.record(record.id)
    return DayEntry(link, f"{under}-{record.id}", record.kind, statements[:shown], statements[shown:], folded)


def _with_any_date(sheet: Sheet, id_: str) -> Statement:
    claim = sheet.weighed.claims.get(id_)
    return sheet.statement(claim, dated="any") if claim else sheet.statements([id_])[0]
