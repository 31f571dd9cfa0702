"""The schemas as plain data, with a validator of another make than the editors' language server."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from generator.model.records import FOLDERS, RecordKind
from generator.reading.dossier import Dossier
from generator.schema.ids import id_schema
from generator.schema.shapes import record_schemas
from generator.schema.words import IDS

SHAPES_ONLY = record_schemas()
FILES: Mapping[RecordKind, str] = {kind: f"facts/{folder}/*.yml" for folder, kind in FOLDERS.items()}


def complaints(data: Any, *, kind: RecordKind, dossier: Dossier, root: Path) -> list[str]:
    """Give what a validator says of a record's data, by the schemas this dossier has now."""
    return sorted(
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator(kind, dossier=dossier, root=root).iter_errors(data)
    )


def validator(kind: RecordKind, *, dossier: Dossier, root: Path) -> Draft7Validator:
    ids = Resource.from_contents(id_schema(dossier, root=root), default_specification=DRAFT7)
    registry: Registry[Any] = Registry().with_resource(IDS, ids)
    return Draft7Validator(SHAPES_ONLY[kind], registry=registry)
