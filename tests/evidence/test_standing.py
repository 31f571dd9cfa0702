"""Words that stand in any of many texts: what looking for each in each text would give."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.boundaries import word_class
from generator.evidence.folding import fold
from generator.evidence.quotations import occurrences
from generator.evidence.standing import LETTERS, standing

SIGNS = "ab2 -'’.,éжア北\u0301\u200d$%“"
TEXT = st.text(SIGNS, max_size=12)


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_the_same_as_looking_for_each_in_each(words: list[str], texts: list[str]) -> None:
    folded = [fold(text) for text in texts]
    assert standing(words, folded) == {item for item in words if any(occurrences(text, item) for text in folded)}


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("Tamm", "It was Tamm's bridge.", False),
        ("Tamm's", "It was Tamm’s bridge.", True),
        ("Mill Lane", "in Mill\u00a0Lane", True),
        ("Mill Lane", "in Mill\n\nLane", True),
        ("Mill", "the Sawmill, the Mills", False),
        ("Київ", "місто Київ", True),
        ("北京", "在北京市", True),
        ("", "anything", False),
    ],
)
def test_stands(word: str, text: str, stands: bool) -> None:
    assert (word in standing([word], [fold("another text"), fold(text)])) is stands


def test_between_two_of_its_letters_there_is_no_boundary() -> None:
    letters = re.findall(f"[{LETTERS}]", "".join(map(chr, range(sys.maxunicode + 1))))
    assert {word_class(letter) for letter in letters} == {"A", "N"}
