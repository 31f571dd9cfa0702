"""An id changed everywhere it stands, letter for letter in the files; the old address keeps working through `formerly`.

May import ids, layout, inserting and reading. Must never know what an id names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editing.changes import Changes, EditError
from generator.editing.ids import IdKind, is_id, kinds, taken_by
from generator.editing.inserting import with_field, with_top_field
from generator.editing.layout import sheet
from generator.model.passages import Shape
from generator.model.records import FOLDERS
from generator.problems import Spot
from generator.reading.dossier import ClaimEntry, Dossier, Record
from generator.reading.misfits import bad_id
from generator.reading.references import references_of
from generator.reading.suggestions import did_you_mean

_LEADS_TO: Mapping[IdKind, frozenset[str]] = {
    "record": frozenset({"source", "actor", "question", "party", "subject"}),
    "claim": frozenset({"claim", "position", "subject"}),
    "utterance": frozenset({"utterance"}),
    "origin": frozenset({"origin"}),
}
"""What a reference to each kind of id wants, as the table of references says it."""
_FOLDER_OF: dict[str, str] = {kind: folder for folder, kind in FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming changes: the files, how many places, and the addresses before and after, if it has a page."""

    changes: Changes
    places: int
    before: str
    after: str


def rename(old: str, new: str, *, dossier: Dossier, files: Mapping[str, str]) -> Renamed:
    """Change the id of a record, claim, utterance or origin. Raises EditError where it cannot be done.

    `files` are the texts of the fact files by their path, and of further files that may name the page of a record, such
    as mkdocs.yml; all as they stand on the disk.
    """
    kind = _refuse(old, new, dossier=dossier)
    spots = set(_spots(old, kind, dossier))
    written = {
        file: _exchanged(files[file], old, new, (spot for spot in spots if spot.file == file))
        for file in sorted({spot.file for spot in spots})
    }
    record = dossier.record(old)
    if kind == "record" and record is not None:
        return _record_renamed(record, new, files, written, len(spots))
    if kind == "claim":
        return _claim_renamed(dossier.claims[old], new, written, len(spots))
    return Renamed(_changes(written), len(spots), "", "")


def _refuse(old: str, new: str, *, dossier: Dossier) -> IdKind:
    """Tell what kind of id the old one is, or why it cannot be renamed."""
    known = kinds(dossier)
    if old not in known:
        raise EditError(f'no record, claim, utterance or origin has the id "{old}"{did_you_mean(old, known)}')
    if not is_id(new):
        raise EditError(bad_id(new))
    if (taken := taken_by(new, dossier)) is not None:
        raise EditError(f'the id "{new}" is used already {taken}; choose another')
    return known[old]


def _spots(old: str, kind: IdKind, dossier: Dossier) -> Iterator[Spot]:
    """Give every place of an id: where it is declared inside a file, and every reference to it."""
    head = dossier.head
    for record in (*([head] if head else []), *dossier.records()):
        for reference in references_of(record):
            if reference.id == old and reference.wants in _LEADS_TO[kind]:
                yield record.places.of(*reference.path)
    if kind == "claim":
        yield dossier.claims[old].spot("id")
    if kind == "utterance":
        actor, utterance = dossier.utterances[old]
        index = dossier.actors[actor].data.utterances.index(utterance)
        yield dossier.actors[actor].places.of("utterances", index, "id")
    if kind == "origin" and head is not None:
        index = [origin.id for origin in head.data.origins].index(old)
        yield head.places.of("origins", index, "id")


def _exchanged(text: str, old: str, new: str, spots: Iterable[Spot]) -> str:
    page = sheet(text)
    for spot in sorted(set(spots), reverse=True):  # from the end, so that places before stay right
        page = page.exchanged(spot, old, new)
    return page.text


def _claim_renamed(entry: ClaimEntry, new: str, written: dict[str, str], places: int) -> Renamed:
    file = entry.record.file
    written[file] = with_field(written[file], entry.path, "formerly", [*entry.data.formerly, entry.id], file=file)
    return Renamed(_changes(written), places, f"claims/{entry.id}/", f"claims/{new}/")


def _record_renamed(
    record: Record[Shape], new: str, files: Mapping[str, str], written: dict[str, str], places: int
) -> Renamed:
    """Move the file of a record; what names its page, such as the navigation, follows."""
    folder = _FOLDER_OF[record.kind]
    page = re.compile(rf"(?<![\w/-]){folder}/{record.id}(?=\.md\b|/)")
    for file, text in files.items():
        if not file.startswith("facts/") and page.search(text):
            written[file], count = page.subn(f"{folder}/{new}", written.get(file, text))
            places += count
    text = written.pop(record.file, files[record.file])
    former = [*getattr(record.data, "formerly", []), record.id]
    moved = f"facts/{folder}/{new}.yml"
    written[moved] = with_top_field(text, "formerly", former, file=record.file)
    changes = Changes(_changes(written).written, frozenset({record.file}))
    return Renamed(changes, places, f"{folder}/{record.id}/", f"{folder}/{new}/")


def _changes(written: Mapping[str, str]) -> Changes:
    return Changes({file: text.encode() for file, text in written.items()})
