"""What search engines and chats show of a page: never a statement without who states it, never a cut one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writing.descriptions import LONGEST, cut, fitted, of_claim, of_statements, scope_in_short
from generator.writing.passage_pieces import Rendering, Setting
from generator.writing.pieces import Link, Mark, Note, SourceName, Speaker, Statement

ROOM = 150


def speaker(name: str = "", *sources: str, words: str = "", against: bool = False, channel: str = "") -> Speaker:
    return Speaker(name, "", words, channel, tuple(SourceName(label, "", "") for label in sources), against)


def told(*speakers: Speaker, text: str = "The bridge is shut.", status: str = "stated by one party") -> Statement:
    return Statement("x", text, "", (), speakers, Mark(status, ""), (), record=Link("The bridge", ""))


def passage(who: Speaker, label: str, words: str, stance: str = "supports") -> Rendering:
    note = Note("p1", words, who, True, SourceName(label, "", ""))
    return Rendering(note, "", stance, "passage-1", Setting((words,)))


def described(statement: Statement, *renderings: Rendering) -> str:
    return of_claim(statement, renderings, room=ROOM)


def test_the_speaker_stands_before_the_words_of_the_source() -> None:
    ann = speaker("Ann Bell", "S1")
    assert described(told(ann), passage(ann, "S1", "it is shut")) == (
        "Ann Bell, in source S1: “it is shut”. Stated by one party."
    )


@pytest.mark.parametrize(
    ("who", "lead"),
    [
        (speaker("", "S1"), "Source S1, in its own voice: “"),
        (speaker("", "S1", words="reports say"), "A speaker left unnamed, in source S1: “"),
    ],
)
def test_a_passage_without_a_named_speaker_says_so(who: Speaker, lead: str) -> None:
    assert described(told(who), passage(who, "S1", "it is shut")).startswith(lead)


def test_words_of_an_opponent_never_stand_for_the_claim() -> None:
    ann, bob = speaker("Ann Bell", "S1"), speaker("Bob Cole", "S2", against=True)
    text = described(told(ann, bob), passage(bob, "S2", "it is open", "refutes"), passage(ann, "S1", "it is shut"))
    assert text == "Ann Bell, in source S1: “it is shut”. Against it: Bob Cole (S2). Stated by one party."


def test_others_are_named_once_with_their_sources() -> None:
    ann, again = speaker("Ann Bell", "S1", "S3"), speaker("Ann Bell", "S3", channel="X")
    text = described(told(ann, again, speaker("Bob Cole", "S2")), passage(ann, "S1", "it is shut."))
    assert "“it is shut.” Also in S3 and Bob Cole (S2). " in text


def test_a_passage_too_long_gives_way_to_the_whole_statement_and_that_to_the_matter() -> None:
    ann = speaker("Ann Bell", "S1")
    long = passage(ann, "S1", "it is shut " * 20)
    assert described(told(ann), long) == "Ann Bell, in source S1: The bridge is shut. Stated by one party."
    itself = described(told(ann, text="Ann Bell shut it."), long)
    assert itself == "Ann Bell, in source S1: Ann Bell shut it. Stated by one party."
    bare = described(told(ann, text="The bridge is shut " * 20), long)
    assert bare == "Ann Bell, in source S1, on “The bridge”. Stated by one party."


def test_opponents_are_told_even_where_their_names_do_not_fit() -> None:
    ann, bob = speaker("Ann Bell", "S1"), speaker("Bob " * 30, "S2", against=True)
    text = described(told(ann, bob), passage(ann, "S1", "it is shut"))
    assert text == "Ann Bell, in source S1: “it is shut”. Others speak against it. Stated by one party."


def test_several_statements_are_counted_with_who_makes_them() -> None:
    ann, own = speaker("Ann Bell", "S1"), speaker("", "S1")
    both = of_statements([told(ann, own), told(ann)], one="term", many="terms")
    assert both == "2 terms, from Ann Bell and the articles themselves."
    assert of_statements([told(speaker("", "S1", words="reports"))], one="term", many="terms") == (
        "1 term, from speakers left unnamed."
    )


def test_the_scope_is_counted_and_dated() -> None:
    assert scope_in_short(1, until="9 May 2025", derived=True) == "1 source; nothing after 9 May 2025 (derived)."
    assert scope_in_short(2, until="9 May 2025", derived=False) == "2 sources; nothing after 9 May 2025."


@given(st.lists(st.text(alphabet="abc.,", min_size=1, max_size=9), min_size=1), st.integers(min_value=12, max_value=99))
def test_a_cut_text_is_no_longer_than_wanted_and_ends_at_a_word(words: list[str], longest: int) -> None:
    whole = " ".join(words)
    found = cut(whole, longest)
    assert len(found) <= longest
    if len(whole) <= longest:
        assert found == whole
    else:
        kept = found.removesuffix(" …")
        rest = whole.removeprefix(kept)
        assert (found, kept + rest) == (f"{kept} …", whole)
        assert rest.lstrip(",")[0] == " "


def test_what_follows_is_kept_whole() -> None:
    text = fitted("word " * 80, "5 sources.")
    assert text.endswith("word … 5 sources.")
    assert LONGEST - 6 < len(text) <= LONGEST
