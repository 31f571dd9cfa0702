"""The timeline in a reader's browser: the strip leads to its days by keyboard, nothing overlaps, nothing is cut."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from tests.engines.sites import Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

SVG = "{http://www.w3.org/2000/svg}"
PAGES = ("timeline/", "")
SHOWN = ".fs-strip svg[role=group]:visible"

BOXES = """svg => [...svg.querySelectorAll('text')].map(text => {
  const box = text.getBBox();
  return [text.textContent, box.x, box.y, box.width, box.height];
})"""


def drawings(html: str) -> list[ET.Element]:
    """Read the strip's drawings as XML."""
    found = re.findall(r"<svg class=\"fs-strip-(?:wide|tall)\".*?</svg>", html, re.DOTALL)
    named = [svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) for svg in found]
    return [ET.fromstring(svg) for svg in named]  # noqa: S314  # made by this project


def opened_at(browser: Browser, where: str, *, width: int) -> Page:
    """Open a page without script, in a window of this width."""
    page = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900}).new_page()
    page.goto(where)
    return page


def test_strip_is_well_formed_and_leads_to_the_days_of_its_page(site: Built, zensical: Built) -> None:
    for built in (site, zensical):
        for name in ("timeline/index.html", "index.html"):
            html = built.pages()[name]
            ids = re.findall(r'\bid="([^"]+)"', html)
            assert len(ids) == len(set(ids))
            tall = drawings(html)[-1]
            days = [id_ for id_ in ids if re.fullmatch(r"d-\d{4}[a-z0-9-]*|d-[a-z]+-.*", id_)]
            leads = [str(link.get("href")) for link in tall.iter(f"{SVG}a")]
            assert leads
            assert set(leads) <= {f"#{id_}" for id_ in days}
            if name == "timeline/index.html":
                assert leads == [f"#{id_}" for id_ in re.findall(r'<h2 id="(d-[^"]+)"', html)]
            assert tall.get("role") == "group"
            assert tall.find(f"{SVG}title") is not None
            assert " style=" not in ET.tostring(tall, encoding="unicode")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_words_of_the_strip_overlap_nowhere_and_fit(browser: Browser, address: str, width: int) -> None:
    for name in PAGES:
        page = opened_at(browser, address + name, width=width)
        strip = page.locator(SHOWN)
        assert strip.count() == 1
        boxes = strip.evaluate(BOXES)
        frame = strip.evaluate("svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]")
        assert len(boxes) > 5
        for text, x, y, wide, high in boxes:
            assert min(x, y, frame[0] - x - wide, frame[1] - y - high) >= 0, text
        for (one, x, y, wide, _), (other, x2, y2, wide2, _) in combinations(boxes, 2):
            # A line of text is taller than its letters; 12 units are the letters of the smallest.
            assert x + wide <= x2 or x2 + wide2 <= x or abs(y - y2) >= 12, (one, other)
        for part in (strip, page.locator(".fs-strip figcaption")):
            box = part.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        size = strip.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width * 12")
        assert size >= 10, "letters too small to read"
        page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_keys_reach_the_dates_in_order_and_lead_to_the_days(browser: Browser, address: str, width: int) -> None:
    page = opened_at(browser, f"{address}timeline/", width=width)
    strip = page.locator(SHOWN)
    wanted = strip.evaluate("svg => [...svg.querySelectorAll('a')].map(link => link.getAttribute('href'))")
    focused = "document.activeElement.getAttribute('href')"
    strip.locator("a").first.focus()
    found = [page.evaluate(focused)]
    for _ in wanted[1:]:
        page.keyboard.press("Tab")
        found.append(page.evaluate(focused))
    assert found == wanted
    ring = page.evaluate("getComputedStyle(document.activeElement.querySelector('.fs-strip-hit')).strokeWidth")
    assert ring == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/timeline/{wanted[-1]}")
    top = page.locator(f"h2{wanted[-1]}").bounding_box()
    assert top
    assert 0 <= top["y"] < 900
    page.context.close()


def test_dates_of_the_strip_are_large_enough_to_touch(browser: Browser, address: str) -> None:
    page = opened_at(browser, f"{address}timeline/", width=320)
    for link in page.locator(f"{SHOWN} a").all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    page.context.close()


def test_folded_statements_are_open_in_print(browser: Browser, address: str) -> None:
    page = opened_at(browser, f"{address}timeline/", width=1280)
    folded = page.locator("details.fs-more li").first
    assert folded.bounding_box() is None or not folded.is_visible()
    page.emulate_media(media="print")
    box = folded.bounding_box()
    assert box
    assert box["height"] > 10
    page.context.close()
