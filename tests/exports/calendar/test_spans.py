"""Which days a date takes: one day only where a source states it; nothing where a calendar would show unsaid days."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.evidence.edtf import parse_edtf
from generator.exports.calendar.spans import span
from generator.telling.passages import Date


def dated(edtf: str, *, derived: bool = False) -> Date:
    date = parse_edtf(edtf)
    return Date(
        edtf=edtf, earliest=date.earliest, latest=date.latest, basis="derived" if derived else "stated"
    )


@pytest.mark.parametrize(
    ("edtf", "first", "last", "words"),
    [
        ("2025-06-02", "2025-06-02", "2025-06-02", ""),
        ("2025-06-02?", "2025-06-02", "2025-06-02", "2 June 2025 (uncertain)"),
        ("2025-06-02~", "2025-06-02", "2025-06-02", "about 2 June 2025"),
        ("2025-06-02%", "2025-06-02", "2025-06-02", "about 2 June 2025 (uncertain)"),
        ("2025-06", "2025-06-01", "2025-06-30", "during June 2025"),
        ("2024-02~", "2024-02-01", "2024-02-29", "about February 2024"),
        ("2025", "2025-01-01", "2025-12-31", "during 2025"),
        ("2025-06-02/2025-06-09", "2025-06-02", "2025-06-09", "from 2 to 9 June 2025"),
        ("2025-06-02/2025-06-02", "2025-06-02", "2025-06-02", "2 June 2025"),
        ("[2025-06-07..2025-06-09]", "2025-06-07", "2025-06-09", "one day from 7 to 9 June 2025"),
        ("[2025-06-07,2025-06-08]", "2025-06-07", "2025-06-08", "7 June 2025 or 8 June 2025"),
    ],
)
def test_days_and_words(edtf: str, first: str, last: str, words: str) -> None:
    found = span(dated(edtf))
    assert found.days == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert found.words == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("../2025-06-09", "until 9 June 2025"),
        ("2025-06-02/..", "from 2 June 2025"),
        ("[2025-06-02,2025-06-09]", "2 June 2025 or 9 June 2025"),
        ("9999-12-31", ""),
    ],
)
def test_what_would_show_days_that_no_source_says_takes_none(edtf: str, words: str) -> None:
    found = span(dated(edtf))
    assert found.days is None
    assert found.words == words or edtf == "9999-12-31"


def test_a_derived_day_is_said_to_be_derived() -> None:
    assert span(dated("2025-06-09", derived=True)).words == "9 June 2025 (derived)"
    assert span(dated("../2025-06-09", derived=True)).words == "until 9 June 2025 (derived)"
