"""The database: whole, checked by its own rules, searchable, and the same bytes for the same facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.exports.tables import TABLES, tables
from generator.exports.tables.columns import Cell
from generator.exports.tables.database import URI, database
from tests.exports.tables.conftest import HOSTILE, Sheet


def opened(sheet: Sheet) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{sheet.root / URI}?mode=ro", uri=True)


@pytest.fixture
def made(sheet: Sheet) -> Iterator[sqlite3.Connection]:
    with closing(opened(sheet)) as connection:
        yield connection


@pytest.fixture
def writable(example: Sheet) -> Iterator[sqlite3.Connection]:
    """Give a copy of the example's database to change."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize((example.root / URI).read_bytes())
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_it_is_whole(made: sqlite3.Connection) -> None:
    assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert made.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        if table.sought:  # a list of words that is not that of the table is an error
            made.execute(f"SELECT count(*) FROM {table.name}_fts WHERE {table.name}_fts MATCH 'the'")


def test_the_search_index_is_that_of_its_table(writable: sqlite3.Connection) -> None:
    for table in TABLES:
        if table.sought:
            check = f"INSERT INTO {table.name}_fts ({table.name}_fts, rank) VALUES ('integrity-check', 1)"
            writable.execute(check)
    writable.execute("UPDATE claims SET statement = 'other words' WHERE id = 'bridge-shut'")
    with pytest.raises(sqlite3.DatabaseError):
        writable.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")


def stored(cell: Cell) -> object:
    if isinstance(cell, int | float | str) or cell is None:
        return float(cell) if isinstance(cell, int) and abs(cell) >= 2**63 else cell
    return cell.isoformat()


def test_it_holds_every_cell_exactly(sheet: Sheet, made: sqlite3.Connection) -> None:
    for table in TABLES:
        names = ", ".join(f'"{name}"' for name in table.names)
        found = made.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid').fetchall()
        assert found == [tuple(map(stored, row)) for row in table.grid(sheet.facts)]


def test_text_needs_no_guard_here(hostile: Sheet) -> None:
    with closing(opened(hostile)) as made:
        assert made.execute("SELECT count(*) FROM claims WHERE scope = ?", (HOSTILE[0],)).fetchone()[0] > 0


def test_offsets_cut_the_words(example: Sheet) -> None:
    with closing(opened(example)) as made:
        rows = made.execute('SELECT source, start, "end", exact, stretches FROM evidence').fetchall()
        parts = made.execute(
            'SELECT e.id, e.source, e.exact, s.start, s."end" FROM spans s JOIN evidence e ON e.id = s.evidence '
            "ORDER BY e.id, s.number"
        ).fetchall()
    for source, start, end, exact, stretches in rows:
        whole = example.texts[source][start:end]
        assert (whole == exact) == (stretches == 1)
        assert whole.startswith(exact.split(" [...] ")[0])
        assert whole.endswith(exact.split(" [...] ")[-1])
    cut: dict[str, list[str]] = {}
    for id_, source, _, start, end in parts:
        cut.setdefault(id_, []).append(example.texts[source][start:end])
    assert {id_: " [...] ".join(words) for id_, words in cut.items()} == {id_: exact for id_, _, exact, _, _ in parts}


def test_the_same_facts_give_the_same_bytes(sheet: Sheet) -> None:
    once = {file.uri: file.content for file in tables(sheet.facts)}
    assert once == {file.uri: file.content for file in tables(sheet.facts)}
    assert once[URI] == (sheet.root / URI).read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claims SET status = 'proven'",
        "UPDATE claims SET status = NULL",
        "UPDATE claims SET statement = NULL",
        "UPDATE claims SET withheld = 'legal'",
        "UPDATE claims SET withheld = 'because'",
        "UPDATE evidence SET stance = 'hints'",
        "UPDATE evidence SET start = -1",
        "UPDATE evidence SET exact = NULL",
        "UPDATE evidence SET source = NULL",
        "UPDATE evidence SET source = 'unknown'",
        "UPDATE evidence SET origin_identified = 2",
        "UPDATE sources SET share_left = 1.5",
        "UPDATE sources SET url = (SELECT url FROM sources LIMIT 1)",
        "DELETE FROM sources",
        "INSERT INTO about VALUES ('closure-agreed', 9, 'nobody', NULL)",
    ],
)
def test_its_rules_refuse_what_is_wrong(change: str, writable: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        writable.execute(change)


def test_it_is_not_written_where_a_key_leads_nowhere(example: Sheet) -> None:
    filled = [(table, table.grid(example.facts)) for table in TABLES]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database([(table, [] if table.name == "sources" else grid) for table, grid in filled])


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("claims", "ferry free", "free-ferry"),
        ("evidence", "boards rotten", "rotten-boards#1"),
        ("evidence", "привіт", ""),  # stands in a text, and in no passage
        ("evidence", "BOÁRDS", "rotten-boards#1"),
    ],
)
def test_search_finds_words_in_any_case_and_without_marks(name: str, words: str, found: str, example: Sheet) -> None:
    with closing(opened(example)) as made:
        query = f"SELECT id FROM {name} WHERE rowid IN (SELECT rowid FROM {name}_fts WHERE {name}_fts MATCH ?)"
        assert [id_ for (id_,) in made.execute(query, (words,))] == ([found] if found else [])


def test_search_still_finds_after_a_vacuum(example: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    path.write_bytes((example.root / URI).read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute("VACUUM")
        made.execute("INSERT INTO evidence_fts (evidence_fts, rank) VALUES ('integrity-check', 1)")
        assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
