"""Brackets and braces that are missing."""

from __future__ import annotations

import pytest

from generator.reading.brackets import braced, braced_item, bracketed


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


def test_braces_round_the_fields_of_an_item() -> None:
    names = {"source", "exact"}
    (edit,) = braced_item(["  - source: a, exact: b c"], 1, names=names)
    assert edit.lines == ("  - {source: a, exact: b c}",)
    for line in ("  - source: a", "source: a, exact: b", "  - source: a, said: b"):
        assert list(braced_item([line], 1, names=names)) == []
