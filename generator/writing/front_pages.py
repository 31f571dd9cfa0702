"""The pages in front: home, method, data, and small pages at old addresses.

May import the desk, records' pages, the timeline, statuses, problem codes and views. Must never know templates.
"""

from __future__ import annotations

from generator.evidence.status import OPPOSING, RULES
from generator.model.dossier_head import Answer, DossierHead
from generator.model.records import Renamed
from generator.problem_codes import CODES
from generator.writing import comparisons, naming
from generator.writing.addresses import claim_page, record_page
from generator.writing.desk import Desk, Sheet, day
from generator.writing.overview_pages import days, strip_of, years
from generator.writing.pieces import Asked, CodeRow, Mark
from generator.writing.record_pages import counted, entry
from generator.writing.views import HomeView, MethodView, MovedView

_FIRST = 3  # questions that the home page answers before anything else
_BOTH = 30  # statements of opposing parties that the home page tells
_DIFFERING = 8  # questions with differing answers that the home page lists


def home_view(desk: Desk, head: DossierHead) -> HomeView:
    """Fill the home page: the reader's first questions first."""
    sheet = desk.sheet("index.md")
    dossier = desk.weighed.dossier
    answers = tuple(_asked(sheet, number, item) for number, item in enumerate(head.summary, start=1))
    opposing = [claim.id for claim in desk.weighed.claims.values() if claim.status.name == OPPOSING]
    both = sheet.statements(opposing[:_BOTH])
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
    by_year = years(sheet)
    return HomeView(
        head=sheet.head(head.title, head.question),
        notes=sheet.notes,
        question=head.question,
        first=answers[:_FIRST],
        answers=answers,
        both=both,
        more_both=len(opposing) - len(both),
        highlights=highlights,
        agreements=agreements,
        disputes=disputes,
        questions=questions[:_DIFFERING],
        differing=len(questions),
        timeline=(timeline := () if by_year else days(sheet)),
        strip=strip_of(timeline),
        years=by_year,
        statuses=statuses(),
        until=until,
        not_covered=tuple(head.scope.not_covered),
        sources=tuple(sheet.source(id_) for id_ in dossier.sources),
        editors=tuple(head.editors),
        contact=head.contact or "",
        licence=head.licence,
        updated=day(head.updated),
    )


def _asked(sheet: Sheet, number: int, item: Answer) -> Asked:
    answers = sheet.statements(item.claims)
    others = len(answers) - 1
    more = counted(others, "more answer", "more answers") if others > 0 else ""
    return Asked(item.asks, answers, answers[:1], more, f"asked-{number}")


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


def moved_views(desk: Desk) -> list[tuple[str, str, MovedView]]:
    """Give a page for every address a record or claim had before: its path, the record's file and its view."""
    found = []
    for record in desk.records.values():
        for old in record.data.formerly if isinstance(record.data, Renamed) else ():
            page = record_page(record.kind, old)
            sheet = desk.sheet(page)
            target = sheet.record(record.id)
            head = sheet.head(f"Moved: {target.text}", "This page has a new address.")
            found.append((page, record.file, MovedView(head, (), target)))
    for claim in desk.weighed.claims.values():
        for old in claim.entry.data.formerly:
            page = claim_page(old)
            sheet = desk.sheet(page)
            target = sheet.claim(claim)
            head = sheet.head(f"Moved: {target.text}", "This page has a new address.")
            found.append((page, claim.entry.record.file, MovedView(head, (), target)))
    return found


def statuses() -> tuple[tuple[Mark, str], ...]:
    """Give the decision table of statuses, in its order."""
    return tuple((naming.mark(rule.name), rule.when) for rule in RULES)
