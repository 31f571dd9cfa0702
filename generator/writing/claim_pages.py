"""Pages of claims: one each, its permanent address, and the table of them all.

May import the desk and views. Must never know templates.
"""

from __future__ import annotations

from dataclasses import replace

from generator.evidence.weighing import WeighedClaim, WeighedPassage
from generator.model.claims import Position, Reply, Role
from generator.model.records import Question
from generator.writing import desk as desks
from generator.writing import naming
from generator.writing.addresses import claim_page, web_path
from generator.writing.desk import Desk, Sheet
from generator.writing.pieces import Link, Note, Remark, Rendering, Statement
from generator.writing.views import ClaimsView, ClaimView


def claims_index(desk: Desk) -> ClaimsView:
    """Fill the table of all claims."""
    sheet = desk.sheet("claims/index.md")
    statements = tuple(_with_any_date(sheet, claim) for claim in desk.weighed.claims.values())
    head = sheet.head("All claims", "Every claim of this fact sheet with its status, sources and date.")
    return ClaimsView(head, sheet.notes, statements)


def claim_view(desk: Desk, claim: WeighedClaim) -> ClaimView:
    """Fill the page of one claim."""
    sheet = desk.sheet(claim_page(claim.id))
    statement = sheet.statement(claim)
    data = claim.entry.data
    question = _question(desk, data.question)
    renderings = [_rendering(sheet, passage) for passage in claim.passages]
    others = [] if data.question is None else _answers(desk, data.question, but=claim.id)
    when = sheet.claim_when(claim, own=statement.notes)
    remarks = _remarks(sheet, claim)
    replies_to = sheet.statements(data.reply_to) if isinstance(data, Reply) else ()
    replies = sheet.statements(replies_of(desk, claim.id))
    other = tuple(sheet.statement(item) for item in others)
    return ClaimView(
        head=sheet.head(statement.title, statement.text),
        notes=sheet.notes,
        statement=statement,
        rule=claim.status.rule,
        inputs=claim.status.inputs,
        when=when,
        own_date=data.date is not None,
        about=tuple(sheet.record(id_) for id_ in data.about),
        refers=tuple((words, tuple(sheet.record(id_) for id_ in ids)) for words, ids in data.refers.items()),
        question=(sheet.record(data.question),) if data.question else (),
        unit=(question.unit or "") if question else "",
        replies_to=replies_to,
        replies=replies,
        is_position=isinstance(data, Position),
        supporting=tuple(item for item in renderings if item.stance == "supports"),
        refuting=tuple(item for item in renderings if item.stance == "refutes"),
        remarks=remarks,
        others=other,
        role=data.role if isinstance(data, Role) else "",
        cite=_cite(desk, claim),
        data_href=sheet.to("data/facts.json"),
    )


def replies_of(desk: Desk, position: str) -> list[str]:
    """Give the ids of the replies to a position."""
    return [
        id_
        for id_, claim in desk.weighed.claims.items()
        if isinstance(claim.entry.data, Reply) and position in claim.entry.data.reply_to
    ]


def remark(sheet: Sheet, id_: str) -> Remark:
    """Fill one utterance with all its renderings, whichever claims cite them."""
    _, utterance = sheet.weighed.dossier.utterances[id_]
    renderings: dict[str, tuple[Note, Link]] = {}
    for claim in sheet.weighed.claims.values():
        for passage in claim.passages:
            if passage.evidence.utterance == id_:
                note = sheet.note(passage.evidence, passage.proof)
                renderings.setdefault(note.id, (note, sheet.claim(claim)))
    return Remark(utterance.about, utterance.language, utterance.translator, tuple(renderings.values()))


def _remarks(sheet: Sheet, claim: WeighedClaim) -> tuple[Remark, ...]:
    ids = dict.fromkeys(item.evidence.utterance for item in claim.passages if item.evidence.utterance)
    return tuple(remark(sheet, id_) for id_ in ids)


def _rendering(sheet: Sheet, passage: WeighedPassage) -> Rendering:
    evidence = passage.evidence
    return Rendering(
        sheet.note(evidence, passage.proof), desks.value(evidence.value) if evidence.value else "", evidence.stance
    )


def _answers(desk: Desk, question: str, *, but: str) -> list[WeighedClaim]:
    return [
        claim for claim in desk.weighed.claims.values() if claim.entry.data.question == question and claim.id != but
    ]


def _question(desk: Desk, id_: str | None) -> Question | None:
    record = desk.weighed.dossier.questions.get(id_) if id_ else None
    return record.data if record else None


def _with_any_date(sheet: Sheet, claim: WeighedClaim) -> Statement:
    statement = sheet.statement(claim)
    when = sheet.claim_when(claim, own=statement.notes)
    return replace(statement, when=when)


def _cite(desk: Desk, claim: WeighedClaim) -> str:
    head = desk.weighed.dossier.head
    title = head.data.title if head else ""
    updated = desks.day(head.data.updated) if head else ""
    return f"“{naming.short_title(claim.statement)}”, {title}, {web_path(claim_page(claim.id))}, updated {updated}"
