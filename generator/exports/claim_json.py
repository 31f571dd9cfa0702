"""`claims/<id>/claim.json`: each claim by itself, beside its page, and the schema of such a file (draft 2020-12).

May import what is told. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.data_file import DataFile, as_json
from generator.exports.facts_json import DRAFT
from generator.telling.claim_files import ClaimFile, claim_files
from generator.telling.facts import Facts
from generator.telling.told import schema_of
from generator.writing.embedding import claim_data

SCHEMA = "data/claim.schema.json"


def claim_json(facts: Facts) -> Iterator[DataFile]:
    """Write the file of each claim."""
    for told in claim_files(facts):
        yield DataFile(claim_data(told.claim.id), as_json(told))


def claim_schema() -> DataFile:
    """Write the schema of these files."""
    schema = {"$schema": DRAFT, "title": "claim.json", **schema_of(ClaimFile)}
    return DataFile(SCHEMA, as_json(schema), "The JSON Schema of the file of one claim.")
