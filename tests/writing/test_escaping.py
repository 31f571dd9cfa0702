"""Any text survives to the page literally and makes no markup, through the extensions of mkdocs.yml."""

from __future__ import annotations

import html
import re
import string
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.writing.escaping import address, attribute, content, escape, front, is_web_address, one_line
from generator.writing.jinja import tidy
from tests.site_markdown import Reader, extensions, squeezed

ROOT = Path(__file__).parents[2]
SNIPPETS = [
    "1. first", "1) first", "# head", "    code", "[^1]", "[^1]: note", "{: .x}", "{ .x }",
    "<script>alert(1)</script>", "&amp;", "&lt;", "a | b", "`code`", "``", "::: note", ":smile:", "<!-- gone -->",
    "$x$", "$$", "--8<-- \"x\"", "---", "!!! note", "??? note", "*[abbr]: x", "*em*", "**strong**", "__x__", "_y_",
    "~~del~~", "==mark==", "^sup^", "++ctrl++", "[a](javascript:alert(1))", "![a](b)", "<a@b.example>",
    "https://a.example/x_y_z", "www.a.example", "- item", "+ item", "* item", "> quote", "term\n: definition",
    "[TOC]", "\\*", "\\", "wzxhzdk:0", "klzzwxh:0001", "\u0002amp\u0003", "...", "(c)", "a  b", "x\n\ny", "\n# y",
    "=====", "<div markdown>", "</div>", "</p>", "&#42;", "&", "{{ x }}", "{% x %}", "<!--", "-->", "<![CDATA[",
    "<?php", "~~~", "```", "1986. A year", "12.5", "\u00a0x", "x\u3000", "\ufeffx", "\u202ex",
]  # fmt: skip
ATOM = st.one_of(
    st.sampled_from(SNIPPETS),
    st.text(string.punctuation + " \n1a", max_size=12),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6),
)
TEXT = st.lists(ATOM, max_size=5).map("".join)
FRAMES = {
    "paragraph": ("{}", "p"),
    "heading": ("# {}", "h1"),
    "item": ("- {}", "li"),
    "quotation": ("> “{}”", "blockquote"),
    "cell": ("| a | b |\n|---|---|\n| {} | x |", "td"),
    "emphasis": ("x *{}*{{ .c }} y", "p"),
    "link": ("[{}](claims/x.md)", "a"),
    "division": ('<div class="x" markdown>\n\n{}\n\n</div>', "p"),
    "note": ("x[^p1]\n\n[^p1]: “{}” — z", "p"),
    "inside": ("a {}{} b", "p"),
    "code": ("<code>{}</code>", "code"),
}


def render(text: str) -> str:
    names, configs = extensions()
    return markdown.markdown(text, extensions=names, extension_configs=configs)


@pytest.mark.parametrize("frame", FRAMES)
@given(text=TEXT.filter(lambda text: one_line(text) != ""))
@settings(max_examples=120, deadline=None)
@example(text="".join(SNIPPETS))
@example(text=string.punctuation)
@example(text="1. x\n2. y")
def test_any_text_survives_and_makes_no_markup(frame: str, text: str) -> None:
    pattern, _ = FRAMES[frame]
    marker = "zqz"
    shown = Reader(render(pattern.format(*[escape(text)] * pattern.count("{}"))))
    plain = Reader(render(pattern.format(*[marker] * pattern.count("{}"))))
    assert shown.tags == plain.tags
    assert shown.other == []
    assert squeezed(shown.text) == squeezed(plain.text.replace(marker, one_line(text)))


@pytest.mark.parametrize("snippet", SNIPPETS)
@pytest.mark.parametrize("frame", FRAMES)
def test_each_snippet(frame: str, snippet: str) -> None:
    pattern, _ = FRAMES[frame]
    shown = Reader(render(pattern.format(*[escape(snippet)] * pattern.count("{}"))))
    plain = Reader(render(pattern.format(*["zqz"] * pattern.count("{}"))))
    assert shown.tags == plain.tags
    assert squeezed(shown.text) == squeezed(plain.text.replace("zqz", one_line(snippet)))


@given(text=TEXT.filter(lambda text: one_line(text) != ""))
@settings(max_examples=150, deadline=None)
@example(text="".join(SNIPPETS))
@example(text="a :smile: {--gone--} b--c")
def test_any_text_survives_extensions_this_site_does_not_use(text: str) -> None:
    names, configs = extensions()
    more = ["emoji", "critic", "keys", "arithmatex", "snippets", "caret", "tilde", "mark", "tasklist", "progressbar"]
    names = [*names, *(f"pymdownx.{name}" for name in more), "sane_lists"]
    lines = (f"- {escape(text)}", "- z")
    shown, plain = (Reader(markdown.markdown(line, extensions=names, extension_configs=configs)) for line in lines)
    assert shown.tags == plain.tags
    assert squeezed(shown.text) == squeezed(one_line(text))


def test_plain_prose_stays_readable() -> None:
    prose = "The council said on 4 March 2025 that “at least 1,200” people (of 3.5 million) use it, well-known."
    assert escape(prose) == prose


def test_the_test_can_fail() -> None:
    assert Reader(render("*x*")).tags != Reader(render("x")).tags


@given(text=TEXT)
@settings(max_examples=200, deadline=None)
def test_front_matter_is_read_back_and_makes_no_markup(text: str) -> None:
    value = yaml.safe_load(f"title: {front(text)}\n")["title"]
    assert not re.search(r'[<>"]', value)
    assert html.unescape(value) == one_line(text).replace("<", "‹").replace(">", "›")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//a.example", "/x", "", "http:", "https://",
     "ftp://a.example", "http://a.example/\nx", " http://a.example", "http://[", "vbscript:x", "mailto:a@b.example"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web_address(url)
    if url:
        with pytest.raises(ValueError, match="is no page of this site"):
            address(f"{url} ")


@pytest.mark.parametrize("target", ["claims/x.md", "../sources/s1.md", "index.md#scope", "#scope", "data/facts.json"])
def test_pages_are_addresses(target: str) -> None:
    assert address(target) == target


@given(tail=TEXT)
@settings(max_examples=150, deadline=None)
@example(tail="?a=1&copy=2&lt;b*c*_d_(e)[f]<g>\"h'`i`")
def test_web_addresses_lead_where_they_say(tail: str) -> None:
    url = f"https://a.example/{one_line(tail)}"
    if not is_web_address(url):
        return
    shown = Reader(render(f"[x]({address(url)})"))
    assert [tag for tag, _ in shown.tags] == ["p", "a"]
    assert shown.text == "x"


@given(st.text())
def test_an_attribute_holds_exactly_the_text_on_one_line(text: str) -> None:
    told = attribute(text)
    assert not set(told) & set("<>\"'\n")
    assert html.unescape(told) == one_line(text)


RAW = """# Title

x[^p1]

<details class="x" id="y">
<summary>{0}</summary>
<p class="z"><em>{0}</em> {0}</p>
<pre>{1}</pre>
</details>

[^p1]: note
"""


@given(TEXT, st.lists(TEXT, min_size=1, max_size=3))
@example("a", ["ER  - ", "", "  indented", "[^p1]: x", "```", "</pre>", "| a |"])
@settings(max_examples=150)
def test_text_in_raw_html_stays_as_it_is_line_by_line(text: str, lines: list[str]) -> None:
    lines = [re.sub(r"\s", " ", one_line(line)) for line in lines]
    seen = Reader(render(tidy(RAW.format(content(one_line(text)), content("\n".join(["first", *lines]))))))
    plain = Reader(render(tidy(RAW.format("x", "x"))))
    assert seen.tags == plain.tags
    assert seen.other == []
    around = plain.text.split("x", 1)[1]
    shown = one_line(text)
    told = around.replace("\nx\nx x\nx\n", "\n{0}\n{0} {0}\n{1}\n")
    assert seen.text == plain.text.split("x", 1)[0] + "x" + told.format(shown, "\n".join(["first", *lines]))
