"""Quotation marks of several languages, in pairs; apostrophes are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.quotation_marks import LONE, outside_quotes, quoted

PAIRS = ("“”", "„“", "„”", "«»", "»«", '""', "‚‘", "‚’", "‘’", "‹›", "›‹", "「」", "『』", "''", "’’", "””")


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("words", ["a full victory", "it isn't so", "12 weeks", "x"])
def test_words_between_two_marks(pair: str, words: str) -> None:
    inner = words.replace("'", "’") if pair == "’’" else words
    text = f"Orrell spoke of {pair[0]}{inner}{pair[1]}, and of more."
    assert [match.group()[1:-1] for match in quoted(text)] == [inner]
    assert LONE.search(outside_quotes(text)) is None


@pytest.mark.parametrize(
    "text",
    ["O'Neil's troops and the states' troops", "the ’90s and the states’ troops", "the '90s and the states' troops",
     "rock 'n' roll", "tell 'em of the boys' club", "It isn't the council's, nor the residents'.",
     "D’Arcy’s and Lenford’s"],
)  # fmt: skip
def test_apostrophes_begin_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_whole_quotations_are_found_with_their_marks_and_can_be_blanked_out() -> None:
    text = "She said “yes” and 'no', he “maybe"
    assert [match.group() for match in quoted(text)] == ["“yes”", "'no'"]
    assert outside_quotes(text) == "She said       and     , he “maybe"
    assert (quoted("She said yes"), outside_quotes("She said yes")) == ([], "She said yes")


@pytest.mark.parametrize("text", ["„at least 12", "at least 12“", "“at least", "‹at least", "「at least", "‚at least"])
def test_a_mark_alone(text: str) -> None:
    assert LONE.search(outside_quotes(text)) is not None


@given(st.text(alphabet="ab '’‘“”„«»\"‚‹›「」.5", max_size=30))
def test_length_is_kept(text: str) -> None:
    assert len(outside_quotes(text)) == len(text)


@pytest.mark.parametrize("text", ["‘", "“", "„", "«", '"', "a’ ", " ’a", " 'a", "‘a’b", "‚a‘b", "“„«‘"])
def test_marks_without_a_partner_take_time_in_line_with_their_number(text: str) -> None:
    started = time.process_time()
    quoted(text * (200_000 // len(text)))
    assert time.process_time() - started < 5
