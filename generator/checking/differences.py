"""Rule 7: a difference between answers to one question is computed or read; an unread one is refused.

May import evidence and everything below it. Must never read a difference itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.passages import shorten
from generator.evidence.differences import Answer
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.suggestions import did_you_mean


def unread(weighed: Weighed) -> Iterator[Problem]:
    """Refuse two answers to one question that neither numbers, nor dates, nor a reading tell apart."""
    for id_, question in weighed.questions.items():
        told: set[str] = set()
        for one, other in question.compared.unread:
            if other.text in told:
                continue  # one problem an answer is enough: the reading that mends it may name them all
            told.add(other.text)
            yield Problem(
                _place(weighed, other),
                "unread-difference",
                f'"{other.text}" and "{one.text}" both answer "{id_}", and no reading says what that means; '
                f"add one under readings: in {question.record.file}",
                (f"here: {_quoted(weighed, other)}", f"there, {_place(weighed, one)}: {_quoted(weighed, one)}"),
            )


def of_no_answer(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a reading of an answer that no passage gives; not where a claim of the question is not weighed."""
    dossier = weighed.dossier
    unsure = {entry.data.question for id_, entry in dossier.claims.items() if id_ not in weighed.claims}
    for id_, question in weighed.questions.items():
        if id_ in unsure or dossier.unread:
            continue
        known = [answer.text for answer in question.compared.answers]
        for number, index in question.compared.unknown:
            text = question.record.data.readings[number].between[index]
            yield Problem(
                question.record.places.of("readings", number, "between", index),
                "unknown-answer",
                f'no passage answers "{text}"{did_you_mean(text, known)}; the answers are: '
                + (", ".join(f'"{answer}"' for answer in known) or "none"),
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


def _place(weighed: Weighed, answer: Answer) -> Spot:
    first = answer.given[0]
    return weighed.claims[first.claim].entry.spot("evidence", first.index, "value")


def _quoted(weighed: Weighed, answer: Answer) -> str:
    first = answer.given[0]
    passage = weighed.claims[first.claim].passages[first.index]
    return f'{passage.source.id}, "{shorten(passage.proof.exact)}"'
