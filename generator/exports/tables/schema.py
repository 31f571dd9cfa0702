"""The tables as SQL: what SQLite is told to make of them, with their keys, checks and indexes.

May import the shapes of tables. Must never open a database.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.tables.columns import WITHHELD, Column, Kind, Table

_TYPES: dict[Kind, str] = {
    "text": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "truth": "INTEGER", "day": "TEXT",
}  # fmt: skip
SEARCH = "_fts"
"""What the name of a table's search index ends in."""


def create(table: Table) -> Iterator[str]:
    """Give the statements that make a table, its indexes and, where it has text to search, its search index."""
    lines = [*(_column(table, column) for column in table.columns), f"PRIMARY KEY ({_names(table.key)})"]
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.leads_to}" ("id") DEFERRABLE INITIALLY DEFERRED'
        for column in table.columns
        if column.leads_to
    ]
    lines += [_withheld(table)] if table.kept else []
    body = ",\n  ".join(lines)
    yield f'CREATE TABLE "{table.name}" (\n  {body}\n)'
    for column in table.columns:
        if (column.leads_to or column.sought) and column.name != table.key[0]:
            yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
    if table.sought:
        yield (
            f'CREATE VIRTUAL TABLE "{table.name}{SEARCH}" USING fts5 '
            f"(\"{table.sought}\", content='{table.name}', tokenize='unicode61 remove_diacritics 2')"
        )


def insert(table: Table) -> str:
    """Give the statement that puts one row into a table."""
    marks = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" VALUES ({marks})'  # noqa: S608  # names are ours


def fill_search(table: Table) -> str:
    """Give the statement that reads a table's text into its search index."""
    name = f"{table.name}{SEARCH}"
    return f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')'  # noqa: S608  # as above


def _column(table: Table, column: Column) -> str:
    name = f'"{column.name}"'
    parts = [name, _TYPES[column.kind]]
    parts += ["NOT NULL"] if table.filled(column) else []
    parts += ["UNIQUE"] if column.unique else []
    parts += [f"CHECK ({check})" for check in _checks(name, column)]
    return " ".join(parts)


def _checks(name: str, column: Column) -> Iterator[str]:
    if column.allowed:  # IN would build its list anew for every row
        yield " OR ".join(f"{name} = {_literal(word)}" for word in column.allowed)
    if column.kind == "truth":
        yield f"{name} IN (0, 1)"
    if column.least is not None:
        yield f"{name} >= {column.least}"
    if column.most is not None:
        yield f"{name} <= {column.most}"


def _withheld(table: Table) -> str:
    """Give the rule that a withheld row has no words, and another all that is required."""
    free = [column for column in table.columns if column.name not in table.kept]
    there = " AND ".join(f'"{column.name}" IS NOT NULL' for column in free if column.required)
    gone = " AND ".join(f'"{column.name}" IS NULL' for column in free)
    return f'CHECK (CASE WHEN "{WITHHELD}" IS NULL THEN {there} ELSE {gone} END)'


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
