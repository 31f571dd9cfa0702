"""Amounts as intervals: bounds, open ends, symmetry, overlap."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.intervals import BOUNDS, Interval, interval, overlap
from generator.model.passages import Value


def amount(name: str, given_: Any) -> Interval:
    found = interval(Value.model_validate({name: given_}))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "given_", "inside", "outside"),
    [
        ("exactly", 640, [640], [639, 641]),
        ("about", 640, [640], [641]),
        ("at_least", 1200, [1200, 9999], [1199]),
        ("more_than", 1000, [1001, Fraction(2001, 2)], [1000, 999]),
        ("at_most", 25, [25, 0], [26]),
        ("fewer_than", 25, [24], [25, 26]),
        ("between", [18, 25], [18, 20, 25], [17, 26]),
        ("between", [25, 18], [18, 25], [17]),
    ],
)
def test_what_a_value_leaves_possible(name: str, given_: Any, inside: list[Any], outside: list[Any]) -> None:
    found = amount(name, given_)
    assert all(found.holds(Fraction(number)) for number in inside)
    assert not any(found.holds(Fraction(number)) for number in outside)


@pytest.mark.parametrize("value", [{"words": "thousands"}, {"date": "2025"}])
def test_words_and_dates_are_no_amounts(value: dict[str, str]) -> None:
    assert interval(Value.model_validate(value)) is None


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("exactly", 5), ("exactly", 5), True),
        (("exactly", 5), ("exactly", 6), False),
        (("more_than", 1000), ("at_least", 1200), True),
        (("more_than", 1000), ("exactly", 1000), False),
        (("at_least", 1000), ("exactly", 1000), True),
        (("fewer_than", 25), ("at_least", 25), False),
        (("at_most", 25), ("at_least", 25), True),
        (("between", [18, 25]), ("exactly", 26), False),
        (("about", 6000), ("exactly", 6000), True),
        (("about", 6000), ("exactly", 6100), None),
        (("about", 6000), ("more_than", 7000), None),
        (("at_most", 3), ("more_than", 3), False),
    ],
)
def test_overlap(one: tuple[str, Any], other: tuple[str, Any], meet: bool | None) -> None:
    assert overlap(amount(*one), amount(*other)) is meet


NUMBERS = st.integers(0, 50)
VALUES = st.one_of(
    st.tuples(st.sampled_from([name for name in BOUNDS if name != "between"]), NUMBERS),
    st.tuples(st.just("between"), st.lists(NUMBERS, min_size=2, max_size=2)),
)


@given(VALUES, VALUES)
def test_overlap_is_symmetric(one: tuple[str, Any], other: tuple[str, Any]) -> None:
    assert overlap(amount(*one), amount(*other)) is overlap(amount(*other), amount(*one))


@given(VALUES)
def test_every_amount_meets_itself_unless_it_is_empty(value: tuple[str, Any]) -> None:
    assert overlap(amount(*value), amount(*value)) is True


@given(VALUES, VALUES)
def test_overlap_is_what_a_search_for_a_common_number_finds(one: tuple[str, Any], other: tuple[str, Any]) -> None:
    first, second = amount(*one), amount(*other)
    halves = [Fraction(number, 2) for number in range(-4, 110)]
    common = any(first.holds(number) and second.holds(number) for number in halves)
    if common:
        assert overlap(first, second) is True
    else:
        assert overlap(first, second) is (None if first.vague or second.vague else False)
