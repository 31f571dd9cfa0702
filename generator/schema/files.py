"""The files of schemas: where each stands, what it holds now, and which on the disk hold something else.

May import reading and the rest of schemas. Must never write a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.problems import Problem, Spot
from generator.reading.dossier import Dossier
from generator.schema.ids import id_schema
from generator.schema.shapes import record_schemas
from generator.schema.words import IDS, as_bytes

FOLDER = "facts/.schema"
"""Hidden, so reading passes over it."""


def schema_files(dossier: Dossier, *, root: Path) -> dict[str, bytes]:
    """Give the bytes of every schema by its path from the root."""
    shapes = {f"{FOLDER}/{kind}.json": as_bytes(schema) for kind, schema in record_schemas().items()}
    return {**shapes, **id_files(dossier, root=root)}


def id_files(dossier: Dossier, *, root: Path) -> dict[str, bytes]:
    """Give the bytes of the one file that changes with the facts: the ids of the dossier."""
    return {f"{FOLDER}/{IDS}": as_bytes(id_schema(dossier, root=root))}


def drifted(made: Mapping[str, bytes], *, root: Path) -> list[str]:
    """Give the paths whose files are missing or hold something else."""
    return [path for path, content in sorted(made.items()) if _content(root / path) != content]


def drift(dossier: Dossier, *, root: Path) -> Iterator[Problem]:
    """Report ids an editor is not offered; nothing where the dossier has no schemas, or could not be read whole."""
    if dossier.unread_kinds or dossier.head is None or not (root / FOLDER).is_dir():
        return
    for path in drifted(id_files(dossier, root=root), root=root):
        yield Problem(
            Spot(path), "schema-drift", 'these are not the ids of the facts as they are now; run "factsheet schema"'
        )


def _content(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
