"""Pages of agreements, events, background, disputes, actors and questions, and the lists of them.

May import the desk, claims' pages and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

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
from generator.writing.parts import MOST_LINES, cut, from_to, line_weight, parts_of, size, under, weight, weight_of
from generator.writing.pieces import Carried, Entry, Link, Stand, Step
from generator.writing.views import ActorView, DisputeView, IndexView, QuestionView, RecordView

KINDS = {
    "state": "a state",
    "organisation": "an organisation",
    "person": "a person",
    "group": "a group that the sources name only so",
    "medium": "a news medium",
}
"""Kinds of actors in words, in the order of lists."""

_TOLD = ("What the sources say", "Terms")  # the heading of a record's claims, and of an agreement's
_Item = tuple[str, str]
"""A heading and the id of what stands under it."""


def claims_of(desk: Desk, record: str) -> list[WeighedClaim]:
    """Give the claims of a record in the order of its file."""
    return desk.claims.get(record, [])


def record_views(
    desk: Desk, record: Record[Agreement] | Record[Event] | Record[Background]
) -> Iterator[tuple[str, Callable[[], RecordView]]]:
    """Fill the page of an agreement, an event or a background record; a long one in parts."""
    agreement = record.data if isinstance(record.data, Agreement) else None
    one, many = ("term", "terms") if agreement else ("statement", "statements")
    told, elsewhere = _TOLD[agreement is not None], "claims elsewhere that speak of it"
    items = [
        *((told, id_) for id_ in desk.places.get(record.id, ())),
        *((elsewhere, claim.id) for claim in _speaking_of(desk, record.id)),
    ]
    cuts = cut(items, keys=_heading_of, weigh=partial(_weight, desk, elsewhere))
    listed = parts_of(
        record_page(record.kind, record.id), cuts, _held, title=record.data.title, noun="claims"
    )  # fmt: skip

    def fill(number: int, part: Sequence[_Item]) -> RecordView:
        sheet = desk.sheet(listed.pages[number - 1])
        when = sheet.when(record.data.date, record=record.id, path=("date",))
        statements = sheet.statements(_ids(part, told))
        described = f"{record.data.title}: {descriptions.of_statements(statements, one=one, many=many)}"
        implemented = agreement.implementation if agreement and number == 1 else ()
        steps = tuple((item.what, _steps(sheet, item)) for item in implemented)
        return RecordView(
            head=sheet.head(listed.title(number), listed.description(number, described)),
            notes=sheet.notes,
            kind=record.kind,
            intro=told,
            when=when,
            parties=tuple(sheet.record(id_) for id_ in (agreement.parties if agreement else ())),
            identifiers=_catalogued(agreement.identifiers if agreement else None),
            statements=statements,
            parts=steps,
            mentioned=tuple(map(sheet.record, _ids(part, elsewhere))),
            parted=listed.told(number),
        )

    yield from listed.each(cuts, fill)


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
        carried=(carried := _carried(sheet, record.data)),
        others=len(desk.weighed.dossier.sources) - len(carried),
        mentioned=_mentions(sheet, record.id),
    )


def actor_views(desk: Desk, record: Record[Actor]) -> Iterator[tuple[str, Callable[[], ActorView]]]:
    """Fill the page of an actor; a long one in parts."""
    actor = record.data
    says = [claim for claim in desk.index.stated_by.get(record.id, ()) if claim.entry.record.id != record.id]
    said = {claim.id for claim in says}
    about = [claim for claim in desk.index.about.get(record.id, ()) if claim.id not in said]
    party = actor.party if actor.party and actor.party != record.id else None
    counts = [f"{counted(len(says), 'statement', 'statements')} ascribed to this name" if says else ""]
    counts.append(f"{counted(len(about), 'statement', 'statements')} about it" if about else "")
    told = naming.listed(filter(None, counts)) or "named in these sources"
    items = [
        *(("roles", id_) for id_ in desk.places.get(record.id, ())),
        *(("what it says", claim.id) for claim in says),
        *(("remarks", item.id) for item in actor.utterances),
        *(("other claims about it", claim.id) for claim in about),
    ]
    cuts = cut(items, keys=_heading_of, weigh=partial(_weight, desk, ""))
    listed = parts_of(record_page("actor", record.id), cuts, _held, title=actor.name, noun="entries")

    def fill(number: int, part: Sequence[_Item]) -> ActorView:
        sheet = desk.sheet(listed.pages[number - 1])
        roles = sheet.statements(_ids(part, "roles"))
        view_says = sheet.statements(_ids(part, "what it says"))
        view_about = sheet.statements(_ids(part, "other claims about it"))
        described = f"{actor.name}, {KINDS[actor.kind]}: {told}."
        remarks = tuple(remark(sheet, id_) for id_ in _ids(part, "remarks"))
        return ActorView(
            head=sheet.head(listed.title(number), listed.description(number, described)),
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
            parted=listed.told(number),
        )

    yield from listed.each(cuts, fill)


def _speaking_of(desk: Desk, record: str) -> list[WeighedClaim]:
    return [claim for claim in desk.index.about.get(record, ()) if claim.entry.record.id != record]


def _heading_of(item: _Item) -> tuple[str]:
    return (item[0],)


def _ids(part: Iterable[_Item], heading: str) -> list[str]:
    return [id_ for under, id_ in part if under == heading]


def _held(part: Sequence[_Item]) -> str:
    """Say under which headings a part's claims stand."""
    return naming.listed(dict.fromkeys(heading.lower() for heading, _ in part))


def _weight(desk: Desk, lines: str, item: _Item) -> int:
    """Guess the bytes of a claim or a remark; of one under the heading `lines`, of its line."""
    heading, id_ = item
    claim = desk.weighed.claims.get(id_)
    if heading == lines and claim is not None:
        return line_weight(claim.statement)
    rendered = desk.index.rendering.get(id_)
    if claim is None and rendered:
        return sum(weight_of(None) + size(passage.proof.exact) for _, passage in rendered)
    return weight_of(claim)


def question_views(desk: Desk, record: Record[Question]) -> Iterator[tuple[str, Callable[[], QuestionView]]]:
    """Fill the page of a question with the answers of the sources; where there are many, in parts."""
    question = record.data
    compared = desk.weighed.questions[record.id].compared
    reading = comparisons.gravest(compared)
    told = f"{counted(len(compared.answers), 'answer', 'answers') or 'No answer'} in these sources"
    told = f"{told}: {reading}." if reading else f"{told}."
    room = descriptions.LONGEST - len(desk.reach) - 1
    described = descriptions.fitted(question.text, told, longest=room)
    cuts = cut(desk.index.answering.get(record.id, ()), keys=lambda _: (), weigh=weight)
    listed = parts_of(
        record_page("question", record.id), cuts, lambda _: "in the order of the records", title=question.text,
        noun="statements",
    )  # fmt: skip

    def fill(number: int, part: Sequence[WeighedClaim]) -> QuestionView:
        sheet = desk.sheet(listed.pages[number - 1])
        answers = tuple(map(sheet.statement, part))
        differences = comparisons.differences(sheet, record.id) if number == 1 else ()
        return QuestionView(
            head=sheet.head(listed.title(number), listed.description(number, described)),
            notes=sheet.notes,
            text=question.text,
            scope=question.scope or "",
            unit=question.unit or "",
            kind=question.kind,
            answers=answers,
            differences=differences,
            parted=listed.told(number),
        )

    yield from listed.each(cuts, fill)


def entry(sheet: Sheet, record: Record[Shape], *lines: str) -> Entry:
    """List a record by its name and date."""
    when = sheet.when(dated_of(record), record=record.id, path=("date",))
    return Entry(sheet.record(record.id), record.kind, when, tuple(line for line in lines if line))


def counted(number: int, one: str, many: str) -> str:
    """Say a number of things; nothing for none."""
    return "" if number == 0 else f"{number} {one if number == 1 else many}"


def index_views(
    desk: Desk, folder: str, *, title: str, intro: str, records: Mapping[str, Record[Shape]]
) -> Iterator[tuple[str, Callable[[], IndexView]]]:
    """Fill the list of one kind of records; a long one in parts."""
    items = [(heading, record) for heading, group in _grouped(desk, records) for record in group]

    def weigh(item: tuple[str, Record[Shape]]) -> int:
        notes = claims_of(desk, item[1].id) if isinstance(item[1].data, Actor) else ()
        return line_weight(desk.names[item[1].id]) + sum(map(weight, notes))

    def holds(part: Sequence[tuple[str, Record[Shape]]]) -> str:
        return from_to(*(f"“{naming.claim_name(desk.names[record.id])}”" for _, record in (part[0], part[-1])))

    cuts = cut(items, keys=lambda item: (item[0],), weigh=weigh, most=MOST_LINES)
    listed = parts_of(f"{folder}/index.md", cuts, holds, title=title, noun=folder)

    def fill(number: int, part: Sequence[tuple[str, Record[Shape]]]) -> IndexView:
        sheet = desk.sheet(listed.pages[number - 1])
        groups = tuple(
            (heading, tuple(_line(sheet, record) for _, record in group))
            for heading, group in under(part, lambda item: item[0])
        )
        head = sheet.head(listed.title(number), listed.description(number, intro))
        return IndexView(head, sheet.notes, intro, groups, parted=listed.told(number))

    yield from listed.each(cuts, fill)


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
    sources = sheet.weighed.dossier.sources
    if len(sources) > comparisons.MOST_COLUMNS:
        carrying = {item.source.id for claim in claims for item in claim.passages if not item.generated}
        return tuple(_carried_by(sheet, id_, claims) for id_ in sources if id_ in carrying)
    return tuple(_carried_by(sheet, id_, claims) for id_ in sources)


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
    return tuple(map(sheet.claim, _speaking_of(sheet.desk, record)))


def _party(desk: Desk, id_: str) -> str:
    actor = desk.weighed.dossier.actors.get(id_)
    return (actor.data.party or id_) if actor else id_


def _holders(desk: Desk, side: tuple[str, ...]) -> str:
    return naming.listed(desk.names[id_] for id_ in dict.fromkeys(side)) or "Withheld"
