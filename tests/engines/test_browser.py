"""A reader's browser: asks no other host, shows notes on hover and on focus, has the passages without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.engines.readers import one_of_each_kind
from tests.engines.sites import Built, Reader, plain, quoted_in

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def a_claim(site: Built) -> tuple[str, str]:
    """Give a page of a claim and the words its first footnote quotes."""
    for name, html in site.pages().items():
        notes = Reader(html).notes
        if name.startswith("claims/") and name.count("/") == 2 and notes:
            return name.removesuffix("index.html"), next(quoted_in(notes[0]))
    raise AssertionError("no claim has a page")


def shown_note(page: Page) -> str:
    """Give the words of the note a reader sees."""
    note = page.locator(".fs-note")
    note.wait_for(state="visible", timeout=5000)
    return plain(note.inner_text())


def test_no_page_asks_another_host_or_complains(browser: Browser, address: str, site: Built) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    kinds = one_of_each_kind(site)
    for name in kinds:
        page.goto(address + name, wait_until="networkidle")
    page.close()
    assert len(kinds) > 5
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


@pytest.mark.parametrize("by", ["hover", "keyboard focus"])
def test_footnote_shows_the_words_of_the_source(browser: Browser, address: str, site: Built, by: str) -> None:
    name, words = a_claim(site)
    page = browser.new_page()
    page.goto(address + name, wait_until="networkidle")
    reference = page.locator("a.footnote-ref").first
    if by == "hover":
        reference.hover()
    else:
        # The key press before it makes the browser treat the focus as one from the keyboard.
        page.keyboard.press("Tab")
        reference.focus()
    assert plain(words) in shown_note(page)
    page.close()


def test_passages_stand_as_text_without_script(browser: Browser, address: str, site: Built) -> None:
    name, words = a_claim(site)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + name)
    note = page.locator(".footnote li").first
    assert note.is_visible()
    assert plain(words) in plain(note.inner_text())
    context.close()


def test_who_says_what_is_cards_on_a_phone_and_a_table_on_a_desk_without_script(
    browser: Browser, address: str, site: Built
) -> None:
    assert "who-says-what/index.html" in site.pages()
    shown: dict[int, str] = {}
    for width in (390, 1280):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{address}who-says-what/")
        cell = page.locator(".fs-matrix td").first
        # The browser reads styles for us even where the page's own scripts are off.
        shown[width] = str(cell.evaluate("cell => getComputedStyle(cell).display"))
        label = str(cell.evaluate("cell => getComputedStyle(cell, '::before').content"))
        assert (str(cell.get_attribute("data-label")) in label or "attr(" in label) == (width == 390)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()
    assert shown == {390: "grid", 1280: "table-cell"}
