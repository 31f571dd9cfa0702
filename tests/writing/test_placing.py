"""Where dates stand among others: their order, their anchors, what their form leaves open."""

from __future__ import annotations

import re

import pytest

from generator.evidence.edtf import parse_edtf
from generator.writing.placing import anchor, machine_date, order, remarks

IN_ORDER = (
    "2024", "2025-05-16", "../2025-06-02", "2025-06-02", "2025-06-02?", "2025-06-02/2025-06-09", "2025-06-02/..",
    "2025-06-07", "[2025-06-07..2025-06-08]", "2025-06-09", "2025-06", "2025-06~", "2025-07-01", "2025",
)  # fmt: skip


def test_dates_stand_where_a_reader_looks_for_them() -> None:
    dates = [parse_edtf(text) for text in IN_ORDER]
    in_order = [date.text for date in sorted(dates, key=order)]
    assert in_order.index("2025-06-02") < in_order.index("../2025-06-02") < in_order.index("2025-06-07")
    assert [text for text in in_order if text != "../2025-06-02"] == [text for text in IN_ORDER if text[0] != "."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-09", "d-2025-06-09"),
        ("2025-06", "d-2025-06"),
        ("2025", "d-2025"),
        ("2025-06~", "d-2025-06-about"),
        ("2025-06-02?", "d-2025-06-02-uncertain"),
        ("2025-06-02%", "d-2025-06-02-about-uncertain"),
        ("2025-06-02/2025-06-09", "d-2025-06-02-to-2025-06-09"),
        ("../2025-06-09", "d-until-2025-06-09"),
        ("2025-06-02/..", "d-from-2025-06-02"),
        ("[2025-06-07..2025-06-08]", "d-one-of-2025-06-07-to-2025-06-08"),
        ("[2025-06-02, 2025-06-09]", "d-one-of-2025-06-02-or-2025-06-09"),
    ],
)
def test_anchors(text: str, expected: str) -> None:
    assert anchor(parse_edtf(text)) == expected
    assert re.fullmatch(r"d-[a-z0-9-]+", expected)


@pytest.mark.parametrize(
    ("text", "machine", "said"),
    [
        ("2025-06-09", "2025-06-09", ()),
        ("2025-06-09?", "2025-06-09", ("The date is uncertain.",)),
        ("2025-06~", "2025-06", ("The date is approximate.", "No day is given.")),
        ("2025", "2025", ("No month is given.",)),
        ("2025-06-02/2025-06-09", "", ("A stretch of time.",)),
        ("../2025-06-09", "", ("The beginning is not given.",)),
        ("2025-06-02/..", "", ("The end is not given.",)),
        ("[2025-06-07..2025-06-08]", "", ("One of these dates; which of them is open.",)),
    ],
)
def test_what_a_date_leaves_open(text: str, machine: str, said: tuple[str, ...]) -> None:
    date = parse_edtf(text)
    assert machine_date(date) == machine
    assert remarks(date) == said
