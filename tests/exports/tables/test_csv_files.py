"""CSV: RFC 4180 to the letter, every text exact, offsets that lead to the words."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator

import pytest

from generator.exports.tables import TABLES, Table
from generator.exports.tables.cells import unguarded
from generator.exports.tables.columns import Cell
from generator.exports.tables.csv_files import csv_file
from tests.exports.tables.conftest import HOSTILE, Sheet
from tests.exports.tables.test_cells import begins_a_formula


def read(sheet: Sheet, name: str) -> list[dict[str, str]]:
    """Read a file as any reader of RFC 4180 does."""
    text = (sheet.data / "csv" / f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def as_written(cell: Cell, kind: str) -> str:
    """Give the text a cell has when it is read back, worked out apart from the writer."""
    if cell is None:
        return ""
    return {True: "true", False: "false"}[bool(cell)] if kind == "truth" else str(cell)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_cell_comes_back(table: Table, sheet: Sheet) -> None:
    found = read(sheet, table.name)
    kinds = {column.name: column.kind for column in table.columns}
    expected = [
        {name: as_written(row.get(name), kinds[name]) for name in table.names}
        for row in table.rows(sheet.facts)
    ]  # fmt: skip
    back = [{name: unguarded(cell) if kinds[name] == "text" else cell for name, cell in row.items()} for row in found]
    assert back == expected
    for row in found:
        assert not [cell for name, cell in row.items() if kinds[name] == "text" and begins_a_formula(cell)]


def test_hostile_text_stands_in_the_files_it_was_put_in(hostile: Sheet) -> None:
    told = {unguarded(cell) for table in TABLES for row in read(hostile, table.name) for cell in row.values()}
    assert set(HOSTILE) <= told


def test_negative_numbers_stay_numbers(hostile: Sheet) -> None:
    numbers = {row["value_number"] for row in read(hostile, "evidence")}
    assert {"-5", "-1", "1e-07", str(10**30)} <= numbers


def records(text: str) -> Iterator[list[str]]:
    """Parse by the grammar of RFC 4180, strictly: raises where a sign is out of place."""
    field = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^",\r\n]*))(?P<end>,|\r\n)')
    at, row = 0, []
    while at < len(text):
        found = field.match(text, at)
        if found is None:
            raise ValueError(text[at : at + 40])
        row.append(found["plain"] if found["quoted"] is None else found["quoted"].replace('""', '"'))
        at = found.end()
        if found["end"] == "\r\n":
            yield row
            row = []
    assert row == []


def test_files_keep_to_the_grammar(sheet: Sheet) -> None:
    for table in TABLES:
        text = (sheet.data / "csv" / f"{table.name}.csv").read_bytes().decode("utf-8", "strict")
        found = list(records(text))
        assert found[0] == list(table.names)
        assert {len(row) for row in found} == {len(table.columns)}
        assert found[1:] == [list(row.values()) for row in read(sheet, table.name)]


def test_a_table_without_rows_is_its_head() -> None:
    table = next(table for table in TABLES if table.name == "spans")
    assert csv_file(table, []).content == b"evidence,number,start,end\r\n"


def test_offsets_cut_the_words(example: Sheet) -> None:
    odd, omissions, spans = 0, 0, read(example, "spans")
    for row in read(example, "evidence"):
        text, exact = example.texts[row["source"]], unguarded(row["exact"])
        begin, end = int(row["start"]), int(row["end"])
        if row["stretches"] == "1":
            assert text[begin:end] == exact
        assert text[:begin].endswith(unguarded(row["prefix"]))
        assert text[end:].startswith(unguarded(row["suffix"]))
        places = [(int(one["start"]), int(one["end"])) for one in spans if one["evidence"] == row["id"]]
        assert " [...] ".join(text[slice(*place)] for place in places) == exact
        assert (places[0][0], places[-1][1], len(places)) == (begin, end, int(row["stretches"]))
        assert hashlib.sha256(exact.encode()).hexdigest() == row["exact_sha256"]
        assert hashlib.sha256(text.encode()).hexdigest() == row["source_sha256"]
        omissions += len(places) > 1
        odd += "\r\n" in exact or "😀" in text[:begin]
    assert odd >= 3
    assert omissions == 1
