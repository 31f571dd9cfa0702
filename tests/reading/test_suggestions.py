"""A nearby word for a misspelt one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.suggestions import did_you_mean


def test_a_near_word_is_suggested() -> None:
    assert did_you_mean("sorce", ["exact", "source", "prefix"]) == '; did you mean "source"?'


def test_case_does_not_hide_a_word() -> None:
    assert did_you_mean("SOURCE", ["source"]) == '; did you mean "source"?'


def test_nothing_is_suggested_for_a_strange_word() -> None:
    assert did_you_mean("zzz", ["source"]) == ""
    assert did_you_mean("", ["source"]) == ""


def test_of_equals_the_first_by_alphabet_is_given() -> None:
    assert did_you_mean("s3", ["s2", "s1"]) == did_you_mean("s3", ["s1", "s2"])


def test_long_words_cost_no_time() -> None:
    assert did_you_mean("a" * 1_000_000, ["a" * 99]) == ""


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=5).flatmap(st.permutations))
def test_the_order_of_known_words_does_not_matter(word: str, known: list[str]) -> None:
    assert did_you_mean(word, known) == did_you_mean(word, sorted(known))
