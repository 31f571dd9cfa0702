"""The shapes of the model as JSON Schema (draft-07): each field with its explanation, its example and its limits.

May import pydantic, the model and what reading knows of fields and references. Must never know a dossier.
"""

from __future__ import annotations

from pydantic.json_schema import models_json_schema

from generator.model.identifiers import SCHEMES
from generator.model.passages import NEEDED, Shape
from generator.model.records import SHAPES, RecordKind
from generator.reading.fields import fields, needed_unless_withheld, shape_name, shapes_below
from generator.reading.references import FIELDS
from generator.schema.conditions import CONDITIONS, needed
from generator.schema.explanations import explained
from generator.schema.snippets import OF_BLOCKS, OF_ITEMS, OF_QUOTATIONS
from generator.schema.words import DRAFT, ID, NO_ID, Schema, id_of

_TEXT = r"\S"
_SHA256 = r"^[0-9a-f]{64}$"
_DIGEST = r"^[0-9a-f]{16}$"
_MISFITS = {
    _TEXT: "this is blank; write text, or remove the line",
    ID: NO_ID,
    _SHA256: "this is no sha256; write the 64 digits that sha256sum prints, in lower case",
    _DIGEST: "this is no digest; let factsheet read write it",
    **{scheme.pattern: f"this is no id of {scheme.name}; write {scheme.form}" for scheme in SCHEMES.values()},
}
"""What an editor is told of a text without the form its field takes."""

_DATE_OR_BLOCK = 'a date is text, such as 2025-03-04 or "2025" in quote marks, or a block with stated: or derived:'
_SAID_ELSEWHERE = frozenset({"title", "description", "default", "examples", "minLength", *NEEDED})
"""What pydantic says of a field that stands nowhere here, or in other words; `minLength` follows from the pattern."""


def record_schemas() -> dict[RecordKind, Schema]:
    """Give the schema of each kind of record; it points at the ids of a dossier, which are another file."""
    shapes = {name: shape for record in SHAPES.values() for name, shape in shapes_below(record).items()}
    _, made = models_json_schema(
        [(record, "validation") for record in SHAPES.values()], ref_template="#/definitions/{model}"
    )
    definitions = {name: _shape(made["$defs"][name], shape=shape) for name, shape in shapes.items()}
    return {kind: _whole(record, definitions=definitions) for kind, record in SHAPES.items()}


def _whole(record: type[Shape], *, definitions: dict[str, Schema]) -> Schema:
    """Put together one file: the record's own shape, and below it the shapes inside it."""
    inside = sorted(shapes_below(record).keys() - {record.__name__})
    return {
        "$schema": DRAFT,
        **definitions[record.__name__],
        "definitions": {name: definitions[name] for name in inside},
    }


def _shape(raw: Schema, *, shape: type[Shape]) -> Schema:
    name = shape.__name__
    ordered = sorted(raw["properties"], key=_early)
    properties = {field: _field(raw["properties"][field], name=field, shape=shape) for field in ordered}
    head = {"title": shape_name(shape), "description": " ".join(raw["description"].split())}
    block: Schema = {
        "required": [field for field in properties if field in raw.get("required", [])],
        "properties": properties,
        "additionalProperties": False,
    }
    if name in OF_BLOCKS:
        block["defaultSnippets"] = OF_BLOCKS[name]
    if name == "Dated":
        # Written so, and not with anyOf, the block's own mistakes are told, and `date: ` is completed without a block.
        either = {"type": ["string", "object"], "errorMessage": _DATE_OR_BLOCK, **_with_misfit({"pattern": _TEXT})}
        return {**head, **either, "allOf": [block, *CONDITIONS[name]]}
    conditions = [*CONDITIONS.get(name, []), *needed(needed_unless_withheld(shape))]
    return {**head, "type": "object", **block, **({"allOf": conditions} if conditions else {})}


def _early(name: str) -> int:
    """Put first what editors write first, and the long list of passages last; everything else keeps its order."""
    return {"id": 0, "source": 0, "evidence": 2}.get(name, 1)


def _field(raw: Schema, *, name: str, shape: type[Shape]) -> Schema:
    info = fields(shape)[name]
    plain = _plain(raw)
    for field in FIELDS:
        if field.name == name and issubclass(shape, field.shapes):
            plain = _leading(plain, sort="claimant" if name == "claimant" else field.wants)
    if (name, shape.__name__) == ("file", "Source"):
        plain = id_of("text")
    return {**_completed(plain, name=name), **explained(info.description, example=info.examples[0])}


def _plain(raw: Schema) -> Schema:
    """Keep the limits alone: without the null that an absent field has in Python, and with one word for a number."""
    arms = [_plain(arm) for arm in raw.get("anyOf", []) if arm != {"type": "null"}]
    if arms:
        return {"type": "number"} if [arm.get("type") for arm in arms] == ["integer", "number"] else arms[0]
    plain = {
        key: _plain(value) if isinstance(value, dict) else value
        for key, value in raw.items()
        if key not in _SAID_ELSEWHERE
    }
    if "patternProperties" in plain:
        ((pattern, values),) = plain.pop("patternProperties").items()
        plain |= {"additionalProperties": values, "propertyNames": _with_misfit({"pattern": pattern})}
    return _with_misfit(plain)


def _with_misfit(plain: Schema) -> Schema:
    pattern = plain.get("pattern")
    return plain if pattern is None else {**plain, "patternErrorMessage": _MISFITS[pattern]}


def _leading(plain: Schema, *, sort: str) -> Schema:
    """Put the list of ids in the place of every id inside a field."""
    if plain.get("pattern") == ID:
        return id_of(sort)
    inner = plain.keys() & {"items", "additionalProperties"}
    return {**plain, **{key: _leading(plain[key], sort=sort) for key in inner}}


def _completed(plain: Schema, *, name: str) -> Schema:
    """Say how a language server begins a field where its own way is not that of fact files."""
    if _class_in(plain) == "Value":
        return {"anyOf": [plain]}  # `value: ` and then a choice of blocks on one line, instead of an empty block below
    if (items := _class_in(plain.get("items", {}))) in OF_ITEMS:
        return {**plain, "defaultSnippets": OF_ITEMS[items]}
    if name == "exact":
        return {**plain, "defaultSnippets": OF_QUOTATIONS}
    if name == "refers":
        return {**plain, "propertyNames": {**plain["propertyNames"], "title": "words of the passage"}}
    return plain


def _class_in(plain: Schema) -> str:
    """Give the name of the class a schema points at, or nothing."""
    return str(plain.get("$ref", "")).removeprefix("#/definitions/")
