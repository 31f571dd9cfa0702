"""Weigh a dossier: prove quotations, date claims, hear their voices, decide their status, account for the sources.

`weigh(dossier)` is the one way from what was read to what pages, exports and checks use.
May import reading and everything in evidence. Must never know pages or problem messages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.evidence.coverage import WITHHELD, Coverage, account, merged
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
from generator.memo import FORGETFUL, Memo
from generator.model.records import Actor, Question, Source
from generator.reading.dossier import ClaimEntry, Dossier, Quoted, Record
from generator.reading.quoted import dated_of, quotations

_HIDDEN = frozenset({"set-aside", "withheld"})
"""Uses of quotations whose words are never published."""
__all__ = ["Key", "Span", "Weighed", "WeighedClaim", "WeighedPassage", "WeighedQuestion", "origin_of", "parse_or_none",
           "part_at", "weigh"]  # fmt: skip


def weigh(dossier: Dossier, *, memo: Memo = FORGETFUL) -> Weighed:
    """Weigh a dossier. What cannot be proven is left out of `claims` and stands in `proofs` as a refusal.

    Withheld quotations are proven like any other, and then withheld: what is given has none of their words.
    What a memo knows is not worked out again: what rests on the same files is the very same object.
    """
    hidden, answers = hidden_names(dossier), hidden_answers(dossier)
    texts = {id_: memo.kept(fold, text) for id_, text in dossier.texts.items()}
    quoted = {item.key: item for item in quotations(dossier, memo=memo)}
    proofs = {key: memo.kept(_prove, item, texts[item.source]) for key, item in quoted.items()}
    dossier = withhold(dossier, memo=memo)
    parts = {source.id: _parts_of(source, proofs) for source in dossier.sources.values()}
    entries = {id_: entry for id_, entry in dossier.claims.items() if not entry.withheld}
    frame = _Frame(dossier, proofs, parts, _known(dossier, memo), memo)
    claims = {id_: claim for id_, entry in entries.items() if (claim := frame.weighed(entry)) is not None}
    silent = _silent(quoted, proofs)
    used = _used(texts, quoted, proofs, silent)
    withheld = _withheld(quoted, proofs)
    asides = {id_: (*_set_aside(id_, dossier, proofs), *withheld.get(id_, ())) for id_ in texts}
    accounts = ((id_, (tuple(used[id_]), asides[id_])) for id_ in texts)
    coverage = {id_: memo.kept(_account, dossier.texts[id_], key=spans) for id_, spans in accounts}
    return Weighed(
        dossier=dossier,
        texts=texts,
        quoted=quoted,
        proofs=proofs,
        claims=claims,
        withheld={id_: entry for id_, entry in dossier.claims.items() if entry.withheld},
        hidden_names=hidden,
        questions=_compare(dossier, claims, withheld=answers, memo=memo),
        parts=parts,
        coverage=coverage,
        printed={id_: tuple(merged(spans)) for id_, spans in used.items()},
        published={id_: account_.quoted_share for id_, account_ in coverage.items()},
        silent=silent,
        shared=shared_text(_pieces(dossier, texts, parts, asides), memo=memo),
        memo=memo,
    )


def _account(text: str, quoted: tuple[Span, ...], set_aside: tuple[tuple[Span, str], ...]) -> Coverage:
    return account(text, quoted=quoted, set_aside=set_aside)


def _compare(
    dossier: Dossier, claims: Mapping[str, WeighedClaim], *, withheld: Mapping[str, Sequence[str]], memo: Memo
) -> dict[str, WeighedQuestion]:
    given: dict[str, list[Given]] = {id_: [] for id_ in dossier.questions}
    for claim in claims.values():
        if (asked := given.get(claim.entry.data.question or "")) is None:
            continue
        for passage in claim.passages:
            value = passage.evidence.value
            if value is not None and passage.evidence.stance == "supports":
                asked.append(Given(claim.id, passage.index, value))
    compared: dict[str, WeighedQuestion] = {}
    for id_, record in dossier.questions.items():
        values = (one.value for one in given[id_])
        places = tuple((one.claim, one.index) for one in given[id_])
        compared[id_] = memo.kept(_compared, record, *values, key=(places, tuple(withheld.get(id_, ()))))
    return compared


def _compared(record: Record[Question], *given: Any) -> WeighedQuestion:
    """Compare the values that answer a question; after them come their claims and numbers, and answers withheld."""
    *values, places, withheld = given
    answers = [Given(claim, index, value) for value, (claim, index) in zip(values, places, strict=True)]
    kind, readings = record.data.kind, record.data.readings
    return WeighedQuestion(record, compare(answers, kind=kind, readings=readings, withheld=withheld))


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


def _prove(quoted: Quoted, text: Folded) -> Proof | Refusal:
    selector = quoted.selector
    return prove(text, selector.exact, prefix=selector.prefix, suffix=selector.suffix)


@dataclass(frozen=True, slots=True)
class _Known:
    """What weighing any claim needs of the dossier: opposed pairs of parties, names, origins that are identified."""

    opposed: frozenset[frozenset[str]]
    names: dict[str, str]
    identified: frozenset[str]


def _known(dossier: Dossier, memo: Memo) -> _Known:
    """Give what is known, the same object where all of it is equal: then claims need not be weighed again."""
    head = dossier.head
    opposed = frozenset(frozenset(pair) for pair in head.data.opposed) if head else frozenset()
    names = tuple((id_, actor.data.name) for id_, actor in dossier.actors.items())
    identified = frozenset(origin.id for origin in head.data.origins if origin.identified) if head else frozenset()
    return memo.kept(_known_of, key=(opposed, names, identified))


def _known_of(
    opposed: frozenset[frozenset[str]], names: tuple[tuple[str, str], ...], identified: frozenset[str]
) -> _Known:
    return _Known(opposed, dict(names), identified)


class _Footing(NamedTuple):
    """All that one passage of a claim rests on: its source, proofs, speaker, number, and the part it stands in."""

    source: Record[Source]
    proof: Proof
    attribution: Proof | None
    actor: Record[Actor] | None
    number: int
    part: int | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What weighing claims needs of the dossier, and what is known of it from before."""

    dossier: Dossier
    proofs: Mapping[Key, Proof | Refusal]
    parts: Mapping[str, Mapping[int, Span]]
    known: _Known
    memo: Memo

    def weighed(self, entry: ClaimEntry) -> WeighedClaim | None:
        """Weigh a claim; None where one of its passages is not proven."""
        footing: list[_Footing] = []
        for index, evidence in enumerate(entry.data.evidence):
            if evidence.withheld:
                continue
            source = self.dossier.sources.get(evidence.source)
            proof = self._proof(entry, "evidence", index)
            if source is None or proof is None:
                return None
            attribution = self._proof(entry, "evidence", index, "attribution") if evidence.attribution else None
            actor = self.dossier.actors.get(evidence.claimant) if evidence.claimant else None
            places = self.parts[source.id]
            part = part_at(places, proof.hull) if places else None
            footing.append(_Footing(source, proof, attribution, actor, index, part))
        of = [thing for one in footing for thing in one[:_OBJECTS]]
        return self.memo.kept(_weigh_claim, entry, self.known, *of, key=tuple(one[_OBJECTS:] for one in footing))

    def _proof(self, entry: ClaimEntry, *path: str | int) -> Proof | None:
        """Give the proof of a quotation of a claim, by its path inside the claim, if it is proven."""
        proof = self.proofs.get((entry.record.id, (*entry.path, *path)))
        return proof if isinstance(proof, Proof) else None


_OBJECTS = 4
"""Fields of a footing that are objects, and the same only where they are the same object."""


def _weigh_claim(entry: ClaimEntry, known: _Known, *given: Any) -> WeighedClaim:
    """Weigh a claim on its footing, given as the objects of all passages, and then number and part of each."""
    count = len(given) // (_OBJECTS + 1)
    objects, numbers = given[: count * _OBJECTS], given[count * _OBJECTS :]
    footing = [_Footing(*objects[at * _OBJECTS : (at + 1) * _OBJECTS], *numbers[at]) for at in range(count)]
    passages = tuple(_passage(entry, one, known) for one in footing)
    dated = entry.data.date or dated_of(entry.record)
    heard = voices(_heard(passage, one.actor) for passage, one in zip(passages, footing, strict=True))
    return WeighedClaim(
        entry=entry,
        scan=Scan(unicodedata.normalize("NFC", " ".join(entry.data.statement.split()))),
        passages=passages,
        status=decide(heard, opposed=known.opposed, names=known.names),
        date=parse_or_none(dated.edtf) if dated else None,
        dated=dated,
    )


def _passage(entry: ClaimEntry, one: _Footing, known: _Known) -> WeighedPassage:
    part = one.source.data.parts[one.part] if one.part is not None else None
    declared = origin_of(one.source.data, one.part)
    return WeighedPassage(
        evidence=entry.data.evidence[one.number],
        index=one.number,
        proof=one.proof,
        scan=Scan(one.proof.exact),
        source=one.source,
        origin=declared or f"text of {one.source.id}",
        origin_identified=declared in known.identified,
        generated=part is not None and part.generated,
        attribution=one.attribution,
    )


def _heard(passage: WeighedPassage, actor: Record[Actor] | None) -> Heard:
    claimant = passage.evidence.claimant
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
    asides: Mapping[str, Sequence[tuple[Span, str]]],
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
