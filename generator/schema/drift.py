"""Schemas on the disk that are not those of the facts as they are now.

May import reading, what is weighed, the ids and the words of schemas. Must never load the shapes' schemas: every check
looks at the ids, which change with the facts, and making the others takes longer than all of that. They change with
this program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.dossier import ClaimEntry, Dossier
from generator.reading.quoted import WITHHELD
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


def withheld_words(weighed: Weighed, *, root: Path) -> Iterator[Problem]:
    """Refuse a list of ids that tells of an id what it stood for before something of it was withheld."""
    path = f"{FOLDER}/{IDS}"
    hiding = {quoted.source for quoted in weighed.quoted.values() if quoted.use == WITHHELD}
    hiding |= {id_ for id_, entry in weighed.dossier.claims.items() if _hides(entry)}
    people = {id_ for id_, record in weighed.dossier.actors.items() if record.data.withheld}
    if not (hiding or people) or (content := _content(root / path)) is None:
        return
    if people:  # their names may stand in what others stand for
        hiding |= weighed.dossier.actors.keys() | weighed.dossier.utterances.keys()
    silent = {id_: text for id_, text in weighed.dossier.texts.items() if id_ not in hiding}
    now = _told(as_bytes(id_schema(replace(weighed.dossier, texts=silent), root=root)))
    stored = _told(content)
    stale = sorted({key[1] for key, words in stored.items() if key[1] in hiding and words != now.get(key)})
    if stale:
        yield Problem(
            Spot(path),
            "withheld-in-schema",
            f'this may hold words that are withheld now, at {", ".join(stale)}; run "factsheet schema", and commit it: '
            "what git has kept of it stays in its history",
        )


def _hides(entry: ClaimEntry) -> bool:
    return entry.withheld is not None or any(evidence.withheld for evidence in entry.data.evidence)


def last_known(root: Path) -> frozenset[str]:
    """Give the ids of all kinds that the dossier had when its schemas were last written; none without schemas."""
    lists = _ids(_content(root / FOLDER / IDS) or b"") or {}
    return frozenset(id_ for ids in lists.values() for id_ in ids)


def drifted(made: Mapping[str, bytes], *, root: Path) -> list[str]:
    """Give the paths whose files are missing or hold something else."""
    return [path for path, content in sorted(made.items()) if _content(root / path) != content]


def _ids(content: bytes) -> dict[str, list[str]] | None:
    """Give the ids of every list, without what they stand for; None for what is no schema."""
    try:
        lists = json.loads(content)["definitions"]
        return {name: sorted(_offered(listed)) for name, listed in lists.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _told(content: bytes) -> dict[tuple[str, str], str]:
    """Give what each id of each list is said to stand for; nothing for what is no schema."""
    try:
        lists = json.loads(content)["definitions"]
        arms = [(name, arm) for name, listed in lists.items() for arm in (listed, *listed.get("anyOf", ()))]
        return {
            (name, id_): words
            for name, arm in arms
            for id_, words in zip(arm.get("enum", ()), arm.get("enumDescriptions", ()), strict=False)
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _offered(listed: Schema) -> list[str]:
    return listed.get("enum") or [id_ for arm in listed.get("anyOf", []) for id_ in arm.get("enum", [])]


def _content(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
