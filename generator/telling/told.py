"""The base of everything that is told: frozen shapes whose docstrings are the schema and the tables of fields.

What is not known is absent: a field that holds None is left out, but for the ends of a date, which may be open.
The room of pydantic on this floor. Imports nothing of ours. Must never know a field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import to_json

Plain = dict[str, Any]
"""What JSON can hold: objects, lists, text, numbers, truth values and null."""


_NONE: set[str] = set()


class Told(BaseModel):
    """Base of every shape that is told."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, validate_by_name=True, validate_by_alias=True,
    )  # fmt: skip

    def model_post_init(self, context: object, /) -> None:  # noqa: ARG002  # pydantic's
        """Forget which fields were given: nobody asks, and the sets take half the room of all that is told."""
        object.__setattr__(self, "__pydantic_fields_set__", _NONE)


def plain(told: Told) -> Plain:
    """Give a shape as JSON holds it, in the order of its fields, without what is not known."""
    return told.model_dump(mode="json", by_alias=True, exclude_none=True)


def written(told: object, *, indent: int | None = None) -> bytes:
    """Give JSON as UTF-8: of a shape as `plain` gives it, of anything else as it stands; without indent on one line.

    Written by pydantic's serializer: the standard library indents in Python, which takes eight times as long.
    """
    return to_json(told, indent=indent, by_alias=True, exclude_none=isinstance(told, Told))


class _Words(GenerateJsonSchema):
    """Describe what is written: no null for what is absent, no defaults, no titles made of names."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema_of(shape: type[Told]) -> Plain:
    """Describe a shape as JSON Schema (draft 2020-12); `$defs` has the shapes inside it, sorted by name."""
    raw = shape.model_json_schema(schema_generator=_Words, ref_template="#/$defs/{model}", mode="validation")
    inside = raw.pop("$defs", {})
    whole = cast("Plain", _tidy(raw))
    return whole | ({"$defs": {name: _tidy(inside[name]) for name in sorted(inside)}} if inside else {})


def _tidy(node: object) -> object:
    """Drop titles, which repeat names, and put each description on one line."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    kept = {name: value for name, value in node.items() if not (name == "title" and isinstance(value, str))}
    return {
        name: " ".join(value.split()) if name == "description" and isinstance(value, str) else _tidy(value)
        for name, value in kept.items()
    }
