"""Bounds and weights that a statement adds to a number."""

from __future__ import annotations

import pytest

from generator.evidence.bounds import added
from generator.evidence.scan import Scan


def found(statement: str, *passages: str) -> list[tuple[str, tuple[str, ...]]]:
    scans = [Scan(passage) for passage in passages]
    return [(statement[one.start : one.end], one.given) for one in added(Scan(statement), scans)]


@pytest.mark.parametrize(
    ("statement", "passage", "told"),
    [
        ("At least 73 came.", "73 people came", [("At least 73", ("73",))]),
        ("More than 73 came.", "73 people came", [("More than 73", ("73",))]),
        ("About 73 came.", "seventy-three people came", [("About 73", ("seventy-three",))]),
        ("Only 73 came.", "73 people came", [("Only 73", ("73",))]),
        ("At least 1,000 came.", "over 1,000 came", [("At least 1,000", ("over 1,000",))]),
        ("Fewer than 1,000 came.", "over 1,000 came", [("Fewer than 1,000", ("over 1,000",))]),
    ],
)
def test_what_is_added(statement: str, passage: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(statement, passage) == told


@pytest.mark.parametrize(
    ("statement", "passages"),
    [
        ("At least 73 came.", ["73 came", "at least 73 came"]),
        ("Over 73 came.", ["more than 73 came"]),
        ("73 came.", ["at least 73 came"]),
        ("At least 80 came.", ["73 came"]),
        ("Only 73 came.", ["just 73 came"]),
        ("Soldiers under 25.", ["soldiers under the age of 25"]),
        ("Talks about 73 people.", ["73 people"]),
    ],
)
def test_what_is_not(statement: str, passages: list[str]) -> None:
    assert found(statement, *passages) == []
