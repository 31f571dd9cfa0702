"""Answers compared: what is computed, what a reading tells, what stays unread."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.differences import NOT_TOLD, Given, QuestionKind, answer_text, answers, compare, judge
from generator.model.passages import Value
from generator.model.records import Reading


def value(**fields: Any) -> Value:
    return Value.model_validate(fields)


def gave(claim: str, index: int = 0, **fields: Any) -> Given:
    return Given(claim, index, value(**fields))


def reading(*between: str, meaning: str = "undecided") -> Reading:
    return Reading.model_validate({"between": list(between), "reading": meaning, "because": "For the test."})


def test_a_reading_may_name_an_answer_that_is_withheld() -> None:
    told = reading("more than 1000", "at least 1200")
    compared = compare([OVER], kind="limit", readings=[told], withheld=["at least 1200"])
    assert (compared.unknown, compared.differences) == ((), ())


def test_the_reason_of_a_reading_is_not_told_where_an_answer_of_it_is_withheld() -> None:
    told = reading("more than 1000", "at least 1200", "thousands")
    compared = compare([OVER, LEAST], kind="limit", readings=[told], withheld=["thousands"])
    (difference,) = compared.differences
    assert (difference.answers, difference.because) == (("more than 1000", "at least 1200"), NOT_TOLD)
    shown = compare([OVER, LEAST, gave("c", words="thousands")], kind="limit", readings=[told], withheld=["thousands"])
    assert shown.differences[0].because == "For the test."


OVER, LEAST = gave("a", more_than=1000), gave("b", at_least=1200)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"more_than": 1000}, "more than 1000"),
        ({"exactly": 640}, "exactly 640"),
        ({"between": [18, 25]}, "between 18 and 25"),
        ({"words": "thousands\n of them"}, "thousands of them"),
        ({"date": "2025-06"}, "2025-06"),
        ({"exactly": 6000, "scope": "unclear"}, "exactly 6000 (unclear)"),
    ],
)
def test_answers_have_names(fields: dict[str, Any], text: str) -> None:
    assert answer_text(value(**fields)) == text


def test_the_same_answer_twice_is_one_answer() -> None:
    (answer,) = answers([gave("b", at_least=3), gave("a", at_least=3), gave("a", 1, at_least=3)])
    assert [(item.claim, item.index) for item in answer.given] == [("a", 0), ("a", 1), ("b", 0)]


def test_typography_makes_no_second_answer() -> None:
    assert len(answers([gave("a", words="last week’s talks"), gave("b", words="last week's talks")])) == 1


def test_limits_are_not_computed_other_bound_other_answer() -> None:
    compared = compare([OVER, LEAST], kind="limit")
    ((one, other),) = compared.unread
    assert (one.text, other.text) == ("more than 1000", "at least 1200")
    assert compared.differences == ()


def test_amounts_are_computed() -> None:
    (difference,) = compare([OVER, LEAST], kind="amount").differences
    assert (difference.reading, difference.computed) == ("compatible", True)
    (difference,) = compare([gave("a", exactly=1), gave("b", exactly=2)], kind="amount").differences
    assert difference.reading == "contradictory"


def test_amounts_beside_words_need_a_reading() -> None:
    assert len(compare([gave("a", exactly=6000), gave("b", words="thousands")], kind="amount").unread) == 1


def test_near_amounts_that_do_not_meet_need_a_reading() -> None:
    assert len(compare([gave("a", about=6000), gave("b", exactly=6100)], kind="amount").unread) == 1


@pytest.mark.parametrize(
    ("one", "other", "meaning"),
    [
        ("2025-06", "2025-06-02", "compatible"),
        ("2025-06-02", "2025-06-03", "contradictory"),
        ("[2025-06-07..2025-06-08]", "2025-06-07", "compatible"),
        ("../2025-06-01", "2025-06-02/2025-06-09", "contradictory"),
    ],
)
def test_dates_are_computed(one: str, other: str, meaning: str) -> None:
    judged = judge(value(date=one), value(date=other), kind="date")
    assert judged is not None
    assert judged[0] == meaning


@pytest.mark.parametrize(
    ("one", "other", "kind", "told"),
    [
        ({"exactly": 1}, {"at_least": 1}, "amount", ("compatible", "One number can meet both.")),
        ({"exactly": 1}, {"more_than": 1}, "amount", ("contradictory", "No number can meet both.")),
        ({"date": "2025"}, {"date": "2025-06"}, "date", ("compatible", "One date can meet both.")),
        ({"date": "2024"}, {"date": "2025"}, "date", ("contradictory", "No date can meet both.")),
        ({"date": "2024/.."}, {"date": "2025"}, "date", ("compatible", "One date can meet both.")),
        ({"date": "../2024"}, {"date": "2025/.."}, "date", ("contradictory", "No date can meet both.")),
        ({"date": "2024~"}, {"date": "2024"}, "date", ("compatible", "One date can meet both.")),
        ({"date": "2024~"}, {"date": "2025"}, "date", None),
        ({"date": "soon"}, {"date": "2025"}, "date", None),
        ({"words": "a"}, {"words": "b"}, "words", None),
        ({"exactly": 1}, {"exactly": 2}, "limit", None),
        ({"exactly": 1, "scope": "a"}, {"exactly": 2}, "amount",
         ("not comparable", "The two do not cover the same, or it is not clear what they cover.")),
    ],
)  # fmt: skip
def test_what_two_answers_mean(
    one: dict[str, Any], other: dict[str, Any], kind: QuestionKind, told: tuple[str, str] | None
) -> None:
    assert judge(value(**one), value(**other), kind=kind) == told
    assert judge(value(**other), value(**one), kind=kind) == told


def test_uncertain_dates_that_do_not_meet_need_a_reading() -> None:
    assert judge(value(date="2025-06-02?"), value(date="2025-06-03"), kind="date") is None


def test_another_or_unclear_scope_is_not_comparable() -> None:
    each, unclear = value(exactly=1, scope="each side"), value(exactly=2, scope="unclear")
    for pair in ((each, value(exactly=2)), (each, unclear), (unclear, unclear)):
        judged = judge(*pair, kind="amount")
        assert judged is not None
        assert judged[0] == "not comparable"


def test_a_reading_settles_every_pair_it_names() -> None:
    given_ = [OVER, LEAST, gave("c", exactly=1200)]
    told = reading("more than 1000", "at least 1200", "exactly 1200")
    compared = compare(given_, kind="limit", readings=[told])
    assert compared.unread == ()
    assert [item.reading for item in compared.differences] == ["undecided"]


def test_without_its_reading_a_difference_is_unread_again() -> None:
    assert compare([OVER, LEAST], kind="limit", readings=[]).unread


def test_another_value_is_not_settled_by_an_older_reading() -> None:
    told = reading("more than 1000", "at least 1200")
    compared = compare([OVER, LEAST, gave("c", exactly=900)], kind="limit", readings=[told])
    assert {other.text for _, other in compared.unread} == {"exactly 900"}


def test_a_reading_of_no_answer_is_told() -> None:
    compared = compare([OVER, LEAST], kind="limit", readings=[reading("more than 1000", "at least 12000")])
    assert compared.unknown == ((0, 1),)
    assert compared.unread


def test_a_reading_against_the_numbers_is_told() -> None:
    told = reading("exactly 1", "exactly 2", meaning="compatible")
    compared = compare([gave("a", exactly=1), gave("b", exactly=2)], kind="amount", readings=[told])
    ((number, difference),) = compared.against
    assert (number, difference.reading) == (0, "contradictory")


GIVEN = st.lists(
    st.builds(
        lambda claim, index, fields: Given(claim, index, value(**fields)),
        st.sampled_from("abc"),
        st.integers(0, 3),
        st.sampled_from([{"exactly": 1}, {"at_least": 2}, {"about": 3}, {"words": "some"}, {"at_most": 1}]),
    ),
    max_size=6,
    unique_by=lambda item: (item.claim, item.index),
)


@given(GIVEN, st.randoms())
def test_the_order_of_passages_does_not_matter(given_: list[Given], random: Random) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert compare(shuffled, kind="amount") == compare(given_, kind="amount")


@given(GIVEN)
def test_every_pair_is_computed_or_unread(given_: list[Given]) -> None:
    compared = compare(given_, kind="amount")
    count = len(compared.answers)
    assert len(compared.differences) + len(compared.unread) == count * (count - 1) // 2
