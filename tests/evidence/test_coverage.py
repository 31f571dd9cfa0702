"""The account of a text: covered, set aside, left, and how the words add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.coverage import account, published_share
from generator.evidence.sentences import words

TEXT = "One two three four five. Six seven eight nine ten.\nRelated links"


def at(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


def states(quoted: list[str], aside: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    coverage = account(TEXT, quoted=map(at, quoted), set_aside=[(at(part), reason) for part, reason in aside])
    return [(sentence.state, sentence.reason, sentence.conflict) for sentence in coverage.sentences]


def test_states() -> None:
    assert states(["One two three"], [("Related links", "furniture")]) == [
        ("covered", "", False),
        ("left", "", False),
        ("set aside", "furniture", False),
    ]


def test_three_words_of_five_are_enough_and_two_are_not() -> None:
    assert [state for state, _, _ in states(["One two", "eight nine ten"], [])] == ["left", "covered", "left"]


def test_three_words_of_five_set_aside_are_enough_and_two_are_not() -> None:
    aside = [("One two three", "opinion"), ("nine ten", "opinion")]
    assert [(state, why) for state, why, _ in states([], aside)][:2] == [("set aside", "opinion"), ("left", "")]


def test_the_reason_is_the_one_of_most_words_and_of_two_alike_the_first() -> None:
    assert states([], [("One", "furniture"), ("two three four", "opinion")])[0][:2] == ("set aside", "opinion")
    assert states([], [("three four", "furniture"), ("One two", "opinion")])[0][:2] == ("set aside", "furniture")


def test_what_a_sentence_tells_of_itself() -> None:
    coverage = account(TEXT, quoted=[at("One two")], set_aside=[(at("three four five"), "opinion")])
    first = coverage.sentences[0]
    assert (TEXT[first.start : first.end], first.words) == ("One two three four five.", 5)
    assert [first.share, first.set_aside_share] == pytest.approx([0.4, 0.6])


def test_pieces_of_a_sentence_add_up_and_half_words_do_not_count() -> None:
    assert states(["One two", "five"], [])[0][0] == "covered"
    assert states(["One two", "fiv"], [])[0][0] == "left"
    assert states(["One two", "fi", "ve"], [])[0][0] == "covered"


def test_conflict_when_a_quotation_touches_what_is_set_aside() -> None:
    assert states(["ne"], [("One two three four five", "opinion")])[0] == ("set aside", "opinion", True)
    assert states(["One two three"], [("One two three four", "opinion")])[0] == ("covered", "opinion", True)
    assert states(["Six"], [("One two three four five", "opinion")])[0] == ("set aside", "opinion", False)


def test_reasons_are_counted_once() -> None:
    aside = [
        (at("Six seven eight"), "opinion"),
        (at("seven eight nine ten"), "repetition"),
        (at("Related"), "furniture"),
    ]
    coverage = account(TEXT, quoted=[at("One two three")], set_aside=aside)
    assert (coverage.words, coverage.quoted, coverage.left) == (12, 3, 3)
    assert coverage.reasons == {"furniture": 1, "opinion": 3, "repetition": 2}
    assert coverage.shares["opinion"] == pytest.approx(0.25)
    assert coverage.quoted_share == pytest.approx(0.25)
    assert coverage.left_share == pytest.approx(0.25)
    assert [sentence.start for sentence in coverage.unaccounted] == [TEXT.index("Related")]
    assert not coverage.conflicts


def test_a_quoted_word_is_not_counted_under_a_reason() -> None:
    coverage = account(TEXT, quoted=[at("Six seven eight")], set_aside=[(at("Six seven eight nine"), "opinion")])
    assert (coverage.quoted, coverage.reasons, coverage.left) == (3, {"opinion": 1}, 8)


def test_empty_text() -> None:
    coverage = account(" \n", quoted=[], set_aside=[])
    assert (coverage.sentences, coverage.words, coverage.quoted_share, coverage.left_share) == ((), 0, 0.0, 0.0)
    assert published_share("", []) == 0


def test_published_share() -> None:
    assert published_share(TEXT, [at("One two"), at("two three"), at("lin")]) == pytest.approx(0.25)


SPANS = st.tuples(st.integers(0, 70), st.integers(0, 70)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(SPANS, max_size=4), st.lists(st.tuples(SPANS, st.sampled_from(["opinion", "furniture"])), max_size=4))
def test_every_word_is_counted_once(quoted: list[tuple[int, int]], aside: list[tuple[tuple[int, int], str]]) -> None:
    coverage = account(TEXT, quoted=quoted, set_aside=aside)
    assert coverage.quoted + sum(coverage.reasons.values()) + coverage.left == coverage.words == len(words(TEXT))
    assert sum(sentence.words for sentence in coverage.sentences) == coverage.words
    assert coverage.quoted_share == published_share(TEXT, quoted)
    assert account(TEXT, quoted=quoted[::-1], set_aside=aside[::-1]) == coverage


def test_withheld_words_count_with_quoted_ones() -> None:
    assert states(["One two"], [("three four", "withheld")])[0] == ("set aside", "withheld", False)
    assert states(["One two"], [("three four", "opinion")])[0][0] == "left"
    assert states(["One"], [("two", "withheld")])[0][0] == "left"
