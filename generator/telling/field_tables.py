"""The shapes that are told, as tables of fields for people: name, type in words, meaning, made from the docstrings.

May import the shapes that are told and the Data page's rows. Must never know a dossier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.telling.facts import Facts
from generator.telling.told import Plain, schema_of
from generator.writing.data_page import FieldRow, FieldTable

WORDS: Mapping[str, str] = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "null": "null",
}
"""JSON's types as a reader who does not program knows them."""


@cache
def field_tables() -> tuple[FieldTable, ...]:
    """Give a table for `facts.json` as a whole and one for each shape inside it, in the order they are met."""
    schema = schema_of(Facts)
    shapes: Mapping[str, Plain] = {"facts.json": schema, **{name: schema["$defs"][name] for name in _met(schema)}}
    return tuple(FieldTable(spaced(name), _words(shape), _rows(shape)) for name, shape in shapes.items())


def spaced(name: str) -> str:
    """Write the name of a shape as words: `WithheldClaim` is `Withheld claim`."""
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).split(" ")
    return " ".join([parts[0], *(part.lower() for part in parts[1:])])


def _met(schema: Plain) -> list[str]:
    """Name the shapes inside, each after the one that first needs it."""
    found: list[str] = []

    def visit(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                visit(item)
        elif isinstance(node, Mapping):
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.append(name)
                visit(schema["$defs"][name])
            for value in node.values():
                visit(value)

    visit(schema["properties"])
    return found


def _rows(shape: Plain) -> tuple[FieldRow, ...]:
    needed = shape.get("required", ())
    return tuple(
        FieldRow(name, *_type(field), always=name in needed, about=_words(field))
        for name, field in shape["properties"].items()
    )


def _words(described: Mapping[str, Any]) -> str:
    """Give a description as a page shows it: what stands as code there is quoted here."""
    return re.sub(r"`([^`]*)`", r"“\1”", str(described.get("description", "")))


def _type(field: Mapping[str, Any]) -> tuple[str, str]:
    """Say what a field holds, in words, and name the shape it refers to, if any."""
    if "$ref" in field:
        return "", spaced(field["$ref"].rpartition("/")[2])
    if "enum" in field:
        return "one of: " + ", ".join(map(str, field["enum"])), ""
    if "const" in field:
        return str(field["const"]), ""
    kind = field.get("type", "object")
    if kind == "array":
        return _list(field)
    if isinstance(kind, list):
        return " or ".join(WORDS[one] for one in kind), ""
    return WORDS[kind], ""


def _list(field: Mapping[str, Any]) -> tuple[str, str]:
    if "prefixItems" in field:
        return "list of " + " and ".join(WORDS[one["type"]] for one in field["prefixItems"]), ""
    words, shape = _type(field["items"])
    return f"list of {words}" if words else "list of", shape
