"""The guide's own site: strict and clean, in the same look, loading nothing from elsewhere, no link leading nowhere."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser

from generator.overlay import LOOK
from tests.engines.readers import served
from tests.engines.sites import ROOT, Built, Reader, links_to

pytestmark = pytest.mark.engine

HERE = "https://a.example/sheet/"


def test_strict_build_is_clean_and_has_every_page(guide: Built) -> None:
    assert not re.search(r"\b(WARNING|ERROR)\b", guide.output), guide.output
    written = {path.stem for path in (ROOT / "docs" / "guide").glob("*.md")}
    nav = load_config(str(ROOT / "guide.yml")).nav or []
    listed = {page.removesuffix(".md") for item in nav for page in item.values()}
    assert written == listed
    assert {f"{name}/index.html".replace("index/", "") for name in written} | {"404.html"} == guide.pages().keys()


def test_nothing_is_loaded_from_another_host(guide: Built) -> None:
    loads = {load for html in guide.pages().values() for load in Reader(html).loads}
    assert loads
    assert [load for load in loads if re.match(r"(https?:)?//", load)] == []


def test_every_link_and_anchor_leads_somewhere(guide: Built) -> None:
    files = guide.files().keys()
    pages = {name: Reader(html) for name, html in guide.pages().items()}
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        back = {link for link in page.links if urljoin(f"{HERE}guide/{name}", link) == HERE}
        assert len(back) == 1, f"{name} does not lead back to the fact sheet"
        for link in {*page.links, *page.loads} - back:
            target = links_to(name, link)
            if target and (target[0] not in files or (target[1] and target[1] not in pages[target[0]].ids)):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_it_has_the_look_and_asks_for_nothing_that_a_fact_sheet_alone_has(guide: Built) -> None:
    html = guide.pages()["fields/index.html"]
    assert guide.files()["assets/factsheet.css"] == (LOOK / "assets" / "factsheet.css").read_bytes()
    assert "../assets/factsheet.css" in Reader(html).loads
    assert "touch-icon" not in html
    assert "claims/" not in guide.pages()["404.html"]


def test_blocks_inside_lists_stay_inside(guide: Built) -> None:
    steps = re.findall(r"<ol>(.*?)</ol>", guide.pages()["writing-facts/index.html"], re.DOTALL)
    assert steps[0].count("<li>") == 9
    assert "<pre" in steps[0]


@pytest.mark.browser
def test_its_search_finds_a_field_and_misses_no_file(browser: Browser, guide: Built) -> None:
    page = browser.new_page()
    missed: list[str] = []
    page.on("response", lambda answer: missed.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: missed.append(message.text) if message.type == "error" else None)
    with served(guide.folder) as address:
        page.goto(address)
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("quotation_limit")
        page.locator(".md-search-result__link", has_text="facts/dossier.yml").first.click()
        page.wait_for_url("**/fields/**")
    page.close()
    assert missed == []
