"""Spaces, dashes and colons typed wrong."""

from __future__ import annotations

import pytest

from generator.reading.separators import mistyped, retyped

NAMES = {"source", "at_least", "scope", "value", "about"}


@pytest.mark.parametrize(
    ("line", "now", "place"),
    [
        ("  -source: a", "  - source: a", (1, 3, 8)),
        ("  – source: a", "  - source: a", (1, 3, 9)),
        ("  • source: a", "  - source: a", (1, 3, 9)),
        ("  * source: a", "  - source: a", (1, 3, 9)),
        ("  -What the", "  - What the", (1, 3, 5)),
        ("source:a", "source: a", (1, 1, 7)),
        ("  - source:a b", "  - source: a b", (1, 5, 7)),
        ("source = a", "source: a", (1, 1, 8)),
        ("source； a".replace("；", ";"), "source: a", (1, 1, 7)),
        ("source a", "source: a", (1, 1, 6)),
        ("source", "source:", (1, 1, 6)),
        ("\u00a0\u00a0source: a", "  source: a", (1, 1, 2)),
        ("source:\u00a0a", "source: a", (1, 8, 1)),
        ("value: {at_least:5}", "value: {at_least: 5}", (1, 9, 9)),
        ("value: {at_least 5}", "value: {at_least: 5}", (1, 9, 9)),
        ("value: {at_least: 5 scope: a}", "value: {at_least: 5, scope: a}", (1, 21, 6)),
        ("refers: {The council:[a]}", "refers: {The council: [a]}", (1, 21, 1)),
        ("refers: {The council [a]}", "refers: {The council: [a]}", (1, 10, 11)),
        ("about: [, a]", "about: [a]", (1, 9, 1)),
        ('title: "a",', 'title: "a"', (1, 11, 1)),
        ("  // a note", "  # a note", (1, 3, 2)),
        ("value: {scope: a: b c, at_least: 1}", 'value: {scope: "a: b c", at_least: 1}', (1, 16, 6)),
    ],
)
def test_an_edit_and_its_place(line: str, now: str, place: tuple[int, int, int]) -> None:
    found = [edit for edit in retyped([line], 1, names=NAMES) if edit.lines == (now,)]
    assert [edit.place for edit in found[:1]] == [place]


@pytest.mark.parametrize("line", ["source: a", "  - source: a", "https://source.example", "the source: a", "-5 a", ""])
def test_what_is_right_or_no_field_is_left_alone(line: str) -> None:
    assert mistyped([line], [1], names=NAMES) is None


def test_a_word_of_prose_that_is_a_name_is_not_sure() -> None:
    assert mistyped(["about the ferry"], [1], names=NAMES) is None
    assert [edit.lines for edit in retyped(["about the ferry"], 1, names=NAMES)] == [("about: the ferry",)]
