"""Text that YAML reads otherwise than it was meant."""

from __future__ import annotations

import pytest

from generator.reading.misread import cut_message, cut_off, foreign, merge_marks, swallowed
from generator.reading.vocabulary import Vocabulary
from generator.reading.yaml_text import parse

NAMES = frozenset({"claimant", "container-title", "set_aside", "sha256"})


@pytest.mark.parametrize(
    ("text", "rest", "cut"),
    [
        ("person", " # a comment", None),
        ("two words", "   # a comment", None),
        ("person", " #", None),
        ("person", "", None),
        ("person", ", next: 1} # a comment", None),
        ("one two three", "  # a comment", (2, "# a comment")),
        ("Round", " #2", (1, "#2")),
        ("one two three", "\t#", (1, "#")),
    ],
)
def test_cut_off(text: str, rest: str, cut: tuple[int, str] | None) -> None:
    assert cut_off(text, rest=rest) == cut


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["one", "    claimant: x"], 2),
        (["  - claimant: x"], 1),
        (["  set_aside:"], 1),
        (["one", "two", "  sha256: x"], 3),
        (["  container-title: x", "  claimant: x"], 1),
        (["  the claimant: x", "  claimant:x", "  Claimant: x", "  other: x", "", "  - x"], None),
    ],
)
def test_swallowed(lines: list[str], found: int | None) -> None:
    assert swallowed(lines, first=1, last=len(lines), names=NAMES) == found


def test_what_to_do_with_a_comment() -> None:
    assert cut_message("Bridge", "#2", of="title").endswith('where it is a comment, put a space after "#"')
    assert cut_message("one two three", "# four", of="title").endswith("write it on a line of its own")
    assert "“ and ” are no quote marks of YAML" in cut_message("“one", "#2”", of="title")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("{\\rtf1 a: b}", "RTF"), ("\n<!DOCTYPE html>", "HTML"), ("<html>", "HTML"), ("{a: b}", ""), ("", ""),
     ("PK\x03\x04" + "\0" * 9, "binary, or text in UTF-16"), ("a: \0", "")],
)
def test_foreign(text: str, kind: str) -> None:
    assert foreign(text) == kind


def test_merge_marks() -> None:
    conflict = ["a", "<<<<<<< HEAD", "b", "||||||| 123", "c", "=======", "d", ">>>>>>> x"]
    assert merge_marks([*conflict, "e", *conflict]) == [(2, "<<<<<<<"), (11, "<<<<<<<")]
    assert merge_marks(conflict[2:]) == [(2, "|||||||")]
    assert merge_marks(["  <<<<<<< a", "<<<<<<<<", "=======", "<<: x"]) == []


def found_in(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, file="f", vocabulary=Vocabulary(NAMES))[2]]


def test_comments_in_keys_blocks_and_quotes_are_left_alone() -> None:
    assert found_in("a: # one two three\n  b: 1\nc: >- # one\n  one two three #four\nd: 'one two three' #five\n") == []
    assert found_in("a b c: 1 #x\nd: [one two three, e] #x\n") == []


def test_a_comment_ends_text_of_several_lines_and_of_lists() -> None:
    assert found_in("a: one two\n  three #four\n")[0].startswith('f:2:9: "#four" is read as a comment, and cuts "one')
    assert found_in("a: [one #four\n  ]\n")[0].startswith('f:1:9: "#four" is read as a comment')


def test_a_block_text_ends_where_it_ends() -> None:
    assert found_in("a: >-\n  one\nclaimant: x\n") == []
    assert found_in("a: >-\n  one\n\n\nclaimant: x\n") == []
    assert [line.split(" ")[0] for line in found_in("a: |\n  one\n  claimant: x")] == ["f:3:3:"]


def test_nothing_of_a_text_that_was_cut_or_grown_is_trusted() -> None:
    assert parse("a: one two three #four\n", file="f")[0] is None
    assert parse("a: >-\n  one\n  claimant: x\n", file="f", vocabulary=Vocabulary(NAMES))[0] is None
    assert parse("a: 1\n<<<<<<< b\n", file="f")[0] is None


def test_several_fields_that_stand_twice_are_one_mistake() -> None:
    text = "a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n    b: 5\n"
    assert found_in(text) == [
        'f:4:5: several fields stand twice from line 4 on ("b", "c"); begin the new item of the list with "- " in the '
        'place of the 2 spaces before "b:" [duplicate-key]'
    ]
    assert "remove them, or write them to a new item of a list" in found_in("b: 1\nc: 2\nb: 3\nc: 4\n")[0]
    assert len(found_in(text + "d: @\n")) == 2
