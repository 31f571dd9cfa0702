"""Differences: the answers that passages give to one question, compared pair by pair (rule 7).

What numbers and dates tell is computed; the rest is told by a reading, or stays unread, which a check refuses.
May import the model, dates, intervals and folding. Must never know pages or problem messages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.evidence.folding import fold
from generator.evidence.intervals import interval, overlap
from generator.model.passages import Value
from generator.model.records import Reading

Outcome = Literal["compatible", "contradictory", "undecided", "not comparable"]
QuestionKind = Literal["amount", "limit", "date", "words"]
UNCLEAR = "unclear"
NOT_TOLD = "The reason is not shown, as an answer it speaks of is withheld."
"""Stands for the reason of a reading one of whose answers is withheld."""


@dataclass(frozen=True, slots=True)
class Given:
    """One passage's answer: the claim, the number of the passage in it, and the value."""

    claim: str
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, as its page names it, with every passage that gives it."""

    text: str
    value: Value
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Answers that are not the same, and what that means. `computed` says that numbers or dates alone tell it."""

    answers: tuple[str, ...]
    reading: Outcome
    because: str
    computed: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A question's answers with their differences; `unread` are pairs that nothing tells yet.

    `unknown` are answers that a reading names and no passage gives, each with the number of the reading;
    `against` are readings that say otherwise than the numbers or dates do, with what these say;
    `at_odds` are pairs of readings that say different things of the same two answers.
    """

    answers: tuple[Answer, ...]
    differences: tuple[Difference, ...]
    unread: tuple[tuple[Answer, Answer], ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    against: tuple[tuple[int, Difference], ...] = ()
    at_odds: tuple[tuple[int, int], ...] = ()


def compare(
    given: Iterable[Given], *, kind: QuestionKind, readings: Sequence[Reading] = (), withheld: Collection[str] = ()
) -> Compared:
    """Compare all answers to one question, using readings where numbers and dates do not tell.

    `withheld` are answers that readings may name, and that nothing of what is given here tells.
    """
    found = answers(given)
    keys = {_key(answer.text): answer for answer in found}
    told = [[_key(text) for text in reading.between] for reading in readings]
    hidden = {_key(text) for text in withheld} - keys.keys()
    unread: list[tuple[Answer, Answer]] = []
    computed: list[Difference] = []
    against: list[tuple[int, Difference]] = []
    for one, other in combinations(found, 2):
        pair = {_key(one.text), _key(other.text)}
        reader = next((number for number, names in enumerate(told) if pair <= set(names)), None)
        outcome = judge(one.value, other.value, kind=kind)
        if outcome is None and reader is None:
            unread.append((one, other))
        elif outcome is not None:
            difference = Difference((one.text, other.text), outcome[0], outcome[1], computed=True)
            if reader is None:
                computed.append(difference)
            elif readings[reader].reading != outcome[0]:
                against.append((reader, difference))
    read = [
        _read(reading, tuple(keys[name].text for name in names if name in keys), silent=not hidden.isdisjoint(names))
        for reading, names in zip(readings, told, strict=True)
        if hidden.isdisjoint(names) or len(keys.keys() & names) > 1
    ]
    known = keys.keys() | hidden
    unknown = [(n, i) for n, names in enumerate(told) for i, name in enumerate(names) if name not in known]
    at_odds = [
        (one, other)
        for one, other in combinations(range(len(told)), 2)
        if readings[one].reading != readings[other].reading and len({*told[one]} & {*told[other]}) > 1
    ]
    return Compared(found, (*read, *computed), tuple(unread), tuple(unknown), tuple(against), tuple(at_odds))


def _read(reading: Reading, told: tuple[str, ...], *, silent: bool) -> Difference:
    return Difference(told, reading.reading, NOT_TOLD if silent else reading.because, computed=False)


def answers(given: Iterable[Given]) -> tuple[Answer, ...]:
    """Join passages that give the same answer; the order is that of the claims' ids."""
    groups: dict[str, list[Given]] = {}
    for item in sorted(given, key=lambda item: (item.claim, item.index)):
        groups.setdefault(_key(answer_text(item.value)), []).append(item)
    return tuple(Answer(answer_text(items[0].value), items[0].value, tuple(items)) for items in groups.values())


def answer_text(value: Value) -> str:
    """Name an answer as readings and pages do: `more than 1000`, `between 18 and 25`, a date, or its words."""
    if value.name in ("words", "date"):
        text = " ".join(str(value.given).split())
    elif value.name == "between":
        text = "between {} and {}".format(*value.given)
    else:
        text = f"{value.name.replace('_', ' ')} {value.given}"
    return f"{text} ({value.scope})" if value.scope else text


def judge(one: Value, other: Value, *, kind: QuestionKind) -> tuple[Outcome, str] | None:
    """Tell what two different answers mean, where scope, numbers or dates alone tell it; None where they do not."""
    if one.scope != other.scope or UNCLEAR in (one.scope, other.scope):
        return "not comparable", "The two do not cover the same, or it is not clear what they cover."
    if kind == "amount" and (first := interval(one)) and (second := interval(other)):
        meet = overlap(first, second)
        if meet is None:
            return None
        return _outcome(meet, "One number can meet both.", "No number can meet both.")
    if one.date is not None and other.date is not None:
        return _judge_dates(one.date, other.date)
    return None


def _judge_dates(one: str, other: str) -> tuple[Outcome, str] | None:
    try:
        first, second = parse_edtf(one), parse_edtf(other)
    except EdtfError:
        return None
    if any(_meet(a, b) for a in _ranges(first) for b in _ranges(second)):
        return _outcome(True, "One date can meet both.", "")
    if any(date.approximate or date.uncertain for date in (first, second)):
        return None
    return _outcome(False, "", "No date can meet both.")


def _outcome(meet: bool, compatible: str, contradictory: str) -> tuple[Outcome, str]:
    return ("compatible", compatible) if meet else ("contradictory", contradictory)


def _ranges(date: EdtfDate) -> Iterator[tuple[int, int]]:
    for start, end in date.ranges:
        yield (start.toordinal() if start else 0, end.toordinal() if end else 10**7)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _key(text: str) -> str:
    return fold(text).text.strip()
