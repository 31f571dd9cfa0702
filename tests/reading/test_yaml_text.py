"""YAML text to data and places."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.dossier import Path
from generator.reading.unseen import without_unseen
from generator.reading.yaml_text import parse

WORDS = st.text(max_size=12).map(lambda text: without_unseen(text.replace("\r", "")))
SAFE = st.one_of(st.integers(), st.booleans(), st.none(), WORDS)
DATA = st.dictionaries(
    WORDS,
    st.recursive(SAFE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=8),
    min_size=1,
    max_size=4,
)


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse(text, file="f.yml")[2]]


def first(text: str) -> str:
    return str(min(parse(text, file="f.yml")[2]))


def leaves(data: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if items is None:
        return [(path, data)]
    return [leaf for step, value in items for leaf in leaves(value, (*path, step))]


@settings(max_examples=60)
@given(DATA, st.booleans())
def test_data_survives_and_places_point_at_it(data: dict[str, Any], flow: bool) -> None:
    # Every text in double quotes, so that the dumper's older idea of plain text plays no part.
    text = yaml.dump(data, Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=flow)
    found, places, problems = parse(text, file="f.yml")
    assert problems == []
    assert found == data
    lines = text.split("\n")
    for path, value in leaves(data):
        spot = places.values[path]
        here = lines[spot.line - 1][spot.column - 1 :]
        if not isinstance(value, dict | list):
            assert here.startswith('"' if isinstance(value, str) else yaml.safe_dump(value).split()[0])
        for depth in range(1, len(path) + 1):
            if isinstance(path[depth - 1], str):
                key = places.keys[path[:depth]]
                assert lines[key.line - 1][key.column - 1] in '"?'


class _Quoting(yaml.SafeDumper):
    def ignore_aliases(self, _: Any) -> bool:
        return True


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@given(st.lists(st.text(alphabet="ab é–\t#:-*&![]{}>|%@`'\"", min_size=1, max_size=20), min_size=1, max_size=4))
def test_text_survives_as_literal_block(lines: list[str]) -> None:
    text = "\n".join(["x" + line for line in lines])
    found, _, problems = parse("a: |-\n" + "".join(f"  {line}\n" for line in text.split("\n")), file="f")
    assert problems == []
    assert found == {"a": text}


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from(list("ab:-?[]{}&*!|>'\"%@` \t\n\r#,<\\u0\u202e\x00\ud800")), max_size=40))
def test_nothing_raises(text: str) -> None:
    data, _, problems = parse(text, file="f.yml")
    assert isinstance(data, dict) or problems


@given(st.binary(max_size=60))
def test_random_bytes_raise_nothing(content: bytes) -> None:
    data, _, problems = parse(content.decode("utf-8", "replace"), file="f.yml")
    assert isinstance(data, dict) or problems


def test_yaml_1_2() -> None:
    data, _, _ = parse("on: no\nat: 12:30:00\nn: 017\nd: 2025-06-02\nq: '1'\n2025: x\n", file="f")
    assert data == {"on": "no", "at": "12:30:00", "n": 17, "d": "2025-06-02", "q": "1", "2025": "x"}


def test_columns_count_code_points() -> None:
    _, places, _ = parse('{"😀é": 😀, b: 1}', file="f")
    assert (places.of_key("b").column, places.of("b").column) == (11, 14)


def test_byte_order_mark_and_crlf() -> None:
    data, places, problems = parse("\ufeffa: 1\r\nb: >-\r\n  x\r\n  y\r\n", file="f")
    assert (data, problems) == ({"a": 1, "b": "x y"}, [])
    assert (places.of_key("a").column, places.of_key("b").line) == (1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3", ["duplicate-key"]),
        ("{a: 1, a: 2}", ["duplicate-key"]),
        ("a: &x 1", ["anchor"]),
        ("a: [*x]", ["anchor"]),
        ("<<: {a: 1}\nb: 2", ["merge-key"]),
        ("'<<': 1", []),
        ("a: !x y", ["tag"]),
        ("a: !!str 5", ["tag"]),
        ("a: !e!x y", ["tag"]),
        ("a: 1\n---\nb: 2", ["several-documents"]),
        ("---\na: 1\n...\n", []),
        ("", ["not-a-mapping"]),
        ("\n\n# nothing\n", ["not-a-mapping"]),
        ("- a", ["not-a-mapping"]),
        ("text", ["not-a-mapping"]),
        ("a:\n\tb: 1", ["tab"]),
        ("a:\n  b: 1\n  \tc: 2\n\td: 3\ne: 4\n\tf: 5", ["tab", "tab"]),
        ("a: |\n  y\n  \tx", []),
        ("{a: 1}: 2", ["yaml-syntax"]),
        ("? [a]\n: b", ["yaml-syntax"]),
        ("a: x\u202ey", ["control-character"]),
        ("\u200ba: x\x07", ["control-character", "control-character"]),
        ('a: "\\u202e"', ["control-character"]),
        ('a: "\\r"', ["control-character"]),
        ('a: "\\ud800"', ["control-character"]),
        ("a: soft\u00adhyphen no\u00a0break", []),
        ("a: &x 1\nb: *x\nc: *x\nd: *y", ["anchor", "anchor"]),
        ("a: 1\n<<<<<<< b\na: 2", ["yaml-syntax"]),
        ("a: &x 1\nb: *x\nc: !t 1\nc: 2", ["anchor", "tag", "duplicate-key"]),
    ],
)
def test_refused(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a: 1\nb: "x\nc: 2', 'f.yml:2:4: the quote mark " that opens the text of b: here is not closed; put " at the end'),
        ("a: one: two", "f.yml:1:7: a colon stands in text without quote marks"),
        ("a: 'x' : y", "f.yml:1:8: text goes on after a closing quote mark"),
        ("a:\n  b: 1\n c: 2", "f.yml:3:2: this line does not line up"),
        ("a: 1\n b: 2", 'f.yml:2:2: "b:" stands inside the text of "a:" on line 1; where it is a field, give it the indent of "a:"'),
        ("a: @x", 'f.yml:1:4: text cannot begin with "@"'),
        ("a: `x`", 'f.yml:1:4: text cannot begin with "`"'),
        ("a: %x", 'f.yml:1:4: text cannot begin with "%"'),
        ("%x: 1", 'f.yml:1:1: text cannot begin with "%"'),
        ("a: **b**", 'f.yml:1:4: text cannot begin with "*"'),
        ("a: & b", 'f.yml:1:4: text cannot begin with "&"'),
        ('a: "b" c', "f.yml:1:8: text goes on after a closing quote mark"),
        ("a: 'it's'", "f.yml:1:4: a ' inside the text of a: ends it too soon; write \" in the place of ' at its beginning"),
        ("a:\n  - b\n  c: 1", "f.yml:3:3: this line stands among the items of a list"),
        ("a: - b", "f.yml:1:4: a list cannot begin"),
        ("a: [1, 2", 'f.yml:1:4: the list that "[" opens here is not closed; put "]" at the end of this line'),
        ("a: {b: 1", 'f.yml:1:4: the block that "{" opens here is not closed; put "}" at the end of this line'),
        ("a: > text", 'f.yml:1:6: after ">" the text begins on the next line; move "text ..." there, with 2 spaces before it'),
        ('a: "\\d"', "f.yml:1:5: a backslash begins an escape"),
        ("a: x\nb\nc: 1", 'f.yml:2:1: this line begins no field; where it goes on with the text of "a:" on line 1, indent it'),
        ("a: {b: c: d}", "f.yml:1:9: a second colon stands between commas here; put quote marks round text"),
        ("a: [b: c: d]", "f.yml:1:9: a second colon"),
        ("a: [1 2]]", 'f.yml:1:4: "]" stands behind "]"; delete it, or put " before and after the whole text of a:'),
        ("a:1\nb: 2", "f.yml:2:1: this line does not fit"),
        ("a:\n\tb: 1", "f.yml:2:1: this line is indented with tabs; write spaces in the place of tabs"),
        ("a: 1\nb: 2\na: 3", 'f.yml:3:1: "a" is written twice in one block, on line 1 and on line 3'),
        ("a: x\u202ey", "f.yml:1:5: U+202E right-to-left override cannot be seen here"),
    ],
)
def test_plain_words(text: str, message: str) -> None:
    assert first(text).startswith(message)


def test_the_first_of_two_values_is_kept() -> None:
    data, places, _ = parse("a: 1\na: {b: 2}\n", file="f")
    assert data == {"a": 1}
    assert places.of("a").line == 1
    assert ("a", "b") not in places.keys


def test_the_pure_loader_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: no\nb: [1, {c: x}]\nd:\n- e: 'f'\n- >-\n  g\n  h\n"
    expected = parse(text, file="f")
    for module in ("yaml_text", "yaml_glance"):
        monkeypatch.setattr(f"generator.reading.{module}.LOADER", yaml.SafeLoader)
    assert parse(text, file="f") == expected
    assert codes("a: &x 1\nb: *x\nc: @d") == ["anchor", "yaml-syntax"]


BOMB = "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'},*a]\n" for n in range(5_000))


@pytest.mark.parametrize(
    "text",
    [BOMB, "[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: 1\n" * 100_000, "\x01" * 100_000, "a:\n" + "\tb\n" * 100_000],
    ids=["bomb", "lists", "blocks", "items", "keys", "controls", "tabs"],
)
def test_hostile_files_end_soon(text: str) -> None:
    start = time.process_time()
    _, _, problems = parse(text, file="f")
    assert problems
    assert time.process_time() - start < 10


def test_depth() -> None:
    assert "too-deep" in codes("a: " + "[" * 100_000)
    assert codes("a: " + "[" * 20 + "]" * 20) == []
