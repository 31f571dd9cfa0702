"""Pages of claims: one each, its permanent address.

May import the desk and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.evidence.renderings import differing
from generator.evidence.second_reading import standing
from generator.evidence.weighing import WeighedClaim
from generator.model.claims import Position, Reply, Role
from generator.model.records import Question
from generator.writing import comparisons, descriptions, naming
from generator.writing.addresses import claim_page
from generator.writing.correction_pages import corrected
from generator.writing.desk import Desk, Sheet, day
from generator.writing.passages import marked_words, rendering
from generator.writing.pieces import Link, Note, Remark, Wording
from generator.writing.views import ClaimView

WANTED_ANCHOR = "originals-that-nobody-here-has-seen"
"""Where the list of sources tells which originals to look for: its heading, as the engines name it."""


Reports = Callable[[str], str]
"""Gives the address at which a mistake in a claim is reported, by the claim's id."""


def claim_view(desk: Desk, claim: WeighedClaim, *, reports: Reports | None = None) -> ClaimView:
    """Fill the page of one claim."""
    sheet = desk.sheet(claim_page(claim.id))
    statement = sheet.statement(claim)
    data = claim.entry.data
    question = _question(desk, data.question)
    renderings = [rendering(sheet, passage) for passage in claim.passages]
    described = descriptions.of_claim(statement, renderings, room=descriptions.LONGEST - len(sheet.reach) - 1)
    differing = comparisons.differences(sheet, data.question, claim=claim.id) if data.question else ()
    told = {telling.claim for item in differing for answer in item.answers for telling in answer.tellings}
    others = [] if data.question is None else _answers(desk, data.question, but=claim.id)
    when = sheet.claim_when(claim, own=statement.notes)
    remarks = _remarks(sheet, claim)
    replies_to = sheet.statements(data.reply_to) if isinstance(data, Reply) else ()
    replies = sheet.statements(replies_of(desk, claim.id))
    other = tuple(sheet.statement(item) for item in others if sheet.claim(item) not in told)
    return ClaimView(
        head=sheet.head(statement.text, described),
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
        differences=differing,
        others=other,
        role=data.role if isinstance(data, Role) else "",
        data_href=sheet.to("data/facts.json"),
        withheld=tuple(
            (sheet.source(item.source), naming.withheld(item.withheld), item.stance == "refutes")
            for item in claim.withheld
            if item.withheld
        ),
        corrections=tuple(corrected(claim)),
        reading=_reading(claim),
        report_href=reports(claim.id) if reports else "",
    )


def _reading(claim: WeighedClaim) -> str:
    """Say whether a second person compared the statement with its passages."""
    reading = claim.entry.data.second_reading
    if reading is None or standing(claim) == "not yet":
        return "not yet read by a second editor"
    if standing(claim) == "void":
        return "not yet read by a second editor since it changed"
    return f"read by a second editor, {' '.join(reading.by.split())}, on {day(reading.date)}"


def replies_of(desk: Desk, position: str) -> list[str]:
    """Give the ids of the replies to a position, in the order of the file."""
    return desk.replies.get(position, [])


def remark(sheet: Sheet, id_: str) -> Remark:
    """Fill one utterance with all its renderings, whichever claims cite them."""
    _, utterance = sheet.weighed.dossier.utterances[id_]
    cited: dict[str, tuple[Note, dict[Link, None]]] = {}
    sources: dict[str, str] = {}
    channels: dict[str, dict[str, None]] = {}
    ids: set[str] = set()
    for claim, passage in sheet.desk.index.rendering.get(id_, ()):
        note = sheet.note(passage.evidence, passage.proof)
        cited.setdefault(note.id, (note, {}))[1][sheet.claim(claim)] = None
        sources[note.id] = passage.source.id
        if passage.evidence.via:
            channels.setdefault(passage.source.id, {})[passage.evidence.via] = None
        ids.add(claim.id)
    cut = differing([(sources[name], note.quotation) for name, (note, _) in cited.items()])
    named = {via for vias in channels.values() for via in vias}
    return Remark(
        about=utterance.about,
        language=_known(utterance.language),
        translator=_known(utterance.translator),
        renderings=tuple(
            Wording(note, marked_words(pieces), tuple(links))
            for (note, links), pieces in zip(cited.values(), cut, strict=True)
        ),
        several=len(set(sources.values())) > 1,
        channels=tuple((sheet.source(source), naming.listed(vias)) for source, vias in sorted(channels.items()))
        if len(named) > 1
        else (),
        wanted=_wanted(sheet, ids),
    )


def _known(text: str) -> str:
    return "" if text == "unknown" else text


def _wanted(sheet: Sheet, claims: set[str]) -> tuple[Link, ...]:
    """Link to the originals that would settle any of the claims."""
    head = sheet.weighed.dossier.head
    place = sheet.to("sources/index.md#" + WANTED_ANCHOR)
    return tuple(Link(item.what, place) for item in (head.data.wanted if head else ()) if claims & set(item.claims))


def _remarks(sheet: Sheet, claim: WeighedClaim) -> tuple[Remark, ...]:
    ids = dict.fromkeys(item.evidence.utterance for item in claim.passages if item.evidence.utterance)
    return tuple(remark(sheet, id_) for id_ in ids)


def _answers(desk: Desk, question: str, *, but: str) -> list[WeighedClaim]:
    return [claim for claim in desk.index.answering.get(question, ()) if claim.id != but]


def _question(desk: Desk, id_: str | None) -> Question | None:
    record = desk.weighed.dossier.questions.get(id_) if id_ else None
    return record.data if record else None
