"""Weigh a dossier: prove quotations, date claims, hear their voices, decide their status, account for the sources.

`weigh(dossier)` is the one way from what was read to what pages, exports and checks use.
May import reading and everything in evidence. Must never know pages or problem messages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.evidence.coverage import Coverage, account, merged, published_share
from generator.evidence.differences import Compared, Given, compare
from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.evidence.folding import Folded, fold
from generator.evidence.quotations import Proof, Refusal, prove
from generator.evidence.shared_text import Piece, SharedText, shared_text
from generator.evidence.status import Status, decide
from generator.evidence.voices import Heard, voices
from generator.model.claims import ClaimKind
from generator.model.passages import Dated, Evidence
from generator.model.records import Question, Source
from generator.reading.dossier import ClaimEntry, Dossier, Path, Quoted, Record
from generator.reading.quoted import dated_of, quotations

Key = tuple[str, Path]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WeighedPassage:
    """One proven passage of a claim: its place in the stored text and the origin of that text.

    `origin` is the id of an origin, or `text of <source>` where nothing is known of it.
    """

    evidence: Evidence
    index: int
    proof: Proof
    source: Record[Source]
    origin: str
    origin_identified: bool
    generated: bool


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """One claim with its proven passages, its date and its status."""

    entry: ClaimEntry
    passages: tuple[WeighedPassage, ...]
    status: Status
    date: EdtfDate | None
    dated: Dated | None
    """The claim's own date as written, or its record's."""

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def kind(self) -> ClaimKind:
        return self.entry.kind

    @property
    def statement(self) -> str:
        """Give the statement on one line, composed (NFC)."""
        return unicodedata.normalize("NFC", " ".join(self.entry.data.statement.split()))

    @property
    def date_basis(self) -> str:
        """Say how the date is known: `stated`, `derived`, or empty where there is none."""
        if self.dated is None:
            return ""
        return "derived" if self.dated.derived is not None else "stated"


@dataclass(frozen=True, slots=True)
class WeighedQuestion:
    """One question with the answers that supporting passages give, compared."""

    record: Record[Question]
    compared: Compared


@dataclass(frozen=True)
class Weighed:
    """A dossier with everything that follows from its evidence. Mappings are sorted by id.

    `claims` holds the claims all of whose passages are proven; `printed` are the stretches of each source that pages
    and exports print word for word, `published` is their share of its words (from 0 to 1). `shared` are the pairs of
    texts that probably go back to one, whether or not that is declared.
    """

    dossier: Dossier
    texts: Mapping[str, Folded]
    quoted: Mapping[Key, Quoted]
    proofs: Mapping[Key, Proof | Refusal]
    claims: Mapping[str, WeighedClaim]
    questions: Mapping[str, WeighedQuestion]
    coverage: Mapping[str, Coverage]
    printed: Mapping[str, tuple[Span, ...]]
    published: Mapping[str, float]
    silent: frozenset[Key]
    shared: tuple[SharedText, ...]

    def proof_of(self, record: str, path: Path) -> Proof | None:
        """Give the proof of a quotation by its record and path, if it is proven."""
        proof = self.proofs.get((record, path))
        return proof if isinstance(proof, Proof) else None


def weigh(dossier: Dossier) -> Weighed:
    """Weigh a dossier. What cannot be proven is left out of `claims` and stands in `proofs` as a refusal."""
    texts = {id_: fold(text) for id_, text in dossier.texts.items()}
    quoted = {item.key: item for item in quotations(dossier)}
    proofs = {key: _prove(item, texts) for key, item in quoted.items()}
    frame = _frame(dossier, proofs)
    claims = {
        id_: claim
        for id_, entry in dossier.claims.items()
        if (claim := _weigh_claim(entry, dossier, proofs, frame)) is not None
    }
    silent = _silent(quoted, proofs)
    used = _used(texts, quoted, proofs, silent)
    asides = {id_: _set_aside(id_, dossier, proofs) for id_ in texts}
    return Weighed(
        dossier=dossier,
        texts=texts,
        quoted=quoted,
        proofs=proofs,
        claims=claims,
        questions=_compare(dossier, claims),
        coverage={id_: account(dossier.texts[id_], quoted=used[id_], set_aside=asides[id_]) for id_ in texts},
        printed={id_: tuple(merged(spans)) for id_, spans in used.items()},
        published={id_: published_share(dossier.texts[id_], used[id_]) for id_ in texts},
        silent=silent,
        shared=shared_text(_pieces(dossier, texts, proofs)),
    )


def _compare(dossier: Dossier, claims: Mapping[str, WeighedClaim]) -> dict[str, WeighedQuestion]:
    given: dict[str, list[Given]] = {id_: [] for id_ in dossier.questions}
    for claim in claims.values():
        for passage in claim.passages:
            value = passage.evidence.value
            if value is not None and passage.evidence.stance == "supports" and claim.entry.data.question in given:
                given[claim.entry.data.question].append(Given(claim.id, passage.index, value))
    return {
        id_: WeighedQuestion(record, compare(given[id_], kind=record.data.kind, readings=record.data.readings))
        for id_, record in dossier.questions.items()
    }


def part_at(parts: Mapping[int, Span], span: Span) -> int | None:
    """Give the number of the part that holds a span whole, or None."""
    return next((index for index, (start, end) in parts.items() if start <= span[0] and span[1] <= end), None)


def parts_of(source: Record[Source], proofs: Mapping[Key, Proof | Refusal]) -> dict[int, Span]:
    """Give the stretches of a source's parts, by their number; parts that are not proven are left out."""
    found = ((index, proofs.get((source.id, ("parts", index)))) for index in range(len(source.data.parts)))
    return {index: proof.hull for index, proof in found if isinstance(proof, Proof)}


def origin_of(source: Source, part: int | None) -> str | None:
    """Give the declared origin of a part of a source, or of the rest of it; None where nothing is known of it."""
    own = source.parts[part].origin if part is not None else None
    return own or source.origin


def parse_or_none(edtf: str) -> EdtfDate | None:
    """Parse a date; None for one that is not EDTF, which is reported where dates are checked."""
    try:
        return parse_edtf(edtf)
    except EdtfError:
        return None


def _prove(quoted: Quoted, texts: Mapping[str, Folded]) -> Proof | Refusal:
    selector = quoted.selector
    return prove(texts[quoted.source], selector.exact, prefix=selector.prefix, suffix=selector.suffix)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What weighing a claim needs of the dossier: opposed pairs, names, known origins, parts of sources."""

    opposed: frozenset[frozenset[str]]
    names: dict[str, str]
    identified: frozenset[str]
    parts: Mapping[str, Mapping[int, Span]]


def _frame(dossier: Dossier, proofs: Mapping[Key, Proof | Refusal]) -> _Frame:
    head = dossier.head
    return _Frame(
        opposed=frozenset(frozenset(pair) for pair in head.data.opposed) if head else frozenset(),
        names={id_: actor.data.name for id_, actor in dossier.actors.items()},
        identified=frozenset(origin.id for origin in head.data.origins if origin.identified) if head else frozenset(),
        parts={source.id: parts_of(source, proofs) for source in dossier.sources.values()},
    )


def _weigh_claim(
    entry: ClaimEntry, dossier: Dossier, proofs: Mapping[Key, Proof | Refusal], frame: _Frame
) -> WeighedClaim | None:
    passages = []
    for index, evidence in enumerate(entry.data.evidence):
        source = dossier.sources.get(evidence.source)
        proof = proofs.get((entry.record.id, (*entry.path, "evidence", index)))
        if source is None or not isinstance(proof, Proof):
            return None
        passages.append(_weigh_passage(evidence, index, proof, source, frame))
    dated = entry.data.date or dated_of(entry.record)
    heard = voices(_heard(passage, dossier) for passage in passages)
    return WeighedClaim(
        entry=entry,
        passages=tuple(passages),
        status=decide(heard, opposed=frame.opposed, names=frame.names),
        date=parse_or_none(dated.edtf) if dated else None,
        dated=dated,
    )


def _weigh_passage(
    evidence: Evidence, index: int, proof: Proof, source: Record[Source], frame: _Frame
) -> WeighedPassage:
    number = part_at(frame.parts[source.id], proof.hull)
    part = source.data.parts[number] if number is not None else None
    declared = origin_of(source.data, number)
    return WeighedPassage(
        evidence=evidence,
        index=index,
        proof=proof,
        source=source,
        origin=declared or f"text of {source.id}",
        origin_identified=declared in frame.identified,
        generated=part is not None and part.generated,
    )


def _heard(passage: WeighedPassage, dossier: Dossier) -> Heard:
    claimant = passage.evidence.claimant
    actor = dossier.actors.get(claimant) if claimant else None
    return Heard(
        kind="article" if claimant is None else "unnamed" if claimant == "unnamed" else "actor",
        speaker=(passage.evidence.words or claimant or "") if claimant else "",
        party=actor.data.party if actor else None,
        source=passage.source.id,
        origin=passage.origin,
        identified=passage.origin_identified,
        supports=passage.evidence.stance == "supports",
        generated=passage.generated,
    )


def _silent(quoted: Mapping[Key, Quoted], proofs: Mapping[Key, Proof | Refusal]) -> frozenset[Key]:
    proven = [(key, item, proof) for key, item in quoted.items() if isinstance(proof := proofs[key], Proof)]
    asides = [(item.source, proof.hull) for _, item, proof in proven if item.use == "set-aside"]
    return frozenset(
        key
        for key, item, proof in proven
        if item.use in ("part", "set-aside")
        or (item.use == "caution" and any(s == item.source and _overlap(proof.hull, hull) for s, hull in asides))
    )


def _used(
    sources: Iterable[str],
    quoted: Mapping[Key, Quoted],
    proofs: Mapping[Key, Proof | Refusal],
    silent: frozenset[Key],
) -> dict[str, list[Span]]:
    used: dict[str, list[Span]] = {id_: [] for id_ in sources}
    for key, item in quoted.items():
        proof = proofs[key]
        if key not in silent and isinstance(proof, Proof):
            used[item.source].extend(proof.spans)
    return used


def _set_aside(source: str, dossier: Dossier, proofs: Mapping[Key, Proof | Refusal]) -> list[tuple[Span, str]]:
    reasons = [aside.reason for aside in dossier.sources[source].data.set_aside]
    found = ((reason, proofs.get((source, ("set_aside", index)))) for index, reason in enumerate(reasons))
    return [(proof.hull, reason) for reason, proof in found if isinstance(proof, Proof)]


def _pieces(dossier: Dossier, texts: Mapping[str, Folded], proofs: Mapping[Key, Proof | Refusal]) -> Iterator[Piece]:
    """Give what is compared for shared wording: sources without their parts, and parts that are not generated.

    Page furniture is the site's, not the writer's, and generated text supports nothing: both are left out.
    """
    for id_, text in texts.items():
        source = dossier.sources[id_]
        parts = parts_of(source, proofs)
        left_out = [span for span, reason in _set_aside(id_, dossier, proofs) if reason in ("furniture", "generated")]
        yield Piece(id_, None, text, (*parts.values(), *left_out))
        for index, (start, end) in parts.items():
            if not source.data.parts[index].generated:
                yield Piece(id_, index, text, ((0, start), (end, len(text.original)), *left_out))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
