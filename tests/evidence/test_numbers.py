"""Numbers of a text: digits, words, ordinals, and what is no number."""

# ruff: noqa: SIM905  # lists of words are read more easily as running text

from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.numbers import numbers

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
UNITS += ["seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int, joint: str) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (joint + UNITS[number % 10] if number % 10 else "")
    for worth, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= worth:
            rest = number % worth
            tail = "" if not rest else (" and " if rest < 100 else " ") + in_words(rest, joint)
            return f"{in_words(number // worth, joint)} {name}{tail}"
    raise AssertionError


def found(text: str) -> list[tuple[object, str]]:
    return [(numeral.value, numeral.form) for numeral in numbers(text) if not numeral.pronoun]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 or 1\u00a0200 or 1\u202f200 or 1\u2009200", [1200] * 4),
        ("1,00,000 rupees", [100000]),
        ("11,000", [11000]),
        ("1,2345", [1, 2345]),
        ("3.5 %, .5 and -5", [Decimal("3.5"), Decimal("0.5"), -5]),
        ("02.06.2025", [2, 6, 2025]),
        ("2025-06-02 at 10:30", [2025, 6, 2, 10, 30]),
        ("under-25 and 18\u201325", [25, 18, 25]),
        ("$1.2 million, 3bn, 6 hundred thousand", [1200000, 3 * 10**9, 600000]),
        ("BN24 and s0 and x5y", []),
        ("24abc and 3rdx and 7q men", []),
        ("two; hundred men came, two. Thousand men left", [2, 100, 2, 1000]),
        ("hundred men", [100]),
        ("two hundred five men, two hundred fifty thousand", [205, 250_000]),
        ("two hundred and men, two hundred and, five", [200, 200, 5]),
        ("the 1990s, 10am, 5km", [1990, 10, 5]),
        ("thousands, hundreds of dozens, several hundred, a few thousand", []),
        ("a hundred, a dozen, half a million", [100, 12, 500000]),
        ("between one hundred and two hundred", [100, 200]),
        ("between one thousand and two thousand", [1000, 2000]),
        ("one hundred and two thousand", [102000]),
        ("two or three; six and seven", [2, 3, 6, 7]),
        ("twenty \u2014 five came", [20, 5]),
        ("two hundred and five", [205]),
        ("someone, tone, often, height", []),
        ("both, half, once", []),
    ],
)
def test_values(text: str, values: list[object]) -> None:
    assert [value for value, _ in found(text)] == values


def test_ordinals() -> None:
    assert found("2nd, 25th, second, fourth, twenty-first, two hundredth") == [
        (value, "ordinal") for value in (2, 25, 2, 4, 21, 200)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "one of the few",
        "one another",
        "no one",
        "each one",
        "one side",
        "the largest one.",
        "one-sided",
        "one who left",
    ],
)
def test_one_that_counts_nothing(text: str) -> None:
    assert [numeral.pronoun for numeral in numbers(text)] == [True]


@pytest.mark.parametrize(
    "text", ["one soldier", "no; one soldier", "at least one of them", "one-day truce", "one thousand", "1 side"]
)
def test_one_that_counts(text: str) -> None:
    assert [numeral.pronoun for numeral in numbers(text)] == [False]


@pytest.mark.parametrize(
    ("text", "words", "form", "scale"),
    [
        ("some 3bn people", "3bn", "digits", 10**9),
        ("some 3 million people", "3 million", "digits", 10**6),
        ("6 hundred thousand", "6 hundred thousand", "digits", 10**5),
        ("at 10am", "10", "digits", 1),
        ("the 2nd day", "2nd", "ordinal", 1),
        ("-5 degrees", "-5", "digits", 1),
        ("two hundred thousand men", "two hundred thousand", "words", 10**5),
        ("two hundred men", "two hundred", "words", 100),
        ("two hundred and five men", "two hundred and five", "words", 1),
        ("a hundred men", "hundred", "words", 100),
        ("a thousand men", "thousand", "words", 1000),
        ("one thousand and two men", "one thousand and two", "words", 1),
        ("a hundred and two thousand men", "hundred and two thousand", "words", 1000),
        ("one million two hundred thousand men", "one million two hundred thousand", "words", 1),
        ("two million men", "two million", "words", 10**6),
        ("twelve hundred men", "twelve hundred", "words", 100),
        ("twenty-one men", "twenty-one", "words", 1),
        ("the two hundredth man", "two hundredth", "ordinal", 100),
        ("the twenty-first man", "twenty-first", "ordinal", 1),
    ],
)
def test_where_a_number_stands_and_what_multiplies_it(text: str, words: str, form: str, scale: int) -> None:
    [numeral] = numbers(text)
    assert (text[numeral.start : numeral.end], numeral.form, numeral.scale) == (words, form, scale)


@pytest.mark.parametrize("names", [UNITS, TENS[2:]])
def test_every_number_word_is_known_however_it_is_written(names: list[str]) -> None:
    step, first = (10, 20) if names[0] == "twenty" else (1, 0)
    for at, name in enumerate(names):
        for form in (name, name.upper(), name.capitalize()):
            [numeral] = numbers(f"{form} things")
            assert (numeral.value, numeral.form) == (first + at * step, "words")


def test_each_number_of_a_date_in_figures_has_its_place() -> None:
    text = "on 02.06.2025 and 1.2.3 million"
    told = [(text[one.start : one.end], one.value, one.form, one.scale) for one in numbers(text)]
    assert told == [
        ("02", 2, "digits", 1), ("06", 6, "digits", 1), ("2025", 2025, "digits", 1),
        ("1", 1, "digits", 1), ("2", 2, "digits", 1), ("3 million", 3_000_000, "digits", 10**6),
    ]  # fmt: skip


def test_zero_stands_alone() -> None:
    assert [value for value, _ in found("twenty zero and zero hundred")] == [20, 0, 0]


def test_years_can_be_told() -> None:
    assert [numeral.year_like for numeral in numbers("in 2025, 2,025 men, 25 men, 0999")] == [True, False, False, False]
    edges = [numeral.year_like for numeral in numbers("1000, 2100, 2101, 2nd, 20.5")]
    assert edges == [True, True, False, False, False]


@given(st.integers(0, 10**12 - 1), st.sampled_from([",", "\u00a0", "\u202f", "\u2009"]))
def test_grouped_digits_come_back(number: int, separator: str) -> None:
    written = f"{number:,}".replace(",", separator)
    text = f"some {written} things"
    [numeral] = numbers(text)
    assert numeral.value == number
    assert text[numeral.start : numeral.end] == written


@given(st.integers(0, 10**12 - 1), st.sampled_from(["-", " ", "\u2011", "\u2013"]))
def test_words_come_back(number: int, joint: str) -> None:
    written = in_words(number, joint)
    text = f"about {written} things"
    [numeral] = numbers(text)
    assert numeral.value == number
    assert text[numeral.start : numeral.end] == written


@given(st.text(alphabet="0123456789.,- \u00a0abone twohundred", max_size=60))
def test_spans_never_overlap(text: str) -> None:
    spans = [(numeral.start, numeral.end) for numeral in numbers(text)]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["1,", "1,111", "9", "1.1", "-", "one hundred and ", "twenty ", "thousand ", "\u00a01"]
)
def test_hostile_text_is_quick(piece: str) -> None:
    start = time.process_time()
    numbers(piece * (50_000 // len(piece)))
    assert time.process_time() - start < 3
