"""Records -> one dossier: one namespace of ids, every claim found.

May import the model, problems and the rest of reading but files and YAML. Must never know what a claim says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar, cast

from generator.memo import FORGETFUL, Memo
from generator.model.claims import Claim, ClaimKind
from generator.model.dossier_head import DossierHead
from generator.model.passages import Shape
from generator.model.records import (
    Actor,
    Agreement,
    Background,
    Dispute,
    Event,
    Question,
    RecordKind,
    Renamed,
    Source,
    Utterance,
)
from generator.problems import Problem, Spot
from generator.reading.dossier import ClaimEntry, Dossier, Record
from generator.reading.misfits import DEVICES, device_message
from generator.reading.references import UNNAMED, unknown_references

S = TypeVar("S", bound=Shape)
Named = tuple[Callable[[], Spot], str]
"""Where an id is declared, told when somebody asks, and the id."""

CLAIMS: dict[RecordKind, tuple[tuple[str, ClaimKind], ...]] = {
    "agreement": (("terms", "term"),),
    "event": (("claims", "event"),),
    "dispute": (("positions", "position"), ("replies", "reply")),
    "actor": (("roles", "role"),),
    "background": (("claims", "background"),),
}
"""The fields of each kind of record that hold claims, and the kind of these claims."""


class Unread(NamedTuple):
    """Ids that stand in files which could not be read, and the kinds of these files."""

    ids: frozenset[str]
    kinds: frozenset[RecordKind]


ALL_READ = Unread(frozenset(), frozenset())


def join(
    records: Sequence[Record[Shape]],
    *,
    head: Record[Shape] | None,
    texts: Mapping[str, str],
    unread: Unread = ALL_READ,
    memo: Memo = FORGETFUL,
) -> tuple[Dossier, list[Problem]]:
    """Join records by id; give the dossier, and problems of ids used twice and of references that lead nowhere.

    Of two claims with one id the first by file and line is kept; the id counts as unread.
    """
    # A copy is called like its original, with something added: the original comes first.
    ordered = sorted(records, key=lambda record: (_stem(record), record.id))
    entries = [entry for record in ordered for entry in memo.kept(claims_of, record)]
    twice = _twice(entries)
    if twice:  # only then does it matter which comes first
        entries.sort(key=lambda entry: (_stem(entry.record), entry.spot("id")))
    utterances = list(_utterances(ordered))
    dossier = Dossier(
        head=cast("Record[DossierHead] | None", head),
        sources=_of_kind(ordered, Source),
        actors=_of_kind(ordered, Actor),
        agreements=_of_kind(ordered, Agreement),
        events=_of_kind(ordered, Event),
        disputes=_of_kind(ordered, Dispute),
        background=_of_kind(ordered, Background),
        questions=_of_kind(ordered, Question),
        claims=_first_by_id((entry.id, entry) for entry in entries),
        utterances=_first_by_id((utterance.id, (actor, utterance)) for _, actor, utterance in utterances),
        texts=dict(sorted(texts.items())),
        unread=unread.ids | twice,
        unread_kinds=unread.kinds,
    )
    reserved: list[Named] = [(partial(Spot, "facts/dossier.yml"), "dossier")]
    declared = list(_declared(ordered, entries))
    clashes = list(_used_twice([*reserved, *declared], what="id"))
    problems = [
        *clashes,
        *(Problem(place(), "bad-id", device_message(id_)) for place, id_ in declared if id_ in DEVICES),
        *_used_twice([(place, utterance.id) for place, _, utterance in utterances], what="utterance's id"),
        *_used_twice(_origins(dossier.head), what="origin's id"),
        *_reserved_names(dossier),
        # One of two with the same id may have lost its own, which others name.
        *unknown_references(dossier, claims_known=not clashes, memo=memo),
    ]
    return dossier, sorted(problems)


def claims_of(record: Record[Shape]) -> tuple[ClaimEntry, ...]:
    """Give the claims of a record in their order, with their kind and path."""
    return tuple(_claims_of(record))


def _claims_of(record: Record[Shape]) -> Iterator[ClaimEntry]:
    for field, kind in CLAIMS.get(record.kind, ()):
        claims: list[Claim] = getattr(record.data, field)
        for index, claim in enumerate(claims):
            yield ClaimEntry(kind, claim, record, (field, index))


V = TypeVar("V")


def _first_by_id(pairs: Iterable[tuple[str, V]]) -> dict[str, V]:
    first: dict[str, V] = {}
    for id_, value in pairs:
        first.setdefault(id_, value)
    return dict(sorted(first.items()))


def _stem(record: Record[Shape]) -> str:
    return record.file.removesuffix(".yml")


def _twice(entries: Iterable[ClaimEntry]) -> frozenset[str]:
    seen = Counter(entry.id for entry in entries)
    return frozenset(id_ for id_, times in seen.items() if times > 1)


def _of_kind(records: Iterable[Record[Shape]], kind: type[S]) -> dict[str, Record[S]]:
    return _first_by_id((record.id, cast("Record[S]", record)) for record in records if isinstance(record.data, kind))


def _declared(records: Sequence[Record[Shape]], entries: Iterable[ClaimEntry]) -> Iterator[Named]:
    """Give every id of the one namespace: records, whose files' names are theirs, then former names, then claims."""
    for record in records:
        yield partial(Spot, record.file), record.id
    for record in records:
        if isinstance(record.data, Renamed):
            for index, former in enumerate(record.data.formerly):
                yield partial(record.places.of, "formerly", index), former
    for entry in entries:
        yield partial(entry.spot, "id"), entry.id
        for index, former in enumerate(entry.data.formerly):
            yield partial(entry.spot, "formerly", index), former


def _utterances(records: Iterable[Record[Shape]]) -> Iterator[tuple[Callable[[], Spot], str, Utterance]]:
    for record in records:
        if isinstance(record.data, Actor):
            for index, utterance in enumerate(record.data.utterances):
                yield partial(record.places.of, "utterances", index, "id"), record.id, utterance


def _origins(head: Record[DossierHead] | None) -> list[Named]:
    if head is None:
        return []
    return [
        (partial(head.places.of, "origins", index, "id"), origin.id) for index, origin in enumerate(head.data.origins)
    ]


def _used_twice(declared: Iterable[Named], *, what: str) -> Iterator[Problem]:
    """Report every declaration of an id after its first; each names the first place."""
    every = list(declared)
    times = Counter(id_ for _, id_ in every)
    first: dict[str, Spot] = {}
    for place, id_ in every:
        if times[id_] == 1:
            continue
        spot = place()
        other = first.setdefault(id_, spot)
        if other is not spot:
            where = f"at {other}" if other.width else f"by {other.file}"
            message = f'the {what} "{id_}" is used already {where}; give the newer of the two another id'
            yield Problem(spot, "duplicate-id", message)


def _reserved_names(dossier: Dossier) -> Iterator[Problem]:
    if (actor := dossier.actors.get(UNNAMED)) is not None:
        message = f'an actor may not be called "{UNNAMED}", which stands for speakers no source names; rename the file'
        yield Problem(Spot(actor.file), "not-allowed", message)
    for record in dossier.records():
        if record.id == "index" or (record.kind, record.id) == ("source", "origins"):
            message = f'"{record.id}" is the address of another page in this folder; rename the file'
            yield Problem(Spot(record.file), "not-allowed", message)
