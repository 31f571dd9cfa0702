"""The schemas of records: valid, whole, and with every limit of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter

from generator.model.passages import Shape
from generator.model.records import SHAPES, RecordKind
from generator.reading.fields import fields, shape_name, shapes_below
from generator.reading.references import FIELDS
from generator.schema.conditions import CONDITIONS
from generator.schema.shapes import record_schemas
from generator.schema.snippets import OF_BLOCKS, OF_ITEMS

CLASSES = {name: shape for record in SHAPES.values() for name, shape in shapes_below(record).items()}
SCHEMAS = record_schemas()
EDITORS_OFFER = ("examples", "default")
"""Words by which editors offer values for insertion."""


def inside(schema: Any) -> Iterator[dict[str, Any]]:
    """Give a schema and everything inside it that is a block."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from inside(inner)


def blocks(kind: RecordKind) -> Iterator[tuple[type[Shape], dict[str, Any]]]:
    """Give every shape of one kind of record with the part of its schema that holds its fields."""
    parts = {SHAPES[kind].__name__: SCHEMAS[kind], **SCHEMAS[kind]["definitions"]}
    for name, part in parts.items():
        yield CLASSES[name], part if "properties" in part else part["allOf"][0]


@pytest.mark.parametrize("kind", SHAPES)
class TestEachKind:
    def test_is_a_schema_of_draft_07(self, kind: RecordKind) -> None:
        Draft7Validator.check_schema(SCHEMAS[kind])
        assert SCHEMAS[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"

    def test_holds_every_shape_and_every_field(self, kind: RecordKind) -> None:
        found = {shape: list(block["properties"]) for shape, block in blocks(kind)}
        assert found.keys() == set(shapes_below(SHAPES[kind]).values())
        for shape, names in found.items():
            assert sorted(names) == sorted(fields(shape))

    def test_names_and_explains_every_field_with_an_example(self, kind: RecordKind) -> None:
        for shape, block in blocks(kind):
            for name, part in block["properties"].items():
                told = " ".join(str(fields(shape)[name].description).split())
                for word in ("description", "markdownDescription"):
                    assert part[word].startswith(told), (shape, name)
                    assert "Example:" in part[word], (shape, name)

    def test_is_titled_in_the_words_of_messages(self, kind: RecordKind) -> None:
        titles = {shape_name(CLASSES[name]): part["title"] for name, part in SCHEMAS[kind]["definitions"].items()}
        assert all(name == title for name, title in titles.items())
        assert SCHEMAS[kind]["title"] == shape_name(SHAPES[kind])

    def test_offers_no_invented_value_and_allows_no_null(self, kind: RecordKind) -> None:
        assert [
            part for part in inside(SCHEMAS[kind]) if any(isinstance(part.get(w), list | str) for w in EDITORS_OFFER)
        ] == []
        assert [part for part in inside(SCHEMAS[kind]) if part == {"type": "null"}] == []

    def test_tells_every_misfit_of_a_text_in_plain_words(self, kind: RecordKind) -> None:
        patterns = [part for part in inside(SCHEMAS[kind]) if isinstance(part.get("pattern"), str)]
        assert patterns
        assert all("patternErrorMessage" in part for part in patterns)


def test_every_reference_is_a_list_of_ids_and_nothing_else_is() -> None:
    wanted = {
        (name, field.name): "claimant" if field.name == "claimant" else field.wants
        for field in FIELDS
        for name, shape in CLASSES.items()
        if issubclass(shape, field.shapes)
    } | {("Source", "file"): "text"}
    found = {
        (shape.__name__, name): lists[0].removeprefix("ids.json#/definitions/")
        for kind in SHAPES
        for shape, block in blocks(kind)
        for name, part in block["properties"].items()
        if (lists := [one["$ref"] for one in inside(part) if one.get("$ref", "").startswith("ids.json")])
    }
    assert found == wanted


def test_each_shape_that_refuses_something_as_a_whole_has_its_conditions() -> None:
    refusing = {name for name, shape in CLASSES.items() if shape.__pydantic_decorators__.model_validators}
    assert refusing == CONDITIONS.keys()


def test_blocks_to_begin_with_belong_to_shapes() -> None:
    assert {*OF_BLOCKS, *OF_ITEMS} <= CLASSES.keys()


@pytest.mark.parametrize("name", CLASSES)
def test_examples_fit_their_fields(name: str) -> None:
    shape = CLASSES[name]
    for field, info in fields(shape).items():
        # Strict, as the shapes are.
        adapter: TypeAdapter[Any] = TypeAdapter(info.rebuild_annotation())
        for example in info.examples or []:
            adapter.validate_python(example, strict=True)
            assert json.loads(json.dumps(example)) == example, field


def test_the_same_schemas_twice() -> None:
    assert json.dumps(record_schemas()) == json.dumps(SCHEMAS)
