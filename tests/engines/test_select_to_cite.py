"""Select to cite, in a browser over a real server: what is selected becomes evidence that the check takes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.engines.serving import Served, serving, wait_for
from tests.engines.sites import BIN

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PANEL = ".fs-cite-here"

SELECT = """([from, to]) => {
  const text = document.querySelector(".fs-text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + node.length;
    if (at <= from && from < end) range.setStart(node, from - at);
    if (at < to && to <= end) range.setEnd(node, to - at);
    at = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
"""Selects words of the text by their places, as a mouse does: from the middle of one node to that of another."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("select")) as server:
        wait_for("the first page", lambda: "fs-text" in server.page("sources/courier/"))
        yield server


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(f"http://127.0.0.1:{served.port}/sources/courier/")
    yield opened
    context.close()


def evidence(page: Page, words: str, *, nth: int = 0) -> str:
    """Select these words of the text, wherever they begin and end in it; give what is offered for pasting."""
    whole = str(page.evaluate("document.querySelector('.fs-text').textContent"))
    at = [found.start() for found in re.finditer(re.escape(words), whole)][nth]
    page.evaluate(SELECT, [at, at + len(words)])
    expect(page.locator(PANEL)).to_be_visible()
    expect(page.locator(f"{PANEL} pre")).not_to_be_empty()
    page.wait_for_timeout(300)  # longer than the script waits for a selection to settle
    page.get_by_role("button", name="Copy the evidence").click()
    expect(page.locator(f"{PANEL} button")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_whole_text_is_shown_as_it_is_stored(page: Page, served: Served) -> None:
    stored = (served.root / "seeds/courier.txt").read_text(encoding="utf-8")
    assert page.evaluate("document.querySelector('.fs-text').textContent") == stored
    assert page.locator(".fs-text .fs-text-quoted").count() > 3
    assert "set aside" in str(page.locator(".fs-text .fs-text-aside").first.get_attribute("title"))
    assert page.evaluate("getComputedStyle(document.querySelector('.fs-text-aside')).backgroundColor") != (
        page.evaluate("getComputedStyle(document.querySelector('.fs-text-covered')).backgroundColor")
    )


def test_half_a_number_and_half_a_word_become_whole(page: Page) -> None:
    assert evidence(page, "March 202") == "      - source: courier\n        exact: >-\n          March 2025\n"
    assert "exact: >-\n          indicate that some\n" in evidence(page, "ndicate that so")


def test_words_that_stand_twice_get_a_prefix(page: Page) -> None:
    first, second = (evidence(page, "this story", nth=nth) for nth in (0, 1))
    assert 'prefix: "from"' in first
    assert 'prefix: "to"' in second
    assert "prefix" not in evidence(page, "Reports indicate")


def test_what_is_pasted_passes_the_check(page: Page, served: Served) -> None:
    """Select each passage that the facts quote from this source, and paste what is offered in its place."""
    quoted = re.compile(r"^      - source: courier\n        exact: >-\n((?: {10}\S.*\n)+)", re.MULTILINE)
    changed: dict[Path, str] = {}
    for path in sorted((served.root / "facts").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        for found in [one for one in quoted.finditer(text) if "[...]" not in one[1]]:
            changed[path] = changed.get(path, text).replace(found[0], evidence(page, " ".join(found[1].split())))
    assert len(changed) > 3
    for path, text in changed.items():  # only now: the server reloads the page when a file changes
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [str(BIN / "factsheet"), "check"], cwd=served.root, text=True, check=False, stdout=subprocess.PIPE
    )
    assert done.returncode == 0, done.stdout
    assert "no problems" in done.stdout


def test_escape_closes_what_is_offered(page: Page) -> None:
    evidence(page, "Reports indicate")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()
