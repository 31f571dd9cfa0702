"""EDTF dates: what is read, what is refused and why, held against the `edtf` package."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import time

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.edtf import FORMS, EdtfError, days_in, parse_edtf

DAY = dt.date
NONE = " is not a date this site reads"


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
        ("2025-02-30", ": there is no day 30, February 2025 has 28 days; correct the day"),
        ("2024-02-30", ": there is no day 30, February 2024 has 29 days; correct the day"),
        ("1900-02-29", ": there is no day 29, February 1900 has 28 days; correct the day"),
        ("2025-06-31", ": there is no day 31, June 2025 has 30 days; correct the day"),
        ("2025-13", ": there is no month 13; correct the month"),
        ("2025-06-02/2025-13", ": there is no month 13; correct the month"),
        ("[2025-00,2025]", ": there is no month 00; correct the month"),
        ("[2025-01-32..2025-02]", ": there is no day 32, January 2025 has 31 days; correct the day"),
        ("2025-06-00", ": there is no day 00, June 2025 has 30 days; correct the day"),
        ("0000", f": years run from 0001 to 9999; {FORMS}"),
        ("2025-6-2", f"{NONE}: month and day take two digits, as in 2025-06-02"),
        ("../2025-6", f"{NONE}: month and day take two digits, as in 2025-06-02"),
        ("~2025", f"{NONE}: ~ ? and % stand at the end of a date, as in 2025-06~"),
        ("2025-06~-02", f"{NONE}: ~ ? and % stand at the end of a date, as in 2025-06~"),
        (" 2025", f"{NONE}: it holds a space; {FORMS}"),
        ("2025-06-02/", " lacks an end; write .. for one open end: ../2025-06-09 or 2025-06-02/.."),
        ("/2025-06-02", " lacks an end; write .. for one open end: ../2025-06-09 or 2025-06-02/.."),
        ("../..", " lacks an end; write .. for one open end: ../2025-06-09 or 2025-06-02/.."),
        ("[2025]", " offers one date only; write it without brackets"),
        ("[2025..]", ' lacks an end; write "[2025-06-07..2025-06-09]"'),
        ("[..2025]", ' lacks an end; write "[2025-06-07..2025-06-09]"'),
        ("[2025-06-07..2025-06-09", ' has only one bracket; write "[2025-06-07..2025-06-09]"'),
        ("2025-06-07]", ' has only one bracket; write "[2025-06-07..2025-06-09]"'),
        ("[2025..2026,2027]", f"{NONE}; {FORMS}"),
        ("2 June 2025", f"{NONE}; {FORMS}"),
        ("", f"{NONE}; {FORMS}"),
        ("2025-06-02T10:00", f"{NONE}; {FORMS}"),
        ("\u0662\u0660\u0662\u0665", f"{NONE}; {FORMS}"),
    ],
)
def test_refusals_say_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert refused.value.code == "bad-date"
    assert str(refused.value) == f'"{text}"{says}'


@pytest.mark.parametrize("text", ["2025-06-09/2025-06-02", "[2025-07..2025-06]", "2025/2024", "2025-06~/2025-05?"])
def test_reversed(text: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert refused.value.code == "reversed-date"
    first, last = text.strip("[]").replace("..", "/").split("/")
    said = f'"{text}" ends before it begins: {last} is before {first}; put the earlier date first'
    assert str(refused.value) == said


@pytest.mark.parametrize("text", ["x" * 61, "[" + "x" * 60, "/" + "x" * 60, "[" + "x" * 59 + "]", "x" * 10_000])
def test_a_long_text_is_cut_in_the_message(text: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert str(refused.value).startswith(f'"{text[:57]}..." ')


def test_a_text_that_just_fits_is_shown_whole() -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf("x" * 60)
    assert str(refused.value).startswith(f'"{"x" * 60}" ')


def test_the_year_one_is_the_first() -> None:
    assert parse_edtf("0001").earliest == DAY(1, 1, 1)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_months_have_the_days_of_the_calendar(year: int, month: int) -> None:
    assert days_in(year, month) == calendar.monthrange(year, month)[1]


@pytest.mark.parametrize("text", ["2025~/2026", "2025/2026~", "[2025~,2026]", "[2025..2026~]"])
def test_one_mark_is_enough(text: str) -> None:
    assert (parse_edtf(text).approximate, parse_edtf(text).uncertain) == (True, False)
    unsure = parse_edtf(text.replace("~", "?"))
    assert (unsure.approximate, unsure.uncertain) == (False, True)


def test_what_a_date_is_made_of() -> None:
    date = parse_edtf("[2025-06-02,2024-02]")
    assert (date.form, [part.text for part in date.parts]) == ("set", ["2025-06-02", "2024-02"])
    assert date.ranges == ((DAY(2025, 6, 2), DAY(2025, 6, 2)), (DAY(2024, 2, 1), DAY(2024, 2, 29)))
    assert date.precision == "month"
    stretch = parse_edtf("2025-06-02/..")
    assert (stretch.form, [part.text for part in stretch.parts]) == ("interval", ["2025-06-02"])
    assert stretch.ranges == ((DAY(2025, 6, 2), None),)
    assert parse_edtf("2025").form == "date"


def test_order() -> None:
    texts = ["2025-06-09", "2025-06-02", "../2025-01-01", "2025", "2025-01-01", "2025-06-02/.."]
    ordered = [date.text for date in sorted(map(parse_edtf, texts))]
    assert ordered == ["../2025-01-01", "2025-01-01", "2025", "2025-06-02", "2025-06-02/..", "2025-06-09"]
    assert len({parse_edtf(text) for text in texts * 2}) == len(texts)
    same = parse_edtf("2025")
    assert not same < parse_edtf("2025")


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
