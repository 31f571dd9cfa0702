"""Two versions of a text, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reviewing.word_difference import word_difference

WORDS = st.text(alphabet="ab ,.1-", max_size=30)


@given(WORDS, WORDS)
def test_the_pieces_make_both_texts(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "come") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


@given(WORDS)
def test_a_text_differs_in_nothing_from_itself(text: str) -> None:
    assert {piece.kind for piece in word_difference(text, text)} <= {"same"}


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("over 300 people", "at least 1,200 people", "[over 300]{at least 1,200} people"),
        ("the lenford-council", "the dana-orrell", "the [lenford-council]{dana-orrell}"),
        ("a b", "a", "a[ b]"),
        ("", "a", "{a}"),
    ],
)
def test_whole_words_and_numbers_are_shown(before: str, after: str, shown: str) -> None:
    signs = {"same": ("", ""), "gone": "[]", "come": "{}"}
    assert "".join(piece.text.join(signs[piece.kind]) for piece in word_difference(before, after)) == shown
