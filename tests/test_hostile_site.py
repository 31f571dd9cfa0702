"""Hostile text in every field breaks out of no page and no file of data: it makes nothing, and is read as it was."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
import rispy  # type: ignore[import-untyped]  # it ships no types
import yaml
from bibtexparser.entrypoint import parse_string

from generator.exports.tables.cells import unguarded
from generator.site import Site, Wish, build
from tests.hostile_dossier import EXAMPLE, HOSTILE, MARK, hostile_dossier
from tests.site_markdown import Reader, converter, squeezed

WISH = Wish("https://a.example/sheet/")
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
XML = ("data/additions.xml", "data/corrections.xml")
ATOM = {
    "feed", "id", "title", "subtitle", "updated", "author", "name", "link", "entry", "summary", "content", "rights",
    "published", "generator", "category",
}  # fmt: skip
SCHEMES = re.compile(r"(?:javascript|data|vbscript):", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("hostile")
    hostile_dossier(root)
    built = build(root, WISH)
    assert built.problems == ()
    return built


@pytest.fixture(scope="module")
def plain() -> Site:
    return build(EXAMPLE, WISH)


def file(site: Site, uri: str) -> bytes:
    return next(one.content for one in site.files if one.uri == uri)


def claims(site: Site) -> list[dict[str, str]]:
    told: list[dict[str, str]] = json.loads(file(site, "data/facts.json"))["claims"]
    return told


def shown(markdown: str) -> Reader:
    _, _, body = markdown.partition("\n---\n") if markdown.startswith("---\n") else ("", "", markdown)
    return Reader(converter().reset().convert(body))


def made(readers: Iterator[Reader]) -> set[tuple[str, str]]:
    """Give every element with each of its attributes."""
    return {(tag, name) for reader in readers for tag, names in reader.tags for name in (*names, "")}


# Elements of pages that the example has no cause for: a correction, and a second reading.
FURTHER = {("ins", ""), ("del", ""), ("time", ""), ("time", "datetime"), ("a", "rel")}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Reader]:
    return {page.uri: shown(page.markdown) for page in site.pages}


def embedded(site: Site) -> list[Reader]:
    return [Reader(one.content.decode("utf-8")) for one in site.files if one.uri.endswith(".html")]


def test_pages_have_the_elements_of_harmless_ones(pages: dict[str, Reader], plain: Site) -> None:
    harmless = made(shown(page.markdown) for page in plain.pages) | FURTHER
    assert made(iter(pages.values())) <= harmless
    assert not {name for _, name in harmless if name.startswith("on")}
    assert all(page.other == [] for page in pages.values())


def test_no_link_leads_to_a_script(site: Site, pages: dict[str, Reader]) -> None:
    told = [link for page in (*pages.values(), *embedded(site)) for link in page.links]
    assert len(told) > 500
    assert [link for link in told if SCHEMES.match(link.strip())] == []


def test_pages_tell_the_text_as_it_was(site: Site, pages: dict[str, Reader]) -> None:
    for claim in claims(site):
        assert MARK in claim["statement"]
        assert squeezed(claim["statement"]) in squeezed(pages[f"claims/{claim['id']}.md"].text)
    assert squeezed(HOSTILE) in squeezed(pages["index.md"].text)


def test_front_matter_is_data_that_themes_may_print(site: Site) -> None:
    for page in site.pages:
        if page.markdown.startswith("---\n"):
            front = yaml.safe_load(page.markdown.partition("\n---\n")[0])
            assert not re.search("[<>]", "".join(value for value in front.values() if isinstance(value, str)))
            assert not front.get("linked_data") or json.loads(front["linked_data"])


def test_embeds_have_the_elements_of_harmless_ones(site: Site, plain: Site) -> None:
    here, there = embedded(site), embedded(plain)
    assert made(iter(here)) == made(iter(there))
    assert all(HOSTILE in reader.text for reader in here)


def test_json_is_json_and_tells_the_text(site: Site) -> None:
    for one in site.files:
        if one.uri.endswith((".json", ".jsonld")):
            json.loads(one.content)
    assert all(HOSTILE in claim["statement"] for claim in claims(site))
    words = file(site, "assets/search-words.js").decode("utf-8")
    assert json.loads(re.sub(r",\s*\]$", "]", words[words.index("[") :].rstrip().rstrip(";")))


def test_no_cell_is_a_formula(site: Site) -> None:
    for one in site.files:
        if one.uri.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(one.content.decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in rows}) == 1, one.uri
            risky = [cell for row in rows for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell)]
            assert risky == [], one.uri
    told = csv.DictReader(io.StringIO(file(site, "data/csv/claims.csv").decode("utf-8-sig"), newline=""))
    assert [unguarded(row["statement"]) for row in told] == [claim["statement"] for claim in claims(site)]


def test_the_database_tells_the_text(site: Site) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(file(site, "data/facts.sqlite"))
        told = [statement for (statement,) in base.execute("select statement from claims order by id")]
    assert told == [claim["statement"] for claim in sorted(claims(site), key=lambda one: one["id"])]


@pytest.mark.parametrize("uri", XML)
def test_feeds_have_the_elements_of_harmless_ones(uri: str, site: Site) -> None:
    found = [element.tag.partition("}")[2] for element in ET.fromstring(file(site, uri)).iter()]  # noqa: S314  # our own
    assert set(found) <= ATOM | {"div", "dl", "dt", "dd", "p", "a"}
    assert MARK in "".join(ET.fromstring(file(site, uri)).itertext())  # noqa: S314  # as above


def test_the_calendar_has_the_properties_of_a_harmless_one(site: Site, plain: Site) -> None:
    texts = [file(each, "data/timeline.ics").decode("utf-8") for each in (site, plain)]
    here, there = map(icalendar.Calendar.from_ical, texts)
    names = [{name for part in one.walk() for name in part} for one in (here, there)]
    assert names[0] == names[1]
    assert len(here.events) == len(there.events)
    assert any(HOSTILE in str(event["SUMMARY"]) for event in here.events)


def test_references_are_as_many_as_sources(site: Site) -> None:
    sources = len(json.loads(file(site, "data/sources.csl.json")))
    entries = parse_string(file(site, "data/sources.bib").decode("utf-8"))
    assert (len(entries.entries), entries.failed_blocks) == (sources, [])
    assert len(rispy.loads(file(site, "data/sources.ris").decode("utf-8-sig"))) == sources


def test_the_test_can_fail() -> None:
    assert made(iter([shown(f"x {HOSTILE}")])) > {("script", ""), ("img", "onerror"), ("img", "src")}


def test_the_dossier_is_not_the_example(tmp_path: Path) -> None:
    hostile_dossier(tmp_path)
    assert "<script>" in (tmp_path / "seeds" / "gazette.txt").read_text(encoding="utf-8")
