"""Tables of evidence: passages, the places of their stretches in the stored texts, and the voices they amount to.

Every passage carries the status of its claim, the rule that gave it, who says it, and the scope line. A withheld one
keeps its place and has no words. May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.exports.tables.carried import ABOUT_THE_CLAIM, CLAIM, SCOPE
from generator.exports.tables.columns import WITHHELD, Column, Row, Table, meaning_of, told
from generator.exports.tables.values import VALUE, value_cells
from generator.telling.claims import Claim, Evidence, Voice, WithheldEvidence
from generator.telling.facts import Facts, Origin
from generator.telling.passages import Passage
from generator.telling.records import Source
from generator.writing.naming import passage_anchor

_OFFSET = "in the stored text, in Unicode code points from 0"


def _evidence(facts: Facts) -> Iterator[Row]:
    digests = {source.id: source.sha256 for source in facts.sources}
    for claim in facts.claims:
        about = {
            "claim": claim.id,
            "status": claim.status,
            "status_rule": claim.status_rule,
            "said_by": claim.said_by,
            "scope": facts.dossier.scope.text,
        }
        for one in claim.evidence:
            yield {**_place(claim, one), **_passage(one), "source_sha256": digests[one.source], **about}
        for place in claim.withheld_evidence or ():
            yield {**_place(claim, place), WITHHELD: place.reason, **about}


def _place(claim: Claim, one: Evidence | WithheldEvidence) -> Row:
    return {
        "id": evidence_id(claim, one.number),
        "number": one.number,
        "url": f"{claim.url}#{passage_anchor(one.number - 1)}",
        "source": one.source,
        "stance": one.stance,
    }


def _passage(one: Evidence) -> Row:
    beside = one.attribution
    return {
        "voice": "article" if one.claimant is None else "unnamed" if one.claimant == "unnamed" else "actor",
        "claimant": None if one.claimant == "unnamed" else one.claimant,
        "words": one.words,
        "via": one.via,
        "exact": one.exact,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "start": one.spans[0][0],
        "end": one.spans[-1][1],
        "stretches": len(one.spans),
        "exact_sha256": hashlib.sha256(one.exact.encode("utf-8", "strict")).hexdigest(),
        "file": one.file,
        **value_cells(one.value),
        "utterance": one.utterance,
        "attribution": beside.exact if beside else None,
        "attribution_start": beside.spans[0][0] if beside else None,
        "attribution_end": beside.spans[-1][1] if beside else None,
        "origin": one.origin,
        "origin_identified": one.origin_identified,
    }


def evidence_id(claim: Claim, number: int) -> str:
    """Name a passage by its claim and its number."""
    return f"{claim.id}#{number}"


def _spans(facts: Facts) -> Iterator[Row]:
    for claim in facts.claims:
        for one in claim.evidence:
            for number, (start, end) in enumerate(one.spans, start=1):
                yield {"evidence": evidence_id(claim, one.number), "number": number, "start": start, "end": end}


def _heard(facts: Facts) -> Iterator[tuple[Claim, str, Voice]]:
    for claim in facts.claims:
        for number, voice in enumerate(claim.voices, start=1):
            yield claim, f"{claim.id}#voice-{number}", voice


def _voices(facts: Facts) -> Iterator[Row]:
    for claim, id_, voice in _heard(facts):
        named = voice.kind == "actor"
        yield {
            "id": id_,
            "claim": claim.id,
            "kind": voice.kind,
            "actor": voice.speaker if named else None,
            "words": None if named else voice.speaker,
            "party": voice.party,
            "supports": voice.supports,
            "origins": len(voice.origins),
            "identified": voice.identified,
            "scope": facts.dossier.scope.text,
        }


EVIDENCE = Table(
    "evidence",
    "Evidence",
    meaning_of(Evidence),
    (
        Column("id", "The id of the claim, # and the number of the passage.", required=True),
        CLAIM,
        told((Evidence, "number")),
        Column("url", "The address of the passage on the page of its claim.", required=True, unique=True),
        told((Evidence, "source"), leads_to="sources"),
        told((Evidence, "stance")),
        told((Voice, "kind"), name="voice"),
        Column("claimant", "Who says it: the id of an actor; empty for others.", leads_to="actors"),
        told((Evidence, "words")),
        told((Evidence, "via")),
        told((Evidence, "exact")),
        told((Evidence, "prefix")),
        told((Evidence, "suffix")),
        Column("start", f"Where the passage begins {_OFFSET}.", "integer", required=True, least=0),
        Column(
            "end",
            f"Where it ends (not included) {_OFFSET}: of one stretch, `text[start:end]` is `exact`.",
            "integer",
            required=True,
            least=1,
        ),
        Column(
            "stretches",
            "Number of stretches, more than 1 where words are left out; the table of spans has where each stands.",
            "integer",
            required=True,
            least=1,
        ),
        Column("exact_sha256", "sha256 of `exact` as UTF-8.", required=True, pattern="^[0-9a-f]{64}$"),
        told((Passage, "file")),
        told((Source, "sha256"), name="source_sha256"),
        *VALUE,
        told((Evidence, "utterance"), leads_to="utterances"),
        told((Evidence, "attribution"), name="attribution"),
        Column("attribution_start", f"Where these words begin {_OFFSET}.", "integer", least=0),
        Column("attribution_end", f"Where these words end (not included) {_OFFSET}.", "integer", least=1),
        told((Evidence, "origin"), leads_to="origins"),
        told((Evidence, "origin_identified")),
        *ABOUT_THE_CLAIM,
        told((WithheldEvidence, "reason"), name=WITHHELD, required=False),
        SCOPE,
    ),
    key=("id",),
    rows=_evidence,
    kept=("id", "claim", "number", "url", "source", "stance", "status", "status_rule", "said_by", WITHHELD, "scope"),
    label="exact",
    facets=("status", "stance", "voice", "source"),
    sought="exact",
)
SPANS = Table(
    "spans",
    "Places of passages",
    "One stretch of a passage in the stored text; a passage in which words are left out has several.",
    (
        Column("evidence", "The id of the passage.", required=True, leads_to="evidence"),
        Column("number", "The number of the stretch, from 1.", "integer", required=True, least=1),
        Column("start", f"Where it begins {_OFFSET}.", "integer", required=True, least=0),
        Column("end", f"Where it ends (not included) {_OFFSET}.", "integer", required=True, least=1),
    ),
    key=("evidence", "number"),
    rows=_spans,
)
VOICES = Table(
    "voices",
    "Voices",
    meaning_of(Voice),
    (
        Column("id", "The id of the claim, #voice- and the number of the voice.", required=True),
        CLAIM,
        told((Voice, "kind")),
        Column("actor", "The id of the actor; empty for other voices.", leads_to="actors"),
        told((Evidence, "words")),
        told((Voice, "party"), leads_to="actors"),
        told((Voice, "supports")),
        Column("origins", "Number of origins of its passages.", "integer", required=True, least=0),
        told((Voice, "identified")),
        SCOPE,
    ),
    key=("id",),
    rows=_voices,
    facets=("kind", "party", "supports"),
)
_VOICE = Column("voice", "The id of the voice.", required=True, leads_to="voices")
VOICE_SOURCES = Table(
    "voice_sources",
    "Sources of voices",
    "A source that carries a voice.",
    (_VOICE, Column("source", "The id of the source.", required=True, leads_to="sources")),
    key=("voice", "source"),
    rows=lambda facts: (
        {"voice": id_, "source": source} for _, id_, voice in _heard(facts) for source in voice.sources
    ),
)
VOICE_ORIGINS = Table(
    "voice_origins",
    "Origins of voices",
    "An origin of a voice's passages; voices are counted by it, not by article.",
    (_VOICE, told((Origin, "id"), name="origin", leads_to="origins")),
    key=("voice", "origin"),
    rows=lambda facts: (
        {"voice": id_, "origin": origin} for _, id_, voice in _heard(facts) for origin in voice.origins
    ),
)
