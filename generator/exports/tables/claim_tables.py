"""Tables of claims: the claims, their corrections, and what leads from them to actors, records and each other.

Every row with words carries the status of its claim, the rule that gave it, who says it, and the scope line.
May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.tables.carried import ABOUT_THE_CLAIM, CLAIM, SCOPE
from generator.exports.tables.columns import WITHHELD, Column, Row, Table, meaning_of, told
from generator.telling.claims import Claim, Correction, SecondReading, WithheldClaim
from generator.telling.facts import Facts
from generator.telling.passages import Date


def _claims(facts: Facts) -> Iterator[Row]:
    scope = facts.dossier.scope.text
    for claim in facts.claims:
        date, read = claim.date, claim.second_reading
        yield {
            "id": claim.id,
            "url": claim.url,
            "kind": claim.kind,
            "record": claim.record,
            "statement": claim.statement,
            "role": claim.role,
            "question": claim.question,
            "date": date.edtf if date else None,
            "date_earliest": date.earliest if date else None,
            "date_latest": date.latest if date else None,
            "date_basis": date.basis if date else None,
            "date_because": date.because if date else None,
            "status": claim.status,
            "status_rule": claim.status_rule,
            "status_inputs": claim.status_inputs,
            "said_by": claim.said_by,
            "read_by": read.by if read else None,
            "read_on": read.date if read else None,
            "scope": scope,
        }
    for one in facts.withheld:
        yield {
            "id": one.id, "url": one.url, "kind": one.kind, "record": one.record, WITHHELD: one.reason, "scope": scope,
        }  # fmt: skip


def _corrections(facts: Facts) -> Iterator[Row]:
    for claim in facts.claims:
        for number, one in enumerate(claim.corrections or (), start=1):
            yield {
                "claim": claim.id,
                "number": number,
                "date": one.date,
                "wrong": one.wrong,
                "now": one.now,
                "status": claim.status,
                "status_rule": claim.status_rule,
                "said_by": claim.said_by,
                "scope": facts.dossier.scope.text,
            }


def _about(facts: Facts) -> Iterator[Row]:
    claims = {one.id for one in (*facts.claims, *facts.withheld)}
    for claim in facts.claims:
        for number, id_ in enumerate(claim.about, start=1):
            column = "about_claim" if id_ in claims else "record"
            yield {"claim": claim.id, "number": number, column: id_}


def _once(ids: list[str]) -> list[str]:
    return list(dict.fromkeys(ids))


CLAIMS = Table(
    "claims",
    "Claims",
    meaning_of(Claim),
    (
        told((Claim, "id")),
        told((Claim, "url"), unique=True),
        told((Claim, "kind"), sought=True),
        told((Claim, "record"), leads_to="records"),
        told((Claim, "statement")),
        told((Claim, "role")),
        told((Claim, "question"), leads_to="questions"),
        told((Claim, "date"), (Date, "edtf"), name="date"),
        told((Date, "earliest"), name="date_earliest", sought=True),
        told((Date, "latest"), name="date_latest"),
        told((Date, "basis"), name="date_basis", required=False),
        told((Date, "because"), name="date_because"),
        *ABOUT_THE_CLAIM[:2],
        told((Claim, "status_inputs")),
        *ABOUT_THE_CLAIM[2:],
        told((Claim, "second_reading"), (SecondReading, "by"), name="read_by"),
        told((Claim, "second_reading"), (SecondReading, "date"), name="read_on"),
        told((WithheldClaim, "reason"), name=WITHHELD, required=False),
        SCOPE,
    ),
    key=("id",),
    rows=_claims,
    kept=("id", "url", "kind", "record", WITHHELD, "scope"),
    label="statement",
    facets=("status", "kind"),
    sought="statement",
)
CORRECTIONS = Table(
    "corrections",
    "Corrections",
    "One correction of the published statement of a claim.",
    (
        CLAIM,
        Column("number", "Its number among the corrections of the claim, as its file has them.", "integer",
               required=True, least=1),
        told((Correction, "date")),
        told((Correction, "wrong")),
        told((Correction, "now")),
        *ABOUT_THE_CLAIM,
        SCOPE,
    ),
    key=("claim", "number"),
    rows=_corrections,
)  # fmt: skip
ABOUT = Table(
    "about",
    "What claims are about",
    "An actor, another record or another claim that a claim is about.",
    (
        CLAIM,
        Column("number", "Its number in the claim's list, from 1.", "integer", required=True, least=1),
        Column("record", "The id of the actor or other record; empty for a claim.", leads_to="records"),
        Column("about_claim", "The id of the claim it is about; empty for a record.", leads_to="claims"),
    ),
    key=("claim", "number"),
    rows=_about,
)
HOLDERS = Table(
    "holders",
    "Who holds positions",
    "An actor who holds a position or gives a reply.",
    (CLAIM, Column("actor", "The id of the actor.", required=True, leads_to="actors")),
    key=("claim", "actor"),
    rows=lambda facts: (
        {"claim": claim.id, "actor": id_} for claim in facts.claims for id_ in _once(claim.held_by or [])
    ),
)
REPLIES = Table(
    "replies",
    "Replies",
    "A position that a reply answers.",
    (CLAIM, Column("position", "The id of the claim it answers.", required=True, leads_to="claims")),
    key=("claim", "position"),
    rows=lambda facts: (
        {"claim": claim.id, "position": id_} for claim in facts.claims for id_ in _once(claim.reply_to or [])
    ),
)
