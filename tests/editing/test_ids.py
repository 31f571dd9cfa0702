"""Ids made for claims: telling words, few of them, nothing dangling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.ids import claim_id, is_id


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Petra Loom, the warden of the port, said", "petra-loom-warden-port"),
        ("some of the boards are rotten", "boards-rotten"),
        ("Lenford’s council has bought a second ferry for 1,200", "lenford-council-bought-second-ferry"),
        ("Petra Loom, the warden of the pond, said on 21 June 2025 that frogs came", "petra-loom-warden-pond"),
        ("It isn't what they had", "isnt"),
        ("and so it was", "and-so-it-was"),
        ("12 weeks", "claim"),
        ("A_0:0:0{0{B", "a"),
        ("Що сталося", "claim"),
    ],
)
def test_telling_words_make_an_id(words: str, made: str) -> None:
    assert claim_id(words) == made


@given(st.text())
def test_whatever_the_words_it_is_an_id_of_at_most_five_words(words: str) -> None:
    made = claim_id(words)
    assert is_id(made)
    assert len(made.split("-")) <= 5
