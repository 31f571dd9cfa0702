"""Citations on the built site: the same words with every engine, left out of the search, one line on paper."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
import rispy  # type: ignore[import-untyped]  # it ships no types
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser

from generator.site import build
from tests.engines.sites import ROOT, Built

pytestmark = pytest.mark.engine

LABELS = ["APA", "Chicago", "plain text", "BibTeX", "RIS"]


class Copies(HTMLParser):
    """Collect the text of everything that is there to be copied, by its label."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._open: tuple[str, str] | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "fs-copy" in (found.get("class") or "").split() and (label := found.get("data-label")) in LABELS:
            assert label not in self.texts
            self._open = (tag, label)
            self.texts[label] = ""

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0]:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[1]] += data


def cited(site: Built) -> dict[str, dict[str, str]]:
    found = {name: Copies(html).texts for name, html in site.pages().items()}
    return {name: texts for name, texts in found.items() if texts}


def test_every_page_shows_what_was_written_letter_by_letter(site: Built) -> None:
    written = {}
    for page in build(ROOT).pages:
        if texts := Copies(page.markdown).texts:
            stem = page.uri.removesuffix(".md").removesuffix("index").rstrip("/")
            written[f"{stem}/index.html" if stem else "index.html"] = texts
    built = cited(site)
    moved = {name for name, html in site.pages().items() if "This page has a new address" in html}
    assert built.keys() == site.pages().keys() - moved - {"404.html"}
    assert [*next(iter(built.values()))] == LABELS
    assert {name for name in built if built[name] != written[name]} == set()


def test_programs_read_the_entries_of_every_page(site: Built) -> None:
    keys, versions = set(), set()
    for name, texts in cited(site).items():
        library = parse_string(texts["BibTeX"])
        assert not library.failed_blocks, name
        (entry,), (reference,) = library.entries, rispy.loads(texts["RIS"])
        assert entry["title"].strip("{}") or "\\" in entry["title"], name
        assert reference["type_of_reference"] == "ELEC"
        assert entry.key == reference["id"]
        assert entry["version"] == reference["edition"]
        assert entry["date"] == reference["date"].replace("/", "-")
        keys.add(entry.key)
        versions.add(entry["version"])
    assert len(keys) == len(cited(site))
    assert versions == {json.loads(site.files()["data/facts.json"])["version"]}


def test_engines_agree_on_every_citation(site: Built, zensical: Built) -> None:
    assert cited(site) == cited(zensical)


def test_citations_stay_out_of_the_search(site: Built, zensical: Built) -> None:
    for built in (site, zensical):
        indexes = {name: file for name, file in built.files().items() if re.search(r"search[^/]*\.json$", name)}
        assert indexes
        for name, file in indexes.items():
            assert not re.search(r"@online|TY  -|Last modified [A-Z]|fs-cite|\(Version ", file.decode()), name


@pytest.mark.browser
def test_on_paper_one_line_tells_how_to_cite_and_on_the_screen_all_do(address: str, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/method/")
    assert page.locator(".fs-cite .fs-copy:visible").count() == 0
    page.locator(".fs-cite > summary").focus()
    page.keyboard.press("Enter")
    assert [item.get_attribute("data-label") for item in page.locator(".fs-cite .fs-copy:visible").all()] == LABELS
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    visible = page.locator(".fs-cite .fs-copy:visible").all()
    assert [item.get_attribute("data-label") for item in visible] == ["plain text"]
    assert page.locator(".fs-cite > summary:visible").count() == 0
    page.close()
