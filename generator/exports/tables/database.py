"""`data/facts.sqlite`: all tables in one SQLite database, with keys, checks, indexes and full-text search.

It is made in memory, in a fixed order and without a time of day: the same facts give the same bytes under the same
SQLite. The room of sqlite3. May import the shapes of tables and their SQL. Must never know which tables there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date as Day

from generator.exports.data_file import DataFile
from generator.exports.tables.columns import Cell, Grid, Table
from generator.exports.tables.schema import create, fill_search, insert

URI = "data/facts.sqlite"
FORMAT = 1
"""Version of the tables, the database's `user_version`: raised when a reader of the old ones would break."""
_PAGE = 4096  # bytes
_LARGEST = 2**63 - 1


def database(filled: Sequence[tuple[Table, Grid]]) -> DataFile:
    """Write all tables with their cells; what breaks a key or a check is a mistake of ours, and is raised."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {_PAGE}")
        made.execute("PRAGMA encoding = 'UTF-8'")
        made.execute("PRAGMA auto_vacuum = NONE")
        made.execute(f"PRAGMA user_version = {FORMAT}")
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("BEGIN")
        for table, _ in filled:
            for statement in create(table):
                made.execute(statement)
        for table, grid in filled:
            made.executemany(insert(table), _stored(table, grid))
        for table, _ in filled:
            if table.sought:
                made.execute(fill_search(table))
        made.execute("COMMIT")
        return DataFile(URI, made.serialize(), "The same tables as an SQLite database with full-text search.")


def _stored(table: Table, grid: Grid) -> Grid:
    """Give the cells as SQLite keeps them: days as text, whole numbers that it cannot hold as near ones."""
    places = [number for number, column in enumerate(table.columns) if column.kind in ("number", "day")]
    if not places:
        return grid
    return [_row(row, places) for row in grid]


def _row(row: tuple[Cell, ...], places: Sequence[int]) -> tuple[Cell, ...]:
    cells = list(row)
    for place in places:
        cells[place] = _cell(cells[place])
    return tuple(cells)


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, Day):
        return cell.isoformat()
    return float(cell) if isinstance(cell, int) and abs(cell) > _LARGEST else cell
