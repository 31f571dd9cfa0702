"""The policy of a page: first in its head, with the theme's scripts and no other, and easy to extend."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mending.pages import mend, without_effect
from generator.mending.policy import DISK, POLICY, extended, readable, with_policy

THEME = importlib.util.find_spec("material")
assert THEME
assert THEME.origin
TEMPLATES = Path(THEME.origin).parent / "templates" / "partials" / "javascripts"
SCOPE = re.search(r"<script>(.*?)</script>", (TEMPLATES / "base.html").read_text(encoding="utf-8"))
assert SCOPE
AT_TWO = re.sub(r'URL\("[^"]*"', 'URL("../.."', SCOPE[1])
"""The theme's first script, as it stands on a page two folders deep."""
PAGE = (
    f'<!doctype html><html>\n<head>\n  <meta charset="utf-8">\n<script>{AT_TWO}</script></head><body>BODY</body></html>'
)


def policy_of(html: str) -> dict[str, list[str]]:
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert len(found) == 1
    return {name: sources for name, *sources in (part.split() for part in found[0].split("; "))}


def source(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_it_stands_first_in_the_head_after_the_charset() -> None:
    html, refused = with_policy(PAGE, POLICY)
    assert refused == ()
    assert re.search(r'<head>\s*<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"', html)
    assert policy_of(html) == {**{name: list(sources) for name, sources in POLICY.items()},
                               "script-src": ["'self'", source(AT_TWO)]}  # fmt: skip


@pytest.mark.parametrize("head", ["<head>", '<head class="x">', "<head>\n\n<title>x</title>"])
def test_a_page_without_a_charset_gets_it_as_well(head: str) -> None:
    assert f"{head[: head.index('>') + 1]}\n<meta http-equiv" in with_policy(f"<html>{head}</head></html>", POLICY)[0]


def test_every_script_of_the_theme_is_known() -> None:
    """A new version of the theme may bring others: then change generator/mending/policy.py with it."""
    for name in ("base", "palette", "content", "announce", "consent"):
        for script in re.findall(r"<script>(.*?)</script>", (TEMPLATES / f"{name}.html").read_text(encoding="utf-8")):
            html, refused = with_policy(PAGE.replace("BODY", f"<script>{script}</script>"), POLICY)
            assert refused == ()
            assert source(script) in policy_of(html)["script-src"]


@pytest.mark.parametrize(
    "script",
    ["alert(1)", f"{AT_TWO};alert(1)", AT_TWO.replace("localStorage", "sessionStorage"),
     AT_TWO.replace('"../.."', '"../..",alert(1),"'), ""],
)  # fmt: skip
def test_a_script_that_a_text_brought_along_does_not_run(script: str) -> None:
    for page in (
        PAGE.replace("BODY", f"<script>{script}</script>"),
        PAGE.replace("</head>", f"<script>{script}</script></head>"),
    ):
        html, refused = with_policy(page, POLICY)
        assert policy_of(html)["script-src"] == ["'self'", source(AT_TWO)]
        assert [source(script) in one for one in refused] == [True]
        assert "Content-Security-Policy" in without_effect(refused[0], "a.html")


def test_a_publisher_may_list_a_script() -> None:
    page = PAGE.replace("BODY", "<script>x()</script>")
    html, refused = with_policy(page, extended(POLICY, {"script-src": [source("x()")]}))
    assert refused == ()
    assert source("x()") in policy_of(html)["script-src"]


@pytest.mark.parametrize("tag", ['<script type="application/ld+json">{}</script>', '<script src="a.js"></script>',
                                 '<script id="__config" type="application/json">{}</script>'])  # fmt: skip
def test_data_and_files_need_no_hash(tag: str) -> None:
    html, refused = with_policy(PAGE.replace("BODY", tag), POLICY)
    assert (len(policy_of(html)["script-src"]), refused) == (2, ())


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        ('<p style="color: red">x</p>', ("the attribute style=",)),
        ('<img src="x" onerror="f()" onload=f()>', ("the attribute onerror=", "the attribute onload=")),
        ('<a href="javascript:f()">x</a>', ("an address that begins javascript:",)),
        ("<style>p {}</style>", ("a <style> element",)),
        ('<p title="style=x onclick= javascript:">a style="x" onclick="f()" javascript: </p>', ()),
    ],
)
def test_what_cannot_act_is_named(piece: str, told: tuple[str, ...]) -> None:
    assert with_policy(PAGE.replace("BODY", piece), POLICY)[1] == told
    assert mend(PAGE.replace("BODY", piece)).refused == told
    assert mend(PAGE.replace("BODY", piece), policy=None).refused == ()


def test_a_page_keeps_the_policy_it_has_and_a_piece_gets_none() -> None:
    once = with_policy(PAGE, POLICY)[0]
    assert with_policy(once, extended(POLICY, DISK)) == (once, ())
    assert with_policy("<p>x</p>", POLICY) == ("<p>x</p>", ())
    quoted = PAGE.replace("BODY", '<meta http-equiv="Content-Security-Policy" content="">')
    assert with_policy(quoted, POLICY)[0].count("http-equiv") == 2


def test_parts_are_added_once_and_none_gives_way() -> None:
    more = extended(POLICY, {"script-src": ["'wasm-unsafe-eval'", "'self'"], "form-action": ["https://a.example"]})
    assert more["script-src"] == ("'self'", "'wasm-unsafe-eval'")
    assert more["form-action"] == ("https://a.example",)
    assert extended(POLICY, {"font-src": ["'self'"]})["font-src"] == ("'self'",)
    assert extended(POLICY, {}) == dict(POLICY)


@pytest.mark.parametrize(
    ("setting", "fits"),
    [({}, True), ({"img-src": ["https://a.example", "blob:"]}, True), ([], False), (True, False),
     ({"img-src": "x"}, False), ({1: ["x"]}, False), ({"img-src": [1]}, False), ({"img-src": ["a;b"]}, False),
     ({"img-src": ['"><script>']}, False),
     ({"img-src": ["a b"]}, False), ({"img src": ["x"]}, False), ({"": ["x"]}, False), ({"x-y": [""]}, False)],
)  # fmt: skip
def test_a_setting_is_a_list_of_sources_for_each_directive(setting: object, fits: bool) -> None:
    assert readable(setting) is fits


@given(
    st.lists(
        st.sampled_from(
            ["<head>", "</head>", "<script>", "</script>", "<script ", "x", '<meta charset="u">', "<p style="]
        )
    )
)
def test_torn_pages_lose_nothing(pieces: list[str]) -> None:
    page = "".join(pieces)
    html = mend(page).html
    assert (
        re.sub(r'\n<meta http-equiv="Content-Security-Policy"[^<>]*>', "", html, count=1)
        == mend(page, policy=None).html
    )
    assert mend(html).html == html


@pytest.mark.parametrize(
    "piece", ["<head>", "<script>", "<script", "<head><script>x</script", "<p style=", "<p on", '<p a="']
)
def test_time_grows_with_the_page_only(piece: str) -> None:
    def seconds(times: int) -> float:
        page = f"<head>{piece * times}"
        started = time.process_time()
        with_policy(page, POLICY)
        return time.process_time() - started

    assert seconds(40_000) < 10 * max(seconds(10_000), 0.02)
