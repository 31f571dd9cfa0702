"""What holds in every format alike: offsets cut the same words, and status, speaker and scope line travel along.

Each format is read back by a reader of its own kind, never by what wrote it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
import yaml

from generator import site as site_module
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.site import Site, Wish, build
from tests.revised_example import EXAMPLE, revised

ROOT = Path(__file__).parents[2]
Cut = tuple[str, int, str, tuple[tuple[int, int], ...], str]
"""A passage as a format tells it: claim, number, source, where its parts stand, words."""
Read = Callable[[Site], Iterator[Cut]]
OMISSION = " [...] "


@pytest.fixture(scope="module")
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "revised":
        return revised(tmp_path_factory.mktemp("formats") / "root")
    return ROOT if request.param == "the dossier" else EXAMPLE


@pytest.fixture(scope="module")
def weighed(root: Path) -> Weighed:
    return examine(root)[0]


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return build(root, Wish("https://a.example/sheet/"))


def file(site: Site, uri: str) -> str:
    return next(one.content for one in site.files if one.uri == uri).decode("utf-8")


def rows(site: Site, table: str) -> list[dict[str, str]]:
    """Read a table, and take the guard against formulas off."""
    read = csv.DictReader(io.StringIO(file(site, f"data/csv/{table}.csv"), newline=""))
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read]


def as_pair(span: list[int]) -> tuple[int, int]:
    return span[0], span[1]


def of_claim(claim: dict[str, object]) -> Iterator[Cut]:
    evidence = claim["evidence"]
    assert isinstance(evidence, list)
    for one in evidence:
        yield str(claim["id"]), one["number"], one["source"], tuple(map(as_pair, one["spans"])), one["exact"]


def in_facts(site: Site) -> Iterator[Cut]:
    for claim in json.loads(file(site, "data/facts.json"))["claims"]:
        yield from of_claim(claim)


def beside_claims(site: Site) -> Iterator[Cut]:
    for one in site.files:
        if one.uri.endswith("/claim.json"):
            yield from of_claim(json.loads(one.content)["claim"])


def in_csv(site: Site) -> Iterator[Cut]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows(site, "spans"):
        spans.setdefault(row["evidence"], []).append((int(row["start"]), int(row["end"])))
    for row in rows(site, "evidence"):
        if not row["withheld"]:
            parts = tuple(spans[row["id"]])
            assert (parts[0][0], parts[-1][1]) == (int(row["start"]), int(row["end"]))
            yield row["claim"], int(row["number"]), row["source"], parts, row["exact"]


def database(site: Site) -> sqlite3.Connection:
    """Open the database, which stays in memory."""
    opened = sqlite3.connect(":memory:")
    opened.deserialize(next(one.content for one in site.files if one.uri == "data/facts.sqlite"))
    return opened


def in_database(site: Site) -> Iterator[Cut]:
    spans: dict[str, list[tuple[int, int]]] = {}
    with closing(database(site)) as opened:
        for evidence, start, end in opened.execute(
            'SELECT evidence, start, "end" FROM spans ORDER BY evidence, number'
        ):
            spans.setdefault(evidence, []).append((start, end))
        for id_, claim, number, source, exact in opened.execute(
            "SELECT id, claim, number, source, exact FROM evidence WHERE withheld IS NULL"
        ):
            yield claim, number, source, tuple(spans[id_]), exact


def annotated(graph: object, texts: dict[str, str]) -> Iterator[Cut]:
    """Read W3C Web Annotations; a passage with an omission has several targets."""
    if isinstance(graph, list):
        for node in graph:
            yield from annotated(node, texts)
    if not isinstance(graph, dict):
        return
    if graph.get("@type") == "Annotation":
        found = re.search(r"([a-z0-9-]+)\.passage-(\d+)$", graph["@id"])
        assert found
        targets = graph["target"] if isinstance(graph["target"], list) else [graph["target"]]
        quotes, spans, sources = [], [], set()
        for target in targets:
            quote, position = target["selector"]
            quotes.append(quote["exact"])
            spans.append((position["start"], position["end"]))
            source = target["source"]
            sources.add(texts[source["@id"] if isinstance(source, dict) else source])
        (source_id,) = sources
        yield found[1], int(found[2]), source_id, tuple(spans), OMISSION.join(quotes)
    else:
        for node in graph.values():
            yield from annotated(node, texts)


def stored(weighed: Weighed) -> dict[str, str]:
    """Give the id of each source by the IRI of its stored text, a name made of its digest (RFC 6920)."""
    digests = {id_: bytes.fromhex(source.data.sha256) for id_, source in weighed.dossier.sources.items()}
    return {f"ni:///sha-256;{urlsafe_b64encode(one).decode().rstrip('=')}": id_ for id_, one in digests.items()}


def expected(weighed: Weighed) -> set[Cut]:
    return {
        (id_, passage.index + 1, passage.source.id, tuple(map(tuple, passage.proof.spans)), passage.proof.exact)  # type: ignore[arg-type]
        for id_, claim in weighed.claims.items()
        for passage in claim.passages
    }


ALL = pytest.mark.parametrize("root", ["example", "revised", "the dossier"], indirect=True)


@ALL
def test_every_format_cuts_the_same_words_out_of_the_stored_text(site: Site, weighed: Weighed) -> None:
    wanted = expected(weighed)
    assert wanted
    for claim, number, source, spans, exact in wanted:
        text = weighed.dossier.texts[source]
        assert OMISSION.join(text[start:end] for start, end in spans) == exact, (claim, number)
    for read in (in_facts, beside_claims, in_csv, in_database):
        assert set(read(site)) == wanted, read.__name__
    texts = stored(weighed)
    assert set(annotated(json.loads(file(site, "data/facts.jsonld")), texts)) == wanted
    told: set[Cut] = set()
    for page in site.pages:
        front = page.markdown.split("\n---\n")[0].removeprefix("---\n")
        if page.uri.startswith("claims/") and "\nlinked_data: " in front:
            told |= set(annotated(json.loads(yaml.safe_load(front)["linked_data"]), texts))
    # A page's head is short: it may leave passages out, and tells at least one of every claim.
    assert told <= wanted
    assert {cut[0] for cut in told} == {cut[0] for cut in wanted}


class Words(HTMLParser):
    """Read the words of a small page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def records(site: Site) -> Iterator[tuple[str, str, str]]:
    """Give each claim as each format tells it: format, id, everything that travels with that record."""
    for read in (small_files, whole_files, in_tables, in_calendar, in_feeds):
        yield from read(site)


def small_files(site: Site) -> Iterator[tuple[str, str, str]]:
    forms = {"claim.json": "claim.json", "oembed.json": "oEmbed", "embed/index.html": "small page"}
    for one in site.files:
        if found := re.fullmatch(r"claims/([^/]+)/(claim\.json|oembed\.json|embed/index\.html)", one.uri):
            text = one.content.decode()
            read = " ".join(Words(text).said) if one.uri.endswith(".html") else said(json.loads(text))
            yield forms[found[2]], found[1], read


def whole_files(site: Site) -> Iterator[tuple[str, str, str]]:
    facts = json.loads(file(site, "data/facts.json"))
    for claim in facts["claims"]:
        yield "facts.json", claim["id"], f"{said(claim)} {said(facts['dossier']['scope'])}"
    for node in json.loads(file(site, "data/facts.jsonld"))["@graph"]:
        if "Claim" in node["@type"]:
            yield "JSON-LD", node["identifier"], said(node)


def in_tables(site: Site) -> Iterator[tuple[str, str, str]]:
    for table, name in (("claims", "id"), ("evidence", "claim")):
        for row in rows(site, table):
            yield f"CSV, {table}", row[name], said(row)
    with closing(database(site)) as opened:
        opened.row_factory = sqlite3.Row
        for table, name in (("claims", "id"), ("evidence", "claim")):
            for found in opened.execute(f"SELECT * FROM {table}"):  # names of ours
                yield f"database, {table}", found[name], said(dict(found))


def in_calendar(site: Site) -> Iterator[tuple[str, str, str]]:
    for event in icalendar.Calendar.from_ical(file(site, "data/timeline.ics")).walk("VEVENT"):
        yield "calendar", last_part(str(event["URL"])), str(event["DESCRIPTION"])


def in_feeds(site: Site) -> Iterator[tuple[str, str, str]]:
    atom = "{http://www.w3.org/2005/Atom}"
    for feed in ("additions", "corrections"):
        read = ET.fromstring(file(site, f"data/{feed}.xml"))  # noqa: S314  # our own file
        for entry in read.iter(f"{atom}entry"):
            link = entry.find(f"{atom}link")
            assert link is not None
            yield f"feed of {feed}", last_part(str(link.get("href"))), " ".join(entry.itertext())


def last_part(address: str) -> str:
    return address.partition("#")[0].rstrip("/").rpartition("/")[2]


def said(value: object) -> str:
    """Give all words of a value as JSON holds it."""
    if isinstance(value, dict):
        return " ".join(map(said, value.values()))
    if isinstance(value, list):
        return " ".join(map(said, value))
    return str(value)


@ALL
def test_status_who_says_it_and_the_scope_line_travel_with_every_record(
    site: Site, request: pytest.FixtureRequest
) -> None:
    facts = json.loads(file(site, "data/facts.json"))
    scope = " ".join(facts["dossier"]["scope"]["text"].split())
    claims = {id_: claim for claim in facts["claims"] for id_ in (claim["id"], *claim["formerly"])}
    withheld = {one["id"] for one in facts["withheld"]}
    seen: dict[str, set[str]] = {}
    for form, id_, words in records(site):
        told = " ".join(words.split())
        seen.setdefault(form, set()).add(id_)
        if id_ in withheld:  # a place alone
            continue
        assert scope in told, (form, id_)
        claim = claims[id_]
        assert claim["status"] in told, (form, id_)
        assert claim["said_by"] in told, (form, id_)
    everywhere = {claim["id"] for claim in facts["claims"]}
    whole = ("claim.json", "oEmbed", "small page", "facts.json", "JSON-LD")
    for form in (*whole, "CSV, claims", "CSV, evidence", "database, claims", "database, evidence"):
        assert seen[form] >= everywhere, form
    dated = {claim["id"] for claim in facts["claims"] if claim.get("date") and claim["kind"] != "role"}
    assert seen["calendar"] == dated
    if "revised" in request.node.name:
        assert seen["feed of corrections"] == {"bridge-shut"}
        assert seen["feed of additions"] >= {"nobody-told"}


@pytest.mark.parametrize("root", ["revised"], indirect=True)
def test_exporting_nothing_changes_no_page(root: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "exports", lambda *_, **__: [])
    without = build(root, Wish("https://a.example/sheet/"))
    assert {one.uri for one in without.files} == {"data/brief.pdf", "assets/share.png", "assets/touch-icon.png"}
    told = {page.uri: page.markdown for page in site.pages}
    found = {page.uri: page.markdown for page in without.pages}
    # The Data page lists the files; nothing else of it changes.
    listed = re.compile(r"\| \[data/(?!brief)[^\n]*\n")
    assert listed.search(told["data.md"])
    assert listed.sub("", told.pop("data.md")) == found.pop("data.md")
    assert told == found


@pytest.mark.parametrize("root", ["revised"], indirect=True)
def test_the_database_keeps_no_word_that_is_withheld(site: Site) -> None:
    with closing(database(site)) as opened:
        words = {row[0] for table in ("claims", "evidence") for row in opened.execute(vocabulary(opened, table))}
        dumped = "\n".join(opened.iterdump())
    assert {"ferry", "crossing"} <= words
    assert words.isdisjoint({"tamm", "nobody", "rejects"})
    assert "Tamm" not in dumped


def vocabulary(opened: sqlite3.Connection, table: str) -> str:
    """Lay out the words of a full-text index, which keeps them in pieces."""
    opened.execute(f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab('main', '{table}_fts', 'row')")
    return f"SELECT term FROM temp.{table}_words"  # a name of ours
