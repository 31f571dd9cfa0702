"""Passages found by words remembered loosely: always the source's own wording, and proven when it is pasted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.finding import NEAREST, find
from generator.evidence.folding import fold
from generator.evidence.quotations import Proof, prove

TEXTS = {
    "one": fold("The ferry left. It carried “over 40” people, and the ferry came back.\nThe boards are rotten."),
    "two": fold("Some of the boards are rotten, reports say. Letters had gone to every household."),
}


def exact(words: str, **options: bool) -> list[tuple[str, str]]:
    return [(one.source, one.exact) for one in find(words, TEXTS, **options)]


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("boards are rotten", [("one", "boards are rotten"), ("two", "boards are rotten")]),
        ("carried \"over 40\"", [("one", "carried “over 40”")]),
        ("letters had gone", [("two", "Letters had gone")]),
        ("letters went to each household", [("two", "Letters had gone to every household.")]),
        ("It carried ... people", [("one", "It carried [...] people")]),
        ("Some … rotten", [("two", "Some [...] rotten")]),
        ("rotten boards", [("one", "The boards are rotten."), ("two", "Some of the boards are rotten, reports say.")]),
        ("nothing of the kind", []),
        ("", []),
        ("  ", []),
    ],
)
def test_words_are_found(words: str, passages: list[tuple[str, str]]) -> None:
    assert exact(words) == passages


def test_what_stands_twice_is_told_apart() -> None:
    found = find("ferry", {"one": TEXTS["one"]})
    assert [(one.exact, one.prefix, one.suffix) for one in found] == [("ferry", "The", ""), ("ferry", "the", "")]


def test_other_words_are_shown_as_a_difference() -> None:
    (one,) = find("letters had gone", TEXTS)
    assert (one.how, one.difference) == ("in other capitals", 'you wrote "letters", the source has "Letters"')


def test_the_whole_sentence() -> None:
    assert exact("had gone to", whole_sentences=True) == [("two", "Letters had gone to every household.")]
    assert exact("over 40", whole_sentences=True) == [("one", "It carried “over 40” people, and the ferry came back.")]


def test_of_what_is_only_near_a_few_are_shown() -> None:
    many = {f"s{number}": fold(f"The boards were rotten {number}.") for number in range(9)}
    assert len(find("The boards are rotten 0.", many)) == 1 or len(find("The bords were roten", many)) == NEAREST


@settings(max_examples=80)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_any_stretch_of_words_is_found_and_proven(source: str, data: st.DataObject) -> None:
    words = TEXTS[source].original.split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    for one in find(" ".join(words[start:end]), TEXTS):
        proof = prove(TEXTS[one.source], one.exact, prefix=one.prefix or None, suffix=one.suffix or None)
        assert isinstance(proof, Proof)
        assert proof.hull == one.span
