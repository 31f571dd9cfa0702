"""Datasette opens the database with its metadata: facets, search, labels, the prepared question."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from generator.exports.tables import TABLES
from generator.exports.tables.browsing import URI
from generator.exports.tables.database import URI as DATABASE
from tests.exports.tables.conftest import Sheet

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def metadata(example: Sheet) -> Any:
    return json.loads((example.root / URI).read_bytes())


@pytest.fixture(scope="module")
def ask(example: Sheet, metadata: Any) -> Iterator[Ask]:
    """Ask Datasette for a page, or with `.json` for its data."""
    with asyncio.Runner() as runner:
        datasette = Datasette([], immutables=[str(example.root / DATABASE)], metadata=metadata)
        runner.run(datasette.invoke_startup())

        def ask(path: str, **query: str) -> Any:
            response = runner.run(datasette.client.get(f"{path}?{urlencode(query)}" if query else path))
            assert response.status_code == 200, response.text
            return response.json() if ".json" in path else response.text

        yield ask
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()


def test_every_table_and_column_is_described(metadata: Any) -> None:
    told = metadata["databases"]["facts"]["tables"]
    assert list(told) == [table.name for table in TABLES]
    for table in TABLES:
        assert list(told[table.name]["columns"]) == list(table.names)
        assert all(told[table.name]["columns"].values())


def test_claims_are_counted_by_status(ask: Ask, example: Sheet) -> None:
    facets = ask("/facts/claims.json")["facet_results"]
    found = {one["value"]: one["count"] for one in facets["status"]["results"]}
    assert found == Counter(claim.status for claim in example.facts.claims)
    assert set(facets) == {"status", "kind"}


def test_search_finds_a_passage(ask: Ask) -> None:
    rows = ask("/facts/evidence.json", _search="rotten boards", _shape="array")
    assert [row["id"] for row in rows] == ["rotten-boards#1"]
    assert rows[0]["status"] == "attributed to unnamed sources"


def test_pages_show_titles_labels_licence_and_scope(ask: Ask, example: Sheet) -> None:
    page = ask("/facts/evidence")
    about = example.facts.dossier
    assert "One passage for or against a claim." in page
    assert about.licence in page
    assert 'name="_search"' in page
    assert 'href="/facts/claims/bridge-shut"' in page
    assert "The words of the stored text" in page
    assert about.title in ask("/")
    assert about.scope.text in ask("/facts").replace("&#39;", "'")


def test_a_row_leads_to_what_rests_on_it(ask: Ask) -> None:
    page = ask("/facts/claims/closure-weeks")
    assert "/facts/evidence?claim=closure-weeks" in page


def test_ids_stand_beside_what_they_mean(ask: Ask, example: Sheet) -> None:
    row = ask("/facts/evidence.json", claim="rotten-boards", _shape="array", _labels="on")[0]
    statement = next(claim.statement for claim in example.facts.claims if claim.id == "rotten-boards")
    assert row["claim"] == {"value": "rotten-boards", "label": statement}


def test_a_passage_has_an_address(ask: Ask) -> None:
    row = ask("/facts/evidence/rotten-boards~231.json", _shape="array")[0]
    assert row["url"] == "https://a.example/sheet/claims/rotten-boards/#passage-1"


def test_who_says_what_is_prepared(ask: Ask) -> None:
    everybody = ask("/facts/who-says-what.json", who="", _shape="array")
    orrell = ask("/facts/who-says-what.json", who="orrell", _shape="array")
    assert len(everybody) > len(orrell) >= 2
    assert {row["who"] for row in orrell} == {"Dana Orrell"}
    assert all(row["status"] and row["said_by"] and row["scope"] and row["status_rule"] for row in everybody)
    assert any(row["question"] == "How long will the bridge be closed?" and row["answer"] == 12 for row in orrell)
