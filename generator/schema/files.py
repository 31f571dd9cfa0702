"""The files of schemas: where each stands and what it holds now.

May import reading and the rest of schemas. Must never write a file.
"""

from __future__ import annotations

from pathlib import Path

from generator.reading.dossier import Dossier
from generator.schema.drift import FOLDER, id_files
from generator.schema.shapes import record_schemas
from generator.schema.words import as_bytes


def schema_files(dossier: Dossier, *, root: Path) -> dict[str, bytes]:
    """Give the bytes of every schema by its path from the root."""
    shapes = {f"{FOLDER}/{kind}.json": as_bytes(schema) for kind, schema in record_schemas().items()}
    return {**shapes, **id_files(dossier, root=root)}
