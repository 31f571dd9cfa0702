"""Text in GitHub's Markdown: whatever it is, a reader sees the text and nothing else, and plain text stays plain."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marko.ext.gfm import gfm

from generator.reviewing.github_markdown import as_it_is

SIGNS = st.text(st.sampled_from("ab1 \\`*_{}[]<>()#+-!|~&@:$=^;/.,w\"'"))
WORDS = st.sampled_from((
    "http://a.b", "www.a.de", "<script>", "a@b.de", "&amp;", "[x](y)", "![x](y)", "**x**", "~~x~~", "`x`", "1. x",
    "- x", "# x", "> x", "---", "[ ] x", "<!--", "$x$", "\\", "__x__", "https://", "ftp://x", "</del>", "[^1]",
    "<a@b.de>", " ",
))  # fmt: skip


@given(st.one_of(st.text(st.characters(exclude_characters="\0")), SIGNS, st.lists(WORDS).map("".join)))
@example("a\\")
@example("- 1) x")
@settings(max_examples=500)
@example("mailto:a@b.de")
def test_a_reader_sees_the_text(text: str) -> None:
    line = " ".join(text.split())
    shown = gfm(f"- {as_it_is(line)} <ins>{as_it_is(line)}</ins>.\n")
    bare = shown.replace("<span>", "").replace("</span>", "")
    assert html.unescape(bare).strip() == f"<ul>\n<li>{line} <ins>{line}</ins>.</li>\n</ul>".replace("<li> ", "<li>")
    assert set(re.findall(r"</?(\w+)", bare)) == {"ul", "li", "ins"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Over 1,200 (both sides) - said Ann_Bell: “yes!”", "Over 1,200 (both sides) - said Ann_Bell: “yes!”"),
        ("2025-06-02: at 12:30, a & b | c = {d}", "2025-06-02: at 12:30, a & b | c = {d}"),
        ("@ann #12 :tada: $x$", "<span>@</span>ann <span>#</span>12 <span>:</span>tada: <span>$</span>x<span>$</span>"),
        ("https://a.example www.a.example", r"https\://a.example www\.a.example"),
        ("- a\n- b", r"\- a - b"),
        ("1. a", r"1\. a"),
    ],
)
def test_only_what_marks_up_is_escaped(text: str, written: str) -> None:
    assert as_it_is(text) == written
