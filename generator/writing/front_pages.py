"""The pages in front: home, timeline, method, data, and small pages at old addresses.

May import the desk, records' pages, statuses, problem codes and views. Must never know templates.
"""

from __future__ import annotations

from generator.evidence.status import RULES
from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.model.passages import Shape
from generator.model.records import DossierHead, Renamed
from generator.problem_codes import CODES
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.writing import comparisons, naming
from generator.writing.addresses import record_page
from generator.writing.desk import Desk, Sheet, day
from generator.writing.pieces import Asked, CodeRow, Entry, Mark, Statement
from generator.writing.record_pages import claims_of, counted, entry
from generator.writing.views import HomeView, MethodView, MovedView, TimelineView, View


def home_view(desk: Desk, head: DossierHead) -> HomeView:
    """Fill the home page: the reader's first questions first."""
    sheet = desk.sheet("index.md")
    dossier = desk.weighed.dossier
    answers = tuple(Asked(item.asks, sheet.statements(item.claims)) for item in head.summary)
    until = sheet.when(head.scope.until, record="dossier", path=("scope", "until"))
    highlights = sheet.statements(head.highlights)
    agreements = tuple(
        entry(sheet, record, counted(len(record.data.terms), "term", "terms")) for record in dossier.agreements.values()
    )
    disputes = tuple(entry(sheet, record, record.data.question) for record in dossier.disputes.values())
    questions = tuple(
        (sheet.record(item.record.id), naming.mark(reading))
        for item in comparisons.by_gravity(desk)
        if (reading := comparisons.gravest(item.compared))
    )
    dated, _ = _timeline(sheet, told=False)
    return HomeView(
        head=sheet.head(head.title, head.question),
        notes=sheet.notes,
        question=head.question,
        answers=answers,
        highlights=highlights,
        agreements=agreements,
        disputes=disputes,
        questions=questions,
        timeline=dated,
        statuses=statuses(),
        until=until,
        not_covered=tuple(head.scope.not_covered),
        sources=tuple(sheet.source(id_) for id_ in dossier.sources),
        editors=tuple(head.editors),
        contact=head.contact or "",
        licence=head.licence,
        updated=day(head.updated),
    )


def timeline_view(desk: Desk) -> TimelineView:
    """Fill the timeline: dated records and claims in order, then those without a date."""
    sheet = desk.sheet("timeline.md")
    dated, undated = _timeline(sheet, told=True)
    head = sheet.head("Timeline", "What the sources date, in the order of the dates.")
    return TimelineView(head, sheet.notes, dated, undated)


def method_view(desk: Desk, head: DossierHead) -> MethodView:
    """Fill the Method page."""
    sheet = desk.sheet("method.md")
    codes = tuple(CodeRow(code, entry.severity, entry.means) for code, entry in sorted(CODES.items()))
    limit = head.quotation_limit
    return MethodView(
        head=sheet.head("Method", "How this fact sheet is made: rules of evidence, statuses, checks."),
        notes=(),
        statuses=statuses(),
        readings=comparisons.readings(),
        codes=codes,
        limit=naming.per_cent(limit.share),
        limit_because=limit.because,
    )


def data_view(desk: Desk) -> View:
    """Fill the Data page."""
    return View(desk.sheet("data.md").head("Data", "Everything on this site as one file for programs."), ())


def moved_views(desk: Desk) -> list[tuple[str, str, MovedView]]:
    """Give a page for every address a record had before: its path, the record's file and its view."""
    found = []
    for record in desk.records.values():
        for old in record.data.formerly if isinstance(record.data, Renamed) else ():
            page = record_page(record.kind, old)
            sheet = desk.sheet(page)
            target = sheet.record(record.id)
            head = sheet.head(f"Moved: {target.text}", "This page has a new address.")
            found.append((page, record.file, MovedView(head, (), target)))
    return found


def statuses() -> tuple[tuple[Mark, str], ...]:
    """Give the decision table of statuses, in its order."""
    return tuple((naming.mark(rule.name), rule.when) for rule in RULES)


def _timeline(sheet: Sheet, *, told: bool) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Give dated and undated entries; with `told`, events and background tell their statements."""
    desk = sheet.desk
    groups: list[tuple[str, Record[Shape], list[WeighedClaim]]] = []
    for record in desk.records.values():
        if record.kind not in ("agreement", "event", "dispute", "background"):
            continue
        groups.extend(_by_date(desk, record))
    groups.sort(key=lambda group: (_sort_key(group[0]), group[1].kind, group[1].id))
    entries = [(date, _entry(sheet, record, claims, told=told)) for date, record, claims in groups]
    return tuple(item for date, item in entries if date), tuple(item for date, item in entries if not date)


def _by_date(desk: Desk, record: Record[Shape]) -> list[tuple[str, Record[Shape], list[WeighedClaim]]]:
    dated = dated_of(record)
    groups: dict[str, list[WeighedClaim]] = {dated.edtf if dated else "": []}
    for claim in claims_of(desk, record.id):
        groups.setdefault(claim.dated.edtf if claim.dated else "", []).append(claim)
    return [(date, record, claims) for date, claims in groups.items() if claims or date]


def _sort_key(edtf: str) -> tuple[object, ...]:
    date = parse_or_none(edtf) if edtf else None
    return (0, *date.sort_key) if date else (1, edtf)


def _entry(sheet: Sheet, record: Record[Shape], claims: list[WeighedClaim], *, told: bool) -> Entry:
    listed = entry(sheet, record)
    own = [claim for claim in claims if claim.entry.data.date is not None]
    statements: tuple[Statement, ...] = ()
    when = listed.when
    if own:
        first = sheet.statement(own[0])
        when = first.when
    lines = [counted(len(claims), "term", "terms")] if record.kind == "agreement" else []
    if told and record.kind in ("event", "background"):
        statements = tuple(sheet.statement(claim) for claim in claims)
    elif told and record.kind == "dispute":
        lines = [str(getattr(record.data, "question", ""))]
    return Entry(listed.link, listed.kind, when, tuple(line for line in lines if line), statements)
