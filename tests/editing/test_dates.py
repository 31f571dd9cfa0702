"""Dates given with a command: stated by the words quoted, or refused before anything is written."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.changes import EditError
from generator.editing.dates import of_record, readable, stated, unused
from generator.evidence.edtf import MONTHS

ONE = {"source": "s", "exact": "They met on Tuesday, 4 March 2025.", "claimant": "a"}
OTHER = {"source": "t", "exact": "The ferry started on 10 March 2025.", "prefix": "Then."}


def test_a_date_of_a_record_rests_on_the_passage_that_states_it() -> None:
    assert of_record("2025-03-10", [ONE, OTHER]) == {"stated": "2025-03-10", "from": [OTHER]}
    both = of_record("2025-03-04/2025-03-10", [ONE, OTHER])
    assert both["from"] == [{"source": "s", "exact": ONE["exact"]}, OTHER]


@pytest.mark.parametrize(
    ("edtf", "says"),
    [
        ("2025-03-05", 'which name "Tuesday, 4 March 2025"; quote words that give it'),
        ("4 March 2025", "write 2025-03-04"),
        ("soon", '"soon"'),
    ],
)
def test_what_no_passage_states_is_refused(edtf: str, says: str) -> None:
    with pytest.raises(EditError, match=re.escape(says)):
        stated(edtf, [ONE])


@pytest.mark.parametrize("text", ["On Monday.", "In 2025, or on 4 March.", "30 February 2025", "Nothing."])
def test_what_is_no_whole_date_is_not_offered(text: str) -> None:
    assert unused([{"exact": text}]) is None


@given(st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)))
def test_the_date_offered_is_the_one_the_passage_states(day: dt.date) -> None:
    passage = {"source": "s", "exact": f"It began on {day.day} {MONTHS[day.month - 1]} {day.year}."}
    found = unused([passage])
    assert found is not None
    assert readable(found[1]).earliest == day
    assert stated(found[1], [passage]) == day.isoformat()
