"""The data as tables: CSV files with their description, and an SQLite database; `tables(facts)` is the way in.

`TABLES` describes every table once; each format is made from it.
May import what is told. Must never know how it was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.data_file import DataFile
from generator.exports.tables.browsing import browsing
from generator.exports.tables.catalogue import TABLES
from generator.exports.tables.columns import Column, Table
from generator.exports.tables.csv_files import csv_file
from generator.exports.tables.database import database
from generator.exports.tables.description import data_package
from generator.telling.facts import Facts

__all__ = ["TABLES", "Column", "Table", "tables"]


def tables(facts: Facts) -> Iterator[DataFile]:
    """Write every table as CSV, what describes them, the database, and how Datasette shows it."""
    filled = [(table, table.grid(facts)) for table in TABLES]
    written = [(table, csv_file(table, grid)) for table, grid in filled]
    yield from (file for _, file in written)
    yield data_package(facts, written)
    yield database(filled)
    yield browsing(facts, TABLES)
