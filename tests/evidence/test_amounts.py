"""Amounts: every number with its direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.amounts import amounts, numbers_outside_dates


def read(text: str) -> list[tuple[object, ...]]:
    return [(amount.bound, *amount.figures) for amount in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("which amounts to over 1,000 individuals per side", [("more_than", 1000)]),
        ("at least 1,200 prisoners", [("at_least", 1200)]),
        ("approximately 6,000 soldiers", [("about", 6000)]),
        ("nearly five, almost six, some 640, ~7, an estimated 3", [("about", n) for n in (5, 6, 640, 7, 3)]),
        ("aged 25 and under", [("at_most", 25)]),
        ("25 years old or younger, 25 or fewer", [("at_most", 25), ("at_most", 25)]),
        ("below the age of 25", [("fewer_than", 25)]),
        ("all under the age of 25; under-25s; younger than 25", [("fewer_than", 25)] * 3),
        ("(18-25 years old)", [("between", 18, 25)]),
        ("between 18 and 25, from 18 to 25, aged 18\u201325", [("between", 18, 25)] * 3),
        ("between the ages of 18 and 25", [("between", 18, 25)]),
        ("5-6 million; between $5 and $6 million", [("between", 5 * 10**6, 6 * 10**6)] * 2),
        ("rose from 18 to 25", [("exactly", 18), ("exactly", 25)]),
        ("fell from 25 to 18", [("exactly", 25), ("exactly", 18)]),
        ("a list of 640 names", [("exactly", 640)]),
        ("over the weekend that a list of 640 names", [("exactly", 640)]),
        ("handed over 640 names; the row over 640 names; spoke about 640 names", [("exactly", 640)] * 3),
        ("no more than 5, not over 5, up to 5, as many as 5", [("at_most", 5)] * 4),
        ("no fewer than 5, not less than 5, 5 or more, 5+, 5-plus, 5 and older", [("at_least", 5)] * 6),
        ("25 and over 1,000 others", [("exactly", 25), ("more_than", 1000)]),
        ("25 and under the deal", [("exactly", 25)]),
        ("not 640, no longer over 5, not about 7", []),
        ("more than a hundred; in excess of\n640", [("more_than", 100), ("more_than", 640)]),
        ("on June 2 some 640, since 2022, on 2025-06-02", [("about", 640)]),
        ("the second round, one of the few", []),
        ("555-1234-22", [("exactly", 555), ("exactly", 1234), ("exactly", 22)]),
        ("thousands of soldiers", []),
    ],
)
def test_directions(text: str, expected: list[tuple[object, ...]]) -> None:
    assert read(text) == expected


def test_the_span_holds_the_direction() -> None:
    text = "for all captured soldiers below the age of 25 and over 1,000 others"
    assert [text[amount.start : amount.end] for amount in amounts(text)] == ["below the age of 25", "over 1,000"]
    text = "men aged from 18 to 25, women between 20 and 30, 5-6 others, 7 or more"
    told = ["from 18 to 25", "between 20 and 30", "5-6", "7 or more"]
    assert [text[amount.start : amount.end] for amount in amounts(text)] == told


def test_numbers_of_dates_can_be_left_out() -> None:
    assert [numeral.value for numeral in numbers_outside_dates("640 men on 2 June 2025, 7 in May 2024")] == [640, 7]


DIRECTIONS = {
    "over": "more_than", "more than": "more_than", "at least": "at_least", "no fewer than": "at_least",
    "about": "about", "up to": "at_most", "no more than": "at_most", "fewer than": "fewer_than", "under": "fewer_than",
}  # fmt: skip


@given(st.integers(0, 10**9), st.sampled_from(sorted(DIRECTIONS)), st.booleans())
def test_a_direction_belongs_to_the_number_after_it(number: int, words: str, upper: bool) -> None:
    written = f"{number:,}"
    said = words.capitalize() if upper else words
    assert read(f"{said} {written} things") == [(DIRECTIONS[words], number)]
    assert read(f"{said} the green hills stood {written} things") == [("exactly", number)]


@given(st.text(alphabet="0123456789,.- overatlsdufmn\n", max_size=60))
def test_any_text(text: str) -> None:
    for amount in amounts(text):
        assert 0 <= amount.start < amount.end <= len(text)
        assert 1 <= len(amount.figures) <= 2


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 5 boats", 5, None),
        ("more than 5 boats", 5, None),
        ("at most 5 boats", None, 5),
        ("fewer than 5 boats", None, 5),
        ("about 5 boats", 5, 5),
        ("5 boats", 5, 5),
    ],
)
def test_an_amount_is_open_on_the_side_nobody_bounded(text: str, low: int | None, high: int | None) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.high) == (low, high)
