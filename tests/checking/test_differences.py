"""What is told of two answers that nobody has read, and of readings that do not fit the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.examining import examine
from generator.problems import Problem
from tests.case_files import Case, lay_out

BRIDGE, ASKED = "facts/background/heron-footbridge.yml", "facts/questions/people-per-day.yml"
LIMIT = {ASKED: [["kind: amount", "kind: limit"]]}
WITHHELD = (
    "      - source: gazette\n        exact: >-\n          Sign up for our newsletter\n        withheld: legal\n"
)
READING = "{between: [more than 300, at least 350], reading: %s, because: For the test.}"


PAIRS = ("did not hear, the residents", "nobody, did not hear")


def found(tmp_path: Path, **change: object) -> list[Problem]:
    return examine(lay_out(Case("x", dict(change), ()), tmp_path / "dossier"))[1]


@pytest.mark.parametrize("hidden", ["", WITHHELD])
def test_an_unread_difference_shows_both_passages_and_a_reading_to_fill_in(tmp_path: Path, hidden: str) -> None:
    about = "    about: [lenford-council]\n    evidence:\n"
    (problem,) = found(tmp_path, replace=LIMIT | {BRIDGE: [[about, about + hidden]]})
    moved = hidden.count("\n")
    assert str(problem.spot).startswith(f"{BRIDGE}:")
    assert problem.message.startswith('"more than 300" and "at least 350" both answer "people-per-day", and no reading')
    here, other, *rest = problem.details
    assert here == 'here: gazette, "Over 300 people use the bridge every day, according to the council."'
    assert other.startswith(f"there, {BRIDGE}:")
    assert other.endswith(': courier, "At least 350 people cross the bridge every day, the residents said."')
    assert {problem.spot.line, int(other.split(":")[1])} == {13 + moved, 23 + moved}
    assert rest == [
        "add:",
        "readings:",
        "  - between: [at least 350, more than 300]",
        "    reading: compatible, contradictory or undecided",
        "    because: in one sentence that rests on the passages",
    ]


def test_where_readings_have_begun_the_new_one_is_a_further_item(tmp_path: Path) -> None:
    told = "        value: {words: nobody}\n"
    further = (
        "      - source: courier\n        exact: >-\n          Tamm said the residents did not hear of the ferry\n"
        "        claimant: ivo-tamm\n        value: {words: did not hear}\n"
    )
    problems = found(tmp_path, replace={"facts/background/ferry-told.yml": [[told, told + further]]})
    unread = sorted(one.details[2:4] for one in problems if one.code == "unread-difference")
    assert unread == [("add:", f"  - between: [{pair}]") for pair in PAIRS]


def test_an_answer_that_is_no_plain_word_is_put_between_marks(tmp_path: Path) -> None:
    words = [["{more_than: 300}", "{words: Over 300 people}"], ["{at_least: 350}", "{words: 350 people}"]]
    (problem,) = found(tmp_path, replace={BRIDGE: words})
    assert problem.details[4] == '  - between: ["350 people", Over 300 people]'


def test_a_reading_against_the_numbers(tmp_path: Path) -> None:
    told = [["unit: people a day", f"unit: people a day\nreadings:\n  - {READING % 'contradictory'}"]]
    (problem,) = found(tmp_path, replace={ASKED: told})
    assert problem.message == (
        '"contradictory" is not what "at least 350" and "more than 300" tell: one number can meet both, '
        "so they are compatible; correct the reading, or give the values a scope:"
    )


def test_two_readings_at_odds(tmp_path: Path) -> None:
    both = "".join(f"  - {READING % meaning}\n" for meaning in ("undecided", "compatible"))
    told = [*LIMIT[ASKED], ["unit: people a day", f"unit: people a day\nreadings:\n{both}"]]
    (problem,) = found(tmp_path, replace={ASKED: told})
    assert problem.message == (
        f"\"compatible\" is not what the reading at {ASKED}:5:55 says of the same answers "
        "('more than 300', 'at least 350'); name each two answers in one reading only"
    )
    assert str(problem.spot) == f"{ASKED}:6:55"
