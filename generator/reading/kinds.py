"""Which kind of record a file holds: by its folder, or, where that is wrong, by its fields.

May import the model and the shapes. Must never know other files.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from generator.model.records import FOLDERS, SHAPES, RecordKind
from generator.problems import Problem, Spot
from generator.reading.dossier import Places
from generator.reading.fields import fields, shape_name
from generator.reading.shapes import fits
from generator.reading.unseen import shown

_FOLDER_OF: Mapping[RecordKind, str] = {kind: folder for folder, kind in FOLDERS.items()}
_NAMED: Mapping[str, tuple[RecordKind, ...]] = {
    "claimant": ("actor",),
    "held_by": ("actor",),
    "party": ("actor",),
    "parties": ("actor",),
    "opposed": ("actor",),
    "source": ("source",),
    "earlier": ("source",),
    "only_generated": ("source",),
    "question": ("question",),
}
"""The kinds of record that a field names."""


def ids_by_field(files: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the ids that fields may name, by the names of the files there are."""
    stems: dict[RecordKind, set[str]] = {}
    for file in map(PurePosixPath, files):
        if (kind := FOLDERS.get(file.parent.name)) is not None:
            stems.setdefault(kind, set()).add(file.stem)
    return {field: frozenset().union(*(stems.get(kind, ()) for kind in kinds)) for field, kinds in _NAMED.items()}


def kinds_of(data: object) -> list[RecordKind]:
    """Give the kinds of record that data fits without a problem."""
    return [kind for kind in _FOLDER_OF if fits(data, kind=kind)]


def in_wrong_folder(data: object, *, kind: RecordKind, places: Places) -> Problem | None:
    """Report a record that fits another kind than that of its folder."""
    if not isinstance(data, dict) or data.keys() <= fields(SHAPES[kind]).keys():
        return None
    if not (fitting := kinds_of(data)):
        return None
    name = places.file.rpartition("/")[2]
    known = " or ".join(map(_with_article, fitting))
    found = f'"{shown(name)}" has the fields of {known}, not of {_with_article(kind)}'
    return Problem(Spot(places.file), "stray-file", f"{found}; move it to {folders(fitting)}")


def folders(kinds: Collection[RecordKind]) -> str:
    """Name the folders of some kinds."""
    return " or ".join(f"facts/{_FOLDER_OF[kind]}/" for kind in kinds)


def _with_article(kind: RecordKind) -> str:
    word = "background" if kind == "background" else shape_name(SHAPES[kind])
    return word if kind == "background" else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
