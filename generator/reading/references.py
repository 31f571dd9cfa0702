"""Every reference of the dossier, checked: a named id leads somewhere, or a problem says what it may have meant.

May import the model, problems and the dossier. Must never know files, nor what a claim says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.model.claims import Claim, Position, Reply
from generator.model.dossier_head import Answer, DossierHead, Wanted
from generator.model.passages import Evidence, Passage, Shape
from generator.model.records import Actor, Agreement, Dispute, Implementation, Part, Question, Renamed, Source
from generator.problems import Problem
from generator.reading.dossier import Dossier, Path, Record
from generator.reading.fields import inner_shapes
from generator.reading.suggestions import did_you_mean

_WANTS = {
    "source": ("unknown-source", "source", "add facts/sources/{id}.yml"),
    "actor": ("unknown-actor", "actor", "add facts/actors/{id}.yml"),
    "question": ("unknown-question", "question", "add facts/questions/{id}.yml"),
    "origin": ("unknown-origin", "origin", "add it under origins: in facts/dossier.yml"),
    "party": ("unknown-party", "party", "add it under parties: in facts/dossier.yml"),
    "utterance": ("unknown-utterance", "utterance", "add it under utterances: of the actor"),
    "claim": ("unknown-claim", "claim", "write the claim first"),
    "position": ("unknown-claim", "position", "write the position first"),
    "subject": ("unknown-record", "record or claim", "write it first"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One id that leads elsewhere: what it should lead to (a key of the table above), and its path inside the shape."""

    wants: str
    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids by what they may be referred to as; None where they could not be read. And what every id is."""

    ids: Mapping[str, frozenset[str] | None]
    kinds: Mapping[str, str]
    renamed: Mapping[str, str]


def unknown_references(dossier: Dossier) -> Iterator[Problem]:
    """Report every reference that leads nowhere, but for those to ids that stand in files which could not be read."""
    known = _known(dossier)
    heads = [dossier.head] if dossier.head is not None else []
    for record in (*heads, *dossier.records()):
        for reference in references_of(record):
            ids = known.ids[reference.wants]
            if ids is not None and reference.id not in ids and reference.id not in dossier.unread:
                yield _unknown(reference, ids=ids, known=known, record=record)


def references_of(record: Record[Shape] | Record[DossierHead]) -> Iterator[Reference]:
    """Give every reference of a record, each with its path inside the file."""
    for path, part in shapes_in(record.data):
        for reference in _references(part):
            yield Reference(reference.wants, reference.id, (*path, *reference.path))


def shapes_in(shape: Shape, *, path: Path = ()) -> Iterator[tuple[Path, Shape]]:
    """Give a shape and all shapes inside it, each with its path as editors write it."""
    yield path, shape
    for attribute, name in inner_shapes(type(shape)):
        value = getattr(shape, attribute)
        if isinstance(value, Shape):
            yield from shapes_in(value, path=(*path, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Shape):
                    yield from shapes_in(item, path=(*path, name, index))


def _references(shape: Shape) -> Iterator[Reference]:
    """Give the references a shape itself makes, without those of shapes inside it."""
    for wants, field in _fields_of(type(shape)):
        given = getattr(shape, field)
        if isinstance(given, list):
            yield from _each(wants, given, field)
        elif given is not None and (field, given) != ("claimant", "unnamed"):
            yield Reference(wants, given, (field,))
    if isinstance(shape, Claim):
        for word, actors in shape.refers.items():
            yield from _each("actor", actors, "refers", word)
    if isinstance(shape, DossierHead):
        for index, pair in enumerate(shape.opposed):
            yield from _each("party", pair, "opposed", index)


_FIELDS: tuple[tuple[type[Shape] | tuple[type[Shape], ...], str, str], ...] = (
    (Passage, "source", "source"),
    (Evidence, "actor", "claimant"),
    (Evidence, "utterance", "utterance"),
    (Claim, "question", "question"),
    (Claim, "subject", "about"),
    ((Position, Reply), "actor", "held_by"),
    (Reply, "position", "reply_to"),
    ((Source, Part), "origin", "origin"),
    (Actor, "party", "party"),
    (Agreement, "actor", "parties"),
    (Dispute, "claim", "common_ground"),
    (Implementation, "claim", "agreed"),
    (Implementation, "claim", "announced"),
    (Implementation, "claim", "reported"),
    (Question, "source", "earlier"),
    (Question, "source", "only_generated"),
    ((Answer, Wanted), "claim", "claims"),
    (DossierHead, "actor", "parties"),
    (DossierHead, "claim", "highlights"),
    (DossierHead, "claim", "brief"),
)
"""Which field of which shape refers to what."""


@cache
def _fields_of(kind: type[Shape]) -> tuple[tuple[str, str], ...]:
    """Give the rows of the table that a shape has: what is wanted, and the field."""
    return tuple((wants, field) for kinds, wants, field in _FIELDS if issubclass(kind, kinds))


def _each(wants: str, ids: list[str], *path: str | int) -> Iterator[Reference]:
    return (Reference(wants, id_, (*path, index)) for index, id_ in enumerate(ids))


def _known(dossier: Dossier) -> _Known:
    records = list(dossier.records())
    kinds = {id_: entry.kind for id_, entry in dossier.claims.items()} | {record.id: record.kind for record in records}
    head = dossier.head.data if dossier.head is not None else None
    claims = frozenset(dossier.claims)
    ids: dict[str, frozenset[str] | None] = {
        "source": frozenset(dossier.sources),
        "actor": frozenset(dossier.actors),
        "question": frozenset(dossier.questions),
        "utterance": frozenset(dossier.utterances),
        "claim": claims,
        "position": frozenset(id_ for id_, entry in dossier.claims.items() if entry.kind == "position"),
        "subject": claims | {record.id for record in records},
        "origin": frozenset(origin.id for origin in head.origins) if head is not None else None,
        "party": frozenset(head.parties) if head is not None else None,
    }
    renamed = {old: record.id for record in records for old in _former(record)}
    renamed |= {old: entry.id for entry in dossier.claims.values() for old in entry.data.formerly}
    return _Known(ids, kinds, renamed)


def _former(record: Record[Shape]) -> list[str]:
    return record.data.formerly if isinstance(record.data, Renamed) else []


def _unknown(
    reference: Reference, *, ids: frozenset[str], known: _Known, record: Record[Shape] | Record[DossierHead]
) -> Problem:
    code, noun, add = _WANTS[reference.wants]
    other = known.kinds.get(reference.id)
    if reference.id in known.renamed:
        advice = f'; it was renamed, write "{known.renamed[reference.id]}"'
    elif guess := did_you_mean(reference.id, ids):
        advice = guess
    elif other is not None:
        advice = f"; it is the id of {_with_article(other)}, write the id of {_with_article(noun)}"
    else:
        advice = f"; correct it, or {add.format(id=reference.id)}"
    spot = record.places.of(*reference.path)
    if reference.wants == "position" and other is not None:
        return Problem(spot, "not-allowed", f'"{reference.id}" is no position{advice}')
    return Problem(spot, code, f'no {noun} has the id "{reference.id}"{advice}')


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeou' else 'a'} {noun}"
