"""Rule 3: a value must stand in its own quotation, its direction included, and answer its question in kind.

May import evidence and everything below it. Must never compare one value with another.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.values import bears_out, explain
from generator.evidence.weighing import Weighed, parse_or_none
from generator.model.passages import Value
from generator.model.records import Question
from generator.problems import Problem
from generator.reading.dossier import Record

KINDS = {
    "amount": ("exactly", "about", "at_least", "more_than", "at_most", "fewer_than", "between", "words"),
    "limit": ("exactly", "about", "at_least", "more_than", "at_most", "fewer_than", "between", "words"),
    "date": ("date", "words"),
    "words": ("words",),
}
"""The fields of a value that fit each kind of question; vague words ("thousands") fit them all."""


def missing_or_stray(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a passage without a value under a question, and a value without a question."""
    for entry in weighed.dossier.claims.values():
        for index, evidence in enumerate(entry.data.evidence):
            if evidence.withheld:
                continue
            asked = entry.data.question in weighed.dossier.questions  # one that is not there is mended first
            if asked and evidence.value is None and evidence.stance == "supports":
                yield Problem(
                    entry.spot("evidence", index),
                    "value-missing",
                    f'the claim answers "{entry.data.question}", but this passage gives no value; add value:',
                )
            if entry.data.question is None and evidence.value is not None:
                yield Problem(
                    entry.key_spot("evidence", index, "value"),
                    "value-without-question",
                    f'"value" stands in the claim "{entry.id}", which answers no question; add question: or remove it',
                )


def of_another_kind(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a value of another kind than its question asks for."""
    for entry in weighed.dossier.claims.values():
        question = weighed.dossier.questions.get(entry.data.question or "")
        if question is None:
            continue
        allowed = KINDS[question.data.kind]
        for index, evidence in enumerate(entry.data.evidence):
            if evidence.value is not None and not _fits(evidence.value, question):
                yield Problem(
                    entry.key_spot("evidence", index, "value", evidence.value.name),
                    "value-kind",
                    f'"{evidence.value.name}" does not answer "{question.id}", which asks for {question.data.kind}; '
                    f"use one of {', '.join(allowed)}",
                )


def not_in_quotation(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a value that its own quotation does not bear out.

    One of another kind than its question asks for, or a date that is none, is reported as such.
    """
    for claim in weighed.claims.values():
        question = weighed.dossier.questions.get(claim.entry.data.question or "")
        for passage in claim.passages:
            value = passage.evidence.value
            if value is None or not _fits(value, question) or (value.date and parse_or_none(value.date) is None):
                continue
            if not bears_out(value, passage.scan):
                yield Problem(
                    claim.entry.spot("evidence", passage.index, "value"),
                    "value-not-in-quotation",
                    f'"{_written(value)}" is not what the quotation says: {explain(value, passage.scan)}; '
                    "write what the quotation says",
                )


def _fits(value: Value, question: Record[Question] | None) -> bool:
    return question is None or value.name in KINDS[question.data.kind]


def _written(value: Value) -> str:
    return f"{value.name}: {value.given}"
