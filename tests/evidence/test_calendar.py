"""Dates in words: which are found, which fit, which weekdays are wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.calendar import WEEKDAYS, dates, fits, stated_in, wrong_weekdays
from generator.evidence.edtf import MONTHS, parse_edtf

Parts = tuple[int | None, int | None, int | None, int | None]


def read(text: str) -> list[Parts]:
    return [(date.year, date.month, date.day, date.weekday) for date in dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 June 2025; June 2, 2025; 2nd of June 2025; 2025-06-02; June 2,2025", [(2025, 6, 2, None)] * 5),
        ("2 June; June 2; the 2nd of June; JUNE 2", [(None, 6, 2, None)] * 4),
        ("June 2025; early June 2025; in June of 2025", [(2025, 6, None, None)] * 3),
        ("Monday 9 June 2025; Monday, June 9, 2025; 9 June 2025 (Monday)", [(2025, 6, 9, 0)] * 3),
        ("last Monday, on Mondays", [(None, None, None, 0)]),
        ("Monday the 9th", [(None, None, 9, 0)]),
        (
            "since 2022 as; in 2025; (2025)",
            [(2022, None, None, None), (2025, None, None, None), (2025, None, None, None)],
        ),
        ("2025", [(2025, None, None, None)]),
        ("1900", [(1900, None, None, None)]),
        ("1899", []),
        ("in 1899", [(1899, None, None, None)]),
        ("2000 men; in 2000 cases; a list of 1950 names; 1,950", []),
        ("He may go; May I; they march; March on", []),
        ("in May; since March; 16 May", [(None, 5, None, None), (None, 3, None, None), (None, 5, 16, None)]),
        ("2-9 June 2025", [(2025, 6, 2, None), (2025, 6, 9, None)]),
        ("June 2-9, 2025", [(2025, 6, 2, None), (2025, 6, 9, None)]),
        ("from 2 June to 9 June 2025", [(2025, 6, 2, None), (2025, 6, 9, None)]),
        ("In June 2,000 people", [(None, 6, None, None)]),
        ("Sept. 5, 2021; Mon, 9 June", [(2021, 9, 5, None), (None, 6, 9, 0)]),
        ("2014-2022", [(2014, None, None, None), (2022, None, None, None)]),
    ],
)
def test_dates(text: str, expected: list[Parts]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("spoken", "edtf", "agrees"),
    [
        ("2 June", "2025-06-02", True),
        ("3 June", "2025-06-02", False),
        ("2 June 2024", "2025-06-02", False),
        ("Monday", "2025-06-02", True),
        ("Tuesday", "2025-06-02", False),
        ("June 2025", "2025-06-02/2025-06-09", True),
        ("July 2025", "2025-06-02/2025-06-09", False),
        ("5 June", "2025-06-02/2025-06-09", True),
        ("Saturday", "[2025-06-07..2025-06-09]", True),
        ("Tuesday", "[2025-06-07..2025-06-09]", False),
        ("3 June", "[2025-06-02,2025-06-09]", False),
        ("2 June", "2025-06", False),
        ("Monday", "2025-06", False),
        ("June", "2025", False),
        ("in 2025", "2025-06-02", True),
        ("1 June 2025", "../2025-06-09", True),
        ("10 June 2025", "../2025-06-09", False),
        ("31 June", "2025-06-01/2025-07-31", False),
        ("29 February", "2025", False),
    ],
)
def test_fits(spoken: str, edtf: str, agrees: bool) -> None:
    [date] = dates(spoken)
    assert fits(date, parse_edtf(edtf)) is agrees


def test_wrong_weekdays() -> None:
    text = "Monday 9 June 2025, Tuesday, June 10, 2025, Monday 10 June 2025, Monday, June 3, Monday 31 June 2025"
    assert [text[date.start : date.end] for date in wrong_weekdays(text)] == [
        "Monday 10 June 2025",
        "Monday 31 June 2025",
    ]


@pytest.mark.parametrize(
    ("edtf", "text", "stated"),
    [
        ("2025-06-02", "on June 2, 2025", True),
        ("2025-06-02", "on June 2", False),
        ("2025-06-02", "in June 2025 on the 2nd", False),
        ("2025-06", "in early June 2025", True),
        ("2025-06~", "on 2 June 2025", True),
        ("2022", "since 2022", True),
        ("2025-06-02/2025-06-09", "began on 2 June 2025.\nIt ended on 9 June 2025", True),
        ("2025-06-02/2025-06-09", "began on 2 June 2025", False),
    ],
)
def test_stated_in(edtf: str, text: str, stated: bool) -> None:
    assert stated_in(parse_edtf(edtf), text) is stated


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31)), st.integers(0, 3))
def test_a_written_date_is_read_and_fits(day: dt.date, form: int) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    text = (
        f"on {day.day} {month} {day.year}.",
        f"On {weekday}, {month} {day.day}, {day.year}, they met",
        f"{weekday} {day.day} {month} {day.year}",
        f"({day})",
    )[form]
    [date] = dates(text)
    assert (date.year, date.month, date.day) == (day.year, day.month, day.day)
    assert fits(date, parse_edtf(str(day)))
    assert not fits(date, parse_edtf(str(day.year + 1)))
    assert stated_in(parse_edtf(str(day)), text)
    assert wrong_weekdays(text) == []
