"""The words of JSON Schema (draft-07) that the schemas are written in, with those that yaml-language-server adds.

Imports nothing of ours. Must never know a field of a record, nor an id of a dossier.
"""

from __future__ import annotations

import json
from typing import Any

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
IDS = "ids.json"
"""The file that holds the ids of the dossier; the schemas of records point into it."""


ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
NO_ID = "this is no id (lower-case letters, digits and single hyphens, a letter first, 80 at most)"


def id_of(sort: str) -> Schema:
    """Point at the list of ids of one sort."""
    return {"$ref": f"{IDS}#/definitions/{sort}"}


def any_id() -> Schema:
    """Take whatever has the form of an id."""
    return {"type": "string", "pattern": ID, "patternErrorMessage": NO_ID, "maxLength": 80}


def refused(message: str) -> Schema:
    """Refuse a block, whatever it holds, and say why: no block is null."""
    return {"type": "null", "errorMessage": message}


def snippet(label: str, description: str, body: Any) -> Schema:
    """Offer a block to begin with; `$1`, `$2` are the places an editor fills in, in this order."""
    return {"label": label, "description": description, "body": body}


def as_bytes(schema: Schema) -> bytes:
    """Give the same bytes for the same schema: UTF-8, one thing a line, so that changes to it merge line by line."""
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
