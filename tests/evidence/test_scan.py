"""A scan finds what the searches find, and searches once."""

from __future__ import annotations

from generator.evidence.amounts import amounts, numbers_outside_dates
from generator.evidence.calendar import dates
from generator.evidence.folding import fold
from generator.evidence.scan import Scan

TEXT = "On 2 June 2025 over 1,000 of “the” twenty-five boats\u00a0came."


def test_it_finds_what_the_searches_find() -> None:
    scan = Scan(TEXT)
    assert scan.dates == dates(TEXT)
    assert scan.numbers == numbers_outside_dates(TEXT)
    assert scan.amounts == amounts(TEXT)
    assert scan.folded == fold(TEXT)
    assert all((scan.dates, scan.numbers, scan.amounts))


def test_it_searches_once() -> None:
    scan = Scan(TEXT)
    assert scan.amounts is scan.amounts
