"""The nearest passage and the difference in words: suggestions for editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.folding import fold
from generator.evidence.nearest import first_difference, likeness, nearest, word_difference

SEEDS = [path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
TEXT = """The talks led to an exchange of at least 1,200 people on each side.
On Monday both sides reported an equal number."""


def near(exact: str, text: str = TEXT) -> str | None:
    span = nearest(fold(text), exact)
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("exact", "passage"),
    [
        ("an exchange of at least 1,000 people", "an exchange of at least 1,200 people"),
        ("led to an exchange of 1,200 people on each side", "led to an exchange of at least 1,200 people on each side"),
        ("both sides have reported an equal number", "both sides reported an equal number"),
        ("Both Sides Reported an equal number.", "both sides reported an equal number."),
        ("nothing of the kind was ever written here", None),
        ("", None),
    ],
)
def test_the_nearest_passage(exact: str, passage: str | None) -> None:
    assert near(exact) == passage


def test_an_empty_text_has_nothing_near() -> None:
    assert near("words", "") is None


def test_a_passage_that_stands_twice_is_widened() -> None:
    text = "First the red house burned. Then the red house burned again."
    assert near("the red house burnt", text) == "First the red house burned."
    again = "So it was. The red house burned. And the red house burned."
    passage = near("red house burnt", again)
    assert passage is not None
    assert again.count(passage) == 1
    assert near("ha ha hu", "ha ha ha " * 30) == "ha ha ha"  # a few words more do not help


@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.integers(20, 150))
@settings(max_examples=60)
def test_the_passage_is_a_whole_cut_of_the_stored_text(text: str, start: int, length: int) -> None:
    folded = fold(text)
    quoted = text[start : start + length].replace("e", "i", 1)
    span = nearest(folded, quoted)
    if span is not None:
        first, last = span
        assert 0 <= first < last <= len(text)
        assert folded.breaks(folded.starts.index(first))
        assert folded.breaks(folded.ends.index(last) + 1)
        assert text[first:last] == text[first:last].strip()


@pytest.mark.parametrize(
    ("quoted", "stored", "said"),
    [
        ("over 1,000 men", "at least 1,200 men", 'you wrote "over 1,000", the source has "at least 1,200"'),
        ("was all set", "was set", 'you added "all" after "was"'),
        ("was set", "was reportedly set", 'you left out "reportedly" after "was"'),
        ("was set", "It was set", 'you left out "It" before "was"'),
        ("释放战俘", "释放了战俘", 'you left out "了" after "放"'),
        ("was set", "", 'you added "was set"'),
        ("", "was set", 'you left out "was set"'),
        ("up was set", "was set", 'you added "up" before "was"'),
        ("释放了", "释放", 'you added "了" after "放"'),
        ("释放战俘", "交换战俘", 'you wrote "释放", the source has "交换"'),
        ("“same” words", '"same"\nwords', ""),
    ],
)
def test_the_difference_in_words(quoted: str, stored: str, said: str) -> None:
    assert word_difference(quoted, stored) == said


def test_six_differences_are_told_and_the_others_counted() -> None:
    def said(many: int) -> str:
        quoted = " ".join(f"same{n} x{n}" for n in range(many))
        return word_difference(quoted, quoted.replace("x", "y"))

    six = "; ".join(f'you wrote "x{n}", the source has "y{n}"' for n in range(6))
    assert (said(6), said(7), said(10)) == (six, f"{six}; and 1 more", f"{six}; and 4 more")


def test_many_words_are_shown_with_their_middle_left_out() -> None:
    eighty = " ".join(["longer", "words"] * 7)[:80]
    assert word_difference(f"was {eighty}", "was") == f'you added "{eighty}" after "was"'
    assert word_difference(f"was {eighty}x", "was") == f'you added "{eighty[:50]} … {eighty[-26:]}x" after "was"'


@pytest.mark.parametrize(
    ("quoted", "stored", "words"),
    [
        ("over 1,000 men", "at least 1,200 men", "over 1,000"),
        ("the men and the women came", "the men and the man came", "women"),
        ("was all set", "was set", "all"),
        ("was set", "was reportedly set", "set"),
        ("was set", "was set up", "set"),
        ("set set set", "set set get", "set"),
        ("“same” words", '"same"\nwords', None),
        ("", "words", None),
    ],
)
def test_the_first_words_that_differ(quoted: str, stored: str, words: str | None) -> None:
    span = first_difference(quoted, stored)
    assert (quoted[slice(*span)] if span else None) == words


def test_of_words_that_stand_several_times_the_right_ones_are_meant() -> None:
    assert first_difference("set set set", "set set get") == (8, 11)


def test_likeness() -> None:
    assert (likeness("abc", "abc"), likeness("abc", "xyz")) == (100, 0)
    assert 50 < likeness("abcd", "abcx") < 100
