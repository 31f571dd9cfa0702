"""The tables of fields say what the schema says: every shape once, every field, and only shapes that have a table."""

from __future__ import annotations

import re

from generator.telling.facts import Facts
from generator.telling.field_tables import field_tables, spaced
from generator.telling.told import schema_of


def test_every_shape_and_every_field_of_the_schema_is_in_a_table_once() -> None:
    schema = schema_of(Facts)
    tables = {table.name: table for table in field_tables()}
    assert len(tables) == len(field_tables())
    assert set(tables) == {"facts.json", *map(spaced, schema["$defs"])}
    for name, shape in {
        "facts.json": schema,
        **{spaced(name): shape for name, shape in schema["$defs"].items()},
    }.items():
        assert [row.name for row in tables[name].rows] == list(shape["properties"])
        assert {row.name for row in tables[name].rows if row.always} == set(shape.get("required", ()))
        assert re.sub("[“”]", "`", tables[name].about) == shape["description"]


def test_every_field_says_what_it_is_and_leads_to_its_shape() -> None:
    anchors = {table.anchor for table in field_tables()}
    for table in field_tables():
        for row in table.rows:
            assert row.about, (table.name, row.name)
            assert row.type or row.shape, (table.name, row.name)
            assert not row.shape or row.anchor in anchors


def test_types_are_in_words() -> None:
    rows = {(table.name, row.name): row for table in field_tables() for row in table.rows}
    assert rows["Claim", "status"].type.startswith("one of: disputed between parties, ")
    assert (rows["Claim", "evidence"].type, rows["Claim", "evidence"].shape) == ("list of", "Evidence")
    assert (rows["Claim", "withheld_evidence"].shape) == "Withheld evidence"
    assert rows["Value", "between"].type == "list of number and number"
    assert rows["Date", "latest"].type == "text or null"
    assert rows["facts.json", "schema"].type == "1"
