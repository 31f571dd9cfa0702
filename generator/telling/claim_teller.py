"""Tell claims with their evidence, and the places of those that are withheld.

May import evidence, the model, naming, addresses and the shapes that are told. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.evidence.second_reading import standing
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage, parse_or_none
from generator.model.claims import Position, Reply, Role
from generator.model.passages import Dated
from generator.reading.dossier import ClaimEntry, Path
from generator.telling import weight
from generator.telling.claims import Claim, Correction, Evidence, SecondReading, WithheldClaim, WithheldEvidence
from generator.telling.passages import Date, Passage
from generator.writing import naming
from generator.writing.addresses import claim_page


class ClaimTeller:
    """Tell the claims of one dossier; `url` gives the identifier of a page."""

    def __init__(self, weighed: Weighed, url: Callable[[str], str]) -> None:
        self.weighed = weighed
        self.url = url

    def claim(self, claim: WeighedClaim) -> Claim:
        """Tell one claim."""
        entry, data = claim.entry, claim.entry.data
        own = data.date is not None
        read = data.second_reading if standing(claim) == "read" else None
        return Claim(
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
            said_by=self._said_by(claim),
            voices=[weight.voice(voice) for voice in claim.status.voices],
            evidence=[self._evidence(passage, claim) for passage in claim.passages],
            withheld_evidence=[
                WithheldEvidence(source=one.source, stance=one.stance, reason=one.withheld)
                for one in claim.withheld
                if one.withheld
            ]
            or None,
            corrections=[Correction(date=one.date, wrong=one.wrong, now=one.now) for one in data.corrections] or None,
            second_reading=SecondReading(by=read.by, date=read.date) if read else None,
        )

    def withheld(self, entry: ClaimEntry) -> WithheldClaim:
        """Tell the place of a withheld claim, and none of its words."""
        return WithheldClaim(
            id=entry.id,
            url=self.url(claim_page(entry.id)),
            kind=entry.kind,
            record=entry.record.id,
            formerly=entry.data.formerly,
            reason=entry.withheld or "legal",
        )

    def date(self, dated: Dated | None, *, record: str, path: Path) -> Date | None:
        """Tell a date with the passages it rests on, found by the path of its block."""
        if dated is None:
            return None
        found = (self._place(record, (*path, "from", index)) for index in range(len(dated.from_)))
        date = parse_or_none(dated.edtf)
        return Date(
            edtf=dated.edtf,
            earliest=date.earliest if date else None,
            latest=date.latest if date else None,
            basis="stated" if dated.derived is None else "derived",
            because=dated.because,
            passages=[passage for passage in found if passage] or None,
        )

    def _evidence(self, passage: WeighedPassage, claim: WeighedClaim) -> Evidence:
        evidence = passage.evidence
        path = (*claim.entry.path, "evidence", passage.index, "attribution")
        return Evidence(
            source=passage.source.id,
            file=passage.source.data.file,
            spans=list(passage.proof.spans),
            exact=passage.proof.exact,
            claimant=evidence.claimant,
            words=evidence.words,
            via=evidence.via,
            stance=evidence.stance,
            value=weight.value(evidence.value) if evidence.value else None,
            utterance=evidence.utterance,
            attribution=self._place(claim.entry.record.id, path) if evidence.attribution else None,
            origin=passage.origin,
            origin_identified=passage.origin_identified,
        )

    def _place(self, record: str, path: Path) -> Passage | None:
        weighed, proof = self.weighed, self.weighed.proof_of(record, path)
        if proof is None or (record, path) in weighed.silent:
            return None
        source = weighed.dossier.sources[weighed.quoted[record, path].source]
        return Passage(source=source.id, file=source.data.file, spans=list(proof.spans), exact=proof.exact)

    def _said_by(self, claim: WeighedClaim) -> str:
        return naming.said_by(
            (item.evidence.stance == "refutes", self._who(item), naming.source_label(item.source.id))
            for item in claim.passages
        )

    def _who(self, passage: WeighedPassage) -> str:
        actor = self.weighed.dossier.actors.get(passage.evidence.claimant or "")
        return actor.data.name if actor else naming.unnamed(passage.evidence.words or "")
