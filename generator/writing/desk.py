"""The desk pages are written at: records by id and by name, and for each page a sheet that collects its footnotes.

May import evidence, naming, dates, addresses and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.evidence.context import Surroundings
from generator.evidence.quotations import Proof
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage, parse_or_none
from generator.model.claims import Position, Reply
from generator.model.passages import Dated, Evidence, Shape, Value
from generator.model.records import Actor, Question, Source
from generator.reading.dossier import ClaimEntry, Path, Record
from generator.writing import addresses, dates, descriptions, naming
from generator.writing.claim_index import ClaimIndex
from generator.writing.page_kinds import kind_of
from generator.writing.pieces import Head, Link, Note, SourceName, Speaker, Statement, When
from generator.writing.signposts import Signposts, Voice

DIFFERENCES = "where-accounts-differ"  # the section of a claim's page that tells them
REPLIES = "replies"  # the section of a position's page that tells them


@dataclass(frozen=True)
class Desk:
    """What every page needs: the weighed dossier, its records by id, a name for each record and the scope line."""

    weighed: Weighed
    records: dict[str, Record[Shape]]
    names: dict[str, str]
    differing: frozenset[str]
    """Ids of the claims whose answer differs from another answer to the same question."""
    claims: dict[str, list[WeighedClaim]]
    """The claims of each record, in the order of its file."""
    places: dict[str, list[str]]
    """Ids of all claims of each record, withheld ones among them, in the order of its file."""
    replies: dict[str, list[str]]
    """Ids of the replies to each position, record by record in the order of the file."""

    index: ClaimIndex
    """Claims by what they answer, are about and rest on."""
    signposts: dict[str, Signposts] = field(default_factory=dict, repr=False, compare=False)
    """Links as they lead from each folder that has a page."""
    surroundings: dict[str, Surroundings] = field(default_factory=dict, repr=False, compare=False)
    """What may stand beside the passages of each source whose passages are shown."""

    def sheet(self, page: str) -> Sheet:
        """Take a new sheet for a page, named by its path such as `claims/x.md`."""
        folder = page.rpartition("/")[0]
        if folder not in self.signposts:
            self.signposts[folder] = Signposts(page, self.weighed, self.records, self.names)
        return Sheet(self, page, self.signposts[folder])

    @cached_property
    def labels(self) -> str:
        """Say what the labels of sources stand for."""
        return naming.labels_of([naming.source_label(id_) for id_ in self.weighed.dossier.sources])

    @cached_property
    def reach(self) -> str:
        """Say how far the dossier reaches, as every description ends."""
        head = self.weighed.dossier.head
        if head is None:
            return ""
        until = head.data.scope.until
        sources = len(self.weighed.dossier.sources)
        return descriptions.scope_in_short(sources, until=day(until.edtf), derived=until.derived is not None)


def desk(weighed: Weighed) -> Desk:
    """Lay out the desk for a dossier."""
    records = {record.id: record for record in weighed.dossier.records()}
    names = {id_: _name(record, weighed) for id_, record in records.items()}
    claims = _by_record(weighed)
    index = ClaimIndex(weighed.claims.values())
    return Desk(weighed, records, names, _differing(weighed), claims, _places(weighed), _replies(weighed), index)


class Sheet:
    """One page while it is filled: gives pieces of views and collects the footnotes they need."""

    def __init__(self, desk_: Desk, page: str, signposts: Signposts) -> None:
        self.desk = desk_
        self.weighed = desk_.weighed
        self.page = page
        self._signposts = signposts
        self._notes: dict[object, Note] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """Give the footnotes collected so far, in order."""
        return tuple(self._notes.values())

    @property
    def reach(self) -> str:
        """Say how far the dossier reaches, as every description ends."""
        return self.desk.reach

    def head(self, title: str, description: str, *, kind: str = "") -> Head:
        """Give what every page has; the description is cut to its length and says how far the dossier reaches."""
        head = self.weighed.dossier.head
        if head is None:
            raise ValueError("a site needs facts/dossier.yml")
        return Head(
            title=title,
            description=descriptions.fitted(description, self.reach),
            scope=head.data.scope.text,
            scope_href=self.to("index.md#scope"),
            labels=self.desk.labels,
            sources_href=self.to("sources/index.md"),
            noun="source" if len(self.weighed.dossier.sources) == 1 else "sources",
            kind=kind or kind_of(self.page),
        )

    def to(self, page: str) -> str:
        """Give a link's target on this page."""
        return addresses.relative(page, page=self.page)

    def record(self, id_: str) -> Link:
        """Link to a record or a claim by its id."""
        return self._signposts.record(id_)

    def claim(self, claim: WeighedClaim) -> Link:
        """Link to a claim."""
        return self._signposts.record(claim.id)

    def source(self, id_: str) -> SourceName:
        """Name a source."""
        return self._signposts.source(id_)

    def speaker(self, voice: Voice, sources: Iterable[str]) -> Speaker:
        """Say who speaks, through which channel and in which sources."""
        return self._signposts.speaker(voice, tuple(sources))

    def note(self, evidence: Evidence, proof: Proof) -> Note:
        """Give the footnote of a passage; the same passage by the same speaker has one note a page."""
        voice = spoken_by(evidence)
        key = (evidence.source, proof.spans, voice)
        return self._notes.get(key) or self._note(key, proof, evidence.source, self.speaker(voice, [evidence.source]))

    def _note(self, key: object, proof: Proof, source: str, speaker: Speaker, *, told: bool = True) -> Note:
        if key not in self._notes:
            name = f"p{len(self._notes) + 1}"
            self._notes[key] = Note(name, proof.exact, speaker, told, self.source(source))
        return self._notes[key]

    def plain_note(self, record: str, path: Path) -> Note | None:
        """Give the footnote of a quotation that is no evidence, such as a date's; None where it is not published."""
        proof = self.weighed.proof_of(record, path)
        if proof is None or (record, path) in self.weighed.silent:
            return None
        source = self.weighed.quoted[record, path].source
        key = (source, proof.spans)
        return self._note(key, proof, source, self.speaker((False, "", "", ""), [source]), told=False)

    def when(
        self, dated: Dated | None, *, record: str, path: Path, own: tuple[str, ...] = (), claim: str = ""
    ) -> tuple[When, ...]:
        """Say a date with the notes it rests on; `own` are the notes of the `claim` it belongs to, if it is a claim's.
        """
        if dated is None:
            return ()
        found = (self.plain_note(record, (*path, "from", index)) for index in range(len(dated.from_)))
        notes = tuple(dict.fromkeys(note.id for note in found if note)) or own
        place = self.to(addresses.claim_page(claim) if claim else self._page_of(record))
        return (When(day(dated.edtf), dated.derived is not None, dated.because or "", notes, place, dated.edtf),)

    def _page_of(self, record: str) -> str:
        """Give the page that tells a record's date; the dossier itself has its scope for that."""
        found = self.desk.records.get(record)
        return addresses.record_page(found.kind, found.id) if found else "index.md#scope"

    def claim_when(self, claim: WeighedClaim, *, own: tuple[str, ...]) -> tuple[When, ...]:
        """Say the date of a claim: its own or its record's."""
        entry = claim.entry
        if entry.data.date is not None:
            path = (*entry.path, "date")
            return self.when(entry.data.date, record=entry.record.id, path=path, own=own, claim=claim.id)
        return self.when(claim.dated, record=entry.record.id, path=("date",))

    def statement(self, claim: WeighedClaim, *, dated: Literal["own", "any", "none"] = "own") -> Statement:
        """Tell a claim: its words, notes, speakers and status; `dated` says which date goes with it, if any.

        A claim has its own date, or that of its record.
        """
        notes = tuple(dict.fromkeys(self.note(passage.evidence, passage.proof).id for passage in claim.passages))
        data, page = claim.entry.data, addresses.claim_page(claim.id)
        holders = data.held_by if isinstance(data, Position | Reply) else []
        return Statement(
            id=claim.id,
            text=claim.statement,
            href=self.claim(claim).href,
            notes=notes,
            speakers=self._speakers(claim.passages),
            status=naming.mark(claim.status.name),
            when=self.claim_when(claim, own=notes) if dated == "any" or (dated == "own" and data.date) else (),
            holders=tuple(self.record(id_) for id_ in holders),
            kind=claim.kind,
            values=tuple(dict.fromkeys(value(item.evidence.value) for item in claim.passages if item.evidence.value)),
            record=self.record(claim.entry.record.id),
            differs=self.to(f"{page}#{DIFFERENCES}") if claim.id in self.desk.differing else "",
            replied=self.to(f"{page}#{REPLIES}") if claim.id in self.desk.replies else "",
        )

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """Tell claims by their ids, in the order given; of what is withheld, that it is and why."""
        return tuple(map(self._statement, ids))

    def _statement(self, id_: str) -> Statement:
        claim = self.weighed.claims.get(id_)
        return self.statement(claim) if claim is not None else self.withheld(self.weighed.withheld[id_])

    def withheld(self, entry: ClaimEntry) -> Statement:
        """Tell that a claim is withheld: its place and the reason, none of its words."""
        return Statement(
            id=entry.id,
            text=naming.withheld(entry.withheld or "legal"),
            href=self.to(addresses.claim_page(entry.id)),
            notes=(),
            speakers=(),
            status=naming.mark(naming.WITHHELD),
            when=(),
            kind=entry.kind,
            record=self.record(entry.record.id),
        )

    def _speakers(self, passages: Iterable[WeighedPassage]) -> tuple[Speaker, ...]:
        groups: dict[Voice, list[str]] = {}
        for passage in passages:
            groups.setdefault(spoken_by(passage.evidence), []).append(passage.source.id)
        return tuple(self.speaker(voice, sources) for voice, sources in groups.items())


def value(given: Value) -> str:
    """Give a value in words, with its scope; a date as dates are said."""
    words = day(given.given) if given.name == "date" else naming.value_in_words(given)
    return naming.with_scope(words, given.scope)


def day(edtf: str) -> str:
    """Give a date in words; what is not EDTF as it is."""
    date = parse_or_none(edtf)
    return dates.in_words(date) if date else edtf


def spoken_by(evidence: Evidence) -> Voice:
    """Give the voice of a passage as speakers are told apart on pages."""
    return evidence.stance == "refutes", evidence.claimant or "", evidence.words or "", evidence.via or ""


def _differing(weighed: Weighed) -> frozenset[str]:
    return frozenset(
        given.claim
        for question in weighed.questions.values()
        for difference in question.compared.differences
        for answer in question.compared.answers
        if answer.text in difference.answers
        for given in answer.given
    )


def _by_record(weighed: Weighed) -> dict[str, list[WeighedClaim]]:
    places = _places(weighed)
    found = {record: [weighed.claims[id_] for id_ in ids if id_ in weighed.claims] for record, ids in places.items()}
    return {record: claims for record, claims in found.items() if claims}


def _places(weighed: Weighed) -> dict[str, list[str]]:
    entries = [*(claim.entry for claim in weighed.claims.values()), *weighed.withheld.values()]
    entries.sort(key=lambda entry: (entry.record.id, *(str(step).zfill(4) for step in entry.path)))
    places: dict[str, list[str]] = {}
    for entry in entries:
        places.setdefault(entry.record.id, []).append(entry.id)
    return places


def _replies(weighed: Weighed) -> dict[str, list[str]]:
    replies: dict[str, list[str]] = {}
    for record in weighed.dossier.disputes.values():
        for reply in record.data.replies:
            if reply.id in weighed.claims or reply.id in weighed.withheld:
                for position in reply.reply_to:
                    replies.setdefault(position, []).append(reply.id)
    return dict(replies)


def _name(record: Record[Shape], weighed: Weighed) -> str:
    data = record.data
    if isinstance(data, Actor):
        return data.name
    if isinstance(data, Question):
        return data.text
    if isinstance(data, Source):
        return naming.source_name(Record(record.kind, record.id, data, record.places), weighed.dossier.texts[record.id])
    return str(getattr(data, "title", record.id))
