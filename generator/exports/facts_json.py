"""`data/facts.json`: everything the site tells, for programs, and its schema beside it (JSON Schema, draft 2020-12).

May import what is told. Must never know how it was weighed.
"""

from __future__ import annotations

from generator.exports.data_file import DataFile, as_json
from generator.telling.facts import Facts
from generator.telling.told import schema_of

URI = "data/facts.json"
SCHEMA = "data/facts.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def facts_json(facts: Facts) -> DataFile:
    """Write the data file."""
    return DataFile(URI, as_json(facts), "Everything this site tells, as one JSON object.")


def facts_schema() -> DataFile:
    """Write the schema of the data file."""
    schema = {"$schema": DRAFT, "title": "facts.json", **schema_of(Facts)}
    return DataFile(SCHEMA, as_json(schema), "The JSON Schema (draft 2020-12) of facts.json.")
