"""What search engines and chats are told of every page, and the page for an address that leads nowhere."""

from __future__ import annotations

import html
import posixpath
import re
import struct
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.writing.descriptions import LONGEST
from tests.engines.sites import BIN, ROOT, Built, Reader, once, run

pytestmark = pytest.mark.engine

ADDRESS = "https://example.org/facts/"
ZIP = "downloads/fact-sheet-offline.zip"
NAME = str(load_config(str(ROOT / "mkdocs.yml")).site_name)


class Told(HTMLParser):
    """Read what the head of one page says: its title, its meta tags by name, its links by relation."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.meta: dict[str, list[str]] = {}
        self.link: dict[str, list[str]] = {}
        self._in_title = False
        self.feed(text.partition("</head>")[0])

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self._in_title = tag == "title"
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.meta.setdefault(name, []).append(given.get("content", ""))
        if tag == "link":
            self.link.setdefault(given["rel"].strip(), []).append(given["href"])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # as the base class has it
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def one(self, name: str) -> str:
        """Give the value of a tag that stands exactly once."""
        (value,) = self.meta[name]
        return value


def heads(site: Built) -> dict[str, Told]:
    return {name: Told(text) for name, text in site.pages().items()}


def shared_names(site: Built) -> set[str]:
    return {name for head in heads(site).values() for name in head.meta if name.startswith("og:")}


@pytest.fixture(scope="module")
def published(shared: Path) -> Built:
    """Build as for a published address below a host's root, with the link to the zip file."""

    def make(out: Path) -> str:
        return run(BIN / "mkdocs", "build", "--strict", "--site-dir", out, SITE_URL=ADDRESS, OFFLINE_ZIP=ZIP)

    return once(shared, "published", make)


def test_every_page_has_a_title_of_its_own_that_ends_with_the_sites_name(site: Built) -> None:
    titles = {name: head.title for name, head in heads(site).items()}
    assert titles.pop("index.html") == NAME
    assert [title for title in titles.values() if not title.endswith(f" - {NAME}")] == []
    assert [title for title, times in Counter(titles.values()).items() if times > 1] == []


def test_the_title_of_a_claim_is_its_statement_with_its_status(site: Built) -> None:
    for name, text in site.pages().items():
        if name.startswith("claims/") and name != "claims/index.html":
            (statement,) = re.findall(r"<h1[^>]*>(.*?)<a", text, flags=re.DOTALL)
            words = html.unescape(statement).strip().strip(".")
            found = re.fullmatch(rf"(.*) \((.+)\) - {re.escape(NAME)}", Told(text).title)
            assert found, name
            assert found[1] == words
            assert found[2].capitalize() in Told(text).one("description")


def test_every_page_is_described_in_few_words_and_hardly_two_alike(site: Built) -> None:
    described = {name: head.one("description") for name, head in heads(site).items()}
    assert [name for name, text in described.items() if not 40 < len(text) <= LONGEST] == []
    times = Counter(described.values())
    assert max(times.values()) <= 3
    assert len(times) > 0.9 * len(described)


def test_every_page_leads_to_the_two_feeds(site: Built) -> None:
    for name, head in heads(site).items():
        if name.endswith("/embed/index.html"):
            continue  # a page for frames on other sites, which leads nowhere but out
        feeds = [href for href in head.link["alternate"] if href.endswith(".xml")]
        here = posixpath.dirname(name)
        places = [posixpath.normpath(posixpath.join(here, href)).lstrip("/") for href in feeds]
        assert places == ["data/corrections.xml", "data/additions.xml"], name
        assert {*places} <= site.files().keys()


def test_chats_are_told_the_same_as_search_engines(site: Built) -> None:
    for name, head in heads(site).items():
        if name == "404.html":
            assert not any(tag.startswith("og:") for tag in head.meta)
            continue
        assert head.one("og:site_name") == NAME
        assert head.one("og:title") == head.title.removesuffix(f" - {NAME}")
        assert head.one("og:description") == head.one("description")
        assert head.one("og:type") == ("website" if name == "index.html" else "article")


def test_without_an_address_nothing_pretends_to_have_one(site: Built) -> None:
    assert shared_names(site) == {"og:site_name", "og:title", "og:description", "og:type"}
    for head in heads(site).values():
        assert "canonical" not in head.link
        assert head.meta.get("twitter:card", ["summary"]) == ["summary"]


def test_with_an_address_every_page_tells_it_in_one_voice(published: Built) -> None:
    for name, head in heads(published).items():
        if name == "404.html":
            assert "canonical" not in head.link
            continue
        address = ADDRESS + name.removesuffix("index.html")
        assert head.link["canonical"] == [address]
        assert head.one("og:url") == address
        assert head.one("twitter:card") == "summary_large_image"
        assert head.one("og:image") == f"{ADDRESS}assets/share.png"
        assert (head.one("og:image:width"), head.one("og:image:height")) == ("1200", "630")
        assert head.one("og:image:alt").startswith(f"{NAME}. ")
    listed = re.findall("<loc>(.*?)</loc>", (published.folder / "sitemap.xml").read_text(encoding="utf-8"))
    canonical = {link for head in heads(published).values() for link in head.link.get("canonical", [])}
    assert set(listed) == canonical


def test_the_pictures_are_there_in_the_size_that_is_told(published: Built) -> None:
    files = published.files()
    for name, size in (("assets/share.png", (1200, 630)), ("assets/touch-icon.png", (180, 180))):
        assert files[name].startswith(b"\x89PNG")
        assert struct.unpack(">II", files[name][16:24]) == size
    assert {head.link["apple-touch-icon"][0].rsplit("/", 1)[-1] for head in heads(published).values()} == {
        "touch-icon.png"
    }


def test_the_page_for_a_lost_address_leads_on_from_any_depth(published: Built) -> None:
    page = Reader((published.folder / "404.html").read_text(encoding="utf-8"))
    told = Told((published.folder / "404.html").read_text(encoding="utf-8"))
    assert told.one("robots") == "noindex"
    inside = [link for link in (*page.links, *page.loads) if not link.startswith("#")]
    assert [link for link in inside if not link.startswith("/facts/")] == []
    files = {**published.files(), ZIP: b"made by the Makefile"}
    for link in inside:
        path = link.removeprefix("/facts/").removesuffix(".").partition("#")[0]
        assert path + "index.html" in files or path in files, link
    assert {"/facts/claims/", "/facts/timeline/", "/facts/actors/", "/facts/sources/"} <= set(page.links)


def test_the_zip_is_linked_only_where_it_is_made(site: Built, published: Built) -> None:
    for name, text in published.pages().items():
        depth = "/facts/" if name == "404.html" else "../" * name.count("/")
        assert text.count(f'href="{depth}{ZIP}"') == 1, name
    assert [name for name, text in site.pages().items() if ZIP in text] == []


def test_the_icon_is_small_and_of_our_own(site: Built) -> None:
    icon = (site.folder / "assets" / "favicon.svg").read_bytes()
    assert len(icon) < 2048
    assert {len(head.link["icon"]) for head in heads(site).values()} == {1}
    assert {head.link["icon"][0].rsplit("/", 2)[-1] for head in heads(site).values()} == {"favicon.svg"}


def test_zensical_tells_the_same(site: Built, zensical: Built) -> None:
    ours, theirs = heads(site), heads(zensical)
    same = ("description", "og:title", "og:description", "og:type", "og:site_name", "twitter:card")
    for name, head in ours.items():
        assert theirs[name].title == head.title, name
        assert [theirs[name].meta.get(tag) for tag in same] == [head.meta.get(tag) for tag in same], name


def test_the_theme_takes_no_link_for_another_language_of_the_site(site: Built) -> None:
    pages = site.pages()
    assert 'rel="alternate "' in pages["index.html"]
    assert not [name for name, page in pages.items() if 'rel="alternate"' in page]
