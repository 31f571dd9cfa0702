"""Words by which a day is one that was still to come."""

from __future__ import annotations

import pytest

from generator.evidence.ahead import speaks_ahead


@pytest.mark.parametrize(
    "text",
    ["The ferry will start on Monday.", "It was due to open in May.", "It'll close.", "The ban lasts until June.",
     "The meeting is to be held on 3 May.", "They planned another round."],
)  # fmt: skip
def test_a_day_to_come(text: str) -> None:
    assert speaks_ahead(text)


@pytest.mark.parametrize("text", ["The ferry started on Monday.", "It was closed by the council.", "In May it opened."])
def test_a_day_that_has_come(text: str) -> None:
    assert not speaks_ahead(text)
