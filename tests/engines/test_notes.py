"""Notes at hand: the words of the source on hover, keyboard focus and tap, within the window, and away again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.engines.sites import plain

pytestmark = [pytest.mark.browser, pytest.mark.engine]

FULL_OF_NOTES = "agreements/istanbul-agreement/"
WIDTHS = [1280, 390, 320]


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """Give one window of a desk, one of a phone with a touch screen, and one without script."""
    made = {
        "desk": browser.new_context(reduced_motion="reduce"),
        "phone": browser.new_context(reduced_motion="reduce", has_touch=True, is_mobile=True),
        "plain": browser.new_context(java_script_enabled=False),
    }
    for context in made.values():
        context.set_default_timeout(5000)
    yield made
    for context in made.values():
        context.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(contexts: dict[str, BrowserContext], address: str) -> Iterator[Open]:
    """Give a function that opens a page in one of the windows."""
    opened: list[Page] = []

    def go(where: str = FULL_OF_NOTES, *, on: str = "desk", width: int = 1280) -> Page:
        page = contexts[on].new_page()
        opened.append(page)
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(address + where, wait_until="domcontentloaded")
        return page

    yield go
    for page in opened:
        page.close()


def numbers(page: Page) -> Locator:
    return page.locator("a.footnote-ref")


def focus_by_key(page: Page, number: Locator) -> None:
    """Focus as a key does: the press before it makes the browser take the focus for one from the keyboard."""
    page.keyboard.press("Shift")
    page.keyboard.press("Tab")
    number.focus()


def at_the_foot(number: Locator) -> str:
    """Give the words of the note at the foot of the page, without the way back."""
    return plain(
        str(
            number.evaluate("""number => {
            const note = document.getElementById(decodeURIComponent(number.hash.slice(1))).cloneNode(true)
            note.querySelectorAll('.footnote-backref').forEach(back => back.remove())
            return note.textContent
        }""")
        )
    )


def test_hover_shows_the_note_until_the_pointer_leaves_both(open_page: Open) -> None:
    page = open_page()
    number, note = numbers(page).nth(1), page.locator(".fs-note")
    number.hover()
    note.wait_for()
    assert plain(note.locator(".fs-note-words").inner_text()) == at_the_foot(number)
    expect(note).to_have_attribute("aria-label", "Note 2")
    expect(number).to_have_accessible_description(note.locator(".fs-note-words").inner_text())
    note.locator("a").first.hover()
    page.wait_for_timeout(450)
    assert note.is_visible()
    page.emulate_media(media="print")
    assert not note.is_visible()  # paper has the notes at the foot
    page.emulate_media(media="screen")
    page.locator("h1").hover()
    note.wait_for(state="detached")
    assert number.get_attribute("aria-describedby") is None


def test_focus_shows_the_note_and_its_links_come_next(open_page: Open) -> None:
    page = open_page()
    number, note = numbers(page).first, page.locator(".fs-note")
    focus_by_key(page, number)
    note.wait_for()
    page.mouse.move(5, 5)
    page.wait_for_timeout(450)
    assert note.is_visible()
    links = note.locator(".fs-note-words a")
    assert links.count() > 0
    for link in links.all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
    page.keyboard.press("Tab")
    assert "footnote-ref" in str(page.evaluate("document.activeElement.className"))
    assert plain(note.locator(".fs-note-words").inner_text()) == at_the_foot(numbers(page).nth(1))
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    target = str(links.first.evaluate("link => link.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_escape_closes_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page()
    number, note = numbers(page).first, page.locator(".fs-note")
    number.hover()
    note.wait_for()
    page.keyboard.press("Escape")
    assert note.count() == 0
    focus_by_key(page, number)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert note.count() == 0
    expect(number).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_note_stays_within_the_window_and_moves_nothing(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    before = page.evaluate("document.documentElement.scrollHeight")
    for number in numbers(page).all()[:50:20]:
        number.evaluate("number => number.scrollIntoView({block: 'center'})")  # clear of what stays at the edges
        was = number.bounding_box()
        number.hover()
        note = number.locator("xpath=following-sibling::*[contains(@class, 'fs-note')]")  # not that of one passed over
        note.wait_for()
        assert at_the_foot(number) == plain(note.locator(".fs-note-words").inner_text())
        box = note.bounding_box()
        own = number.bounding_box()
        assert box
        assert own
        assert own == was
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 640
        assert box["y"] >= own["y"] + own["height"] - 1 or box["y"] + box["height"] <= own["y"] + 1
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollHeight") == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 320])
def test_a_tap_shows_the_note_as_a_sheet_and_a_second_one_closes_it(open_page: Open, width: int) -> None:
    page = open_page(on="phone", width=width)
    here = page.url
    note = page.locator(".fs-note")
    first, second = numbers(page).nth(0), numbers(page).nth(1)
    for number in (first, second):  # they stand side by side
        number.tap()
        note.wait_for()
        assert plain(note.locator(".fs-note-words").inner_text()) == at_the_foot(number)
    assert page.url == here
    box, own = note.bounding_box(), second.bounding_box()
    assert box
    assert own
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, width, 640)
    assert own["y"] + own["height"] <= box["y"]
    second.tap()
    expect(note).to_have_count(0)
    low = numbers(page).nth(20)
    low.evaluate("number => number.scrollIntoView({block: 'end'})")  # where the sheet would cover it
    low.tap()
    box, own = note.bounding_box(), low.bounding_box()
    assert box
    assert own
    assert own["y"] + own["height"] <= box["y"]
    page.evaluate("scrollTo(0, 0)")
    page.locator("h1").tap()
    expect(note).to_have_count(0)
    first.tap()
    note.get_by_role("button", name="Close").tap()
    expect(note).to_have_count(0)
    first.tap()
    note.get_by_role("link", name="Go to note 1", exact=True).tap()
    expect(note).to_have_count(0)
    expect(page.locator(".footnote li:target")).to_be_in_viewport()


def test_numbers_are_wide_enough_for_fingers_and_do_not_push_lines_apart(open_page: Open) -> None:
    page = open_page("claims/", on="phone", width=390)
    found = page.evaluate("""() => {
        const refs = [...document.querySelectorAll('sup + sup > a.footnote-ref')].slice(0, 40)
        const hit = (x, y, ref) => document.elementFromPoint(x, y) === ref
        return refs.map(ref => {
            ref.scrollIntoView({block: 'center'})
            const {x, y, width, height} = ref.getBoundingClientRect()
            const [middle, level] = [x + width / 2, y + height / 2]
            return [width, hit(middle - 11, level, ref) && hit(middle + 11, level, ref)
                && hit(middle, level - 11, ref) && hit(middle, level + 11, ref)]
        })
    }""")
    assert len(found) > 10
    assert [width for width, _ in found if width < 24] == []
    assert [hit for _, hit in found if not hit] == []
    heights = "() => [...document.querySelectorAll('.fs-claims tbody th')].slice(0, 30).map(e => e.offsetHeight)"
    with_numbers = page.evaluate(heights)
    page.evaluate("document.querySelectorAll('a.footnote-ref').forEach(ref => { ref.style.lineHeight = '0' })")
    assert with_numbers == page.evaluate(heights)


def test_without_script_a_number_leads_to_the_note_which_stands_out(open_page: Open) -> None:
    page = open_page(on="plain")
    number = numbers(page).first
    plain_look = page.locator(".footnote li").first.evaluate("note => getComputedStyle(note).outlineStyle")
    number.click()
    target = page.locator(".footnote li:target")
    expect(target).to_be_in_viewport()
    assert page.locator(".fs-note").count() == 0
    assert plain_look == "none"
    assert target.evaluate("note => getComputedStyle(note).outlineStyle") == "solid"
