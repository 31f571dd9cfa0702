"""EDTF dates: what is read, what is refused and why, held against the `edtf` package."""

from __future__ import annotations

import contextlib
import datetime as dt
import time

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.edtf import EdtfError, parse_edtf

DAY = dt.date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2025-06-02", DAY(2025, 6, 2), DAY(2025, 6, 2), "day"),
        ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29), "month"),
        ("2025", DAY(2025, 1, 1), DAY(2025, 12, 31), "year"),
        ("2025-06-02/2025-06-09", DAY(2025, 6, 2), DAY(2025, 6, 9), "day"),
        ("2025-06/2025-06-15", DAY(2025, 6, 1), DAY(2025, 6, 15), "month"),
        ("../2025-06-09", None, DAY(2025, 6, 9), "day"),
        ("2025-06-09/..", DAY(2025, 6, 9), None, "day"),
        ("[2025-06-07..2025-06-09]", DAY(2025, 6, 7), DAY(2025, 6, 9), "day"),
        ("[2025-06-09,2025-06-02]", DAY(2025, 6, 2), DAY(2025, 6, 9), "day"),
        ("[1999, 2001-02]", DAY(1999, 1, 1), DAY(2001, 2, 28), "year"),
    ],
)
def test_first_and_last_day(text: str, earliest: dt.date | None, latest: dt.date | None, precision: str) -> None:
    date = parse_edtf(text)
    assert (date.text, date.earliest, date.latest, date.precision) == (text, earliest, latest, precision)
    assert date.one_of == text.startswith("[")
    assert (date.open_start, date.open_end) == (earliest is None, latest is None)


@pytest.mark.parametrize(("mark", "about", "unsure"), [("", 0, 0), ("~", 1, 0), ("?", 0, 1), ("%", 1, 1)])
@pytest.mark.parametrize("base", ["2025", "2025-06", "2025-06-02", "2025-06-01/2025-06-02"])
def test_marks(base: str, mark: str, about: int, unsure: int) -> None:
    date = parse_edtf(base + mark)
    assert (date.approximate, date.uncertain) == (bool(about), bool(unsure))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2025-02-30", "February 2025 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2025-13", "no month 13"),
        ("2025-06-00", "no day 00"),
        ("0000", "0001 to 9999"),
        ("2025-6-2", "two digits"),
        ("~2025", "at the end"),
        ("2025-06~-02", "at the end"),
        (" 2025", "space"),
        ("2025-06-02/", "lacks an end"),
        ("../..", "lacks an end"),
        ("[2025]", "one date only"),
        ("[2025..]", "lacks an end"),
        ("[2025-06-07..2025-06-09", "one bracket"),
        ("2 June 2025", "2025-06-02"),
        ("", "2025-06-02"),
        ("next week", "2025-06-02"),
        ("2025-06-02T10:00", "2025-06-02"),
        ("\u0662\u0660\u0662\u0665", "2025-06-02"),
    ],
)
def test_refusals_say_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert refused.value.code == "bad-date"
    assert says in str(refused.value)


@pytest.mark.parametrize("text", ["2025-06-09/2025-06-02", "[2025-07..2025-06]", "2025/2024", "2025-06~/2025-05?"])
def test_reversed(text: str) -> None:
    with pytest.raises(EdtfError, match="put the earlier date first") as refused:
        parse_edtf(text)
    assert refused.value.code == "reversed-date"


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf("x" * 10_000)
    assert len(str(refused.value)) < 400


def test_order() -> None:
    texts = ["2025-06-09", "2025-06-02", "../2025-01-01", "2025", "2025-01-01", "2025-06-02/.."]
    ordered = [date.text for date in sorted(map(parse_edtf, texts))]
    assert ordered == ["../2025-01-01", "2025-01-01", "2025", "2025-06-02", "2025-06-02/..", "2025-06-09"]
    assert len({parse_edtf(text) for text in texts * 2}) == len(texts)


def _day(struct: time.struct_time) -> dt.date:
    return dt.date(struct.tm_year, struct.tm_mon, struct.tm_mday)


def _cases() -> list[str]:
    singles = []
    for year in (1583, 1899, 1900, 1999, 2000, 2024, 2025, 2100):
        singles.append(f"{year}")
        for month in (1, 2, 4, 12):
            singles.append(f"{year}-{month:02}")
            singles += [f"{year}-{month:02}-{day:02}" for day in (1, 9, 28)]
    singles += [single + mark for single in singles[::2] for mark in "~?%"]
    plain = sorted(single for single in singles if single[-1].isdigit() and len(single) == len("2025-06-02"))
    return singles + [f"{a}/{b}" for a, b in zip(plain, plain[5:], strict=False)]


def test_the_oracle_agrees() -> None:
    cases = _cases()
    assert len(cases) >= 400
    for text in cases:
        ours, theirs = parse_edtf(text), oracle.parse_edtf(text)
        assert (ours.earliest, ours.latest) == (_day(theirs.lower_strict()), _day(theirs.upper_strict())), text


@given(st.dates(), st.dates())
def test_intervals_of_real_days(first: dt.date, last: dt.date) -> None:
    text = f"{first}/{last}"
    if first <= last:
        date = parse_edtf(text)
        assert (date.earliest, date.latest) == (first, last)
    else:
        with pytest.raises(EdtfError):
            parse_edtf(text)


@given(st.text(alphabet="0123456789-/[].,~?% ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(EdtfError):  # any other exception is a bug
        date = parse_edtf(text)
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
