"""Dates in other forms, and what they would be in EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.calendar import dates
from generator.evidence.date_advice import advice, in_edtf, spoken_in_edtf
from generator.evidence.edtf import MONTHS, EdtfError, parse_edtf


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 March 2025", ("2025-03-04",)),
        ("Tuesday, 4 March 2025", ("2025-03-04",)),
        ("4th of March, 2025", ("2025-03-04",)),
        ("March 4, 2025", ("2025-03-04",)),
        ("Mar 4th 2025", ("2025-03-04",)),
        ("Sept. 2025", ("2025-09",)),
        ("04.03.2025", ("2025-03-04",)),
        ("4. 3. 2025", ("2025-03-04",)),
        ("04/03/2025", ("2025-03-04", "2025-04-03")),
        ("14/03/2025", ("2025-03-14",)),
        ("04-04-2025", ("2025-04-04",)),
        ("2025/3/4", ("2025-03-04",)),
        ("2025-3", ("2025-03",)),
        ("2025-13-04", ("2025-04-13",)),
        ("“2025-03-04”", ("2025-03-04",)),
        ("2025-03-04 to 2025-03-10", ("2025-03-04/2025-03-10",)),
        ("4 March 2025 – 10 March 2025", ("2025-03-04/2025-03-10",)),
        ("10.03.2025 - 04.03.2025", ()),
        ("2025-02-30", ()),
        ("31.02.2025", ()),
        ("4 Marsh 2025", ()),
        ("last week", ()),
        ("2025-03-04", ()),
        ("", ()),
    ],
)
def test_in_edtf(text: str, meant: tuple[str, ...]) -> None:
    assert in_edtf(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("on 4 March 2025", "2025-03-04"),
        ("on Tuesday, March 4, 2025,", "2025-03-04"),
        ("in June 2025", "2025-06"),
        ("on 4 March", ""),
        ("since 2025", ""),
        ("on 31 February 2025", ""),
    ],
)
def test_a_date_that_a_text_names_in_edtf(text: str, meant: str) -> None:
    [spoken] = dates(text)
    assert spoken_in_edtf(spoken) == meant


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("4 March 2025", '"4 March 2025" is not a date this site reads; write 2025-03-04'),
        ("04/03/2025", '"04/03/2025" is not a date this site reads; '
                       "write 2025-03-04, or 2025-04-03 where the month comes first"),
        ("2025-13-04", '"2025-13-04": there is no month 13; correct the month; '
                       "where the day comes before the month, write 2025-04-13"),
        ("2025-02-30", '"2025-02-30": there is no day 30, February 2025 has 28 days; correct the day'),
        ("2025-03-05/2025-03-04", '"2025-03-05/2025-03-04" ends before it begins: 2025-03-04 is before 2025-03-05; '
                                  "put the earlier date first"),
    ],
)  # fmt: skip
def test_advice(text: str, says: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert advice(text, refused.value) == says


@given(st.dates(), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d:02}.{n:02}.{y}", "{y}/{n}/{d}"]))
def test_every_day_in_every_form(day: object, form: str) -> None:
    year, month, date = map(int, str(day).split("-"))
    text = form.format(d=date, m=MONTHS[month - 1], n=month, y=f"{year:04}")
    assert in_edtf(text) == (str(day),)


@given(st.text(alphabet="0123456789-/. –toMarchsept,", max_size=24))
def test_what_is_advised_is_a_date(text: str) -> None:
    for date in in_edtf(text):
        parse_edtf(date)
