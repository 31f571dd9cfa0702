"""The ids of one dossier as lists an editor can choose from, each id with what it stands for.

May import the model, withholding and what reading knows of a dossier. Must never know the fields that use the lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.evidence.withholding import withhold
from generator.model.passages import Shape
from generator.model.records import FOLDERS, SHAPES, Actor, Question, RecordKind, Source
from generator.reading.dossier import Dossier, Record
from generator.reading.folders import files_below
from generator.reading.joining import CLAIMS
from generator.reading.misfits import id_like
from generator.reading.references import UNNAMED, WANTS, known_ids
from generator.reading.texts import SEEDS
from generator.schema.words import DRAFT, Schema, any_id

_NOT_READ = "a file that cannot be read"
_BEGINNING = 12  # words of a source's text that make it known
_INSIDE: Mapping[str, frozenset[RecordKind]] = {
    "claim": frozenset(CLAIMS),
    "position": frozenset({"dispute"}),
    "subject": frozenset(CLAIMS),
    "utterance": frozenset({"actor"}),
}
"""Kinds of record inside whose files an id of a sort may stand: a file that cannot be read may hold further ones."""


def id_schema(dossier: Dossier, *, root: Path) -> Schema:
    """Give every list of ids, by what it is a list of: the keys of WANTS, `claimant` and `text`.

    Of a source with a withheld passage, the beginning is not told: the passage may stand there.
    """
    quoted = {evidence.source for entry in dossier.claims.values() for evidence in entry.data.evidence
              if entry.withheld or evidence.withheld}  # fmt: skip
    dossier = withhold(dossier)
    dossier = replace(dossier, texts={id_: text for id_, text in dossier.texts.items() if id_ not in quoted})
    known = known_ids(dossier)
    unread = _unread(dossier, root=root)
    lists: dict[str, Schema] = {}
    for sort, (_, noun, add) in sorted(WANTS.items()):
        told = {id_: _told(id_, sort=sort, dossier=dossier) for id_ in known[sort] or ()}
        told |= {id_: _NOT_READ for id_, kind in unread.items() if sort in (kind, "subject")}
        advice = f'no {noun} has this id; choose one, or {add.format(id="<id>")} and run "factsheet schema"'
        lists[sort] = _list(told, advice=advice, more=known[sort] is None or _more(sort, dossier))
        if sort == "actor":
            speakers = {**told, UNNAMED: "a speaker whom the source leaves unnamed; its words go under words:"}
            lists["claimant"] = _list(speakers, advice=advice, more=_more(sort, dossier))
    advice = f'no such text is in {SEEDS}/; choose one, or put the text there and run "factsheet schema"'
    lists["text"] = _list(_texts(dossier, root=root), advice=advice)
    return {"$schema": DRAFT, "title": "the ids of this dossier", "definitions": lists}


def _list(told: Mapping[str, str], *, advice: str, more: bool = False) -> Schema:
    """List ids with what each stands for; where there may be more of them, others are taken but not offered."""
    if not told:
        # An empty enum is right by the standard, but language servers refuse the whole schema for it.
        return any_id() if more else {"type": "string", "pattern": "(?!)", "patternErrorMessage": advice}
    ordered = sorted(told)
    choice = {"type": "string", "enum": ordered, "enumDescriptions": [told[id_] for id_ in ordered]}
    return {"anyOf": [choice, any_id()]} if more else {**choice, "errorMessage": advice}


def _more(sort: str, dossier: Dossier) -> bool:
    """Tell whether more ids may be known than could be read, so that a reference to another is no mistake."""
    somewhere = dossier.unread_kinds == SHAPES.keys()  # a file in no folder of a kind may be a record of any
    return somewhere or bool(_INSIDE.get(sort, frozenset()) & dossier.unread_kinds)


def _unread(dossier: Dossier, *, root: Path) -> dict[str, RecordKind]:
    """Give the kinds of the records that could not be read, by the names of their files."""
    if not dossier.unread_kinds:
        return {}
    places = [PurePosixPath(found.file) for found in files_below(root, "facts", ending=".yml")]
    kinds = {place.stem: FOLDERS[place.parent.name] for place in places if place.parent.name in FOLDERS}
    return {id_: kind for id_, kind in kinds.items() if dossier.record(id_) is None and id_like(id_) == id_}


def _told(id_: str, *, sort: str, dossier: Dossier) -> str:
    """Say in one line what an id stands for."""
    return " ".join(" ".join(_words(id_, sort=sort, dossier=dossier)).split())


def _words(id_: str, *, sort: str, dossier: Dossier) -> Iterator[str]:
    record = dossier.record(id_)
    if sort == "origin" and dossier.head is not None:
        yield from (origin.about for origin in dossier.head.data.origins if origin.id == id_)
    elif sort == "utterance":
        actor, utterance = dossier.utterances[id_]
        yield f"{_name(actor, dossier)}: {utterance.about}"
    elif record is not None:
        yield f"{record.kind}: " if sort == "subject" else ""
        yield from _of_record(record, dossier=dossier)
    elif id_ in dossier.claims:
        entry = dossier.claims[id_]
        yield f"{entry.kind}: " if sort == "subject" else ""
        yield entry.data.statement or "withheld"


def _of_record(record: Record[Shape], *, dossier: Dossier) -> Iterator[str]:
    match record.data:
        case Actor(name=name, kind=kind, party=party):
            side = f"; speaks for {_name(party, dossier)}" if party not in (None, record.id) else ""
            yield f"{name} ({kind}{side})"
        case Source(title=title):
            beginning = " ".join(dossier.texts.get(record.id, "").split()[:_BEGINNING])
            yield "; ".join([f"“{title}”"] * bool(title) + [f"begins “{beginning} …”"] * bool(beginning))
        case Question(text=text):
            yield text
        case other:
            yield str(getattr(other, "title", record.id))


def _name(actor: str, dossier: Dossier) -> str:
    return dossier.actors[actor].data.name if actor in dossier.actors else actor


def _texts(dossier: Dossier, *, root: Path) -> dict[str, str]:
    """Give the paths of the stored texts, each with the source that describes it."""
    owners = {record.data.file: id_ for id_, record in dossier.sources.items()}
    stored = [found.file for found in files_below(root, SEEDS)]
    return {file: f"the text of {owners[file]}" if file in owners else "described by no source" for file in stored}
