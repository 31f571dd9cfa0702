"""Every reference of the dossier, checked: a named id leads somewhere, or a problem says what it may have meant.

May import the model, problems and the dossier. Must never know files, nor what a claim says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator.memo import FORGETFUL, Memo
from generator.model.claims import Claim, Position, Reply
from generator.model.dossier_head import Answer, DossierHead, Wanted
from generator.model.passages import Evidence, Passage, Shape
from generator.model.records import Actor, Agreement, Dispute, Implementation, Part, Question, Renamed, Source
from generator.problems import Problem, Spot
from generator.reading.dossier import Dossier, Path, Record
from generator.reading.fields import inner_shapes
from generator.reading.suggestions import did_you_mean, nearest

_HAVE_CLAIMS = frozenset({"agreement", "event", "dispute", "actor", "background"})
_SEVERAL = 2
"""Places that name an id from which on a file's name is more likely wrong than they are."""
WANTS: Mapping[str, tuple[str, str, str]] = {
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
"""What an id may lead to: the code where it leads nowhere, the noun, and what to do."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field, of one shape or several, that holds ids, alone or in lists and blocks, and what they lead to."""

    shapes: tuple[type[Shape], ...]
    name: str
    wants: str


FIELDS: tuple[Field, ...] = (
    Field((Passage,), "source", "source"),
    Field((Evidence,), "claimant", "actor"),
    Field((Evidence,), "utterance", "utterance"),
    Field((Claim,), "question", "question"),
    Field((Claim,), "about", "subject"),
    Field((Claim,), "refers", "actor"),
    Field((Position, Reply), "held_by", "actor"),
    Field((Reply,), "reply_to", "position"),
    Field((Source, Part), "origin", "origin"),
    Field((Actor,), "party", "party"),
    Field((Agreement,), "parties", "actor"),
    Field((Dispute,), "common_ground", "claim"),
    Field((Implementation,), "agreed", "claim"),
    Field((Implementation,), "announced", "claim"),
    Field((Implementation,), "reported", "claim"),
    Field((Question,), "earlier", "source"),
    Field((Question,), "only_generated", "source"),
    Field((Answer, Wanted), "claims", "claim"),
    Field((DossierHead,), "parties", "actor"),
    Field((DossierHead,), "highlights", "claim"),
    Field((DossierHead,), "brief", "claim"),
    Field((DossierHead,), "opposed", "party"),
)
"""Which field of which shape refers to what; the one exception is `claimant: unnamed`, which leads to nobody."""

UNNAMED = "unnamed"
_CLAIMS = ("claim", "position", "subject")
"""What a claim may be named as."""


class Reference(NamedTuple):
    """One id that leads elsewhere: what it should lead to (a key of WANTS), and its path inside the shape."""

    wants: str
    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Lost:
    """A reference that leads nowhere, and where it stands."""

    reference: Reference
    spot: Spot


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids by what they may be referred to as; None where they could not be read. And what every id is."""

    ids: Mapping[str, frozenset[str] | None]
    kinds: Mapping[str, str]
    renamed: Mapping[str, str]
    claims: frozenset[str]


def unknown_references(
    dossier: Dossier, *, claims_known: bool = True, memo: Memo = FORGETFUL
) -> Iterator[Problem]:
    """Report every reference that leads nowhere, but for those to ids that stand in files which could not be read.

    Where the claims are not all known, what may lead to one is passed over.
    """
    known = _known(dossier, claims_known=claims_known)
    heads = [dossier.head] if dossier.head is not None else []
    named: set[str] = set()
    lost: list[_Lost] = []
    for record in (*heads, *dossier.records()):
        for reference in memo.kept(references_of, record):
            ids = known.ids[reference.wants]
            named.add(reference.id)
            if ids is None or reference.id in ids or reference.id in dossier.unread:
                continue
            # What is like nothing that is there may be in a file that could not be read.
            if not (_may_be_unread(reference, dossier) and not _guess(reference, ids=ids, known=known)):
                lost.append(_Lost(reference, record.places.of(*reference.path)))
    told = dict(_misnamed_files(lost, named=named, known=known, dossier=dossier))
    yield from told.values()
    for one in lost:
        ids = known.ids[one.reference.wants]
        if one.reference.id not in told and ids is not None:
            yield _unknown(one, ids=ids, known=known)


def _may_be_unread(reference: Reference, dossier: Dossier) -> bool:
    """Tell whether a claim that is named may stand in a record that could not be read."""
    return reference.wants in _CLAIMS and not dossier.unread_kinds.isdisjoint(_HAVE_CLAIMS)


def _misnamed_files(
    lost: Sequence[_Lost], *, named: set[str], known: _Known, dossier: Dossier
) -> Iterator[tuple[str, Problem]]:
    """Report a file that nothing names while several places name one like it, by the id that they name."""
    for kind in ("actor", "source", "question"):
        ids = known.ids[kind] or frozenset()
        for id_ in sorted({one.reference.id for one in lost if one.reference.wants == kind}):
            places = sorted(one.spot for one in lost if one.reference.id == id_)
            record = dossier.record(nearest(id_, ids - named))
            if record is None or len(places) < _SEVERAL:
                continue
            message = (
                f'{len(places)} places name the {kind} "{id_}", which is not there, and none names "{record.id}"; '
                f'name this file "{id_}.yml", or write "{record.id}" in those places'
            )
            named_at = tuple(f"named at {spot}" for spot in places)
            yield id_, Problem(Spot(record.file), f"unknown-{kind}", message, named_at)


def references_of(record: Record[Shape] | Record[DossierHead]) -> tuple[Reference, ...]:
    """Give every reference of a record, each with its path inside the file."""
    found: list[Reference] = []
    _collect(record.data, (), found)
    return tuple(found)


def _collect(shape: Shape, path: Path, found: list[Reference]) -> None:
    """Collect the references of a shape, and then those of the shapes inside it."""
    own, inner = _fields_of(type(shape))
    given = shape.__dict__
    for name, wants in own:
        if value := given[name]:
            listed = ((value, (*path, name)),) if type(value) is str else _ids(value, path=(*path, name))
            found += [Reference(wants, *one) for one in listed if one[0] != UNNAMED or name != "claimant"]
    for attribute, name in inner:
        if isinstance(value := given[attribute], Shape):
            _collect(value, (*path, name), found)
        elif value and type(value) is list:
            for index, item in enumerate(value):
                if isinstance(item, Shape):
                    _collect(item, (*path, name, index), found)


def _ids(given: object, *, path: Path) -> Iterator[tuple[str, Path]]:
    """Give every id a field holds, alone or in lists and blocks, with its path."""
    if isinstance(given, str):
        yield given, path
        return
    steps = given.items() if isinstance(given, Mapping) else enumerate(given) if isinstance(given, list) else ()
    for step, value in steps:
        yield from _ids(value, path=(*path, step))


@cache
def _fields_of(kind: type[Shape]) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Give what each row of the table says of a shape: name and what it leads to; and the fields that hold shapes."""
    own = tuple((field.name, field.wants) for field in FIELDS if issubclass(kind, field.shapes))
    return own, inner_shapes(kind)


def known_ids(dossier: Dossier) -> Mapping[str, frozenset[str] | None]:
    """Give, for each key of WANTS, the ids that may stand there; None where they could not be read."""
    head = dossier.head.data if dossier.head is not None else None
    claims = frozenset(dossier.claims)
    return {
        "source": frozenset(dossier.sources),
        "actor": frozenset(dossier.actors),
        "question": frozenset(dossier.questions),
        "utterance": frozenset(dossier.utterances),
        "claim": claims,
        "position": frozenset(id_ for id_, entry in dossier.claims.items() if entry.kind == "position"),
        "subject": claims | {record.id for record in dossier.records()},
        "origin": frozenset(origin.id for origin in head.origins) if head is not None else None,
        "party": frozenset(head.parties) if head is not None else None,
    }


def _known(dossier: Dossier, *, claims_known: bool) -> _Known:
    records = list(dossier.records())
    kinds = {id_: entry.kind for id_, entry in dossier.claims.items()} | {record.id: record.kind for record in records}
    renamed = {old: record.id for record in records for old in _former(record)}
    renamed |= {old: entry.id for entry in dossier.claims.values() for old in entry.data.formerly}
    ids = known_ids(dossier)
    if not claims_known:
        ids = {**ids, **dict.fromkeys(_CLAIMS)}
    return _Known(ids, kinds, renamed, frozenset(dossier.claims))


def _former(record: Record[Shape]) -> list[str]:
    return record.data.formerly if isinstance(record.data, Renamed) else []


def _unknown(lost: _Lost, *, ids: frozenset[str], known: _Known) -> Problem:
    reference, spot = lost.reference, lost.spot
    code, noun, add = WANTS[reference.wants]
    other = known.kinds.get(reference.id)
    if reference.id in known.renamed:
        advice = f'; it was renamed, write "{known.renamed[reference.id]}"'
    elif guess := _guess(reference, ids=ids, known=known):
        advice = guess
    elif other is not None:
        advice = f"; it is the id of {_with_article(other)}, write the id of {_with_article(noun)}"
    else:
        advice = f"; correct it, or {add.format(id=reference.id)}"
        if reference.path[-1] == "claimant":
            advice += ", or leave claimant: out where the article speaks for itself"
    if reference.wants == "position" and other is not None:
        return Problem(spot, "not-allowed", f'"{reference.id}" is no position{advice}')
    return Problem(spot, code, f'no {noun} has the id "{reference.id}"{advice}')


def _guess(reference: Reference, *, ids: frozenset[str], known: _Known) -> str:
    """Suggest an id; of a record before one of a claim, where both will do."""
    records = ids - known.claims if reference.wants == "subject" else ids
    return did_you_mean(reference.id, records) or did_you_mean(reference.id, ids)


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeou' else 'a'} {noun}"
