"""Copy buttons: the very text on the clipboard, said aloud, and a way out where the browser refuses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.engines.sites import Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def citing(site: Built) -> str:
    """Give a page that has something to copy."""
    return next(name.removesuffix("index.html") for name, html in site.pages().items()
                if name.startswith("claims/") and 'class="fs-copy"' in html)  # fmt: skip


def opened_at(page: Page, where: str) -> None:
    """Go where the citations are and unfold them."""
    page.set_default_timeout(5000)
    page.goto(where, wait_until="domcontentloaded")
    page.locator("details.fs-cite > summary").click()


def copy_each(page: Page) -> list[tuple[str, str]]:
    """Press every button; give each text that was to be copied, with what the clipboard then held."""
    found = []
    for block in page.locator(".fs-copy").all():
        label = block.get_attribute("data-label")
        page.get_by_role("button", name=f"Copy {label}", exact=True).click()
        expect(page.locator(".fs-said")).to_have_text(f"Copied {label}")
        expect(page.locator(".fs-copy + button", has_text="Copied").first).to_be_visible()
        found.append((str(block.evaluate("e => e.textContent")), str(page.evaluate("navigator.clipboard.readText()"))))
    return found


def test_each_button_copies_the_very_text_and_says_so(browser: Browser, address: str, citing: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened_at(page, address + citing)
    found = copy_each(page)
    context.close()
    assert len(found) > 3
    assert [pair for pair in found if pair[0] != pair[1] or not pair[0]] == []


def test_it_copies_without_the_clipboard_interface_too(browser: Browser, address: str, citing: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Clipboard.prototype.writeText")
    opened_at(page, address + citing)
    assert page.evaluate("navigator.clipboard.writeText") is None
    found = copy_each(page)
    context.close()
    assert [pair for pair in found if pair[0] != pair[1] or not pair[0]] == []


def test_where_nothing_works_the_text_is_selected_for_a_key(browser: Browser, address: str, citing: str) -> None:
    page = browser.new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.add_init_script("document.execCommand = () => false")
    opened_at(page, address + citing)
    page.locator(".fs-copy + button").first.click()
    expect(page.locator(".fs-copy + button").first).to_have_text("Press Ctrl+C")
    expect(page.locator(".fs-said")).to_contain_text("Press Ctrl+C")
    assert page.evaluate("getSelection().toString()") == page.locator(".fs-copy").first.inner_text()
    page.close()


def test_without_script_there_is_no_button(browser: Browser, address: str, citing: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    opened_at(page, address + citing)
    assert page.locator(".fs-copy").count() > 3
    assert page.locator(".fs-copy + button").count() == 0
    context.close()
