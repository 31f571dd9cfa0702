"""Schemas on the disk that are not those of the facts as they are now.

May import reading, the ids and the words of schemas. Must never load the shapes' schemas: every check looks at the
ids, which change with the facts, and making the others takes longer than all of that. They change with this program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.problems import Problem, Spot
from generator.reading.dossier import Dossier
from generator.schema.ids import id_schema
from generator.schema.words import IDS, Schema, as_bytes

FOLDER = "facts/.schema"
"""Hidden, so reading passes over it."""


def id_files(dossier: Dossier, *, root: Path) -> dict[str, bytes]:
    """Give the bytes of the one file that changes with the facts, by its path from the root."""
    return {f"{FOLDER}/{IDS}": as_bytes(id_schema(dossier, root=root))}


def drift(dossier: Dossier, *, root: Path) -> Iterator[Problem]:
    """Note ids an editor is not offered; nothing where the dossier has no schemas, or could not be read whole.

    What an id is said to stand for may lag behind: it changes with every word of a statement.
    """
    if dossier.unread_kinds or dossier.head is None or not (root / FOLDER).is_dir():
        return
    message = 'these are not the ids of the facts as they are now; run "factsheet schema" to have them offered'
    for path, content in id_files(dossier, root=root).items():
        if _ids(content) != _ids(_content(root / path) or b""):
            yield Problem(Spot(path), "schema-drift", message)


def drifted(made: Mapping[str, bytes], *, root: Path) -> list[str]:
    """Give the paths whose files are missing or hold something else."""
    return [path for path, content in sorted(made.items()) if _content(root / path) != content]


def _ids(content: bytes) -> object:
    """Give the ids of every list, without what they stand for; None for what is no schema."""
    try:
        lists = json.loads(content)["definitions"]
        return {name: sorted(_offered(listed)) for name, listed in lists.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _offered(listed: Schema) -> list[str]:
    return listed.get("enum") or [id_ for arm in listed.get("anyOf", []) for id_ in arm.get("enum", [])]


def _content(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
