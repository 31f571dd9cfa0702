"""A dossier with hostile text in every field: no page runs any of it, by escaping alone and under the policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from tests.engines.readers import one_of_each_kind, served
from tests.engines.sites import BIN, Built, once, run
from tests.engines.test_policy import NOTED, faults
from tests.hostile_dossier import MARK, hostile_dossier

pytestmark = [pytest.mark.browser, pytest.mark.engine]

LIVE = """() => [...document.querySelectorAll("*")].flatMap(one => [...one.attributes]
  .filter(({name, value}) => name.startsWith("on") || /^\\s*javascript:/i.test(value))
  .map(({name, value}) => `${one.tagName} ${name}=${value}`))"""
"""Handlers and addresses that would run, wherever a script of ours may have put them."""


@pytest.fixture(scope="module")
def hostile(shared: Path) -> Built:
    def make(out: Path) -> str:
        root = out.parent / "hostile-project"
        hostile_dossier(root)
        return run(BIN / "mkdocs", "build", "-f", root / "mkdocs.yml", "--site-dir", out)

    return once(shared, "hostile", make)


@pytest.fixture(scope="module")
def where(hostile: Built) -> Iterator[str]:
    with served(hostile.folder) as address:
        yield address


def test_every_page_holds_the_text_and_meets_its_policy(hostile: Built) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in hostile.folder.rglob("*.html")}
    assert len(pages) > 60
    assert sum(MARK in html for html in pages.values()) > len(pages) * 0.9
    wrong = {str(path): found for path, html in pages.items() if (found := faults(html, embed="/embed/" in str(path)))}
    assert wrong == {}


@pytest.mark.parametrize("alone", [True, False], ids=["escaping alone", "with the policy"])
def test_nothing_of_it_runs(browser: Browser, where: str, hostile: Built, alone: bool) -> None:
    context = browser.new_context(bypass_csp=alone, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(8000)
    context.add_init_script(NOTED)
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # The small pages name no icon, so that a browser asks for one, unless their policy forbids it.
        if message.type in {"error", "warning"} and not message.location["url"].endswith("/favicon.ico"):
            said.append(f"{message.text} {message.location}")

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    asked: list[str] = []
    context.on("console", heard)
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("dialog", refuse)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    claim = next(name.removesuffix("index.html") for name, html in hostile.pages().items()
                 if name.startswith("claims/") and "footnote-ref" in html)  # fmt: skip
    names = [*one_of_each_kind(hostile), "404.html", claim, f"{claim}embed/"]
    assert len(names) > 12
    for name in names:
        page.goto(where + name)
        uses(page)
        assert page.evaluate("window.hacked") is None, name
        assert page.evaluate(LIVE) == [], name
    searches(page, where)
    context.close()
    assert [url for url in asked if not url.startswith((where, "data:", "blob:"))] == []
    assert said == []


def uses(page: Page) -> None:
    """Show a note, unfold what is folded, and choose from a filter, where the page has them."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    note = page.locator("a.footnote-ref").first
    if note.count():
        note.hover()
        page.locator(".fs-note").wait_for(state="visible")
    for button in page.locator(".fs-copy + button").all()[:1]:
        button.click()
    for chosen in page.locator(".fs-filters select").all()[:1]:
        chosen.select_option(index=1)


def searches(page: Page, where: str) -> None:
    """Search for the word that stands in all hostile text, and open what is found."""
    page.goto(f"{where}timeline/")
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type(MARK)
    page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.evaluate(LIVE) == []
    found = page.locator(".md-search-result__item a").evaluate_all("all => all.map(one => one.href)")
    assert [address for address in found if not address.startswith(where)] == []
    page.goto(found[0])
    assert page.evaluate("window.hacked") is None
