"""What search knows of each page, and how it takes the place of what an engine cut from the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.exports.search_index import SearchEntry, merged
from generator.site import Site, build

EXAMPLE = Path(__file__).parents[1] / "example"


@pytest.fixture(scope="module")
def site() -> Site:
    return build(EXAMPLE)


@pytest.fixture(scope="module")
def entries(site: Site) -> dict[str, SearchEntry]:
    return {entry.page: entry for entry in site.search}


def test_every_page_has_an_entry_with_its_kind(site: Site, entries: dict[str, SearchEntry]) -> None:
    assert list(entries) == [page.uri for page in site.pages]
    kinds = {entry.tags[0] for entry in entries.values()}
    assert {"Claim", "Actor", "Dispute", "Event", "Agreement", "Background", "Question", "Source", "Timeline"} <= kinds


def test_a_claim_says_first_who_states_it_then_its_passages(entries: dict[str, SearchEntry]) -> None:
    claim = entries["claims/users-over-300.md"]
    assert claim.tags == ("Claim", "stated by one party")
    assert claim.blocks[0].startswith("Stated by ")
    assert re.fullmatch(r"“.+” — [^“]+, in \w+.*", claim.blocks[1])
    assert any(block.startswith("Part of: ") for block in claim.blocks)


def test_no_statement_stands_on_another_page_without_its_status(entries: dict[str, SearchEntry]) -> None:
    for name, entry in entries.items():
        for claim in entries.values():
            if claim.tags[0] == "Claim" and name != claim.page and entry.tags[0] != "Claim":
                bare = [block for block in entry.blocks if claim.title in block and claim.tags[1] not in block]
                assert bare == [], name


def test_entries_replace_what_the_engine_cut_and_pages_by_hand_stay(entries: dict[str, SearchEntry]) -> None:
    docs = [
        {"location": "claims/users-over-300/", "title": "cut", "text": "run together"},
        {"location": "claims/users-over-300/#passages", "title": "cut", "text": "more"},
        {"location": "method/#status", "title": "Status", "text": "as it is"},
        {"location": "about/", "title": "By hand", "text": "stays"},
    ]
    addresses = {page: page.removesuffix("index.md").replace(".md", "/") for page in entries}
    told = json.loads(merged(json.dumps({"config": {}, "docs": docs}), entries.values(), addresses=addresses))["docs"]
    assert [doc["location"] for doc in told] == ["claims/users-over-300/", "method/#status", "about/"]
    assert told[0]["title"] == entries["claims/users-over-300.md"].title
    assert told[0]["text"].startswith("<p>")
    assert (told[1]["text"], told[1]["tags"]) == ("as it is", ["Method"])
    assert told[2] == docs[3]


def test_what_editors_wrote_is_escaped() -> None:
    entry = SearchEntry("x.md", "a <b> & c", ("<img onerror=x>",), ("Claim",), 1.0)
    index = json.dumps({"docs": [{"location": "x/", "title": "", "text": ""}]})
    doc = json.loads(merged(index, [entry], addresses={"x.md": "x/"}))["docs"][0]
    assert doc["title"] == "a &lt;b&gt; &amp; c"
    assert doc["text"] == "<p>&lt;img onerror=x&gt;</p>"
