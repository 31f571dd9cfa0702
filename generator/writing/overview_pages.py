"""The pages that tell everything once more in another order: the timeline, and all claims by their records.

May import the desk, records' pages and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.evidence.edtf import EdtfDate, parse_edtf
from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.model.passages import Shape
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.writing import filters, naming, placing
from generator.writing.day_pieces import Day, DayEntry
from generator.writing.desk import Desk, Sheet, day
from generator.writing.parts import MOST_LINES, cut, from_to, part_page, parts_of, under, weight, weight_of
from generator.writing.pieces import Link, Statement, When
from generator.writing.record_pages import claims_of, counted, entry
from generator.writing.strip import strip
from generator.writing.strip_pieces import Marked, Strip
from generator.writing.views import ClaimsView, TimelineView

_ORDER = ("agreement", "event", "dispute", "background", "actor")  # kinds of records as a reader wants them
_TIMED = _ORDER[:-1]
_WHOLE, _SHOWN = 5, 3  # of one record on one day: statements shown without folding, and shown of a longer list
_WHOLE_UNDATED, _SHOWN_UNDATED = 1, 0  # the same for what has no date
_DAYS = 60  # dates that the home page tells one by one
_Dated = tuple[EdtfDate | None, Record[Shape], list[WeighedClaim]]
_Told = tuple[EdtfDate | None, Record[Shape], WeighedClaim]

TIMELINE = "timeline.md"
CALENDAR = "data/timeline.ics"

UNDATED = "no-date"  # the anchor of what has no date


def timeline_views(desk: Desk) -> Iterator[tuple[str, Callable[[], TimelineView]]]:
    """Fill the timeline: dates in order, each with its records and claims, then what has no date; each part by itself.
    """
    cuts = _cut_timeline(desk)
    listed = parts_of(TIMELINE, cuts, _held_by_timeline, title="Timeline", noun="statements")

    def fill(number: int, part: Sequence[_Told]) -> TimelineView:
        sheet = desk.sheet(listed.pages[number - 1])
        groups = _regrouped(part)
        dated = tuple(_day(sheet, group) for anchor, group in groups.items() if anchor)
        undated = tuple(_day_entry(sheet, group, under=UNDATED) for group in groups.get("", ()))
        told = listed.description(number, "What the sources date, in the order of the dates.")
        head = sheet.head(listed.title(number), told)
        entries = [*(entry_ for day in dated for entry_ in day.entries), *undated]
        chosen = filters.of_timeline([statement for entry_ in entries for statement in (*entry_.shown, *entry_.more)])
        return TimelineView(
            head, sheet.notes, strip_of(dated), dated, undated, chosen, sheet.to(CALENDAR),
            parted=listed.told(number), elsewhere=_elsewhere(sheet, cuts) if number == 1 else (),
        )  # fmt: skip

    yield from listed.each(cuts, fill)


def days(sheet: Sheet) -> tuple[Day, ...]:
    """Give the dates in order, each once, with the records that have claims of that date."""
    return tuple(_day(sheet, groups) for anchor, groups in _groups(sheet.desk).items() if anchor)


def years(sheet: Sheet) -> tuple[tuple[Link, str], ...]:
    """Give each year with the number of its dates and a link to the first of them; nothing for a short timeline."""
    cuts = _cut_timeline(sheet.desk)
    where: dict[int, dict[str, str]] = {}
    for number, part in enumerate(cuts, start=1):
        for date, _, _ in part:
            if date is not None:
                page = part_page(TIMELINE, number)
                where.setdefault(placing.place(date).year, {}).setdefault(placing.anchor(date), page)
    if sum(map(len, where.values())) <= _DAYS:
        return ()
    return tuple(
        (Link(str(year), sheet.to(f"{page}#{anchor}")), counted(len(found), "date", "dates"))
        for year, found in where.items()
        for anchor, page in [next(iter(found.items()))]
    )


def strip_of(dated: Iterable[Day]) -> Strip:
    """Draw the strip of these days."""
    marks = [
        Marked(day.anchor, day.when.words, parse_edtf(day.edtf), derived=day.when.derived, records=len(day.entries))
        for day in dated
    ]
    return strip(marks)


def claims_views(desk: Desk) -> Iterator[tuple[str, Callable[[], ClaimsView]]]:
    """Fill the pages of all claims: agreements, events, disputes, background and roles, each in the order of dates."""
    records = sorted(desk.records.values(), key=lambda record: _reading_order(desk, record))
    items = [(record, id_) for record in records for id_ in desk.places.get(record.id, ())]
    cuts = cut(items, keys=lambda item: (item[0].id,), weigh=lambda item: weight_of(desk.weighed.claims.get(item[1])))

    def holds(part: Sequence[tuple[Record[Shape], str]]) -> str:
        return from_to(*(f"“{naming.claim_name(desk.names[item[0].id])}”" for item in (part[0], part[-1])))

    listed = parts_of("claims/index.md", cuts, holds, title="All claims", noun="claims")

    def fill(number: int, part: Sequence[tuple[Record[Shape], str]]) -> ClaimsView:
        sheet = desk.sheet(listed.pages[number - 1])
        entries = tuple(
            replace(entry(sheet, group[0][0]), statements=tuple(_with_any_date(sheet, id_) for _, id_ in group))
            for _, group in under(part, lambda item: item[0].id)
        )
        told = listed.description(number, "Every claim of this fact sheet with its status, sources and date.")
        head = sheet.head(listed.title(number), told)
        statements = [statement for one in entries for statement in one.statements]
        chosen = filters.of_claims(statements, [sheet.source(id_) for id_ in desk.weighed.dossier.sources])
        return ClaimsView(head, sheet.notes, entries, chosen, parted=listed.told(number))

    yield from listed.each(cuts, fill)


def _cut_timeline(desk: Desk) -> list[Sequence[_Told]]:
    """Cut the timeline: its claims in order, each with its date and its record."""
    groups = (group for anchored in _groups(desk).values() for group in anchored)
    items = [(date, record, claim) for date, record, claims in groups for claim in claims]
    return cut(items, keys=lambda item: (_anchor(item[0]), item[1].id), weigh=lambda item: weight(item[2]))


def _regrouped(part: Sequence[_Told]) -> dict[str, list[_Dated]]:
    groups: dict[str, list[_Dated]] = {}
    for (anchor, _), found in under(part, lambda item: (_anchor(item[0]), item[1].id)):
        date, record, _ = found[0]
        groups.setdefault(anchor, []).append((date, record, [claim for _, _, claim in found]))
    return groups


def _held_by_timeline(part: Sequence[_Told]) -> str:
    return from_to(*(day(date.text) if date else "without a date" for date in (part[0][0], part[-1][0])))


def _elsewhere(sheet: Sheet, cuts: Sequence[Sequence[_Told]]) -> tuple[tuple[str, Link], ...]:
    """Give the dates that no longer stand on the first page, where it had them all; a very long list is left out."""
    known = {_anchor(date) for date, _, _ in cuts[0]} | {""}
    found: dict[str, Link] = {}
    for number, part in enumerate(cuts[1:], start=2):
        page = part_page(TIMELINE, number)
        for date, _, _ in part:
            if date is not None and (anchor := placing.anchor(date)) not in known:
                found.setdefault(anchor, Link(day(date.text), sheet.to(f"{page}#{anchor}")))
    return tuple(found.items()) if len(found) <= MOST_LINES else ()


def _anchor(date: EdtfDate | None) -> str:
    return placing.anchor(date) if date else ""


def _day(sheet: Sheet, groups: list[_Dated]) -> Day:
    date = groups[0][0]
    if date is None:
        raise ValueError("what has no date is no day")
    whens = [when for _, record, claims in groups for when in _whens(sheet, date.text, record, claims)]
    first = next((when for when in whens if not when.derived), whens[0])
    anchor = placing.anchor(date)
    return Day(
        when=first,
        anchor=anchor,
        edtf=date.text,
        machine=placing.machine_date(date),
        remarks=placing.remarks(date),
        reasons=tuple(dict.fromkeys(when.because for when in whens if when.because)),
        notes=tuple(dict.fromkeys(note for when in whens if when.derived for note in when.notes)),
        entries=tuple(_day_entry(sheet, group, under=anchor) for group in groups),
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
