"""Tables of questions: what is asked, who cannot answer, the answers, and how they differ.

May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.tables.carried import QUESTION, SCOPE, SOURCE
from generator.exports.tables.columns import Column, Row, Table, meaning_of, told
from generator.exports.tables.values import VALUE, value_cells
from generator.telling.claims import Answer, Difference
from generator.telling.facts import Facts
from generator.telling.records import Question


def _questions(facts: Facts) -> Iterator[Row]:
    for one in facts.questions:
        yield {
            "id": one.id, "url": one.url, "text": one.text, "kind": one.kind, "unit": one.unit, "covers": one.scope,
            "scope": facts.dossier.scope.text,
        }  # fmt: skip


def _question_sources(facts: Facts) -> Iterator[Row]:
    for one in facts.questions:
        for why, sources in (("earlier", one.earlier), ("only_generated", one.only_generated)):
            yield from ({"question": one.id, "source": id_, "why": why} for id_ in dict.fromkeys(sources))


def _answered(facts: Facts) -> Iterator[tuple[Question, str, Answer]]:
    for question in facts.questions:
        for number, answer in enumerate(question.answers, start=1):
            yield question, f"{question.id}#answer-{number}", answer


def _answers(facts: Facts) -> Iterator[Row]:
    for question, id_, answer in _answered(facts):
        yield {
            "id": id_, "question": question.id, "text": answer.text, **value_cells(answer.value),
            "scope": facts.dossier.scope.text,
        }  # fmt: skip


def _differing(facts: Facts) -> Iterator[tuple[str, Difference]]:
    counted: dict[str, int] = {}
    for one in facts.differences:
        counted[one.question] = counted.get(one.question, 0) + 1
        yield f"{one.question}#difference-{counted[one.question]}", one


def _differences(facts: Facts) -> Iterator[Row]:
    for id_, one in _differing(facts):
        yield {
            "id": id_,
            "question": one.question,
            "answers": " | ".join(one.answers),
            "reading": one.reading,
            "because": one.because,
            "computed": one.computed,
            "scope": facts.dossier.scope.text,
        }


def _difference_answers(facts: Facts) -> Iterator[Row]:
    answers = {(question.id, answer.text): id_ for question, id_, answer in _answered(facts)}
    for id_, one in _differing(facts):
        for text in dict.fromkeys(one.answers):
            yield {"difference": id_, "text": text, "answer": answers.get((one.question, text))}


QUESTIONS = Table(
    "questions",
    "Questions",
    meaning_of(Question),
    (
        told((Question, "id")),
        told((Question, "url"), unique=True),
        told((Question, "text")),
        told((Question, "kind"), sought=True),
        told((Question, "unit")),
        told((Question, "scope"), name="covers"),
        SCOPE,
    ),
    key=("id",),
    rows=_questions,
    label="text",
    facets=("kind",),
)
_WHYS = {field: Question.model_fields[field].description or "" for field in ("earlier", "only_generated")}
QUESTION_SOURCES = Table(
    "question_sources",
    "Sources that cannot answer",
    "A source whose silence on a question says nothing.",
    (
        QUESTION,
        SOURCE,
        Column(
            "why",
            " ".join(f"`{why}`: {meaning}" for why, meaning in _WHYS.items()),
            required=True,
            allowed=tuple(_WHYS),
        ),
    ),
    key=("question", "source", "why"),
    rows=_question_sources,
)
ANSWERS = Table(
    "answers",
    "Answers",
    meaning_of(Answer),
    (
        Column("id", "The id of the question, #answer- and a number.", required=True),
        QUESTION,
        told((Answer, "text")),
        *VALUE,
        SCOPE,
    ),
    key=("id",),
    rows=_answers,
    label="text",
)
ANSWER_CLAIMS = Table(
    "answer_claims",
    "Claims that give answers",
    "A claim whose passages give an answer.",
    (
        Column("answer", "The id of the answer.", required=True, leads_to="answers"),
        Column("claim", "The id of the claim.", required=True, leads_to="claims"),
    ),
    key=("answer", "claim"),
    rows=lambda facts: (
        {"answer": id_, "claim": claim} for _, id_, answer in _answered(facts) for claim in answer.claims
    ),
)
DIFFERENCES = Table(
    "differences",
    "Differences",
    meaning_of(Difference),
    (
        Column("id", "The id of the question, #difference- and a number.", required=True),
        QUESTION,
        Column("answers", "The answers, with | between them, to read; one a row in difference_answers.", required=True),
        told((Difference, "reading"), sought=True),
        told((Difference, "because")),
        told((Difference, "computed")),
        SCOPE,
    ),
    key=("id",),
    rows=_differences,
    label="answers",
    facets=("reading", "computed"),
)
DIFFERENCE_ANSWERS = Table(
    "difference_answers",
    "Answers that differ",
    "One of the answers of a difference.",
    (
        Column("difference", "The id of the difference.", required=True, leads_to="differences"),
        told((Answer, "text")),
        Column("answer", "The id of the answer.", leads_to="answers"),
    ),
    key=("difference", "text"),
    rows=_difference_answers,
)
