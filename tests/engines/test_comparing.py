"""The sites of all engines, page by page: the same but for what the table of differences lists, with its reason.

Compared are every page of the real dossier, and a new dossier as it is published: with the addresses of site and
repository, built with the very commands of the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.engines.comparing import Difference, differences, parts, search_entries
from tests.engines.moving import Moved
from tests.engines.sites import Built

pytestmark = pytest.mark.engine

TABLE = Path(__file__).parent / "differences.yml"


def listed(engine: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [entry for entry in entries if entry["engine"] == engine]


def covers(entry: dict[str, str], found: Difference) -> bool:
    sides = ((entry.get("here", ""), found.here), (entry.get("there", ""), found.there))
    return entry["part"] == found.part and all(re.fullmatch(pattern, text) for pattern, text in sides)


def unlisted(entries: list[dict[str, str]], found: Iterable[Difference]) -> list[Difference]:
    return [one for one in found if not any(covers(entry, one) for entry in entries)]


def gone(entries: list[dict[str, str]], found: Iterable[Difference]) -> Iterator[str]:
    for entry in entries:
        if not any(covers(entry, one) for one in found):
            yield entry["what"]


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_sites_differ_only_where_the_table_says(
    engine: str, site: Built, proper: Built, zensical: Built, moved: Moved
) -> None:
    here, there = (proper, moved.properdocs) if engine == "properdocs" else (zensical, moved.zensical)
    entries = listed(engine)
    found = [*differences(site, here), *differences(moved.mkdocs, there)]
    assert unlisted(entries, found) == []
    assert [*gone(entries, found)] == []


def test_every_entry_of_the_table_gives_its_reason() -> None:
    entries = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    assert all(
        {"engine", "part", "what", "why"} <= entry.keys() and {"here", "there"} & entry.keys() for entry in entries
    )
    assert len(entries) == len(listed("properdocs")) + len(listed("zensical"))


def test_what_is_compared_is_there(site: Built, moved: Moved) -> None:
    """A comparison of nothing with nothing would find no difference."""
    pages = {name: parts(name, html) for name, html in site.pages().items() if name != "404.html"}
    for part in ("head", "menu", "headings", "words", "links"):
        assert [name for name, page in pages.items() if not page[part]] == [], part
    claims = [page for name, page in pages.items() if name.startswith("claims/") and name.count("/") == 2]
    assert len(claims) > 100
    for part in ("contents", "footnotes", "calls of footnotes"):
        assert [page["headings"] for page in claims if not page[part]] == [], part
    known = search_entries(site)
    assert {name.removesuffix("index.html") for name in pages} == known.keys()
    assert [name for name, entry in known.items() if not all(entry.values())] == []
    published = {name: parts(name, html) for name, html in moved.mkdocs.pages().items()}
    assert sum(bool(page["edit button"]) for page in published.values()) > 10
    assert all(page["repository"] for page in published.values())


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("words", "Passages for it", "Passages for that"),
        ("headings", 'id="passages-for-it"', 'id="passages"'),
        ("links", 'href="../../data/facts.json"', 'href="../../data/claims.csv"'),
        ("footnotes", 'href="#fnref:', 'href="#fnref:x'),
        ("footnotes", 'id="fn:', 'id="fn:x'),
        ("calls of footnotes", 'id="fnref:', 'id="fnref:x'),
        ("head", '<meta name="description" content="', '<meta name="description" content="Not '),
        ("head", "<title>", "<title>Not "),
        ("menu", 'href="../../timeline/"', 'href="../../method/"'),
    ],
)
def test_each_change_of_a_page_is_found(site: Built, part: str, old: str, new: str) -> None:
    name = "claims/care-officials/index.html"
    html = site.pages()[name]
    assert old in html
    before, after = parts(name, html), parts(name, html.replace(old, new))
    assert part in [key for key in before if before[key] != after[key]]


def test_an_entry_that_no_longer_occurs_and_a_difference_that_is_new_fail() -> None:
    entries = [{"part": "words", "here": "a.*", "what": "A word is missing."}]
    found = [Difference("x/index.html", "words", "abc", "")]
    assert (unlisted(entries, found), [*gone(entries, found)]) == ([], [])
    assert [*gone(entries, [])] == ["A word is missing."]
    new = Difference("x/index.html", "links", "abc", "")
    assert unlisted(entries, [*found, new]) == [new]
