"""Words of a text found again in its file, whatever way YAML writes the text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Spot
from generator.reading.unseen import without_unseen
from generator.reading.yaml_text import parse

TEXT = "The ferry said 'over 40' to \"all\" people"


def place(document: str, words: str) -> tuple[str, Spot]:
    """Give what stands in the file at the place of some words of the text `a`, and the place."""
    data, places, problems = parse(document, file="f.yml")
    assert problems == []
    assert isinstance(data, dict)
    start = data["a"].index(words)
    spot = places.inside("a", text=data["a"], start=start, end=start + len(words))
    return document.split("\n")[spot.line - 1][spot.column - 1 :][: spot.width], spot


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ("a: one two three\n", 1),
        ("a: one\n  two three\n", 2),
        ("a: 'one two three'\n", 1),
        ("a: 'it''s one\n\n  two three'\n", 3),
        ('a: "one \\"\\u00e9\\" two three"\n', 1),
        ('a: "one\\\n  \\ two three"\n', 2),
        ("a: >-\n  one\n  two three\n", 3),
        ("a: |\n  one\n\n    two three\n", 4),
        ("a: >2\n    one\n\n\n  two three\n# two\nb: 1\n", 5),
        ("a: >- # two\n  one two\n  three\n", 2),
        ("b:\n  - {c: two}\na: one # two\n  \n".replace("one # two", "[x]").replace("[x]", "one two three"), 3),
    ],
)
def test_a_word_is_found_in_every_style(document: str, line: int) -> None:
    assert place(document, "two")[0] == "two"
    assert place(document, "two")[1].line == line


def test_words_over_a_line_end_are_shown_to_the_end_of_the_line() -> None:
    assert place("a: >-\n  one two\n  three\n", "two three")[0] == "two"


def test_an_escaped_sign_is_as_wide_as_its_escape() -> None:
    assert place('a: "x \\u00e9 y"\n', "é")[0] == "\\u00e9"


def test_white_space_may_differ_and_other_signs_may_not() -> None:
    _, places, _ = parse("a: >-\n  one\n  two\n", file="f.yml")
    assert places.inside("a", text="one  two", start=5, end=8) == Spot("f.yml", 3, 3)
    assert places.inside("a", text="one too", start=4, end=7) == places.of("a") == Spot("f.yml", 2, 3)


def test_what_is_no_text_has_its_own_place() -> None:
    _, places, _ = parse("a: 12\nb: [1]\n", file="f.yml")
    assert places.inside("a", text="12", start=1, end=2) == Spot("f.yml", 1, 5)
    assert places.inside("b", text="x", start=0, end=1) == places.of("b")


def test_widths_are_those_of_keys_and_values() -> None:
    _, places, _ = parse("abc: 'd e' # x\nf: >-\n  g\nh: i\n  j\n", file="f.yml")
    assert [places.keys[key,].width for key in ("abc", "f")] == [3, 1]
    assert [places.values[key,].width for key in ("abc", "f", "h")] == [5, 1, 1]


WORDS = st.text(alphabet="ab'\"\\é:#- ", min_size=1, max_size=8).map(lambda text: f"x{without_unseen(text)}".strip())


class _Styled(yaml.SafeDumper):
    """Write every text in one style."""


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from([None, "'", '"', ">", "|"]), st.integers(10, 60))
def test_each_word_is_found_where_it_stands(words: list[str], style: Any, width: int) -> None:
    text = " ".join(" ".join(words).split())
    dumped = yaml.dump({"a": text}, default_style=style, width=width, allow_unicode=True)
    data, places, problems = parse(dumped, file="f.yml")
    key = next(iter(data)) if isinstance(data, dict) else ""
    if problems or not isinstance(data, dict) or not isinstance(data[key], str):
        return
    lines = dumped.split("\n")
    at = 0
    for word in text.split():
        at = text.index(word, at)
        spot = places.inside(key, text=text, start=at, end=at + 1)
        assert lines[spot.line - 1][spot.column - 1] in (word[0], "\\", "'")
        at += len(word)
