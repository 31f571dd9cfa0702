"""Quote marks that are missing, or are none of YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.quote_marks import close_it, curly, not_opened, open_it, put_round, swallowed_line
from generator.reading.yaml_text import parse


@given(st.text(alphabet="ab :#-\"'\\\\“”{}", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_marks_put_round_a_text_make_it_that_text(text: str) -> None:
    advice = put_round(text)
    if advice.startswith("put "):
        mark = advice[4]
        assert parse(f"a: {mark}{text}{mark}\n", file="f")[0] == {"a": text}
    else:
        assert parse(f"a: >-\n  {text}\n", file="f")[0] == {"a": text}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“a”", ("“", "”")),
        ("‘a b’", ("‘", "’")),
        ("„a“", ("„", "“")),
        ("‘Lenford’s a’", ("‘", "’")),
        ("“a” and “b”", None),
        ("“a” b", None),
        ("«a»", None),
        ('"a"', None),
        ("“", None),
        ("", None),
    ],
)
def test_curly(text: str, marks: tuple[str, str] | None) -> None:
    assert curly(text) == marks


@pytest.mark.parametrize(
    ("lines", "at", "before", "told"),
    [
        (['title: "a', "b: c"], (1, 8), 2, 'put " at the end of this line'),
        (['title: "a', "  b", "", "c: d"], (1, 8), 4, 'put " at the end of line 2'),
        (["v: {words: 'a}", "b: c"], (1, 12), 2, "put ' before the \"}\" at the end of this line"),
        (["v: [{words: 'a}]"], (1, 13), 2, "put ' before the \"}]\" at the end of this line"),
        (['- "a', "- b: c"], (1, 3), 2, 'the quote mark " that opens the text here is not closed'),
        (['title: "a”', "b: c"], (1, 8), 2, 'for ” is none of YAML; write " in the place of ”'),
        (['title: "a]', "b: c"], (1, 8), 2, 'put " at the end of this line'),
    ],
)
def test_close_it(lines: list[str], at: tuple[int, int], before: int, told: str) -> None:
    assert told in close_it(lines, at=at, before=before)


def test_swallowed_line() -> None:
    lines = ['title: "a', "said: b", "#c", "# d", "claims: e"]
    assert swallowed_line(lines, first=2, last=5, names={"claims"}) == 4
    assert swallowed_line(lines[:3], first=2, last=3, names={"claims"}) == 0


def test_a_text_that_only_ends_with_a_mark() -> None:
    assert [not_opened(text) for text in ('a"', 'a "b"', 'a" b', "a'")] == [True, False, False, False]
    assert 'put " before "The" as well' in open_it('The bridge"', of="title")
    assert 'put " before "bridge" as well' in open_it('bridge"', of="title")
    assert 'write " in the place of “' in open_it('“The bridge"', of="title")
    assert [p.code for p in parse('title: The bridge"\n', file="f")[2]] == ["quote-mark"]


def test_a_quote_mark_left_open_is_told_where_it_opens_wherever_the_parser_stops() -> None:
    for below in ('claims: "b"\n', "claims: b\n", "# it's\nclaims: b\n", '# a "word"\nclaims: b\n', "claims: it's\n"):
        for mark in "\"'":
            problems = parse(f"title: {mark}a\n{below}", file="f")[2]
            assert [(p.spot.line, p.spot.column, p.code) for p in problems] == [(1, 8, "quote-mark")], (below, mark)
