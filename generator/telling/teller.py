"""Tell a dossier: every record of it, by the shapes that are told.

May import evidence, the model, addresses and the shapes that are told. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.evidence.weighing import Weighed
from generator.model.dossier_head import DossierHead
from generator.model.identifiers import SCHEMES, Identifiers, given
from generator.model.records import Actor as ActorRecord
from generator.model.records import Agreement, Background, Dispute, Event
from generator.model.records import Question as QuestionRecord
from generator.model.records import Source as SourceRecord
from generator.reading.dossier import Record
from generator.reading.quoted import dated_of
from generator.telling import weight
from generator.telling.claim_teller import ClaimTeller
from generator.telling.facts import Asked, Declared, Dossier, Facts, Limit, Scope, Wanted
from generator.telling.identifiers import identifier
from generator.telling.records import (
    Actor,
    ActorRole,
    Coverage,
    Holder,
    Name,
    Part,
    Question,
    Remark,
    Source,
)
from generator.telling.told import plain
from generator.telling.version import version_of
from generator.writing.addresses import record_page
from generator.writing.desk import Desk, desk

_UNKNOWN = "0" * 12


def tell(weighed: Weighed, *, site_url: str | None = None, at: Desk | None = None) -> Facts:
    """Tell a dossier without errors, with its version; `site_url` is the address of the site, if it is known.

    `at` is the desk of the dossier, if it is laid out already. With a dossier that was weighed with a memo, claims are
    told anew only where something that they tell has changed.
    """
    head = weighed.dossier.head
    if head is None:
        raise ValueError("a site needs facts/dossier.yml")
    teller = _Teller(at or desk(weighed), head.data, site_url)
    dossier = weighed.dossier
    facts = Facts(
        version=_UNKNOWN,
        dossier=teller.dossier(),
        sources=[teller.source(record) for record in dossier.sources.values()],
        actors=[teller.actor(record) for record in dossier.actors.values()],
        questions=[teller.question(record) for record in dossier.questions.values()],
        agreements=teller.records(dossier.agreements),
        events=teller.records(dossier.events),
        disputes=teller.records(dossier.disputes),
        background=teller.records(dossier.background),
        claims=[teller.claims.kept(claim, of=(head.data.title, site_url)) for claim in weighed.claims.values()],
        withheld=[teller.claims.withheld(entry) for entry in weighed.withheld.values()],
        origins=weight.origins(weighed),
        differences=weight.differences(weighed),
        utterances=weight.utterances(weighed),
    )
    return facts.model_copy(update={"version": version_of(plain(facts))})


class _Teller:
    """Tell each record of one dossier."""

    def __init__(self, desk_: Desk, head: DossierHead, site_url: str | None) -> None:
        self.weighed = desk_.weighed
        self.head = head
        self.site_url = site_url
        self.desk = desk_
        self.claims = ClaimTeller(self.desk, self.url)

    def url(self, page: str) -> str:
        return identifier(page, title=self.head.title, site_url=self.site_url)

    def dossier(self) -> Dossier:
        head = self.head
        until = self.claims.date(head.scope.until, record="dossier", path=("scope", "until"))
        if until is None:
            raise ValueError("a scope has a last day")
        return Dossier(
            id=self.url("index.md"),
            title=head.title,
            question=head.question,
            scope=Scope(text=head.scope.text, until=until, not_covered=head.scope.not_covered),
            summary=[Asked(asks=item.asks, claims=item.claims) for item in head.summary],
            highlights=head.highlights,
            parties=head.parties,
            opposed=head.opposed,
            origins=[
                Declared(id=item.id, about=item.about, identified=item.identified, because=item.because)
                for item in head.origins
            ],
            wanted=[Wanted(what=item.what, why=item.why, claims=item.claims) for item in head.wanted],
            quotation_limit=Limit(share=head.quotation_limit.share, because=head.quotation_limit.because),
            editors=head.editors,
            contact=head.contact,
            licence=head.licence,
            updated=head.updated,
        )

    def source(self, record: Record[SourceRecord]) -> Source:
        source = record.data
        return Source(
            id=record.id,
            url=self.url(record_page("source", record.id)),
            name=self.desk.names[record.id],
            type=source.type,
            title=source.title,
            author=[Name(family=one.family, given=one.given, literal=one.literal) for one in source.author] or None,
            container_title=source.container_title,
            publisher=source.publisher,
            issued=source.issued,
            accessed=source.accessed,
            URL=source.URL,
            archive=source.archive,
            archive_location=source.archive_location,
            language=source.language,
            file=source.file,
            sha256=source.sha256,
            origin=source.origin,
            written=self.claims.date(source.written, record=record.id, path=("written",)),
            formerly=source.formerly,
            cautions=[caution.text for caution in source.cautions],
            parts=[self._part(record, index) for index in range(len(source.parts))],
            coverage=self._coverage(record.id),
        )

    def _coverage(self, source: str) -> Coverage:
        account = self.weighed.coverage[source]
        return Coverage(
            sentences=len(account.sentences),
            unaccounted=len(account.unaccounted),
            words=account.words,
            quoted=_share(account.quoted_share),
            set_aside={reason: _share(share) for reason, share in account.shares.items()},
            left=_share(account.left_share),
            published=_share(self.weighed.published[source]),
        )

    def _part(self, record: Record[SourceRecord], index: int) -> Part:
        part, proof = record.data.parts[index], self.weighed.proof_of(record.id, ("parts", index))
        return Part(
            span=proof.hull if proof else None, origin=part.origin, generated=part.generated, because=part.because
        )

    def actor(self, record: Record[ActorRecord]) -> Actor:
        actor = record.data
        return Actor(
            id=record.id,
            url=self.url(record_page("actor", record.id)),
            name=actor.name,
            names=actor.names,
            adjectives=actor.adjectives,
            capitals=actor.capitals,
            kind=actor.kind,
            party=actor.party,
            withheld=actor.withheld,
            roles=[ActorRole(role=role.role, claim=role.id) for role in actor.roles if not role.withheld],
            utterances=[
                Remark(id=one.id, about=one.about, language=one.language, translator=one.translator)
                for one in actor.utterances
            ],
            identifiers=given(actor.identifiers) or None,
            same_as=_same_as(actor.identifiers),
            formerly=actor.formerly,
        )

    def question(self, record: Record[QuestionRecord]) -> Question:
        asked = record.data
        return Question(
            id=record.id,
            url=self.url(record_page("question", record.id)),
            formerly=asked.formerly,
            text=asked.text,
            kind=asked.kind,
            unit=asked.unit,
            scope=asked.scope,
            earlier=asked.earlier,
            only_generated=asked.only_generated,
            claims=[claim.id for claim in self.desk.index.answering.get(record.id, ())],
            answers=weight.answers(self.weighed.questions[record.id]),
        )

    def records(self, records: Mapping[str, Record[Any]]) -> list[Holder]:
        return [self._holder(record) for record in records.values()]

    def _holder(self, record: Record[Any]) -> Holder:
        data = record.data
        if not isinstance(data, Agreement | Event | Dispute | Background):
            raise TypeError(f"{record.kind} holds no claims")
        return Holder(
            id=record.id,
            url=self.url(record_page(record.kind, record.id)),
            formerly=data.formerly,
            title=data.title,
            parties=data.parties if isinstance(data, Agreement) else None,
            date=self.claims.date(dated_of(record), record=record.id, path=("date",)),
            question=data.question if isinstance(data, Dispute) else None,
            common_ground=data.common_ground if isinstance(data, Dispute) else None,
            claims=sorted(claim.id for claim in self.desk.claims.get(record.id, ())),
            implementation=weight.implementation(data) if isinstance(data, Agreement) else None,
            identifiers=given(data.identifiers) or None if isinstance(data, Agreement) else None,
            same_as=_same_as(data.identifiers) if isinstance(data, Agreement) else None,
        )


def _same_as(identifiers: Identifiers | None) -> list[str] | None:
    return [SCHEMES[name].iri.format(id_) for name, id_ in given(identifiers).items()] or None


def _share(share: float) -> float:
    return round(share, 4)
