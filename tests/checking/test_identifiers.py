"""Ids in public catalogues: the check digit of an ISNI."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.identifiers import check_digit
from generator.model.identifiers import SCHEMES

KNOWN = ("0000000121032683", "000000012150090X")
DIGITS = st.text("0123456789", min_size=15, max_size=15)


@pytest.mark.parametrize("isni", KNOWN)
def test_known_ones_add_up(isni: str) -> None:
    assert check_digit(isni[:-1]) == isni[-1]


@given(DIGITS, st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_shows(digits: str, at: int, by: int) -> None:
    wrong = f"{digits[:at]}{(int(digits[at]) + by) % 10}{digits[at + 1 :]}"
    assert check_digit(wrong) != check_digit(digits)


@given(DIGITS)
def test_what_it_gives_is_a_form_that_is_taken(digits: str) -> None:
    assert re.fullmatch(SCHEMES["isni"].pattern, digits + check_digit(digits))


@pytest.mark.parametrize(
    ("scheme", "taken", "refused"),
    [
        ("wikidata", "Q4115189", "P31"),
        ("wikidata", "Q1", "Q0"),
        ("pax", "1234", "0123"),
        ("isni", "0000000121032683", "0000 0001 2103 2683"),
        ("viaf", "102333412", "VIAF102333412"),
        ("ror", "03yrm5c26", "https://ror.org/03yrm5c26"),
        ("ror", "05dxps055", "0olymp055"),
    ],
)
def test_forms(scheme: str, taken: str, refused: str) -> None:
    pattern = {str(name): one.pattern for name, one in SCHEMES.items()}[scheme]
    assert re.search(pattern, taken)
    assert not re.search(pattern, refused)
