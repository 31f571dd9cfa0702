"""YAML as this project writes it: what is read back is what was given, and it looks as an editor would write it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.records import Event
from generator.reading.fields import vocabulary
from generator.reading.yaml_text import parse
from generator.yaml_lines import WIDTH, lines_of, one_line, scalar, text_of

NAMES = vocabulary(Event)
TEXT = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ab:-?[]{}&*!|>'\"%@` #,<\\u0«“’é–1.\t\n", max_size=200),
    st.lists(
        st.sampled_from(["source:", "exact:", "- id:", "the", "ferry", "#", "no", "12:30", "1,2"]), max_size=60
    ).map(" ".join),
).filter(lambda text: bool(one_line(text)))


def read(text: str) -> Any:
    data, _, problems = parse(text, file="f.yml", vocabulary=NAMES)
    assert problems == [], text
    return data


@settings(max_examples=400)
@given(TEXT)
@example("source: x " * 20)
@example('0"')
@example('a "b"')
@example("a " * 53 + "source: x")
@example("2025")
@example('it\'s "both"')
def test_any_text_comes_back_on_one_line(text: str) -> None:
    data = {"statement": text, "title": text, "about": [text], "evidence": [{"exact": text, "value": {"words": text}}]}
    plain = one_line(text)
    again = {"statement": plain, "title": plain, "about": [plain]}
    assert read(text_of(data)) == {**again, "evidence": [{"exact": plain, "value": {"words": plain}}]}


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=12), min_size=1, max_size=60))
def test_lines_are_no_wider_than_they_may_be(words: list[str]) -> None:
    assert max(map(len, text_of({"statement": " ".join(words)}).splitlines())) <= WIDTH


def test_a_record_looks_as_editors_write_it() -> None:
    data = {
        "title": "A ferry: the second",
        "claims": [
            {
                "id": "x",
                "about": ["a", "b"],
                "statement": "It is short.",
                "evidence": [{"source": "s", "exact": "short", "value": {"between": [1, 2], "scope": "a, b"}}],
            }
        ],
    }
    assert text_of(data) == (
        "title: 'A ferry: the second'\nclaims:\n  - id: x\n    about: [a, b]\n    statement: >-\n      It is short.\n"
        "    evidence:\n      - source: s\n        exact: >-\n          short\n"
        "        value: {between: [1, 2], scope: 'a, b'}\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"), ("2025-06-02", "2025-06-02"), ("2025", "'2025'"), ("no", "no"), ("null", "'null'"),
        ("a: b", "'a: b'"), ("it's: b", '"it\'s: b"'), ("-x", "-x"), ("- x", "'- x'"), ("a #b", "'a #b'"),
    ],
)  # fmt: skip
def test_quote_marks_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


PLAIN = st.recursive(
    TEXT.map(one_line) | st.integers(-999, 999) | st.booleans(),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1),
    max_leaves=6,
)


@given(PLAIN)
def test_any_data_comes_back(value: Any) -> None:
    assert read("x:\n" + "".join(f"  {line}\n" for line in lines_of(value))) == {"x": value}
