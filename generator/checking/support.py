"""What a claim rests on: at least one passage that counts as a voice, each in one part, none twice.

May import evidence and everything below it. Must never look at the wording of a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.prose import Thing
from generator.evidence.weighing import Weighed, WeighedClaim
from generator.problems import Problem
from generator.reading.dossier import ClaimEntry


def unsupported(entry: Thing) -> Iterator[Problem]:
    """Refuse a claim that no passage supports, or only such as are withheld."""
    if not isinstance(entry, ClaimEntry) or entry.withheld:
        return
    if any(one.stance == "supports" and not one.withheld for one in entry.data.evidence):
        return
    message = f'no passage supports "{entry.id}", all refute it; add one that supports it, or remove the claim'
    if any(one.stance == "supports" for one in entry.data.evidence):
        message = f'what supports "{entry.id}" is withheld; withhold the claim as well, or cite another passage'
    yield Problem(entry.spot("evidence"), "no-support", message)


def generated(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse passages of claims that stand in generated or self-citing text."""
    for passage in claim.passages:
        if passage.generated:
            yield Problem(
                claim.entry.spot("evidence", passage.index, "exact"),
                "generated-support",
                f"the passage stands in a part of {passage.source.id} marked as generated, which supports nothing; "
                "quote another part, or describe this one under cautions: of the source",
            )


def straddling(weighed: Weighed) -> Iterator[Problem]:
    """Refuse passages of claims that begin in one part of a source and end in another."""
    for claim in weighed.claims.values():
        for passage in claim.passages:
            start, end = passage.proof.hull
            for first, last in weighed.parts[passage.source.id].values():
                if start < last and first < end and not (first <= start and end <= last):
                    yield Problem(
                        claim.entry.spot("evidence", passage.index, "exact"),
                        "straddles-part",
                        f"the passage lies partly inside and partly outside a part of {passage.source.id} "
                        "that has an origin of its own; quote within one part",
                    )


def repeated(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a passage that one claim cites twice for the same speaker and stance."""
    seen: dict[tuple[object, ...], int] = {}
    for passage in claim.passages:
        evidence = passage.evidence
        key = (passage.source.id, passage.proof.spans, evidence.claimant, evidence.words, evidence.stance)
        if key in seen:
            yield Problem(
                claim.entry.spot("evidence", passage.index),
                "same-passage-twice",
                f'the same words of {passage.source.id} are cited twice in "{claim.id}"; remove one of them',
            )
        seen[key] = passage.index
