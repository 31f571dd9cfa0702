"""What a reader, a browser and a search find on a page, part by part, and where two engines differ in one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import html

from tests.engines.sites import Built, links_to

Parts = Mapping[str, list[str]]
"""The parts of a page by name; each a list of words, links or other small texts, in order."""

_INDEXES = {"search/search_index.json": "docs", "search.json": "items"}
"""The search index of each engine, and the name of the list of entries in it."""
_NO_WORDS = ".//script | .//style | .//*[contains(@class, 'headerlink') or contains(@class, 'md-content__button')]"
_MENU = "//nav[contains(@class, 'md-tabs') or contains(@class, 'md-nav--primary')]//a[contains(@class, '__link')]"
_CONTENTS = "//nav[contains(@class, 'md-nav--secondary')]//a[contains(@class, '__link')]"


@dataclass(frozen=True)
class Difference:
    """One place where another engine's page has something else than that of MkDocs; either side may be empty."""

    page: str
    part: str
    here: str
    there: str


def parts(name: str, page: str) -> Parts:
    """Take one page apart: its head, menu and contents, and of the article words, links, headings and footnotes."""
    tree = html.document_fromstring(page)
    found = {
        "head": [*_head(name, tree)],
        "menu": _links(name, tree.xpath(_MENU)),
        "contents": _links(name, tree.xpath(_CONTENTS)),
    }
    found["repository"] = sorted({one.get("href") for one in tree.xpath("//a[@class='md-source']")})
    for article in tree.xpath("//article"):
        found["edit button"] = [
            link.get("href") for link in article.xpath(".//a[contains(@class, 'md-content__button')]")
        ]
        for silent in article.xpath(_NO_WORDS):
            silent.drop_tree()
        found["links"] = _links(name, article.xpath(".//a[@href]"))
        found["headings"] = [
            f"{one.tag} #{one.get('id', '')} {_text(one)}" for one in article.xpath(".//h1|.//h2|.//h3|.//h4")
        ]
        found["calls of footnotes"] = [
            f"{one.get('id')} {_text(one)}" for one in article.xpath(".//sup[starts-with(@id, 'fnref')]")
        ]
        found["footnotes"] = [
            f"{number} #{note.get('id')} {_text(note)} {' '.join(_links(name, note.xpath('.//a[@href]')))}"
            for number, note in enumerate(article.xpath(".//li[starts-with(@id, 'fn:')]"), start=1)
        ]
        found["words"] = _text(article).split()
    return found


def differences(ours: Built, theirs: Built) -> Iterator[Difference]:
    """Compare two sites, page by page and part by part, and what their search knows of each page."""
    here, there = ours.pages(), theirs.pages()
    yield from _changes("the site", "pages", list(here), list(there))
    yield from _of_files(ours, theirs)
    for name in here.keys() & there.keys():
        if here[name] != there[name]:
            yield from _of_page(name, parts(name, here[name]), parts(name, there[name]))
    known, other = search_entries(ours), search_entries(theirs)
    yield from _changes("the search", "pages", sorted(known), sorted(other))
    for location in known.keys() & other.keys():
        yield from _of_page(location, known[location], other[location])


def search_entries(built: Built) -> dict[str, Parts]:
    """Give what the search knows of each page, by its address."""
    for name, list_ in _INDEXES.items():
        path = built.folder / name
        if path.is_file():
            entries = json.loads(path.read_text(encoding="utf-8"))[list_]
            return {entry["location"]: _entry(entry) for entry in entries if "#" not in entry["location"]}
    raise AssertionError("there is no search index")


def _entry(entry: Mapping[str, object]) -> Parts:
    tags = entry.get("tags") or []
    return {
        "search: title": [html.fromstring(f"<p>{entry['title']}</p>").text_content()],
        "search: words": html.fromstring(f"<div>{entry['text']}</div>").text_content().split(),
        "search: tags": [str(tag) for tag in tags] if isinstance(tags, list) else [str(tags)],
    }


def _of_files(ours: Built, theirs: Built) -> Iterator[Difference]:
    """Compare what stands beside the pages, byte for byte."""
    here, there = _beside(ours), _beside(theirs)
    yield from (Difference("the site", "files", name, "") for name in sorted(here.keys() - there.keys()))
    yield from (Difference("the site", "files", "", name) for name in sorted(there.keys() - here.keys()))
    addresses = [sorted(re.findall(rb"<loc>(.*?)</loc>", files["sitemap.xml"])) for files in (here, there)]
    yield from _changes("the site", "sitemap", *([one.decode() for one in each] for each in addresses))
    same = here.keys() & there.keys() - _INDEXES.keys()
    yield from (
        Difference("the site", "bytes of files", name, name) for name in sorted(same) if here[name] != there[name]
    )


def _beside(built: Built) -> dict[str, bytes]:
    pages = built.pages().keys()
    return {name: content for name, content in built.files().items() if name not in pages}


def _of_page(name: str, ours: Parts, theirs: Parts) -> Iterator[Difference]:
    for part in sorted({*ours, *theirs}):
        yield from _changes(name, part, ours.get(part, []), theirs.get(part, []))


def _changes(name: str, part: str, ours: list[str], theirs: list[str]) -> Iterator[Difference]:
    if ours == theirs:
        return
    for what, start, end, from_, to in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what != "equal":
            yield Difference(name, part, " ".join(ours[start:end]), " ".join(theirs[from_:to]))


def _head(name: str, tree: html.HtmlElement) -> Iterator[str]:
    yield f"title: {tree.findtext('.//title')}"
    for one in tree.xpath("//head/meta[@name or @property]"):
        yield f"{one.get('name') or one.get('property')}: {one.get('content')}"
    for one in tree.xpath("//head/link[not(contains(@rel, 'stylesheet'))]"):
        yield f"{one.get('rel')}: {_leads(name, one.get('href'))}"
    for one in tree.xpath("//head/script[@type='application/ld+json']"):
        yield f"linked data: {one.text}"


def _links(name: str, found: list[html.HtmlElement]) -> list[str]:
    return [f"{_text(one)} -> {_leads(name, one.get('href'))}" for one in found]


def _leads(name: str, link: str) -> str:
    target = links_to(name, link)
    if target is None:
        return link
    return f"{target[0]}#{target[1]}" if target[1] else target[0]


def _text(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()
