"""Brackets and braces that are missing."""

from __future__ import annotations

import pytest

from generator.reading.brackets import braced, bracketed


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("about: [a, b", "about: [a, b]"),
        ("about: a, b]", "about: [a, b]"),
        ("opposed: [a, b]]", "opposed: [[a, b]]"),
        ("refers: {They: [a}", "refers: {They: [a]}"),
        ("refers: {They: a]}", "refers: {They: [a]}"),
        ("value: {at_least: 5", "value: {at_least: 5}"),
        ("value: at_least: 5}", "value: {at_least: 5}"),
    ],
)
def test_the_missing_one_is_put(line: str, now: str) -> None:
    assert (now,) in [edit.lines for edit in bracketed([line], 1)]


@pytest.mark.parametrize("line", ["about: [a, b]", 'title: "a]"', "title: a", "- [a"])
def test_whole_lists_and_quoted_text_are_left_alone(line: str) -> None:
    assert list(bracketed([line], 1)) == []


def test_braces_round_a_field() -> None:
    (edit,) = braced(["value: at_least: 5"], 1)
    assert edit.lines == ("value: {at_least: 5}",)
    assert list(braced(["title: a:b"], 1)) == list(braced(["value: {at_least: 5}"], 1)) == []
