"""The copy of the site that opens from a disk: whole, without a server, without the network."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from generator.packing.offline import pack
from tests.engines.sites import BIN, ROOT, Built, Reader, links_to, once, plain, quoted_in, run
from tests.engines.test_policy import faults

pytestmark = [pytest.mark.browser, pytest.mark.engine]

MOMENT = 1735689600
SHOWN_BESIDE_THE_NOTES = """words => [...document.querySelectorAll("body *")].some(element =>
  element.textContent.replace(/\\s+/g, " ").includes(words) && element.checkVisibility({visibilityProperty: true})
  && !element.closest(".footnote") && !element.querySelector(".footnote"))"""
"""Whether words can be read elsewhere than in the notes at the foot of the page."""


@pytest.fixture(scope="module")
def built(shared: Path) -> Built:
    """Build with the configuration of the copy."""
    command = (BIN / "mkdocs", "build", "--strict", "--config-file", "offline.yml", "--site-dir")
    return once(shared, "offline", lambda out: run(*command, out))


@pytest.fixture(scope="module")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Pack the copy and unpack it as a reader does, into a folder whose name needs quoting in addresses."""
    folder = tmp_path_factory.mktemp("a reader's files")
    packed = pack(built.folder, folder / "site.zip", moment=MOMENT)
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder)
    return Built(folder / packed.folder, str(packed))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab that may ask nothing but files and complain of nothing."""
    opened = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("requestfailed", lambda request: said.append(f"not there: {request.url}"))
    opened.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert asked
    assert [url for url in asked if urlsplit(url).scheme not in {"file", "data", "blob", "about"}] == []
    assert said == []


def test_it_is_the_site_with_only_what_a_disk_needs() -> None:
    online, offline = load_config(str(ROOT / "mkdocs.yml")), load_config(str(ROOT / "offline.yml"))
    assert not offline.use_directory_urls
    assert [name for name in offline.plugins if name != "material/offline"] == list(online.plugins)
    assert offline.theme["features"] == online.theme["features"]
    assert [name for name in offline.theme["features"] if name.startswith("navigation.instant")] == []
    assert offline.extra_javascript == online.extra_javascript
    assert offline.extra["polyfills"] == ["assets/vendor/iframe-worker.js"]
    assert not offline.extra["offline_zip"]


def test_two_packings_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    pack(built.folder, tmp_path / "one.zip", moment=MOMENT)
    pack(built.folder, tmp_path / "two.zip", moment=MOMENT)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_it_has_every_page_and_data_file_of_the_site(site: Built, unpacked: Built) -> None:
    pages = {name.removesuffix("/index.html") + ".html" for name in site.pages() if name != "index.html"}
    indexes = {name.removesuffix(".html") + "/index.html" for name in pages}
    ours = unpacked.pages().keys()
    assert {name for name in pages if name in ours or name.removesuffix(".html") + "/index.html" in ours} == (
        pages - {"404.html.html", "404.html"}
    )
    assert len(ours) == len(site.pages()) - 1
    assert ours <= pages | indexes | {"index.html"}
    files = site.files().items()
    data = {name: content for name, content in files if name.startswith("data/") and not name.endswith(".html")}
    assert data
    assert data.items() <= unpacked.files().items()


def test_every_page_meets_its_policy_which_lets_files_beside_it_in(unpacked: Built) -> None:
    wrong = {name: found for name, html in unpacked.pages().items() if (found := faults(html, embed=False))}
    assert wrong == {}
    assert all("style-src 'self' file:;" in html for html in unpacked.pages().values())


def test_every_link_leads_to_a_file_beside_it(unpacked: Built) -> None:
    files = unpacked.files().keys()
    pages = {name: Reader(text) for name, text in unpacked.pages().items()}
    broken = []
    for name, read in pages.items():
        for link in {*read.links, *read.loads}:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            file, fragment = links_to(name, link) or ("", "")
            to_a_file = not urlsplit(link).path.endswith("/") and not link.startswith("/") and file in files
            if not to_a_file or (fragment and file in pages and fragment not in pages[file].ids):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_nothing_tells_of_an_address_or_of_the_zip(unpacked: Built) -> None:
    for name, text in unpacked.pages().items():
        assert 'rel="canonical"' not in text, name
        assert 'property="og:' not in text, name
        assert "fs-beside" not in text, name


def test_the_search_finds_pages(page: Page, unpacked: Built) -> None:
    name, text = next(item for item in unpacked.pages().items() if item[0].startswith("claims/a"))
    statement = re.findall(r"<h1[^>]*>(.*?)[<.]", text)[0]
    page.goto((unpacked.folder / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(statement)
    found = page.locator(".md-search-result__link", has_text=statement).first
    found.wait_for(state="visible", timeout=20_000)
    found.click()
    page.wait_for_url(f"**/{name}*")
    assert page.url.startswith(unpacked.folder.as_uri())


def test_filters_show_fewer_claims(page: Page, unpacked: Built) -> None:
    page.goto((unpacked.folder / "claims" / "index.html").as_uri())
    rows = page.locator(".fs-row")
    every = rows.count()
    choice = page.locator(".fs-filters select").first
    choice.select_option(index=1)
    page.wait_for_function("every => document.querySelectorAll('.fs-row:not([hidden])').length < every", arg=every)
    left = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(left) < every


@pytest.mark.parametrize("by", ["hover", "keyboard focus"])
def test_a_note_shows_the_words_of_the_source(page: Page, unpacked: Built, by: str) -> None:
    name = next(name for name in unpacked.pages() if name.startswith("agreements/") and "index" not in name)
    words = next(quoted_in(Reader(unpacked.pages()[name]).notes[0]))
    page.goto((unpacked.folder / name).as_uri(), wait_until="load")
    page.wait_for_timeout(300)
    assert words in plain(page.locator(".footnote li").first.inner_text())
    assert not page.evaluate(SHOWN_BESIDE_THE_NOTES, words)
    reference = page.locator("a.footnote-ref").first
    if by == "hover":
        reference.hover()
    else:
        page.keyboard.press("Tab")  # makes the browser treat the focus as one from the keyboard
        reference.focus()
    page.wait_for_function(SHOWN_BESIDE_THE_NOTES, arg=words, timeout=5000)
