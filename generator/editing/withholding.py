"""A claim withheld, with whatever else publishes words of its passages: what to mark, and where, worked out by trying.

A passage of another claim goes alone where the claim stands without it, and the whole claim where it does not.
May import inserting, and what weighs and checks. Must never take words out of a file: it marks them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.checking.rules import check
from generator.checking.withholding import leaks
from generator.editing.changes import Changes, EditError
from generator.editing.inserting import with_field
from generator.evidence.weighing import Weighed, weigh
from generator.model.claims import Claim
from generator.model.passages import Shape, Withheld
from generator.problems import Problem, Spot
from generator.reading.dossier import ClaimEntry, Dossier, Record
from generator.reading.joining import claims_of
from generator.reading.suggestions import did_you_mean

Mark = tuple[str, int | None]
"""A claim and the number of one of its passages; None for the whole claim."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to withhold so that nothing of a claim is published: whole claims, and single passages of others.

    A claim that goes as a whole for the sake of another keeps marks on its passages: only their words are secret.
    `left` are the problems that withholding brings and cannot mend, such as words in the passage of a date.
    """

    claims: tuple[str, ...]
    passages: tuple[tuple[str, int], ...]
    left: tuple[Problem, ...]


def plan(claim: str, *, dossier: Dossier, reason: Withheld) -> Plan:
    """Find what must be withheld with a claim. Raises EditError where there is no such claim, or it is withheld."""
    entry = dossier.claims.get(claim)
    if entry is None:
        raise EditError(f'no claim has the id "{claim}"{did_you_mean(claim, dossier.claims) or "; correct it"}')
    if entry.withheld:
        raise EditError(f'"{claim}" is withheld already')
    before = {(problem.code, problem.message) for problem in check(weigh(dossier))}
    marks: set[Mark] = {(claim, None)}
    while True:
        weighed = weigh(marked(dossier, marks, reason=reason))
        problems = [problem for problem in check(weighed) if (problem.code, problem.message) not in before]
        further = {*_publishing(weighed, marks), *_fallen(problems, marks, dossier)} - marks
        if not further:
            break
        marks |= further
    whole = {id_ for id_, index in marks if index is None}
    parts = sorted((id_, index) for id_, index in marks if index is not None)
    return Plan((claim, *sorted(whole - {claim})), tuple(parts), tuple(problems))


def marked(dossier: Dossier, marks: Collection[Mark], *, reason: Withheld) -> Dossier:
    """Give the dossier with claims and passages withheld, as it would be read from changed files."""
    whole = {id_ for id_, index in marks if index is None}
    parts: dict[str, set[int]] = {}
    for id_, index in marks:
        if index is not None:
            parts.setdefault(id_, set()).add(index)
    touched = {dossier.claims[id_].record.id for id_, _ in marks}
    kinds = ("actors", "agreements", "events", "disputes", "background")
    groups: dict[str, Mapping[str, Record[Any]]] = {kind: getattr(dossier, kind) for kind in kinds}
    new = {
        kind: {id_: _record(one, whole, parts, reason=reason) if id_ in touched else one for id_, one in group.items()}
        for kind, group in groups.items()
    }
    changed = [record for group in new.values() for id_, record in group.items() if id_ in touched]
    entries = {entry.id: entry for record in changed for entry in claims_of(record)}
    given: dict[str, Any] = {**new, "claims": {id_: entries.get(id_, old) for id_, old in dossier.claims.items()}}
    return replace(dossier, **given)


def withheld_in_files(found: Plan, *, dossier: Dossier, reason: Withheld, files: Mapping[str, str]) -> Changes:
    """Write the marks of a plan into the texts of its files. Raises EditError where a claim is written another way."""
    written = dict(files)
    for entry, inner in _places(found, dossier):
        file = entry.record.file
        written[file] = with_field(written[file], (*entry.path, *inner), "withheld", reason, file=file)
    return Changes({file: text.encode() for file, text in written.items() if text != files[file]})


def _places(found: Plan, dossier: Dossier) -> Iterator[tuple[ClaimEntry, tuple[str | int, ...]]]:
    yield from ((dossier.claims[id_], ()) for id_ in found.claims)
    yield from ((dossier.claims[id_], ("evidence", index)) for id_, index in found.passages)


def _record(
    record: Record[Shape], whole: Collection[str], parts: Mapping[str, Collection[int]], *, reason: Withheld
) -> Record[Shape]:
    update: dict[str, list[Claim]] = {}
    for entry in claims_of(record):
        claim = entry.data
        if claim.id in whole:
            claim = claim.model_copy(update={"withheld": reason})
        if claim.id in parts:
            evidence = [
                one.model_copy(update={"withheld": reason}) if number in parts[claim.id] else one
                for number, one in enumerate(claim.evidence)
            ]
            claim = claim.model_copy(update={"evidence": evidence})
        update.setdefault(str(entry.path[0]), []).append(claim)
    return replace(record, data=record.data.model_copy(update=update))


def _publishing(weighed: Weighed, marks: Collection[Mark]) -> Iterator[Mark]:
    """Give the passages of claims that publish words of what is marked; passages of dates have no mark of their own."""
    owners = {(entry.record.id, entry.path): entry.id for entry in weighed.dossier.claims.values()}
    named = {id_ for id_, _ in marks}
    for leak in leaks(weighed):
        if owners[leak.hidden.record.id, leak.hidden.path[:2]] not in named:
            continue
        for item in leak.shown:
            owner = owners.get((item.record.id, item.path[:2]))
            if owner is not None and item.path[2] == "evidence":
                yield owner, int(item.path[3])


def _fallen(problems: Collection[Problem], marks: Collection[Mark], dossier: Dossier) -> Iterator[Mark]:
    """Give the claims that do not stand without a passage that is marked."""
    partly = {id_ for id_, index in marks if index is not None}
    begins: dict[str, list[tuple[Spot, str]]] = {}
    for entry in dossier.claims.values():
        begins.setdefault(entry.record.file, []).append((entry.spot(), entry.id))
    for problem in problems:
        if problem.code != "withheld-published" and (there := sorted(begins.get(problem.spot.file, ()))):
            at = bisect_right([spot for spot, _ in there], problem.spot) - 1
            if at >= 0 and there[at][1] in partly:
                yield there[at][1], None
