"""Dates of events: begin and end only where ISO 8601 can say them, the date in EDTF always."""

from __future__ import annotations

import pytest

from generator.exports.linked_data.dates import basis, happened, iso, until
from generator.telling.passages import Date


def date(edtf: str) -> Date:
    return Date(edtf=edtf, earliest=None, latest=None, basis="stated")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-06-02", "2025-06-02", None),
        ("2025-06", "2025-06", None),
        ("2025", "2025", None),
        ("2025-06-02/2025-06-09", "2025-06-02", "2025-06-09"),
        ("2025-06-02/..", "2025-06-02", None),
        ("../2025-06-09", None, "2025-06-09"),
        ("2025-06~", None, None),
        ("2025-06-02?", None, None),
        ("2025-06-02%", None, None),
        ("2025-06-02~/2025-06-09", None, None),
        ("2025-06-02/2025-06-09?", None, None),
        ("[2025-06-07..2025-06-09]", None, None),
        ("[2025-06-02,2025-06-09]", None, None),
    ],
)
def test_begin_and_end(edtf: str, start: str | None, end: str | None) -> None:
    told = happened(date(edtf))
    assert (told.get("startDate"), told.get("endDate"), told["temporal"]) == (start, end, edtf)


def test_no_date_says_nothing() -> None:
    assert happened(None) == {}
    assert basis(None) == []
    assert iso(None) is None


def test_a_derived_date_says_why() -> None:
    derived = date("2025-06-09").model_copy(update={"basis": "derived", "because": "the Monday after"})
    (told,) = basis(derived)
    assert (told["value"], told["description"]) == ("derived", "the Monday after")
    assert basis(date("2025-06-09")) == []


def test_a_dossier_reaches_until_a_day() -> None:
    assert until(date("2025-06-09")) == "../2025-06-09"
    assert until(date("2025-06-02/2025-06-09")) == "2025-06-02/2025-06-09"
