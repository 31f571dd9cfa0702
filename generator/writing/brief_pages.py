"""The brief: which claims a two-page handout tells, and its view, filled once for the page and for the PDF.

May import the desk, comparisons, claims' pages and views. Must never know templates, nor how a page is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from urllib.parse import urljoin

from generator.evidence.status import OPPOSING
from generator.evidence.weighing import WeighedClaim
from generator.model.claims import Position, Reply
from generator.model.dossier_head import DossierHead
from generator.model.records import Dispute
from generator.reading.dossier import Record
from generator.writing import comparisons, naming
from generator.writing.addresses import web_path
from generator.writing.brief_pieces import (
    BriefAnswer,
    BriefClaim,
    BriefDifference,
    BriefDispute,
    BriefNote,
    BriefPoint,
    BriefSection,
    BriefView,
    Heard,
)
from generator.writing.claim_pages import replies_of
from generator.writing.desk import Desk, Sheet, day
from generator.writing.pieces import Note, Speaker, Statement, When

PAGE = "brief.md"
PDF = "data/brief.pdf"
_DIFFERENCES = 4  # questions with differing answers that the brief tells
_UNTIL = ("scope", "until")
_MARKS = (
    "A raised number leads to a note: the words as the source printed them, and who says them. A note shows neither "
    "that they were spoken nor that they are true. The words after a statement say who stands behind it."
)
_GRAVE = ("contradictory", "undecided")


def chosen(desk: Desk, head: DossierHead) -> frozenset[str]:
    """Give the ids of the claims the brief tells, with what must not be left out beside them.

    A position brings its replies, a reply its positions, and an answer the differing answers of the same group.
    """
    groups = [_told(desk, item.claims) for item in head.summary]
    first = {id_ for group in groups for id_ in group} | set(_positions(desk)) | set(_both(desk))
    wanted = set(_told(desk, head.brief)) or first
    for group in groups:
        wanted |= {id_ for pair in _at_odds(desk, group) if wanted & set(pair) for id_ in pair}
    for id_ in sorted(wanted):
        data = desk.weighed.claims[id_].entry.data
        wanted |= set(data.reply_to) if isinstance(data, Reply) else set()
    return frozenset(_told(desk, wanted | {reply for id_ in wanted for reply in replies_of(desk, id_)}))


def brief_view(
    desk: Desk, head: DossierHead, *, site_url: str | None = None, pdf_bytes: int | None = None
) -> BriefView:
    """Fill the brief; `pdf_bytes` is the size of its PDF, if known."""
    sheet = desk.sheet(PAGE)
    told = chosen(desk, head)
    grouped = {id_ for item in head.summary for id_ in item.claims}
    sections = [
        BriefSection(item.asks, tuple(_point(sheet, id_) for id_ in _asked(desk, item.claims, told, first=number == 0)))
        for number, item in enumerate(head.summary)
    ]
    listed = dict.fromkeys((*_told(desk, head.brief), *sorted(told)))
    further = [id_ for id_ in listed if id_ not in grouped and _plain(desk, id_)]
    sections.append(BriefSection("Further points", tuple(_point(sheet, id_) for id_ in further if id_ in told)))
    both = tuple(_point(sheet, id_) for id_ in _both(desk) if id_ in told)
    disputes = [_dispute(sheet, record, told) for record in desk.weighed.dossier.disputes.values()]
    differences, left_out = _differences(sheet, told)
    view = BriefView(
        head=sheet.head("The brief", f"{head.title}, on two pages to print: {head.question}"),
        notes=sheet.notes,
        title=head.title,
        question=head.question,
        until=naming.listed(_until(when) for when in sheet.when(head.scope.until, record="dossier", path=_UNTIL)),
        sections=tuple(section for section in sections if section.points),
        both=both,
        disputes=tuple(dispute for dispute in disputes if dispute.points),
        differences=differences,
        more=_counted(left_out),
        not_covered=tuple(head.scope.not_covered),
        marks=_MARKS,
        sources=tuple(sheet.source(id_) for id_ in desk.weighed.dossier.sources),
        endnotes=(),
        updated=day(head.updated),
        licence=head.licence,
        address=urljoin(f"{site_url.rstrip('/')}/", web_path(PAGE)) if site_url else f"/{web_path(PAGE)}",
        pdf=pdf_in_words(pdf_bytes),
    )
    return _with_endnotes(view)


def pdf_in_words(size: int | None) -> str:
    """Say what the PDF is, with its size in bytes, if known: `PDF, tagged, 84 KB`; a kilobyte is 1,000 bytes."""
    return f"PDF, tagged, {-(-size // 1000):,} KB" if size else "PDF, tagged"


def voices(speakers: Iterable[Speaker]) -> tuple[Heard, ...]:
    """Say who speaks, and in which sources; notes tell the channels, so that a speaker is named once."""
    groups: dict[tuple[bool, str, str, str], dict[str, None]] = {}
    for one in speakers:
        groups.setdefault((one.against, one.name, one.href, one.words), {}).update(_labels(one))
    return tuple(_heard(*who, labels=list(labels)) for who, labels in groups.items())


def in_note(speaker: Speaker) -> Heard:
    """Say who speaks a passage, through which channel and in which source."""
    told = _heard(speaker.against, speaker.name, speaker.href, speaker.words, labels=list(_labels(speaker)))
    return replace(told, channel=speaker.channel)


def _until(when: When) -> str:
    """Say how the last day is known; the scope line beside it says which it is."""
    return f"{when.words} is derived: {when.because}" if when.derived else f"Nothing here is later than {when.words}."


def _heard(against: bool, name: str, href: str, words: str, *, labels: list[str]) -> Heard:
    if not (name or words):
        voice = "its own voice" if len(labels) == 1 else "their own voices"
        return Heard(against, "", "", f"{naming.listed(labels)} in {voice}", "", "")
    unnamed = "" if name else naming.unnamed(words)
    return Heard(against, name, href, unnamed, "", ", ".join(labels))


def _labels(speaker: Speaker) -> dict[str, None]:
    return dict.fromkeys(source.label for source in speaker.sources)


def _told(desk: Desk, ids: Iterable[str]) -> list[str]:
    """Leave out what is withheld: a handout has no room for places without words."""
    return [id_ for id_ in ids if id_ in desk.weighed.claims]


def _positions(desk: Desk) -> Iterator[str]:
    return (id_ for id_, claim in desk.weighed.claims.items() if isinstance(claim.entry.data, Position))


def _both(desk: Desk) -> Iterator[str]:
    return (id_ for id_, claim in desk.weighed.claims.items() if claim.status.name == OPPOSING)


def _asked(desk: Desk, group: Iterable[str], told: frozenset[str], *, first: bool) -> list[str]:
    """Give the told claims of a group; what opposing parties both state has a section of its own.

    The first group keeps it all the same: a reader's first question has its whole answer.
    """
    both = set() if first else set(_both(desk))
    return [id_ for id_ in group if id_ in told and id_ not in both]


def _plain(desk: Desk, id_: str) -> bool:
    """Say whether a claim has no other place in the brief than the further points."""
    claim = desk.weighed.claims[id_]
    return not isinstance(claim.entry.data, Position | Reply) and claim.status.name != OPPOSING


def _at_odds(desk: Desk, group: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of a group's claims that answer one question in different ways."""
    answers: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for id_ in group:
        claim = desk.weighed.claims[id_]
        if claim.entry.data.question and id_ in desk.differing:
            answers.setdefault(claim.entry.data.question, []).append((id_, _answers(desk, claim)))
    for given in answers.values():
        for (one, texts), (other, others) in combinations(given, 2):
            if texts != others:
                yield one, other


def _answers(desk: Desk, claim: WeighedClaim) -> frozenset[str]:
    compared = desk.weighed.questions[str(claim.entry.data.question)].compared
    return frozenset(item.text for item in compared.answers if any(given.claim == claim.id for given in item.given))


def _point(sheet: Sheet, id_: str) -> BriefPoint:
    claim = sheet.weighed.claims[id_]
    told = _told(sheet.desk, replies_of(sheet.desk, id_))
    replies = tuple(_claim(sheet.statement(sheet.weighed.claims[reply])) for reply in told)
    return BriefPoint(_claim(sheet.statement(claim)), replies, isinstance(claim.entry.data, Position))


def _claim(statement: Statement) -> BriefClaim:
    return BriefClaim(
        id=statement.id,
        text=statement.text,
        href=statement.href,
        notes=statement.notes,
        heard=voices(statement.speakers),
        status=statement.status,
        differs=bool(statement.differs),
    )


def _dispute(sheet: Sheet, record: Record[Dispute], told: frozenset[str]) -> BriefDispute:
    points = tuple(_point(sheet, position.id) for position in record.data.positions if position.id in told)
    return BriefDispute(sheet.record(record.id), points)


def _differences(sheet: Sheet, told: frozenset[str]) -> tuple[tuple[BriefDifference, ...], int]:
    """Tell the gravest differences between answers, those of told claims first; and count the grave ones left out."""
    ranked = []
    for item in comparisons.by_gravity(sheet.desk):
        reading = comparisons.gravest(item.compared)
        if reading in _GRAVE:
            shared = len({given.claim for answer in item.compared.answers for given in answer.given} & told)
            ranked.append((_GRAVE.index(reading), -shared, item.record.id, reading))
    ranked.sort()
    first = [one for one in ranked if one[1]][:_DIFFERENCES]
    lines = tuple(_difference(sheet, id_, reading) for _, _, id_, reading in first)
    return lines, len(ranked) - len(first)


def _difference(sheet: Sheet, question: str, reading: str) -> BriefDifference:
    answers: dict[str, dict[Heard, tuple[str, ...]]] = {}
    for differing in comparisons.differences(sheet, question):
        if differing.reading.name == reading:
            for answer in differing.answers:
                told = answers.setdefault(answer.text, {})
                for telling in answer.tellings:
                    (speaker,) = voices([telling.speaker])
                    told[speaker] = tuple(dict.fromkeys((*told.get(speaker, ()), *telling.notes)))
    return BriefDifference(
        question=sheet.record(question),
        reading=naming.mark(reading),
        answers=tuple(BriefAnswer(text, tuple(told.items())) for text, told in answers.items()),
    )


def _counted(left_out: int) -> str:
    if left_out == 0:
        return ""
    return f"{left_out} more {'question has' if left_out == 1 else 'questions have'} answers that differ as much"


def _with_endnotes(view: BriefView) -> BriefView:
    notes: dict[str, Note] = {note.id: note for note in view.notes}
    cited = [notes[id_] for id_ in dict.fromkeys(_cited(view))]
    endnotes = (BriefNote(one.id, one.printed, in_note(one.speaker), one.source) for one in cited)
    return replace(view, notes=tuple(cited), endnotes=tuple(endnotes))


def _cited(view: BriefView) -> Iterator[str]:
    """Give the ids of notes in the order in which the brief cites them."""
    told = [point for section in view.sections for point in section.points]
    told += [*view.both, *(point for dispute in view.disputes for point in dispute.points)]
    for point in told:
        for claim in (point.claim, *point.replies):
            yield from claim.notes
    for difference in view.differences:
        for answer in difference.answers:
            for _, names in answer.tellings:
                yield from names
