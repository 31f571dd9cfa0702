"""The pages that tell everything once more in another order: the timeline, and all claims by their records.

May import the desk, records' pages and views. Must never know templates.
"""

from __future__ import annotations

from dataclasses import replace

from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.model.passages import Shape
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.writing.desk import Desk, Sheet
from generator.writing.pieces import Entry, Statement, When
from generator.writing.record_pages import claims_of, entry
from generator.writing.views import ClaimsView, Day, TimelineView

_ORDER = ("agreement", "event", "dispute", "background", "actor")  # kinds of records as a reader wants them
_TIMED = _ORDER[:-1]
_Dated = tuple[str, Record[Shape], list[WeighedClaim]]


def timeline_view(desk: Desk) -> TimelineView:
    """Fill the timeline: dates in order, each with its records and claims, then what has no date."""
    sheet = desk.sheet("timeline.md")
    dated = days(sheet)
    undated = tuple(_entry(sheet, record, claims) for date, record, claims in _groups(sheet.desk) if not date)
    head = sheet.head("Timeline", "What the sources date, in the order of the dates.")
    return TimelineView(head, sheet.notes, dated, undated)


def days(sheet: Sheet) -> tuple[Day, ...]:
    """Give the dates in order, each once, with the records that have claims of that date."""
    found: dict[str, list[_Dated]] = {}
    for group in _groups(sheet.desk):
        if group[0]:
            found.setdefault(group[0], []).append(group)
    return tuple(_day(sheet, groups) for groups in found.values())


def claims_view(desk: Desk) -> ClaimsView:
    """Fill the page of all claims: agreements, events, disputes, background and roles, each in the order of dates."""
    sheet = desk.sheet("claims/index.md")
    records = sorted(desk.records.values(), key=lambda record: _reading_order(desk, record))
    entries = tuple(
        replace(
            entry(sheet, record), statements=tuple(_with_any_date(sheet, claim) for claim in claims_of(desk, record.id))
        )
        for record in records
        if claims_of(desk, record.id)
    )
    head = sheet.head("All claims", "Every claim of this fact sheet with its status, sources and date.")
    return ClaimsView(head, sheet.notes, entries)


def _day(sheet: Sheet, groups: list[_Dated]) -> Day:
    whens = [when for edtf, record, claims in groups for when in _whens(sheet, edtf, record, claims)]
    first = next((when for when in whens if not when.derived), whens[0])
    reasons = tuple(dict.fromkeys(when.because for when in whens if when.because))
    notes = tuple(dict.fromkeys(note for when in whens if when.derived for note in when.notes))
    return Day(first, reasons, notes, tuple(_entry(sheet, record, claims) for _, record, claims in groups))


def _whens(sheet: Sheet, edtf: str, record: Record[Shape], claims: list[WeighedClaim]) -> list[When]:
    """Give the date as the record has it, and as its claims have it."""
    dated = dated_of(record)
    own = sheet.when(dated, record=record.id, path=("date",)) if dated and dated.edtf == edtf else ()
    told = [when for claim in claims if claim.entry.data.date is not None for when in sheet.statement(claim).when]
    return [*own, *told]


def _groups(desk: Desk) -> list[_Dated]:
    """Give each record once for every date of its claims, in the order of dates; those without a date last."""
    found: list[_Dated] = []
    for record in desk.records.values():
        if record.kind in _TIMED:
            dates: dict[str, list[WeighedClaim]] = {}
            for claim in claims_of(desk, record.id):
                dates.setdefault(claim.dated.edtf if claim.dated else "", []).append(claim)
            found.extend((date, record, claims) for date, claims in dates.items())
    return sorted(found, key=lambda group: (_when(group[0]), _ORDER.index(group[1].kind), desk.names[group[1].id]))


def _when(edtf: str) -> tuple[object, ...]:
    """Give a key that puts a month after its days: by the last, then the first possible day."""
    date = parse_or_none(edtf) if edtf else None
    if date is None:
        return (1, edtf)
    earliest, latest, text = date.sort_key
    return (0, latest, earliest, text)


def _reading_order(desk: Desk, record: Record[Shape]) -> tuple[object, ...]:
    dated = dated_of(record)
    kind = _ORDER.index(record.kind) if record.kind in _ORDER else len(_ORDER)
    return kind, _when(dated.edtf if dated else ""), desk.names[record.id]


def _entry(sheet: Sheet, record: Record[Shape], claims: list[WeighedClaim]) -> Entry:
    listed = entry(sheet, record)
    # The heading says the date of them all.
    return replace(listed, statements=tuple(replace(sheet.statement(claim), when=()) for claim in claims))


def _with_any_date(sheet: Sheet, claim: WeighedClaim) -> Statement:
    statement = sheet.statement(claim)
    return replace(statement, when=sheet.claim_when(claim, own=statement.notes))
