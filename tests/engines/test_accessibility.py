"""What keeps nobody out: axe finds nothing on any kind of page, keys reach everything, narrow pages lose nothing.

One page of every kind and the page for a wrong address, in chromium. The dark scheme changes colours only, so there
only the rules that look at colours are asked again.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.engines.readers import one_of_each_kind, served
from tests.engines.sites import Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
LOOKED_AT_SHORTENED = [*COLOURS, "target-size"]
"""Rules that take seconds on long pages; they are asked of pages whose rows of alike things are cut to two."""
SHORTEN = """() => {
  const like = one =>
    [...new Set([one, ...one.querySelectorAll("*")].map(inner => inner.tagName + inner.className))].join();
  for (const parent of document.querySelectorAll("main *, main")) {
    const seen = new Map();
    for (const one of [...parent.children]) {
      const kind = like(one), many = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, many);
      if (many > 2 && !one.querySelector(".fs-note, svg") && !one.closest("svg")) one.remove();
    }
  }
}"""
FIND = """only => axe.run(document, {...only, resultTypes: ["violations"], elementRef: false})
  .then(found => found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""
Scheme = Literal["light", "dark"]
LOOKS: list[tuple[int, Scheme]] = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
WIDE, NARROW = 1280, 360


@contextlib.contextmanager
def page_of(browser: Browser, width: int, scheme: Scheme = "light", **more: Any) -> Iterator[Page]:
    """Open a window of a width and scheme, without motion, with axe at hand."""
    look: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
    context = browser.new_context(**{**look, "color_scheme": scheme, **more})
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def violations(page: Page, scheme: Scheme = "light", *, whole: bool = False) -> list[str]:
    """Give everything axe finds on the page as it is shown now, shortened: at once, or `whole`, for slow rules only."""
    found = []
    if not whole:
        page.evaluate(SHORTEN)
    if scheme == "light":
        off = {rule: {"enabled": False} for rule in LOOKED_AT_SHORTENED}
        found += page.evaluate(FIND, {"runOnly": {"type": "tag", "values": TAGS}, "rules": off})
    page.evaluate(SHORTEN)
    rules = LOOKED_AT_SHORTENED if scheme == "light" else COLOURS
    # Where a note is shown, it parts a number from the sentence it stands in, and axe takes the number for one of no
    # sentence. Numbers are looked at without a note as well.
    beside = page.locator(".fs-note").count() > 0
    if beside:
        rules = [rule for rule in rules if rule != "target-size"]
        note = FIND.replace("document", "'.fs-note'")
        found += page.evaluate(note, {"runOnly": {"type": "rule", "values": ["target-size"]}})
    found += page.evaluate(FIND, {"runOnly": {"type": "rule", "values": rules}})
    return [f"{page.url}: {one}" for one in found]


def kinds(site: Built) -> list[str]:
    return [*one_of_each_kind(site), a_crowded_table(site), "404.html"]


def a_crowded_table(site: Built) -> str:
    """Give a question's page on which two numbers of notes stand side by side in a cell, beside nothing but a link."""
    crowded = re.compile(r"<td[^<>]*><a [^<>]*>[^<]*</a><sup[^<>]*>.{0,300}?</sup><sup")
    for name, html in site.pages().items():
        if name.startswith("questions/") and crowded.search(html):
            return name.removesuffix("index.html")
    raise AssertionError("no question has two notes side by side in a cell")


def a_claim(site: Built) -> str:
    """Give a claim's page with notes and with accounts that differ."""
    for name, html in site.pages().items():
        differs = "footnote-ref" in html and 'id="where-accounts-differ"' in html
        if name.startswith("claims/") and name.count("/") == 2 and differs:
            return name.removesuffix("index.html")
    raise AssertionError("no claim's page tells of accounts that differ")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, address: str, site: Built, width: int, scheme: Scheme
) -> None:
    """Look at each kind of page in both widths and both schemes: wide and light, narrow and dark, or the other way."""
    found = []
    with page_of(browser, width, scheme) as page:
        for name in kinds(site)[(width == WIDE) == (scheme == "light") :: 2]:
            page.goto(address + name)
            assert page.evaluate("document.body.dataset.mdColorScheme") == ("default" if scheme == "light" else "slate")
            found += violations(page, scheme, whole=width == WIDE)
    assert found == []


REVISED = (
    "corrections/", "claims/", "claims/bridge-shut/", "claims/bridge-closed/", "claims/first-crossing/",
    "claims/nobody-told/", "claims/closure-weeks/", "actors/ivo-tamm/", "background/ferry-told/", "sources/courier/",
)  # fmt: skip
"""Pages that tell of corrections, second readers, old ids and withheld words."""


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_where_something_was_revised(
    browser: Browser, revised_site: Built, width: int, scheme: Scheme
) -> None:
    found = []
    with served(revised_site.folder) as where, page_of(browser, width, scheme) as page:
        for name in REVISED:
            page.goto(where + name)
            found += violations(page, scheme, whole=width == WIDE)
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_in_the_guide(browser: Browser, guide: Built, width: int, scheme: Scheme) -> None:
    found = []
    with served(guide.folder) as where, page_of(browser, width, scheme) as page:
        for name in guide.pages():
            page.goto(where + name.removesuffix("index.html"))
            found += violations(page, scheme, whole=width == WIDE)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over == 0, f"{name} is wider than the window"
    assert found == []


def show_search(page: Page) -> None:
    if page.viewport_size and page.viewport_size["width"] < 960:
        page.locator(".md-header .fs-opens__search").click()
    page.locator(".md-search__input").click()
    page.keyboard.type("agreement", delay=5)
    page.locator(".md-search-result__item").first.wait_for(timeout=10000)


def show_drawer(page: Page) -> None:
    page.locator(".md-header .fs-opens__drawer").click()
    page.locator(".md-nav--primary .md-nav__link:visible").first.wait_for()
    # In a closed part of the navigation there is nothing to see; the first is opened.
    nested = page.locator(".md-nav--primary label.md-nav__link[for^=__nav_]:visible")
    if nested.count():
        nested.first.click()


def show_note(page: Page) -> None:
    page.locator("a.footnote-ref").first.hover()
    page.locator(".fs-note").wait_for(timeout=5000)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("show", [show_search, show_drawer, show_note])
def test_axe_finds_nothing_in_what_opens(
    browser: Browser, address: str, site: Built, look: tuple[int, Scheme], show: Any
) -> None:
    width, scheme = look
    if show is show_drawer and width == WIDE:
        width = 1000  # wide windows show the navigation anyway
    found = []
    with page_of(browser, width, scheme) as page:
        for name in ("", a_claim(site))[-1 if scheme == "dark" else 0 :]:
            page.goto(address + name)
            show(page)
            found += violations(page, scheme)
    assert found == []


STOP = """() => {
  const on = document.activeElement;
  if (!on || on === document.body) return null;
  (window.reached ??= new Set()).add(on);
  const seen = [on, ...(on.labels ?? []), on.nextElementSibling].filter(Boolean).filter(one => {
    const {width, height, top, left, right, bottom} = one.getBoundingClientRect();
    const shown = one.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const inside = top < innerHeight && left < innerWidth && bottom > 0 && right > 0;
    return shown && inside && width > 2 && height > 2;
  });
  const ringed = seen.some(one => {
    const style = getComputedStyle(one);
    return style.boxShadow !== "none" || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  });
  const part = [".md-skip", ".md-header", ".md-tabs", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-content",
    ".md-top", ".md-footer, .fs-beside"].findIndex(where => on.closest(where));
  return {name: on.outerHTML.slice(0, 160), seen: seen.length > 0, ringed, part};
}"""
PASSED_OVER = """() => [...document.querySelectorAll(":is(a[href], button, select, input, summary, [tabindex='0'])")]
  .filter(one => !reached.has(one) && one.tabIndex >= 0 && !one.matches("[type=radio]")
    && one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && one.getClientRects().length)
  .map(one => one.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_keys_reach_everything_in_order_and_the_focus_shows(
    browser: Browser, address: str, site: Built, width: int
) -> None:
    with page_of(browser, width) as page:
        for name in (a_claim(site), "method/", "data/", "404.html"):
            page.goto(address + name)
            stops = []
            for _ in range(400):
                page.keyboard.press("Tab")
                stop = page.evaluate(STOP)
                if stop is None:
                    break
                if not stop["seen"]:  # what opens on focus takes a moment
                    page.wait_for_timeout(100)
                    stop = page.evaluate(STOP)
                stops.append(stop)
            assert [stop["name"] for stop in stops if not stop["seen"]] == [], name
            assert [stop["name"] for stop in stops if not stop["ringed"]] == [], name
            parts = [stop["part"] for stop in stops]
            assert parts == sorted(parts), name
            assert page.evaluate(PASSED_OVER) == [], name


def test_keys_open_and_close_the_navigation(browser: Browser, address: str) -> None:
    with page_of(browser, NARROW) as page:
        page.goto(address)
        button = page.locator(".md-header .fs-opens__drawer")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.closest('.md-nav--primary') !== null")
        page.locator(".md-nav--primary .md-nav__toggle[id^=__nav_]").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        inside = page.evaluate(STOP)
        assert inside["seen"]
        assert inside["ringed"]
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.matches('.fs-opens__drawer')")


MOVES = """() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].flatMap(part => {
  const style = getComputedStyle(one, part || null);
  const times = [style.transitionDuration, style.transitionDelay, style.animationDuration].join().split(",");
  const moves = times.some(time => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
  return moves ? [one.outerHTML.slice(0, 120)] : [];
}))"""


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, address: str, site: Built) -> None:
    with page_of(browser, NARROW) as page:
        for name in ("", a_claim(site), "timeline/"):
            page.goto(address + name)
            assert page.evaluate(MOVES) == []
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVES) != []


CUT = """() => {
  const scrolls = one => one && one !== document.body &&
    (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const lost = [...document.querySelectorAll("main *, footer *")].filter(one => {
    if (!one.checkVisibility({visibilityProperty: true})) return false;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (box.width <= 1 || box.height <= 1 || one.closest(".md-sidebar, svg, .fs-said, thead, [popover]")) return false;
    const beyond = (box.right > innerWidth + 1 || box.left < -1) && style.position !== "absolute";
    const cut = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    // The target of a note's number is wider than the number.
    return beyond && !scrolls(one.parentElement) && !one.matches("a.footnote-ref") || cut && style.display !== "inline";
  });
  const wide = document.documentElement.scrollWidth;
  const across = wide > innerWidth ? [`the page is ${wide} wide`] : [];
  return [...across, ...lost.map(one => one.outerHTML.slice(0, 160))];
}"""


@pytest.mark.parametrize(
    ("width", "scale"), [(320, 1), (640, 2)], ids=["320 pixels wide", "1280 pixels wide at 200 per cent"]
)
def test_narrow_and_enlarged_pages_lose_nothing(
    browser: Browser, address: str, site: Built, width: int, scale: int
) -> None:
    lost = []
    with page_of(browser, width, device_scale_factor=scale) as page:
        for name in kinds(site):
            page.goto(address + name)
            lost += [f"{name}: {one}" for one in page.evaluate(CUT)]
    assert lost == []


MARKS = """() => [...document.querySelectorAll(".fs-status, .fs-reading, .fs-accounts, .md-typeset mark, .fs-differs")]
  .filter(one => one.checkVisibility()).map(one => {
    const style = getComputedStyle(one);
    const before = getComputedStyle(one, "::before");
    return {
      name: one.outerHTML.slice(0, 120), words: one.textContent.trim(), colour: style.color,
      ground: style.backgroundColor, page: getComputedStyle(document.body).backgroundColor,
      line: style.textDecorationLine, sign: one.matches(".fs-status, .fs-reading") ? before.content : "none needed",
      mark: one.matches("mark"),
    };
  })"""


def test_forced_colours_hide_no_mark(browser: Browser, address: str, site: Built) -> None:
    seen = 0
    with page_of(browser, WIDE, forced_colors="active") as page:
        for name in ("", a_claim(site), "claims/"):
            page.goto(address + name)
            for mark in page.evaluate(MARKS):
                seen += 1
                assert mark["words"], mark
                assert mark["sign"] not in ("none", "normal", '""'), mark
                assert mark["colour"] != mark["ground"], mark
                assert not mark["mark"] or mark["ground"] != mark["page"] or "underline" in mark["line"], mark
    assert seen > 20
