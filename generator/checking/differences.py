"""Rule 7: a difference between answers to one question is computed or read; an unread one is refused.

May import evidence and everything below it. Must never read a difference itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.passages import shorten
from generator.evidence.differences import Answer
from generator.evidence.values import bears_out
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.suggestions import did_you_mean


def unread(weighed: Weighed) -> Iterator[Problem]:
    """Refuse two answers to one question that neither numbers, nor dates, nor a reading tell apart."""
    unread = any(question.compared.unread for question in weighed.questions.values())
    unsure = _with_other_problems(weighed) if unread else set()
    for id_, question in weighed.questions.items():
        if id_ in unsure or question.compared.unknown:
            continue  # an answer that is misspelt in a reading is mended first
        told: set[str] = set()
        for one, other in question.compared.unread:
            if other.text in told:
                continue  # one problem an answer is enough: the reading that mends it may name them all
            told.add(other.text)
            yield Problem(
                _place(weighed, other),
                "unread-difference",
                f'"{other.text}" and "{one.text}" both answer "{id_}", and no reading says what that means; '
                f"add one under readings: in {question.record.file}; or, where they do not cover the same, give a "
                "value a scope:, or answer another question",
                (
                    f"here: {_quoted(weighed, other)}",
                    f"there, {_place(weighed, one)}: {_quoted(weighed, one)}",
                    "add:",
                    *_reading(one.text, other.text, begun=bool(question.record.data.readings)),
                ),
            )


def _listed(answers: list[str]) -> str:
    return ", ".join(f'"{answer}"' for answer in answers) or "none"


def _marked(text: str) -> str:
    mark = "'" if '"' in text else '"'
    return f"{mark}{text}{mark}"


def _reading(one: str, other: str, *, begun: bool) -> tuple[str, ...]:
    """Give the lines of a reading, for an editor to fill in."""
    answers = ", ".join(text if re.fullmatch(r"[A-Za-z][\w -]*", text) else _marked(text) for text in (one, other))
    return (
        *(() if begun else ("readings:",)),
        f"  - between: [{answers}]",
        "    reading: compatible, contradictory or undecided",
        "    because: in one sentence that rests on the passages",
    )


def of_no_answer(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a reading of an answer that no passage gives; not where a claim of the question is not weighed."""
    dossier = weighed.dossier
    unsure = {entry.data.question for id_, entry in dossier.claims.items() if id_ not in weighed.claims}
    if any(question.compared.unknown for question in weighed.questions.values()):
        unsure |= _with_other_problems(weighed)
    for id_, question in weighed.questions.items():
        if id_ in unsure or dossier.unread:
            continue
        known = [answer.text for answer in question.compared.answers]
        for number, index in question.compared.unknown:
            text = question.record.data.readings[number].between[index]
            yield Problem(
                question.record.places.of("readings", number, "between", index),
                "unknown-answer",
                f'no passage answers "{text}"'
                + (did_you_mean(text, known) or f"; the answers are: {_listed(known)}"),
            )


def against_numbers(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a reading that says otherwise than the numbers or dates do."""
    for question in weighed.questions.values():
        for number, difference in question.compared.against:
            one, other = difference.answers
            yield Problem(
                question.record.places.of("readings", number, "reading"),
                "reading-against-values",
                f'"{question.record.data.readings[number].reading}" is not what "{one}" and "{other}" tell: '
                f"{difference.because[0].lower()}{difference.because[1:-1]}, so they are {difference.reading}; "
                "correct the reading, or give the values a scope:",
            )


def at_odds(weighed: Weighed) -> Iterator[Problem]:
    """Refuse two readings that say different things of the same two answers."""
    for question in weighed.questions.values():
        readings = question.record.data.readings
        for one, other in question.compared.at_odds:
            shared = [answer for answer in readings[other].between if answer in readings[one].between]
            yield Problem(
                question.record.places.of("readings", other, "reading"),
                "readings-at-odds",
                f'"{readings[other].reading}" is not what the reading at '
                f"{question.record.places.of('readings', one, 'reading')} says of the same answers"
                f" ({', '.join(f'{answer!r}' for answer in shared)}); name each two answers in one reading only",
            )


def _with_other_problems(weighed: Weighed) -> set[str]:
    """Give the questions an answer to which does not stand in its quotation: it is mended first."""
    return {
        claim.entry.data.question
        for claim in weighed.claims.values()
        if claim.entry.data.question is not None
        and any(p.evidence.value and not bears_out(p.evidence.value, p.scan) for p in claim.passages)
    }


def _place(weighed: Weighed, answer: Answer) -> Spot:
    first = answer.given[0]
    return weighed.claims[first.claim].entry.spot("evidence", first.index, "value")


def _quoted(weighed: Weighed, answer: Answer) -> str:
    first = answer.given[0]
    passage = weighed.claims[first.claim].passage(first.index)
    return f'{passage.source.id}, "{shorten(passage.proof.exact)}"'
