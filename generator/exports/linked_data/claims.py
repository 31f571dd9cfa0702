"""Claims in schema.org, each with its status, who says it and the scope line.

A ClaimReview needs a verdict on whether a claim is true. This site gives none, so it writes none; and the day on
which a claim was first made is not known, so nothing is its firstAppearance.
May import what is told, names and the register. Must never judge a claim.
"""

from __future__ import annotations

from generator.exports.linked_data.dates import basis, iso
from generator.exports.linked_data.register import Register, standing
from generator.exports.linked_data.vocabulary import Node, beside, each_once, known, reference
from generator.exports.linked_data.web_annotation import place
from generator.telling.claims import Claim, Correction, WithheldClaim, WithheldEvidence
from generator.writing import naming
from generator.writing.embedding import claim_data


def claim_node(claim: Claim, register: Register) -> Node:
    """Tell one claim."""
    supporting = [passage for passage in claim.evidence if passage.stance == "supports"]
    derived = [] if register.alone else [reference(place(claim, passage)) for passage in supporting]
    return known(
        {
            "@id": claim.url,
            "@type": ["Claim", "prov:Entity"],
            "identifier": claim.id,
            "text": claim.statement,
            **standing(claim),
            "disambiguatingDescription": register.scope,
            "author": each_once(register.speaker(passage) for passage in supporting),
            "claimInterpreter": [] if register.alone else [reference(one["@id"]) for one in register.editors()],
            "appearance": each_once(register.source(passage.source) for passage in supporting),
            "about": each_once(register.record(id_) for id_ in claim.about),
            "temporal": claim.date.edtf if claim.date else None,
            "additionalProperty": basis(claim.date),
            "conditionsOfAccess": [_withheld(one) for one in claim.withheld_evidence or []],
            "correction": [_correction(one) for one in claim.corrections or []],
            "isPartOf": register.sheet,
            "encoding": _data(claim, register),
            "prov:wasDerivedFrom": derived,
        }
    )


def withheld_node(claim: WithheldClaim, register: Register) -> Node:
    """Tell the place of a claim that is withheld, and none of its words."""
    return {
        "@id": claim.url,
        "@type": "Claim",
        "identifier": claim.id,
        "conditionsOfAccess": naming.withheld(claim.reason),
        "disambiguatingDescription": register.scope,
        "isPartOf": register.sheet,
    }


def _withheld(passage: WithheldEvidence) -> str:
    against = " against it" if passage.stance == "refutes" else ""
    label = naming.source_label(passage.source)
    return f"A passage of {label}{against} is withheld. {naming.withheld(passage.reason)}"


def _correction(one: Correction) -> Node:
    day = iso(one.date)
    undated = None if day else beside("date", one.date)
    words = f"{one.wrong} {one.now}"
    return known({"@type": "CorrectionComment", "text": words, "datePublished": day, "additionalProperty": undated})


def _data(claim: Claim, register: Register) -> Node | None:
    address = register.address(claim_data(claim.id))
    told = {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/json"}
    return told if address and register.alone else None
