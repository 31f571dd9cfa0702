"""The words of JSON Schema (draft 2020-12) our schema is written in: every field has a description.

Imports nothing of ours. Must never know a field of facts.json.
"""

from __future__ import annotations

Schema = dict[str, object]


def text(description: str) -> Schema:
    """Describe a string."""
    return {"type": "string", "description": description}


def whole(description: str) -> Schema:
    """Describe a whole number from 0."""
    return {"type": "integer", "minimum": 0, "description": description}


def share(description: str) -> Schema:
    """Describe a share from 0 to 1."""
    return {"type": "number", "minimum": 0, "maximum": 1, "description": description}


def truth(description: str) -> Schema:
    """Describe true or false."""
    return {"type": "boolean", "description": description}


def array(items: Schema, description: str) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": items, "description": description}


def ids(description: str) -> Schema:
    """Describe a list of strings."""
    return array({"type": "string"}, description)


def ref(name: str, description: str) -> Schema:
    """Point at a shape under `$defs`."""
    return {"$ref": f"#/$defs/{name}", "description": description}


def fields(description: str, needed: dict[str, Schema], **optional: Schema) -> Schema:
    """Describe an object with the fields it needs and those it may have; no others."""
    may = {_DASHED.get(name, name): schema for name, schema in optional.items()}
    return {
        "type": "object",
        "description": description,
        "properties": needed | may,
        "required": [*needed],
        "additionalProperties": False,
    }


_DASHED = {"container_title": "container-title"}  # a hyphen cannot stand in a Python name
