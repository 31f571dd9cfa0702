"""Problems are values of bounded size and number."""

from __future__ import annotations

import pytest

from generator.problems import MOST, Problem, Spot, limited


def made(line: int, *, code: str = "tab", file: str = "facts/x.yml") -> Problem:
    return Problem(Spot(file, line), code, f"message {line}")


def test_a_long_message_keeps_what_is_wrong_and_what_to_do() -> None:
    problem = Problem(Spot("f"), "tab", f"it begins {'x' * 5000}; do this", ("y" * 5000, "short"))
    assert len(problem.message) == len(problem.details[0]) == 1000
    assert problem.message.startswith("it begins xxx")
    assert problem.message.endswith("xxx; do this")
    assert problem.details[1] == "short"
    assert Problem(Spot("f"), "tab", "x" * 1000).message == "x" * 1000


def test_thousands_of_one_kind_are_counted() -> None:
    many = [made(line) for line in range(1, MOST + 501)]
    told = limited([*many, made(7, code="no-colon"), made(7, file="facts/y.yml"), many[0]])
    assert len(told) == MOST + 2
    assert [problem for problem in told if problem.details] == [told[MOST - 1]]
    assert told[MOST - 1].details == ("and 500 more such problems in this file",)


@pytest.mark.parametrize("count", [1, MOST])
def test_fewer_are_all_told_once(count: int) -> None:
    many = [made(line) for line in range(1, count + 1)]
    assert limited([*many, *many]) == many
