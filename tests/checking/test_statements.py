"""What a statement may say: no more than its passages, in every kind of word that rule 4 looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.checking import statements as rules
from generator.evidence.weighing import weigh
from generator.problems import Problem
from generator.reading.dossier import Dossier
from tests.changed_example import example, found_by, with_claim, with_fields

Rule = Callable[[Any], Iterator[Problem]]
EVENT = "facts/events/ferry-start.yml"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return example()


def told(rule: Rule, dossier: Dossier, claim: str, **fields: Any) -> list[str]:
    return [problem.message for problem in found_by(rule, weigh(with_claim(dossier, claim, **fields)))]


NONE = "stands in none of the claim's passages; "


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("The first crossing was made with 40 people.", []),
        ("The first crossing was made with forty people.", []),
        ("One of the crossings was made with 40 people.", []),
        ("It was made with 41 people.", ['"41" ' + NONE + "correct the number, or cite the passage that has it"]),
        ("The 40th crossing.", ['"40th" ' + NONE + "correct the number, or cite the passage that has it"]),
        ("The second and third crossing.", [f'"{word}" {NONE}correct the number, or cite the passage that has it'
                                            for word in ("second", "third")]),
        ("The crossing of 10.03.2025 and 10/03/2025.",
         [f'"{date}" {NONE}write the date as the passage has it, such as 4 March 2025'
          for date in ("10.03.2025", "10/03/2025")]),
        ("The 7 crossings of 10.03.2025.",
         ['"7" ' + NONE + "correct the number, or cite the passage that has it",
          '"10.03.2025" ' + NONE + "write the date as the passage has it, such as 4 March 2025"]),
    ],
)  # fmt: skip
def test_numbers(dossier: Dossier, statement: str, wrong: list[str]) -> None:
    assert told(rules.unfounded_numbers, dossier, "people-on-board", statement=statement) == wrong


DATE = (
    "stands in no passage of the claim, nor in the date of the claim, its record or a record in about:; "
    "correct the date, or cite the passage that has it"
)


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("They met on Tuesday, 4 March 2025.", []),
        ("They met on 4 March, a Tuesday in March 2025.", []),
        ("They met on Wednesday.", ["Wednesday"]),
        ("They met on 5 March 2025 and in April.", ["5 March 2025", "April"]),
        ("They met in 2024.", ["2024"]),
        ("They met on Monday, 4 March 2025.", []),  # wrong in itself, and told as that
    ],
)
def test_dates(dossier: Dossier, statement: str, wrong: list[str]) -> None:
    assert told(rules.spoken_dates, dossier, "closure-agreed", statement=statement) == [
        f'"{words}" {DATE}' for words in wrong
    ]


def test_a_date_of_a_record_or_claim_in_about_may_be_named(dossier: Dossier) -> None:
    said = {"statement": "On 4 March 2025 boards were rotten."}
    assert len(told(rules.spoken_dates, dossier, "rotten-boards", **said)) == 1
    assert told(rules.spoken_dates, dossier, "rotten-boards", **said, about=["bridge-closure"]) == []
    dated = with_claim(dossier, "free-ferry", date=dossier.agreements["bridge-closure"].data.date)
    assert told(rules.spoken_dates, dated, "rotten-boards", **said, about=["free-ferry"]) == []
    assert len(told(rules.spoken_dates, dated, "rotten-boards", **said, about=["letters-sent"])) == 1
    unread = replace(dossier, unread=frozenset({"lost"}))
    assert told(rules.spoken_dates, unread, "rotten-boards", **said, about=["lost"]) == []


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("The closure would last “at least 12 weeks”.", []),
        ("The closure would last “at least 12 weeks,” it said.", []),
        ("The closure would last “at least 12 weeks!?” it said.", []),
        ("It would last “at least 12”, or “12 months”.", ["12 months"]),
        ("It would “”, or “ ”.", []),
        ("It would last “twelve weeks”.", []),
    ],
)
def test_quoted_phrases(dossier: Dossier, statement: str, wrong: list[str]) -> None:
    assert told(rules.quoted_phrases, dossier, "closure-weeks", statement=statement) == [
        f'"{words}" {NONE}copy the words from one, or drop the quotation marks' for words in wrong
    ]


def test_marks_without_a_partner(dossier: Dossier) -> None:
    said = told(rules.lone_marks, dossier, "free-ferry", statement="The council’s “free ferry” will „run, it's» said.")
    rest = (
        "has no partner in the statement; write one mark before the quoted words and one after them, or take it away"
    )
    assert said == [f'"{mark}" {rest}' for mark in "„»"]


def test_a_role_in_other_words(dossier: Dossier) -> None:
    assert told(rules.roles, dossier, "dana-orrell-leader") == []
    assert told(rules.roles, dossier, "dana-orrell-leader", role="head of the council") == [
        '"head of the council" ' + NONE + "write the role in the source's words"
    ]


ACTOR = (
    "is in none of the claim's passages, nor among its claimants; cite the passage that names it, "
    "or say under refers: which word of a passage stands for them"
)


def test_actors(dossier: Dossier) -> None:
    said = {"statement": "Ivo Tamm and Orrell spoke of the Mill Lane Residents."}
    wrong = [f'"{name}" {ACTOR}' for name in ("Ivo Tamm", "Mill Lane Residents")]
    assert told(rules.actors, dossier, "letters-sent", **said) == wrong
    assert told(rules.actors, dossier, "letters-sent", **said, refers={"every household": ["mill-lane-residents"]}) == [
        wrong[0]
    ]
    assert told(rules.actors, dossier, "letters-sent", **said, held_by=["ivo-tamm"]) == [wrong[1]]
    assert told(rules.actors, dossier, "letters-sent", **said, refers={"": ["ivo-tamm"]}) == wrong
    both = {"refers": {"every": ["ivo-tamm"], "household": ["mill-lane-residents"]}}
    assert told(rules.actors, dossier, "letters-sent", **said, **both) == []


def test_of_actors_nothing_is_said_where_another_mistake_explains_them(dossier: Dossier) -> None:
    said = {"statement": "Ivo Tamm spoke."}
    assert len(told(rules.actors, dossier, "letters-sent", **said)) == 1
    nobody = {"evidence": {0: {"claimant": "nobody-known"}}}
    assert told(rules.actors, dossier, "letters-sent", **said, **nobody) == []
    elsewhere = {"evidence": {0: {"claimant": "mill-lane-residents"}}}
    assert told(rules.actors, dossier, "letters-sent", **said, **elsewhere) == []
    unread = replace(dossier, unread_kinds=frozenset({"actor"}))
    assert told(rules.actors, unread, "letters-sent", **said) == []
    assert told(rules.other_names, unread, "letters-sent", statement="Orrell met Quux.") == []


NAME = "is no known name and stands in none of the claim's passages; remove it, or cite its passage"


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("Orrell replied that letters had gone in February.", []),
        ("Letters had gone to every Household. Nobody else came.", []),
        ("Orrell met Quux Zyzzy, and Blorb.", ["Quux Zyzzy", "Blorb"]),
        ("Orrell met Quux-Zyzzy.", ["Quux", "Zyzzy"]),
        ("Quux replied that letters had gone.", ["Quux"]),
        ("Orrell replied: Ferry tickets had gone. “Quux” is quoted. (The letters.)", []),
        ("Orrell said that The letters had gone by Quux’s boat on Monday.", ["The", "Quux"]),
    ],
)
def test_other_names(dossier: Dossier, statement: str, wrong: list[str]) -> None:
    assert told(rules.other_names, dossier, "letters-sent", statement=statement) == [
        f'"{words}" {NAME}' for words in wrong
    ]


def test_names_of_a_channel_and_of_words_for_the_unnamed_are_known(dossier: Dossier) -> None:
    statement = {"statement": "On Quux and Zyzzy, boards were rotten."}
    assert len(told(rules.other_names, dossier, "rotten-boards", **statement)) == 2
    beside = {"evidence": {0: {"via": "Quux", "words": "Zyzzy reports"}}}
    assert told(rules.other_names, dossier, "rotten-boards", **statement, **beside) == []


def test_hedges(dossier: Dossier) -> None:
    flat = {"statement": "Some of the boards are rotten."}
    assert told(rules.hedges, dossier, "rotten-boards", **flat) == [
        '"Reports indicate" hedges a passage, but the statement does not hedge; write it there, or words like it'
    ]
    left = '"Reports indicate" leaves open who says it, but the statement does not; write it there, or words like it'
    passage = {"evidence": {0: {"exact": "some of the boards are rotten"}}}
    assert told(rules.hedges, _proven(dossier, passage), "rotten-boards", **flat) == [left]
    refuted = {"evidence": {0: {"stance": "refutes"}}}
    assert told(rules.hedges, dossier, "rotten-boards", **flat, **refuted) == []
    assert told(rules.hedges, dossier, "users-at-least-350", statement="350 people cross the bridge every day.") == [
        '"At least 350" hedges a passage, but the statement does not hedge; write it there, or words like it'
    ]


def _proven(dossier: Dossier, fields: dict[str, Any]) -> Dossier:
    return with_claim(dossier, "rotten-boards", **fields)


def test_bounds(dossier: Dossier) -> None:
    said = told(rules.bounds, dossier, "people-on-board", statement="At least 40 people were on board.")
    assert said == ['"At least 40" is not what the passages say of the number, which have "40"; write it as they do']


def test_keys_of_refers(dossier: Dossier) -> None:
    council = ["lenford-council"]
    keys = dict.fromkeys(("the council", "Free ferry", "The council", "a bus"), council)
    wrong = told(rules.references, dossier, "free-ferry", refers=keys)
    assert wrong == [
        f'"the council" {NONE}the passage has "The council", write that',
        f'"Free ferry" {NONE}the passage has "free ferry", write that',
        f'"a bus" {NONE}use the word as the passage has it',
    ]


def test_words_are_told_at_their_place(dossier: Dossier) -> None:
    changed = with_fields(dossier, "events", "ferry-start")
    changed = with_claim(changed, "people-on-board", statement="The first crossing was made with 41 people on board.")
    (problem,) = found_by(rules.unfounded_numbers, weigh(changed))
    assert (problem.spot.file, problem.code) == (EVENT, "number-not-in-evidence")
