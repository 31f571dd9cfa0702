"""Marks inside marks: only marks change, one for one, so that words and their places stay those of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.nested_quotes import inside, outside

TEXTS = st.text(st.sampled_from("ab ’‘“”\"'[.,«»\n"))


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("“The lake was calm,” he told us", "‘The lake was calm,’ he told us"),
        ("He isn’t “calm ‘now’”", "He isn’t ‘calm “now”’"),
        ('"Calm," he said', "‘Calm,’ he said"),
        ("«Calm», he said", "«Calm», he said"),
        ("calm,” he said", "calm,” he said"),
    ],
)
def test_a_pair_becomes_single(stored: str, told: str) -> None:
    assert inside(stored) == told


@given(TEXTS)
def test_nothing_but_marks_changes_and_no_place_moves(text: str) -> None:
    told = inside(text)
    assert len(told) == len(text)
    assert all(one == other or {one, other} <= set("“”‘’\"") for one, other in zip(text, told, strict=True))


@given(st.text(st.sampled_from("ab ,")), st.text(st.sampled_from("ab ,"), min_size=1))
def test_what_was_put_inside_comes_out_again(before: str, quoted: str) -> None:
    text = f"{before} “{quoted}”"
    assert outside(inside(text)) == text
