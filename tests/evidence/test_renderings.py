"""Renderings of one remark: which words are marked as differing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.renderings import Stretch, cut_out, differing, shared_share


def marked(*renderings: tuple[str, str]) -> list[list[str]]:
    return [[piece.text for piece in pieces if piece.differs] for pieces in differing(renderings)]


def test_words_the_other_article_lacks_are_marked() -> None:
    assert marked(
        ("one", "rather intricate, involving many sensitive details"),
        ("other", "The process is quite complex, with many sensitive details"),
    ) == [["rather intricate, involving"], ["The process is quite complex, with"]]


def test_numbers_are_compared_whole() -> None:
    assert marked(("one", "at least 1,200 men"), ("other", "at least 1,000 men")) == [["1,200"], ["1,000"]]


def test_case_typography_and_punctuation_do_not_differ() -> None:
    assert marked(("one", "Today’s exchange — has begun"), ("other", "today's exchange has begun.")) == [[], []]


def test_order_differs() -> None:
    first, second = marked(("one", "we did not promise to pay"), ("other", "we did promise not to pay"))
    assert first
    assert second
    assert {"not"} == set(first) == set(second) or {"promise"} == set(first) == set(second)


def test_a_word_one_of_three_articles_lacks_is_marked_in_the_others() -> None:
    assert marked(("a", "forty men came"), ("b", "forty men came"), ("c", "forty came")) == [["men"], ["men"], []]


def test_two_excerpts_of_one_article_are_not_held_against_each_other() -> None:
    assert marked(("a", "forty men"), ("a", "came by night"), ("b", "forty men came by day")) == [
        [],
        ["night"],
        ["day"],
    ]


def test_one_article_alone_differs_from_nothing() -> None:
    assert marked(("a", "forty men"), ("a", "came by night")) == [[], []]
    assert marked(("a", "forty men")) == [[]]
    assert differing([]) == ()


def test_nothing_in_common_is_marked_whole() -> None:
    assert marked(("a", "«Forty men!»"), ("b", "Nobody came.")) == [["Forty men"], ["Nobody came"]]


TEXT = st.lists(st.sampled_from(["a", "b", "c", "Forty", "men,", "-", "“x”", "1,200", "it’s"]), max_size=9).map(
    " ".join
)


@settings(max_examples=80)
@given(st.lists(st.tuples(st.sampled_from("pqr"), TEXT), max_size=5))
def test_stretches_join_to_the_text_and_the_order_of_articles_does_not_matter(
    renderings: list[tuple[str, str]],
) -> None:
    cut = differing(renderings)
    assert ["".join(piece.text for piece in pieces) for pieces in cut] == [text for _, text in renderings]
    for pieces in cut:
        assert all(one.differs != other.differs for one, other in pairwise(pieces))
        assert all(piece.text for piece in pieces)
        assert all(piece.text == piece.text.strip() for piece in pieces if piece.differs)
    turned = differing(renderings[::-1])
    assert turned[::-1] == cut


def test_a_word_that_one_other_has_is_shared_where_that_is_enough() -> None:
    three = [("a", "over 40 men came"), ("b", "about 40 men left"), ("c", "over 50 men sang")]
    every, some = differing(three), differing(three, by_all=False)
    assert [piece.text for piece in every[0] if piece.differs] == ["over 40", "came"]
    assert [piece.text for piece in some[0] if piece.differs] == ["came"]
    assert shared_share(every) == pytest.approx(3 / 12)
    assert shared_share(some) == pytest.approx(7 / 12)
    assert shared_share(()) == 0


def test_spans_are_cut_out_and_nothing_is_lost() -> None:
    assert cut_out("over 40 men", [(5, 7), (0, 6)]) == (Stretch("over 40", True), Stretch(" men", False))
    assert cut_out("men", []) == (Stretch("men", False),)
    assert cut_out("", []) == ()
