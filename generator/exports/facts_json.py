"""`data/facts.json`: everything the site tells, for programs.

May import evidence, the model, naming and addresses. Must never know Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.evidence.edtf import EdtfDate
from generator.evidence.second_reading import standing
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage, parse_or_none
from generator.exports import weight
from generator.exports.data_file import DataFile, as_json
from generator.exports.identifiers import identifier
from generator.exports.version import version_of
from generator.model.claims import Position, Reply, Role
from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Shape
from generator.model.records import Actor, Agreement, Question, Source
from generator.reading.dossier import ClaimEntry, Path, Record
from generator.reading.quoted import dated_of
from generator.writing.addresses import claim_page, record_page
from generator.writing.desk import Desk, desk

VERSION = 1
URI = "data/facts.json"
Data = dict[str, object]


def facts_json(weighed: Weighed, *, site_url: str | None = None) -> DataFile:
    """Write the data file of a dossier without errors."""
    return written(tell(weighed, site_url=site_url))


def written(told: Data) -> DataFile:
    """Write what was told as the data file."""
    return DataFile(URI, as_json(told))


def tell(weighed: Weighed, *, site_url: str | None = None) -> Data:
    """Tell a dossier without errors as plain data, with its version."""
    head = weighed.dossier.head
    if head is None:
        raise ValueError("a site needs facts/dossier.yml")
    teller = _Teller(weighed, head.data, site_url)
    dossier = weighed.dossier
    told: Data = {
        "schema": VERSION,
        "dossier": teller.dossier(),
        "sources": [teller.source(record) for record in dossier.sources.values()],
        "actors": [teller.actor(record) for record in dossier.actors.values()],
        "questions": [teller.question(record) for record in dossier.questions.values()],
        "agreements": teller.records(dossier.agreements),
        "events": teller.records(dossier.events),
        "disputes": teller.records(dossier.disputes),
        "background": teller.records(dossier.background),
        "claims": [teller.claim(claim) for claim in weighed.claims.values()],
        "withheld": [teller.withheld(entry) for entry in weighed.withheld.values()],
        "origins": weight.origins(weighed),
        "differences": weight.differences(weighed),
        "utterances": weight.utterances(weighed),
    }
    return {"schema": VERSION, "version": version_of(told), **told}


class _Teller:
    """Tell each part of a dossier as plain data."""

    def __init__(self, weighed: Weighed, head: DossierHead, site_url: str | None) -> None:
        self.weighed = weighed
        self.head = head
        self.site_url = site_url
        self.desk: Desk = desk(weighed)

    def url(self, page: str) -> str:
        return identifier(page, title=self.head.title, site_url=self.site_url)

    def dossier(self) -> Data:
        head, record = self.head, "dossier"
        return _given(
            id=self.url("index.md"),
            title=head.title,
            question=head.question,
            scope={
                "text": head.scope.text,
                "until": self.date(head.scope.until, record=record, path=("scope", "until")),
                "not_covered": head.scope.not_covered,
            },
            summary=[{"asks": item.asks, "claims": item.claims} for item in head.summary],
            highlights=head.highlights,
            parties=head.parties,
            opposed=head.opposed,
            origins=[_given(**origin.model_dump()) for origin in head.origins],
            wanted=[item.model_dump() for item in head.wanted],
            quotation_limit=head.quotation_limit.model_dump(),
            editors=head.editors,
            contact=head.contact,
            licence=head.licence,
            updated=head.updated,
        )

    def source(self, record: Record[Source]) -> Data:
        source, account = record.data, self.weighed.coverage[record.id]
        csl = source.model_dump(
            by_alias=True,
            exclude_none=True,
            include={
                "type", "title", "author", "container_title", "publisher", "issued", "accessed", "URL", "archive",
                "archive_location", "language",
            },
        )  # fmt: skip
        return _given(
            id=record.id,
            url=self.url(record_page("source", record.id)),
            name=self.desk.names[record.id],
            **{name: value for name, value in csl.items() if value != []},
            file=source.file,
            sha256=source.sha256,
            origin=source.origin,
            written=self.date(source.written, record=record.id, path=("written",)),
            formerly=source.formerly,
            cautions=[caution.text for caution in source.cautions],
            parts=[self._part(record, index) for index in range(len(source.parts))],
            coverage={
                "sentences": len(account.sentences),
                "unaccounted": len(account.unaccounted),
                "words": account.words,
                "quoted": _share(account.quoted_share),
                "set_aside": {reason: _share(share) for reason, share in account.shares.items()},
                "left": _share(account.left_share),
                "published": _share(self.weighed.published[record.id]),
            },
        )

    def _part(self, record: Record[Source], index: int) -> Data:
        part, proof = record.data.parts[index], self.weighed.proof_of(record.id, ("parts", index))
        span = list(proof.hull) if proof else None
        return _given(span=span, origin=part.origin, generated=part.generated, because=part.because)

    def actor(self, record: Record[Actor]) -> Data:
        actor = record.data
        return _given(
            id=record.id,
            url=self.url(record_page("actor", record.id)),
            name=actor.name,
            names=actor.names,
            adjectives=actor.adjectives,
            capitals=actor.capitals,
            kind=actor.kind,
            party=actor.party,
            withheld=actor.withheld,
            roles=[{"role": role.role, "claim": role.id} for role in actor.roles if not role.withheld],
            utterances=[item.model_dump() for item in actor.utterances],
            formerly=actor.formerly,
        )

    def question(self, record: Record[Question]) -> Data:
        claims = [claim.id for claim in self.desk.index.answering.get(record.id, ())]
        fields = {"text", "kind", "unit", "scope", "earlier", "only_generated", "formerly"}
        told = record.data.model_dump(include=fields)
        return _given(
            id=record.id,
            url=self.url(record_page("question", record.id)),
            **told,
            claims=claims,
            answers=weight.answers(self.weighed.questions[record.id]),
        )

    def records(self, records: Mapping[str, Record[Shape]]) -> list[Data]:
        return [self._record(record) for record in records.values()]

    def _record(self, record: Record[Shape]) -> Data:
        told = record.data.model_dump(include={"title", "parties", "question", "common_ground", "formerly"})
        claims = sorted(claim.id for claim in self.desk.claims.get(record.id, ()))
        return _given(
            id=record.id,
            url=self.url(record_page(record.kind, record.id)),
            **told,
            date=self.date(dated_of(record), record=record.id, path=("date",)),
            claims=claims,
            implementation=weight.implementation(record.data) if isinstance(record.data, Agreement) else None,
        )

    def claim(self, claim: WeighedClaim) -> Data:
        entry, data = claim.entry, claim.entry.data
        own = data.date is not None
        return _given(
            id=claim.id,
            url=self.url(claim_page(claim.id)),
            kind=claim.kind,
            record=entry.record.id,
            statement=claim.statement,
            formerly=data.formerly,
            role=data.role if isinstance(data, Role) else None,
            held_by=data.held_by if isinstance(data, Position | Reply) else None,
            reply_to=data.reply_to if isinstance(data, Reply) else None,
            question=data.question,
            date=self.date(claim.dated, record=entry.record.id, path=(*entry.path, "date") if own else ("date",)),
            about=data.about,
            refers=data.refers or None,
            status=claim.status.name,
            status_rule=claim.status.rule,
            status_inputs=claim.status.inputs,
            voices=[weight.voice(voice) for voice in claim.status.voices],
            evidence=[_passage(passage, self.weighed, claim) for passage in claim.passages],
            withheld_evidence=[
                _given(source=one.source, stance=one.stance, reason=one.withheld) for one in claim.withheld
            ] or None,
            corrections=[one.model_dump() for one in data.corrections] or None,
            second_reading=_second_reading(claim),
        )

    def withheld(self, entry: ClaimEntry) -> Data:
        """Tell the place of a withheld claim, and none of its words."""
        page = self.url(claim_page(entry.id))
        return _given(id=entry.id, url=page, kind=entry.kind, record=entry.record.id, reason=entry.withheld)

    def date(self, dated: Dated | None, *, record: str, path: Path) -> Data | None:
        if dated is None:
            return None
        found = ((*path, "from", index) for index in range(len(dated.from_)))
        passages = [_place(self.weighed, record, place) for place in found]
        date = parse_or_none(dated.edtf)
        return _given(
            edtf=dated.edtf,
            **_bounds(date),
            basis="stated" if dated.derived is None else "derived",
            because=dated.because,
            passages=[passage for passage in passages if passage] or None,
        )


def _second_reading(claim: WeighedClaim) -> Data | None:
    reading = claim.entry.data.second_reading
    return {"by": reading.by, "date": reading.date} if reading and standing(claim) == "read" else None


def _passage(passage: WeighedPassage, weighed: Weighed, claim: WeighedClaim) -> Data:
    evidence = passage.evidence
    attribution = (*claim.entry.path, "evidence", passage.index, "attribution")
    return _given(
        source=passage.source.id,
        file=passage.source.data.file,
        spans=[list(span) for span in passage.proof.spans],
        exact=passage.proof.exact,
        claimant=evidence.claimant,
        words=evidence.words,
        via=evidence.via,
        stance=evidence.stance,
        value=weight.value(evidence.value) if evidence.value else None,
        utterance=evidence.utterance,
        attribution=_place(weighed, claim.entry.record.id, attribution) if evidence.attribution else None,
        origin=passage.origin,
        origin_identified=passage.origin_identified,
    )


def _place(weighed: Weighed, record: str, path: Path) -> Data | None:
    proof = weighed.proof_of(record, path)
    if proof is None or (record, path) in weighed.silent:
        return None
    source = weighed.dossier.sources[weighed.quoted[record, path].source]
    spans = [list(span) for span in proof.spans]
    return {"source": source.id, "file": source.data.file, "spans": spans, "exact": proof.exact}


def _bounds(date: EdtfDate | None) -> Data:
    return {
        "earliest": date.earliest.isoformat() if date and date.earliest else NULL,
        "latest": date.latest.isoformat() if date and date.latest else NULL,
    }


class _Null:
    """Stand for a null that is written, where an absent field would say something else."""


NULL = _Null()


def _given(**fields: object) -> Data:
    """Keep the fields that hold something; an open end stays as null."""
    return {name: None if value is NULL else value for name, value in fields.items() if value is not None}


def _share(share: float) -> float:
    return round(share, 4)

