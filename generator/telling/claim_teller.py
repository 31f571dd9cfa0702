"""Tell claims with their evidence, and the places of those that are withheld.

May import evidence, the model, the shapes that are told, and of writing the desk, naming, addresses and context.
Must never know a format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.evidence.second_reading import standing
from generator.evidence.weighing import WeighedClaim, WeighedPassage, parse_or_none
from generator.model.claims import Position, Reply, Role
from generator.model.passages import Dated
from generator.model.records import Source
from generator.reading.dossier import ClaimEntry, Path, Record
from generator.telling import weight
from generator.telling.claims import Claim, Correction, Evidence, SecondReading, WithheldClaim, WithheldEvidence
from generator.telling.passages import Date, Passage
from generator.writing import naming
from generator.writing.addresses import claim_page
from generator.writing.desk import Desk
from generator.writing.passages import beside, withheld

_BESIDE = 5  # words on either side: enough to find a place again, and few beside what is quoted


class ClaimTeller:
    """Tell the claims of one dossier, laid out on a desk; `url` gives the identifier of a page."""

    def __init__(self, desk: Desk, url: Callable[[str], str]) -> None:
        self.desk = desk
        self.weighed = desk.weighed
        self.url = url
        self._words: dict[str, tuple[object, ...]] = {}

    def kept(self, claim: WeighedClaim, *, of: tuple[str | None, ...]) -> Claim:
        """Tell one claim as before where all that it tells is as before; `of` is what its identifier is made from."""
        memo, same, equal = self.weighed.memo, tuple(self._parts(claim)), (of, *map(self._beside, _sources(claim)))
        before: tuple[tuple[object, ...], tuple[object, ...], Claim] | None = memo.recall(("told", claim.id))
        if before is not None and before[1] == equal and list(map(id, before[0])) == list(map(id, same)):
            return before[2]
        told = self.claim(claim)
        memo.put(("told", claim.id), (same, equal, told))
        return told

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
                WithheldEvidence(number=number, source=one.source, stance=one.stance, reason=one.withheld)
                for number, one in enumerate(data.evidence, start=1)
                if one.withheld
            ]
            or None,
            added=data.added,
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
            added=entry.data.added,
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
        prefix, suffix = beside(self.desk, passage.source, passage.proof, longest=_BESIDE)
        return Evidence(
            number=passage.index + 1,
            prefix=prefix or None,
            suffix=suffix or None,
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

    def _parts(self, claim: WeighedClaim) -> Iterator[object]:
        """Give every value that a claim tells of; what is weighed anew is another value."""
        weighed, record = self.weighed, claim.entry.record.id
        yield claim
        for passage in claim.passages:
            yield weighed.dossier.actors.get(passage.evidence.claimant or "")
            yield weighed.texts[passage.source.id]
        own = (*claim.entry.path, "date") if claim.entry.data.date is not None else ("date",)
        dates = [(*own, "from", index) for index in range(len(claim.dated.from_))] if claim.dated else []
        attributions = [(*claim.entry.path, "evidence", one.index, "attribution") for one in claim.passages]
        for path in (*dates, *attributions):
            proof = weighed.proof_of(record, path)
            if proof is not None:
                yield from (proof, (record, path) in weighed.silent)
                yield weighed.dossier.sources[weighed.quoted[record, path].source]

    def _beside(self, source: Record[Source]) -> tuple[object, ...]:
        """Give what decides which words may stand beside the passages of a source."""
        if source.id not in self._words:
            self._words[source.id] = (self.weighed.printed[source.id], withheld(self.weighed, source))
        return self._words[source.id]

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


def _sources(claim: WeighedClaim) -> Iterator[Record[Source]]:
    return (passage.source for passage in claim.passages)
