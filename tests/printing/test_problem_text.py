"""Problems in the terminal: sorted, capped, counted."""

import pytest

from generator.printing.problem_text import REPEATS, count_problems, problems_as_text
from generator.problems import Problem, Spot

LATE = Problem(Spot("facts/b.yml", 9, 5), "unknown-field", '"sorce" is not a field of evidence')
EARLY = Problem(Spot("facts/a.yml", 2, 1), "hedge-dropped", '"reportedly" hedges', ("detail",))


def test_problems_are_sorted_and_counted() -> None:
    assert problems_as_text([LATE, EARLY]).splitlines() == [
        'facts/a.yml:2:1: warning: "reportedly" hedges [hedge-dropped]',
        "    detail",
        'facts/b.yml:9:5: "sorce" is not a field of evidence [unknown-field]',
        "1 error, 1 warning",
    ]


def test_no_problems() -> None:
    assert problems_as_text([]) == "no problems"


def test_a_repeated_mistake_is_capped_and_counted() -> None:
    many = [Problem(Spot("facts/a.yml", line, 1), "tab", "a tab") for line in range(1, REPEATS + 6)]
    lines = problems_as_text(many).splitlines()
    assert len(lines) == REPEATS + 2
    assert lines[-2:] == ["facts/a.yml: 5 more of the same kind [tab]", f"{REPEATS + 5} errors"]


def test_counts() -> None:
    assert count_problems([EARLY, EARLY]) == "2 warnings"


def test_a_problem_of_no_known_code_cannot_be_made() -> None:
    with pytest.raises(KeyError, match="no such problem code"):
        Problem(Spot("a"), "no-such-code", "x")
