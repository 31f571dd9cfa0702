"""Dates in other forms, and what they would be in EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.date_advice import in_edtf
from generator.evidence.edtf import MONTHS, parse_edtf


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


@given(st.dates(), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d:02}.{n:02}.{y}", "{y}/{n}/{d}"]))
def test_every_day_in_every_form(day: object, form: str) -> None:
    year, month, date = map(int, str(day).split("-"))
    text = form.format(d=date, m=MONTHS[month - 1], n=month, y=f"{year:04}")
    assert in_edtf(text) == (str(day),)


@given(st.text(alphabet="0123456789-/. –toMarchsept,", max_size=24))
def test_what_is_advised_is_a_date(text: str) -> None:
    for date in in_edtf(text):
        parse_edtf(date)
