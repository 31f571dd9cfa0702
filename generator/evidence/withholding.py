"""What is withheld, taken out of a dossier before anything else looks at it: ids and places stay, words do not.

`withhold(dossier)` gives the dossier that pages, exports and comparisons may see (rule 13).
May import names, answers, the model and reading. Must never know pages, nor judge a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.evidence.differences import answer_text
from generator.evidence.names import spellings
from generator.memo import FORGETFUL, Memo
from generator.model.claims import Claim
from generator.model.passages import Evidence, Shape, Withheld
from generator.model.records import Actor
from generator.reading.dossier import Dossier, Record
from generator.reading.joining import claims_of

S = TypeVar("S", bound=Shape)
NAME = "Name withheld"
"""What pages call an actor whose name is withheld."""
REASONS: Mapping[Withheld, str] = {
    "safety": "it could put people at risk",
    "legal": "there is a legal reason",
    "minor": "it would make a child known",
}
"""Why something is withheld, in general words that tell nothing of it."""
_NO_WORDS: dict[str, Any] = {
    "statement": "", "date": None, "question": None, "about": [], "refers": {}, "evidence": [], "corrections": [],
    "second_reading": None, "held_by": [], "role": "",
}  # fmt: skip
_NO_PASSAGE: dict[str, Any] = {
    "exact": "", "prefix": None, "suffix": None, "claimant": None, "words": None, "attribution": None, "via": None,
    "value": None, "utterance": None,
}  # fmt: skip
_NO_NAME: dict[str, Any] = {
    "name": NAME, "names": [], "adjectives": [], "capitals": [], "search_names": [], "identifiers": None,
}  # fmt: skip


def withhold(dossier: Dossier, *, memo: Memo = FORGETFUL) -> Dossier:
    """Give the dossier without the words of what is withheld; the same dossier where nothing is."""
    if not any(memo.kept(_holds_withheld, record) for record in dossier.records()):
        return dossier
    actors = _all_redacted(dossier.actors, memo)
    agreements, events = _all_redacted(dossier.agreements, memo), _all_redacted(dossier.events, memo)
    disputes, background = _all_redacted(dossier.disputes, memo), _all_redacted(dossier.background, memo)
    records: list[Record[Any]] = [
        record for group in (actors, agreements, events, disputes, background) for record in group.values()
    ]
    entries = {(entry.record.id, entry.path): entry for record in records for entry in memo.kept(claims_of, record)}
    return replace(
        dossier,
        actors=actors,
        agreements=agreements,
        events=events,
        disputes=disputes,
        background=background,
        claims={id_: entries[entry.record.id, entry.path] for id_, entry in dossier.claims.items()},
        utterances={
            id_: (actor, utterance.model_copy(update={"about": ""}) if actors[actor].data.withheld else utterance)
            for id_, (actor, utterance) in dossier.utterances.items()
        },
    )


def hidden_answers(dossier: Dossier) -> dict[str, list[str]]:
    """Give the answers that withheld passages give, by their question, as the files have them: for checks alone."""
    found: dict[str, list[str]] = {}
    for entry in dossier.claims.values():
        for evidence in entry.data.evidence:
            if evidence.value is not None and entry.data.question and (entry.withheld or evidence.withheld):
                found.setdefault(entry.data.question, []).append(answer_text(evidence.value))
    return found


def hidden_names(dossier: Dossier) -> dict[str, Actor]:
    """Give the actors whose names are withheld, as their files have them, as far as names are given there."""
    return {
        id_: record.data
        for id_, record in dossier.actors.items()
        if record.data.withheld and any(spellings(record.data))
    }


def _holds_withheld(record: Record[Shape]) -> bool:
    withheld = isinstance(record.data, Actor) and record.data.withheld is not None
    return withheld or any(
        entry.withheld or any(evidence.withheld for evidence in entry.data.evidence) for entry in claims_of(record)
    )


def _all_redacted(records: Mapping[str, Record[S]], memo: Memo) -> dict[str, Record[S]]:
    return {id_: memo.kept(_redacted, record) for id_, record in records.items()}


def _redacted(record: Record[S]) -> Record[S]:
    if not _holds_withheld(record):
        return record
    update: dict[str, Any] = {}
    for entry in claims_of(record):
        update.setdefault(str(entry.path[0]), []).append(_claim(entry.data, entry.withheld))
    if isinstance(record.data, Actor) and record.data.withheld:
        update |= _NO_NAME
        update["utterances"] = [one.model_copy(update={"about": ""}) for one in record.data.utterances]
    return replace(record, data=record.data.model_copy(update=update))


def _claim(claim: Claim, withheld: Withheld | None) -> Claim:
    if withheld:
        known = {name: value for name, value in _NO_WORDS.items() if name in type(claim).model_fields}
        return claim.model_copy(update={**known, "withheld": withheld})
    return claim.model_copy(update={"evidence": [_evidence(evidence) for evidence in claim.evidence]})


def _evidence(evidence: Evidence) -> Evidence:
    return evidence.model_copy(update=_NO_PASSAGE) if evidence.withheld else evidence
