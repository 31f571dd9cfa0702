"""Pages of agreements, events, background, disputes, actors and questions, and the lists of them.

May import the desk, claims' pages and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.evidence.weighing import WeighedClaim
from generator.model.identifiers import SCHEMES, Identifiers, given
from generator.model.passages import Shape
from generator.model.records import Actor, Agreement, Background, Dispute, Event, Implementation, Question
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.writing import comparisons, descriptions, naming
from generator.writing.addresses import record_page
from generator.writing.claim_pages import remark, replies_of
from generator.writing.desk import Desk, Sheet
from generator.writing.pieces import Carried, Entry, Link, Stand, Statement, Step
from generator.writing.views import ActorView, DisputeView, IndexView, QuestionView, RecordView

KINDS = {
    "state": "a state",
    "organisation": "an organisation",
    "person": "a person",
    "group": "a group that the sources name only so",
    "medium": "a news medium",
}
"""Kinds of actors in words, in the order of lists."""


def claims_of(desk: Desk, record: str) -> list[WeighedClaim]:
    """Give the claims of a record in the order of its file."""
    return desk.claims.get(record, [])


def record_view(desk: Desk, record: Record[Agreement] | Record[Event] | Record[Background]) -> RecordView:
    """Fill the page of an agreement, an event or a background record."""
    sheet = desk.sheet(record_page(record.kind, record.id))
    when = sheet.when(record.data.date, record=record.id, path=("date",))
    statements = sheet.statements(desk.places.get(record.id, ()))
    agreement = record.data if isinstance(record.data, Agreement) else None
    noun = ("term", "terms") if agreement else ("statement", "statements")
    told = descriptions.of_statements(statements, one=noun[0], many=noun[1])
    parts = tuple((part.what, _steps(sheet, part)) for part in (agreement.implementation if agreement else ()))
    return RecordView(
        head=sheet.head(record.data.title, f"{record.data.title}: {told}"),
        notes=sheet.notes,
        kind=record.kind,
        intro="Terms" if record.kind == "agreement" else "What the sources say",
        when=when,
        parties=tuple(sheet.record(id_) for id_ in (agreement.parties if agreement else ())),
        identifiers=_catalogued(agreement.identifiers if agreement else None),
        statements=statements,
        parts=parts,
        mentioned=_mentions(sheet, record.id),
    )


def dispute_view(desk: Desk, record: Record[Dispute]) -> DisputeView:
    """Fill the page of a dispute: each side's positions, each with its replies beside it."""
    sheet = desk.sheet(record_page("dispute", record.id))
    when = sheet.when(record.data.date, record=record.id, path=("date",))
    sides: dict[tuple[str, ...], list[Stand]] = {}
    for position in record.data.positions:
        stand = Stand(sheet.statements([position.id])[0], sheet.statements(replies_of(desk, position.id)))
        sides.setdefault(tuple(_party(desk, id_) for id_ in position.held_by), []).append(stand)
    grouped = tuple((_holders(desk, side), tuple(stands)) for side, stands in sides.items())
    common = sheet.statements(record.data.common_ground)
    counts = [counted(len(record.data.positions), "position", "positions")]
    counts.append(counted(len(record.data.replies), "reply", "replies"))
    held = f"{naming.listed(filter(None, counts))} side by side, each with who says it."
    room = descriptions.LONGEST - len(sheet.reach) - 1
    return DisputeView(
        head=sheet.head(record.data.title, descriptions.fitted(record.data.question, held, longest=room)),
        notes=sheet.notes,
        question=record.data.question,
        when=when,
        sides=grouped,
        common=common,
        carried=_carried(sheet, record.data),
        mentioned=_mentions(sheet, record.id),
    )


def actor_view(desk: Desk, record: Record[Actor]) -> ActorView:
    """Fill the page of an actor."""
    actor = record.data
    sheet = desk.sheet(record_page("actor", record.id))
    roles = sheet.statements(desk.places.get(record.id, ()))
    says = [claim for claim in desk.index.stated_by.get(record.id, ()) if claim.entry.record.id != record.id]
    said = {claim.id for claim in says}
    about = [claim for claim in desk.index.about.get(record.id, ()) if claim.id not in said]
    party = actor.party if actor.party and actor.party != record.id else None
    view_says = tuple(sheet.statement(claim) for claim in says)
    view_about = tuple(sheet.statement(claim) for claim in about)
    remarks = tuple(remark(sheet, item.id) for item in actor.utterances)
    counts = [f"{counted(len(says), 'statement', 'statements')} ascribed to this name" if says else ""]
    counts.append(f"{counted(len(about), 'statement', 'statements')} about it" if about else "")
    told = naming.listed(filter(None, counts)) or "named in these sources"
    return ActorView(
        head=sheet.head(actor.name, f"{actor.name}, {KINDS[actor.kind]}: {told}."),
        notes=sheet.notes,
        kind=KINDS[actor.kind],
        withheld=naming.withheld(actor.withheld) if actor.withheld else "",
        unplaced=actor.party is None and bool(says),
        party=(sheet.record(party),) if party else (),
        also=tuple(actor.names),
        adjectives=tuple(actor.adjectives),
        capitals=tuple(actor.capitals),
        identifiers=_catalogued(actor.identifiers),
        roles=roles,
        says=view_says,
        about=view_about,
        remarks=remarks,
    )


def question_view(desk: Desk, record: Record[Question]) -> QuestionView:
    """Fill the page of a question with the answers of the sources."""
    sheet = desk.sheet(record_page("question", record.id))
    answers = answers_to(sheet, record.id)
    differences = comparisons.differences(sheet, record.id)
    question = record.data
    compared = sheet.weighed.questions[record.id].compared
    reading = comparisons.gravest(compared)
    told = f"{counted(len(compared.answers), 'answer', 'answers') or 'No answer'} in these sources"
    told = f"{told}: {reading}." if reading else f"{told}."
    room = descriptions.LONGEST - len(sheet.reach) - 1
    return QuestionView(
        head=sheet.head(question.text, descriptions.fitted(question.text, told, longest=room)),
        notes=sheet.notes,
        text=question.text,
        scope=question.scope or "",
        unit=question.unit or "",
        kind=question.kind,
        answers=answers,
        differences=differences,
    )


def answers_to(sheet: Sheet, question: str) -> tuple[Statement, ...]:
    """Tell every claim that answers a question."""
    return tuple(sheet.statement(claim) for claim in sheet.desk.index.answering.get(question, ()))


def entry(sheet: Sheet, record: Record[Shape], *lines: str) -> Entry:
    """List a record by its name and date."""
    when = sheet.when(dated_of(record), record=record.id, path=("date",))
    return Entry(sheet.record(record.id), record.kind, when, tuple(line for line in lines if line))


def counted(number: int, one: str, many: str) -> str:
    """Say a number of things; nothing for none."""
    return "" if number == 0 else f"{number} {one if number == 1 else many}"


def index_view(desk: Desk, folder: str, *, title: str, intro: str, records: Mapping[str, Record[Shape]]) -> IndexView:
    """Fill the list of one kind of records."""
    sheet = desk.sheet(f"{folder}/index.md")
    groups = tuple((name, tuple(_line(sheet, record) for record in group)) for name, group in _grouped(desk, records))
    return IndexView(sheet.head(title, intro), sheet.notes, intro, groups)


def _grouped(desk: Desk, records: Mapping[str, Record[Shape]]) -> Iterator[tuple[str, list[Record[Shape]]]]:
    """Sort records for meaning: actors by party and kind, questions by the gravest difference of their answers."""
    groups: dict[tuple[int, str], list[Record[Shape]]] = {}
    for record in sorted(records.values(), key=lambda record: _rank(record, desk)):
        groups.setdefault(_heading(desk, record), []).append(record)
    for (_, name), group in sorted(groups.items(), key=lambda item: item[0][0]):
        yield name, group


def _heading(desk: Desk, record: Record[Shape]) -> tuple[int, str]:
    data = record.data
    if isinstance(data, Actor):
        head = desk.weighed.dossier.head
        parties = head.data.parties if head else []
        if data.party in parties:
            return parties.index(data.party), f"{desk.names[data.party]}, and those placed with it here"
        return len(parties), "Placed with no party here"
    if isinstance(data, Question):
        reading = comparisons.gravest(desk.weighed.questions[record.id].compared)
        words = [mark.name for mark, _ in comparisons.readings()]
        return (words.index(reading), f"Answers differ: {reading}") if reading else (len(words), "No difference")
    return 0, ""


def _rank(record: Record[Shape], desk: Desk) -> tuple[int, str]:
    kind = list(KINDS).index(record.data.kind) if isinstance(record.data, Actor) else 0
    return kind, desk.names[record.id]


def _line(sheet: Sheet, record: Record[Shape]) -> Entry:
    claims = claims_of(sheet.desk, record.id)
    data = record.data
    if isinstance(data, Actor):
        roles = ", ".join(dict.fromkeys(role.role for role in data.roles))
        notes = [sheet.statement(claim) for claim in claims]
        listed = entry(sheet, record)
        return Entry(listed.link, record.kind, (), (roles,) if roles else (), tuple(notes), label=KINDS[data.kind])
    if isinstance(data, Question):
        answers = sheet.weighed.questions[record.id].compared.answers
        return entry(sheet, record, counted(len(answers), "answer", "answers"))
    if isinstance(data, Dispute):
        return entry(sheet, record, data.question, counted(len(data.positions), "position", "positions"))
    noun = ("term", "terms") if isinstance(data, Agreement) else ("claim", "claims")
    return entry(sheet, record, counted(len(claims), *noun))


def _steps(sheet: Sheet, part: Implementation) -> tuple[Step, ...]:
    return (
        Step("Agreed", sheet.statements(part.agreed)),
        Step("Announced", sheet.statements(part.announced)),
        Step("Reported done", sheet.statements(part.reported)),
    )


def _carried(sheet: Sheet, dispute: Dispute) -> tuple[Carried, ...]:
    """Say of each source which positions and replies it carries, judged by its passages."""
    told = (sheet.weighed.claims.get(item.id) for item in (*dispute.positions, *dispute.replies))
    claims = [claim for claim in told if claim is not None]
    return tuple(_carried_by(sheet, id_, claims) for id_ in sheet.weighed.dossier.sources)


def _carried_by(sheet: Sheet, source: str, claims: list[WeighedClaim]) -> Carried:
    groups: dict[str, list[tuple[str, Link]]] = {"supports": [], "refutes": [], "": []}
    for claim in claims:
        stances = {item.evidence.stance for item in claim.passages if item.source.id == source and not item.generated}
        groups[max(stances, default="")].append((claim.kind, sheet.claim(claim)))  # "supports" sorts after "refutes"
    return Carried(sheet.source(source), *(tuple(links) for links in groups.values()))


def _catalogued(identifiers: Identifiers | None) -> tuple[tuple[str, Link], ...]:
    return tuple(
        (SCHEMES[name].name, Link(id_, SCHEMES[name].page.format(id_))) for name, id_ in given(identifiers).items()
    )


def _mentions(sheet: Sheet, record: str) -> tuple[Link, ...]:
    about = sheet.desk.index.about.get(record, ())
    return tuple(sheet.claim(claim) for claim in about if claim.entry.record.id != record)


def _party(desk: Desk, id_: str) -> str:
    actor = desk.weighed.dossier.actors.get(id_)
    return (actor.data.party or id_) if actor else id_


def _holders(desk: Desk, side: tuple[str, ...]) -> str:
    return naming.listed(desk.names[id_] for id_ in dict.fromkeys(side)) or "Withheld"
