"""The dossier as read: every record and claim by id, each with its places in the files, and the source texts.

Frozen values, joined by id; made by `joining`. May import the model and problems. Must never know how YAML is parsed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from generator.model.claims import Claim, ClaimKind
from generator.model.dossier_head import DossierHead
from generator.model.passages import Selector, Shape, Withheld
from generator.model.records import (
    Actor,
    Agreement,
    Background,
    Dispute,
    Event,
    Question,
    RecordKind,
    Source,
    Utterance,
)
from generator.problems import Spot
from generator.reading.inside import Aligned, Extent, aligned

Path = tuple[str | int, ...]
S_co = TypeVar("S_co", bound=Shape, covariant=True)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value and each key of one file stands; a path is the keys and list indexes that lead to it.

    `texts` says how each text is written, and `lines` are the lines of the file without their ends.
    """

    file: str
    values: Mapping[Path, Spot]
    keys: Mapping[Path, Spot]
    texts: Mapping[Path, Extent] = field(default_factory=dict, repr=False)
    lines: Sequence[str] = field(default=(), repr=False)
    _firsts: dict[tuple[Path, int], int] = field(default_factory=dict, repr=False, compare=False)
    _aligned: dict[tuple[Path, str], Aligned | None] = field(default_factory=dict, repr=False, compare=False)

    def of(self, *path: str | int) -> Spot:
        """Give the place of a value, or of the nearest enclosing value that stands in the file."""
        while path:
            if (spot := self.values.get(path)) is not None:
                return spot
            path = path[:-1]
        return self.values.get((), Spot(self.file))

    def of_key(self, *path: str | int) -> Spot:
        """Give the place of a key, or of the value where the path leads to none."""
        return self.keys.get(path) or self.of(*path)

    def follows_another(self, *path: str | int) -> bool:
        """Tell whether another key of the block stands on the line of this one, before it."""
        if not self._firsts:
            for other, spot in self.keys.items():
                place = other[:-1], spot.line
                self._firsts[place] = min(spot.column, self._firsts.get(place, spot.column))
        here = self.of_key(*path)
        return self._firsts.get((path[:-1], here.line), here.column) < here.column

    def inside(self, *path: str | int, text: str, start: int, end: int) -> Spot:
        """Give the place of `text[start:end]` in a file that has the text at a path, in whatever style.

        White space may differ between the two. Gives the place of the whole text where the two do not fit.
        """
        whole = self.of(*path)
        if (extent := self.texts.get(path)) is None:
            return whole
        if (path, text) not in self._aligned:  # a text may have thousands of problems
            self._aligned[path, text] = aligned(self.lines, extent, text=text)
        beside = self._aligned[path, text]
        found = beside.place(start, end) if beside else None
        return Spot(self.file, *found) if found else whole


@dataclass(frozen=True, slots=True)
class Record(Generic[S_co]):
    """One file in `facts/`: its kind, id, data and places."""

    kind: RecordKind
    id: str
    data: S_co
    places: Places

    @property
    def file(self) -> str:
        return self.places.file


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One claim, the record it stands in and its path inside that record's file."""

    kind: ClaimKind
    data: Claim
    record: Record[Shape]
    path: Path

    @property
    def id(self) -> str:
        return self.data.id

    @property
    def withheld(self) -> Withheld | None:
        """Say why the claim is withheld, by itself or with the actor whose role it is; None where it is not."""
        return self.data.withheld or self.record.data.__dict__.get("withheld")

    def spot(self, *path: str | int) -> Spot:
        """Give the place of a value inside the claim."""
        return self.record.places.of(*self.path, *path)

    def key_spot(self, *path: str | int) -> Spot:
        """Give the place of a key inside the claim."""
        return self.record.places.of_key(*self.path, *path)

    def spot_inside(self, *path: str | int, text: str, start: int, end: int) -> Spot:
        """Give the place of some words of a text inside the claim."""
        return self.record.places.inside(*self.path, *path, text=text, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation anywhere in the files: what it quotes, from which source, and where it is written.

    `use` says what it is for: `evidence` of a claim, `date` of a claim or record, `caution`, `part` or
    `set-aside` of a source, `attribution` of an evidence item; `withheld` whatever it is for, where it is withheld.
    """

    use: str
    source: str
    selector: Selector
    record: Record[Shape]
    path: Path

    @property
    def key(self) -> tuple[str, Path]:
        """Give the record's id and the path: the quotation's name inside the dossier."""
        return self.record.id, self.path


@dataclass(frozen=True)
class Dossier:
    """All records of one fact sheet. Each mapping is sorted by id; `texts` holds source texts by the source's id.

    Parts of it may be missing where files have problems: `head` is None without a readable dossier file, and ids that
    stand in unreadable files are in `unread`, so that references to them raise no second alarm.
    """

    head: Record[DossierHead] | None
    sources: Mapping[str, Record[Source]]
    actors: Mapping[str, Record[Actor]]
    agreements: Mapping[str, Record[Agreement]]
    events: Mapping[str, Record[Event]]
    disputes: Mapping[str, Record[Dispute]]
    background: Mapping[str, Record[Background]]
    questions: Mapping[str, Record[Question]]
    claims: Mapping[str, ClaimEntry]
    utterances: Mapping[str, tuple[str, Utterance]]
    """Utterances by id, with the actor's id."""
    texts: Mapping[str, str]
    unread: frozenset[str] = field(default_factory=frozenset)
    """Ids that stand in files which could not be read, or in claims left out because their id is used already."""
    unread_kinds: frozenset[RecordKind] = field(default_factory=frozenset)
    """Kinds of which a record could not be read; every kind where a file stands in no folder of a kind."""

    @property
    def all_texts_read(self) -> bool:
        """Tell whether the text of every source could be read."""
        return "source" not in self.unread_kinds and self.texts.keys() == self.sources.keys()

    def records(self) -> Iterator[Record[Shape]]:
        """Give every record but the head, kind by kind, sorted by id."""
        for group in (
            self.sources,
            self.actors,
            self.agreements,
            self.events,
            self.disputes,
            self.background,
            self.questions,
        ):
            yield from group.values()

    def record(self, id_: str) -> Record[Shape] | None:
        """Give the record with this id, of whatever kind."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str, Record[Shape]]:
        return {record.id: record for record in self.records()}
