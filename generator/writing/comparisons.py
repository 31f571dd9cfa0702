"""Answers to questions as pages show them: each with who says it, and what differences between them mean.

May import the desk, evidence and views. Must never know templates, nor read a difference itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from generator.evidence import differences as found
from generator.evidence.weighing import WeighedClaim, WeighedPassage, WeighedQuestion
from generator.model.records import Question
from generator.writing import filters, naming
from generator.writing.addresses import claim_page
from generator.writing.desk import Desk, Sheet, spoken_by, value
from generator.writing.parts import cut, from_to, line_weight, parts_of, weight
from generator.writing.passage_pieces import Differing
from generator.writing.passages import FEW, sides
from generator.writing.pieces import Answered, Cell, Link, Mark, Row, Silent, Telling
from generator.writing.views import MatrixView

GRAVITY: tuple[found.Outcome, ...] = ("contradictory", "undecided", "not comparable", "compatible")
MEANINGS = {
    "contradictory": "The answers cannot all hold.",
    "undecided": "These texts do not tell whether the answers can all hold.",
    "not comparable": "The answers do not cover the same, or it is not clear what they cover.",
    "compatible": "The answers can all hold at once.",
}
MATRIX = "who-says-what.md"
MOST_COLUMNS = 20
"""Sources that have a column each; with more of them the table is a list."""
ABSENT = "not in this article"
EARLIER = "written about an earlier time"
GENERATED = "only in a generated part, which supports nothing"


def gravest(compared: found.Compared) -> str:
    """Give the gravest reading among a question's differences; nothing where there is none."""
    told = {difference.reading for difference in compared.differences}
    return next((reading for reading in GRAVITY if reading in told), "")


def readings() -> tuple[tuple[Mark, str], ...]:
    """Give what the readings of differences mean, the gravest first."""
    return tuple((naming.mark(name), MEANINGS[name]) for name in GRAVITY)


def by_gravity(desk: Desk) -> list[WeighedQuestion]:
    """Give the questions that have answers: the gravest differences first, those without any last."""
    ranks: dict[str, int] = {reading: rank for rank, reading in enumerate((*GRAVITY, ""))}
    answered = (item for item in desk.weighed.questions.values() if item.compared.answers)
    return sorted(answered, key=lambda item: (ranks[gravest(item.compared)], item.record.id))


def differences(sheet: Sheet, question: str, *, claim: str = "") -> tuple[Differing, ...]:
    """Tell the differences between a question's answers; with `claim`, those in which its answers take part."""
    compared = sheet.weighed.questions[question].compared
    answers = {answer.text: answer for answer in compared.answers}
    return tuple(
        _differing(sheet, difference, [answers[text] for text in difference.answers])
        for difference in sorted(compared.differences, key=lambda item: GRAVITY.index(item.reading))
        if not claim or any(given.claim == claim for text in difference.answers for given in answers[text].given)
    )


def has_columns(desk: Desk) -> bool:
    """Say whether each source has a column of its own in the table "Who says what"."""
    return len(desk.weighed.dossier.sources) <= MOST_COLUMNS


def matrix_views(desk: Desk) -> Iterator[tuple[str, Callable[[], MatrixView]]]:
    """Fill the page "Who says what": every answered question by every source, each part by itself.

    Where there are many sources, a column for each would be mostly empty and grow with both: each question then has the
    sources that answer it in one cell, and those that do not, counted, in another.
    """
    sources, wide = desk.weighed.dossier.sources, has_columns(desk)
    cuts = cut(by_gravity(desk), keys=lambda item: (gravest(item.compared),), weigh=partial(_row_weight, desk, wide))
    listed = parts_of(MATRIX, cuts, _held_by_part, title="Who says what", noun="questions")

    def fill(number: int, part: Sequence[WeighedQuestion]) -> MatrixView:
        sheet = desk.sheet(listed.pages[number - 1])
        columns = tuple(map(sheet.source, sources))
        rows = tuple(_row(sheet, question, wide=wide) for question in part)
        told = listed.description(number, "What each article answers to each question, with the passage.")
        head = sheet.head(listed.title(number), told)
        chosen = filters.of_matrix(rows, columns, GRAVITY)
        return MatrixView(
            head, sheet.notes, columns if wide else (), rows, readings(), chosen, parted=listed.told(number)
        )

    yield from listed.each(cuts, fill)


def _held_by_part(part: Sequence[WeighedQuestion]) -> str:
    return from_to(*(gravest(item.compared) or "no difference" for item in (part[0], part[-1])))


def _row_weight(desk: Desk, wide: bool, question: WeighedQuestion) -> int:
    claims = {given.claim for answer in question.compared.answers for given in answer.given}
    cells = len(desk.weighed.dossier.sources) if wide else len(claims)
    return line_weight() * (2 + cells) + sum(weight(desk.weighed.claims[id_]) for id_ in claims)


def _row(sheet: Sheet, question: WeighedQuestion, *, wide: bool) -> Row:
    record = question.record
    reading = gravest(question.compared)
    given: dict[str, list[found.Answer]] = {}
    for answer in question.compared.answers:
        for id_ in dict.fromkeys(_passage(sheet, item).source.id for item in answer.given):
            given.setdefault(id_, []).append(answer)
    sources = sheet.weighed.dossier.sources
    cells = [
        Cell(sheet.source(id_).label, tuple(_answered(sheet, answer, source=id_) for answer in given[id_]), "")
        if id_ in given
        else _silent(sheet.source(id_).label, _absent(record.data, id_))
        for id_ in (sources if wide else (id_ for id_ in sources if id_ in given))
    ]
    return Row(
        question=sheet.record(record.id),
        unit=record.data.unit or "",
        readings=(naming.mark(reading),) if reading else (),
        cells=tuple(cells),
        silent=() if wide else _others(sheet, record.data, given),
    )


def _others(sheet: Sheet, question: Question, given: Collection[str]) -> tuple[Silent, ...]:
    """Tell the sources that do not answer: how many say nothing, and by name those of which more is known."""
    asked = [id_ for id_ in dict.fromkeys((*question.earlier, *question.only_generated)) if id_ not in given]
    rest = len(sheet.weighed.dossier.sources) - len(given) - len(asked)
    counted = f"not in {rest:,} {'other article' if rest == 1 else 'other articles'}"
    told = {why: [sheet.source(id_) for id_ in asked if _absent(question, id_) == why] for why in (EARLIER, GENERATED)}
    named = tuple(Silent(why, tuple(sources)) for why, sources in told.items() if sources)
    return (Silent(counted, ()), *named) if rest else named


@lru_cache(maxsize=1 << 12)
def _silent(label: str, absent: str) -> Cell:
    """Give the cell of a source that does not answer; nearly all cells of a large table are such."""
    return Cell(label, (), absent)


def _absent(question: Question, source: str) -> str:
    """Say why a source gives no answer; its silence denies nothing."""
    if source in question.earlier:
        return EARLIER
    return GENERATED if source in question.only_generated else ABSENT


def _differing(sheet: Sheet, difference: found.Difference, answers: list[found.Answer]) -> Differing:
    told = tuple(_answered(sheet, answer) for answer in answers)
    words = ((answer.value, [_passage(sheet, given) for given in answer.given]) for answer in answers)
    beside, close = sides(sheet, words)
    return Differing(
        answers=told,
        reading=naming.mark(difference.reading),
        because=difference.because,
        basis=_basis(difference, answers),
        sides=beside,
        close=close,
        many=len(answers) > FEW,
    )


def _passage(sheet: Sheet, given: found.Given) -> WeighedPassage:
    return sheet.weighed.claims[given.claim].passage(given.index)


def _basis(difference: found.Difference, answers: Iterable[found.Answer]) -> str:
    if not difference.computed:
        return "read by the editors"
    if difference.reading == "not comparable":
        return "computed from what the answers cover"
    dates = all(answer.value.date is not None for answer in answers)
    return "computed from the dates" if dates else "computed from the numbers"


def _answered(sheet: Sheet, answer: found.Answer, *, source: str = "") -> Answered:
    """Tell an answer and who gives it; with `source`, in this source alone."""
    groups: dict[object, list[tuple[WeighedClaim, WeighedPassage]]] = {}
    for given in answer.given:
        claim, passage = sheet.weighed.claims[given.claim], _passage(sheet, given)
        if source in ("", passage.source.id):
            groups.setdefault((claim.id, spoken_by(passage.evidence)), []).append((claim, passage))
    return Answered(value(answer.value), tuple(_telling(sheet, group) for group in groups.values()))


def _telling(sheet: Sheet, group: list[tuple[WeighedClaim, WeighedPassage]]) -> Telling:
    claim, first = group[0]
    place = f"{claim_page(claim.id)}#{naming.passage_anchor(first.index)}"
    notes = (sheet.note(passage.evidence, passage.proof).id for _, passage in group)
    return Telling(
        claim=sheet.claim(claim),
        passage=Link(naming.claim_name(claim.statement), sheet.to(place)),
        speaker=sheet.speaker(spoken_by(first.evidence), [passage.source.id for _, passage in group]),
        notes=tuple(dict.fromkeys(notes)),
    )
