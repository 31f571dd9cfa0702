"""Weigh a dossier: prove quotations, date claims, hear their voices, decide their status, account for the sources.

`weigh(dossier)` is the one way from what was read to what pages, exports and checks use.
May import reading and everything in evidence. Must never know pages or problem messages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.coverage import WITHHELD, account, merged
from generator.evidence.differences import Given, compare
from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.evidence.folding import Folded, fold
from generator.evidence.overlaps import Overlaps
from generator.evidence.quotations import Proof, Refusal, prove
from generator.evidence.scan import Scan
from generator.evidence.shared_text import Piece, shared_text
from generator.evidence.status import decide
from generator.evidence.voices import Heard, voices
from generator.evidence.weighed import Key, Span, Weighed, WeighedClaim, WeighedPassage, WeighedQuestion
from generator.evidence.withholding import hidden_answers, hidden_names, withhold
from generator.model.records import Source
from generator.reading.dossier import ClaimEntry, Dossier, Quoted, Record
from generator.reading.quoted import dated_of, quotations

_HIDDEN = frozenset({"set-aside", "withheld"})
"""Uses of quotations whose words are never published."""
__all__ = ["Key", "Span", "Weighed", "WeighedClaim", "WeighedPassage", "WeighedQuestion", "origin_of", "parse_or_none",
           "part_at", "weigh"]  # fmt: skip


def weigh(dossier: Dossier) -> Weighed:
    """Weigh a dossier. What cannot be proven is left out of `claims` and stands in `proofs` as a refusal.

    Withheld quotations are proven like any other, and then withheld: what is given has none of their words.
    """
    hidden, answers = hidden_names(dossier), hidden_answers(dossier)
    texts = {id_: fold(text) for id_, text in dossier.texts.items()}
    quoted = {item.key: item for item in quotations(dossier)}
    proofs = {key: _prove(item, texts) for key, item in quoted.items()}
    dossier = withhold(dossier)
    parts = {source.id: _parts_of(source, proofs) for source in dossier.sources.values()}
    frame = _frame(dossier, proofs, parts)
    entries = {id_: entry for id_, entry in dossier.claims.items() if not entry.withheld}
    claims = {id_: claim for id_, entry in entries.items() if (claim := _weigh_claim(entry, frame)) is not None}
    silent = _silent(quoted, proofs)
    used = _used(texts, quoted, proofs, silent)
    withheld = _withheld(quoted, proofs)
    asides = {id_: [*_set_aside(id_, dossier, proofs), *withheld.get(id_, ())] for id_ in texts}
    coverage = {id_: account(dossier.texts[id_], quoted=used[id_], set_aside=asides[id_]) for id_ in texts}
    return Weighed(
        dossier=dossier,
        texts=texts,
        quoted=quoted,
        proofs=proofs,
        claims=claims,
        withheld={id_: entry for id_, entry in dossier.claims.items() if entry.withheld},
        hidden_names=hidden,
        questions=_compare(dossier, claims, withheld=answers),
        parts=parts,
        coverage=coverage,
        printed={id_: tuple(merged(spans)) for id_, spans in used.items()},
        published={id_: account_.quoted_share for id_, account_ in coverage.items()},
        silent=silent,
        shared=shared_text(_pieces(dossier, texts, parts, asides)),
    )


def _compare(
    dossier: Dossier, claims: Mapping[str, WeighedClaim], *, withheld: Mapping[str, Sequence[str]]
) -> dict[str, WeighedQuestion]:
    given: dict[str, list[Given]] = {id_: [] for id_ in dossier.questions}
    for claim in claims.values():
        for passage in claim.passages:
            value = passage.evidence.value
            if value is not None and passage.evidence.stance == "supports" and claim.entry.data.question in given:
                given[claim.entry.data.question].append(Given(claim.id, passage.index, value))
    compared: dict[str, WeighedQuestion] = {}
    for id_, record in dossier.questions.items():
        kind, readings = record.data.kind, record.data.readings
        found = compare(given[id_], kind=kind, readings=readings, withheld=withheld.get(id_, ()))
        compared[id_] = WeighedQuestion(record, found)
    return compared


def part_at(parts: Mapping[int, Span], span: Span) -> int | None:
    """Give the number of the part that holds a span whole, or None."""
    return next((index for index, (start, end) in parts.items() if start <= span[0] and span[1] <= end), None)


def _parts_of(source: Record[Source], proofs: Mapping[Key, Proof | Refusal]) -> dict[int, Span]:
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
    """What weighing a claim needs of the dossier: records, proofs, opposed pairs, names, known origins, parts."""

    dossier: Dossier
    proofs: Mapping[Key, Proof | Refusal]
    opposed: frozenset[frozenset[str]]
    names: dict[str, str]
    identified: frozenset[str]
    parts: Mapping[str, Mapping[int, Span]]

    def proof(self, entry: ClaimEntry, *path: str | int) -> Proof | None:
        """Give the proof of a quotation of a claim, by its path inside the claim, if it is proven."""
        proof = self.proofs.get((entry.record.id, (*entry.path, *path)))
        return proof if isinstance(proof, Proof) else None


def _frame(dossier: Dossier, proofs: Mapping[Key, Proof | Refusal], parts: Mapping[str, Mapping[int, Span]]) -> _Frame:
    head = dossier.head
    return _Frame(
        dossier=dossier,
        proofs=proofs,
        opposed=frozenset(frozenset(pair) for pair in head.data.opposed) if head else frozenset(),
        names={id_: actor.data.name for id_, actor in dossier.actors.items()},
        identified=frozenset(origin.id for origin in head.data.origins if origin.identified) if head else frozenset(),
        parts=parts,
    )


def _weigh_claim(entry: ClaimEntry, frame: _Frame) -> WeighedClaim | None:
    told = [index for index, evidence in enumerate(entry.data.evidence) if not evidence.withheld]
    found = [_weigh_passage(entry, index, frame) for index in told]
    passages = tuple(passage for passage in found if passage is not None)
    if len(passages) < len(found):
        return None
    dated = entry.data.date or dated_of(entry.record)
    heard = voices(_heard(passage, frame.dossier) for passage in passages)
    return WeighedClaim(
        entry=entry,
        scan=Scan(unicodedata.normalize("NFC", " ".join(entry.data.statement.split()))),
        passages=passages,
        status=decide(heard, opposed=frame.opposed, names=frame.names),
        date=parse_or_none(dated.edtf) if dated else None,
        dated=dated,
    )


def _weigh_passage(entry: ClaimEntry, index: int, frame: _Frame) -> WeighedPassage | None:
    """Weigh one passage of a claim; None where it is not proven."""
    evidence = entry.data.evidence[index]
    source, proof = frame.dossier.sources.get(evidence.source), frame.proof(entry, "evidence", index)
    if source is None or proof is None:
        return None
    number = part_at(frame.parts[source.id], proof.hull)
    part = source.data.parts[number] if number is not None else None
    declared = origin_of(source.data, number)
    return WeighedPassage(
        evidence=evidence,
        index=index,
        proof=proof,
        scan=Scan(proof.exact),
        source=source,
        origin=declared or f"text of {source.id}",
        origin_identified=declared in frame.identified,
        generated=part is not None and part.generated,
        attribution=frame.proof(entry, "evidence", index, "attribution") if evidence.attribution else None,
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
    asides: dict[str, list[tuple[Span, None]]] = {}
    for _, item, proof in proven:
        if item.use in _HIDDEN:
            asides.setdefault(item.source, []).append((proof.hull, None))
    aside = {source: Overlaps(hulls) for source, hulls in asides.items()}
    return frozenset(
        key
        for key, item, proof in proven
        if item.use == "part"
        or item.use in _HIDDEN
        or (item.use == "caution" and item.source in aside and aside[item.source].over(*proof.hull))
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


def _withheld(quoted: Mapping[Key, Quoted], proofs: Mapping[Key, Proof | Refusal]) -> dict[str, list[tuple[Span, str]]]:
    """Give the withheld stretches of each source: accounted for, as set-aside ones are, and never published."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for key, item in quoted.items():
        proof = proofs[key] if item.use == "withheld" else None
        if isinstance(proof, Proof):
            found.setdefault(item.source, []).extend((span, WITHHELD) for span in proof.spans)
    return found


def _pieces(
    dossier: Dossier,
    texts: Mapping[str, Folded],
    parts: Mapping[str, Mapping[int, Span]],
    asides: Mapping[str, list[tuple[Span, str]]],
) -> Iterator[Piece]:
    """Give what is compared for shared wording: sources without their parts, and parts that are not generated.

    Page furniture is the site's, not the writer's, and generated text supports nothing: both are left out.
    """
    for id_, text in texts.items():
        source = dossier.sources[id_]
        left_out = [span for span, reason in asides[id_] if reason in ("furniture", "generated")]
        yield Piece(id_, None, text, (*parts[id_].values(), *left_out))
        for index, (start, end) in parts[id_].items():
            if not source.data.parts[index].generated:
                yield Piece(id_, index, text, ((0, start), (end, len(text.original)), *left_out))
