"""JSON Schema of claims in facts.json: their passages, dates and values, and the places of what is withheld.

May import the model, statuses and the words of JSON Schema. Must never know a dossier.
"""

from __future__ import annotations

from generator.evidence.status import STATUSES
from generator.exports.schema_words import Schema, array, fields, ids, ref, text, truth
from generator.model.passages import Value

ID = text("The id: unique in the dossier, stable for ever.")
URL = text("The address of its page, or a urn:uuid: identifier where the site's address is not known.")
FORMERLY = ids("Ids it had before.")
ENTITY = {"id": ID, "url": URL}
SPAN: Schema = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
    "description": "Start and end (not included) in the stored text, in Unicode code points from 0.",
}
PLACED: dict[str, Schema] = {
    "source": text("The id of the source."),
    "file": text("Path of the stored text."),
    "spans": array(SPAN, "Where the passage stands: `text[start:end]`; an omission has several spans."),
    "exact": text("The words of the stored text; the parts of an omission are joined by ` [...] `."),
}
REASON: Schema = {"enum": ["safety", "legal", "minor"], "description": "Why it is withheld, in general terms."}


def claim() -> Schema:
    """Describe a claim."""
    kinds = ["term", "event", "position", "reply", "role", "background"]
    return fields(
        "One proposition with its evidence.",
        ENTITY
        | {
            "kind": {"enum": kinds, "description": "Kind of claim."},
            "formerly": FORMERLY,
            "record": text("The id of the record it stands in."),
            "statement": text("The proposition, with who says it where somebody does."),
            "about": ids("Actors and records it is about."),
            "status": {"enum": list(STATUSES), "description": "What its voices amount to."},
            "status_rule": text("The rule that gave the status."),
            "status_inputs": text("The voices the rule was given, in words."),
            "voices": array({"$ref": "#/$defs/voice"}, "Who stands for or against it."),
            "evidence": array({"$ref": "#/$defs/evidence"}, "Its passages."),
        },
        role=text("The role in the source's words (roles)."),
        held_by=ids("Actors who hold it (positions, replies)."),
        reply_to=ids("Positions it answers (replies)."),
        question=text("The id of the question it answers."),
        withheld_evidence=array(_withheld_passage(), "Passages whose words are withheld."),
        corrections=array(_correction(), "Corrections of the published statement."),
        second_reading=fields(
            "That a second person compared statement and passages as they stand; absent where nobody has.",
            {"by": text("Who compared them."), "date": text("The day, in EDTF.")},
        ),
        date=ref("date", "Its own date, or its record's."),
        refers={
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
            "description": "Actors that words of the passages stand for.",
        },
    )


def withheld() -> Schema:
    """Describe the place of a withheld claim."""
    kinds = ["term", "event", "position", "reply", "role", "background"]
    return fields(
        "The place of a claim whose words are withheld.",
        {
            "id": ID,
            "url": text("Its permanent address, or a urn:uuid: identifier."),
            "kind": {"enum": kinds, "description": "Kind of claim."},
            "record": text("The id of the record it stands in."),
            "reason": REASON,
        },
    )


def _withheld_passage() -> Schema:
    stance: Schema = {"enum": ["supports", "refutes"], "description": "For or against the claim."}
    return fields(
        "The place of a passage whose words are withheld.",
        {"source": text("The id of its source."), "stance": stance, "reason": REASON},
    )


def _correction() -> Schema:
    return fields(
        "One correction.",
        {
            "date": text("The day, in EDTF."),
            "wrong": text("What was wrong."),
            "now": text("What the statement says now."),
        },
    )


def evidence() -> Schema:
    """Describe a passage for or against a claim."""
    return fields(
        "One passage for or against a claim.",
        PLACED
        | {
            "stance": {"enum": ["supports", "refutes"], "description": "For or against the claim."},
            "origin": text("The id of the text's origin, or `text of <source>` where nothing is known of it."),
            "origin_identified": truth("Whether that origin is known."),
        },
        claimant=text("Who says it: the id of an actor, or `unnamed`; absent for the article's own voice."),
        words=text("The words that leave the speaker unnamed."),
        via=text("The channel, as the source names it."),
        value=ref("value", "What the passage answers to the claim's question."),
        utterance=text("The remark it renders."),
        attribution=ref("passage", "Words of the source that name the speaker elsewhere."),
    )


def date() -> Schema:
    """Describe a date."""
    day: Schema = {"type": ["string", "null"], "format": "date"}
    return fields(
        "A date.",
        {
            "edtf": text("The date in EDTF."),
            "earliest": day | {"description": "First day it can mean; null for an open start."},
            "latest": day | {"description": "Last day it can mean; null for an open end."},
            "basis": {"enum": ["stated", "derived"], "description": "Stated by a passage, or derived by the calendar."},
        },
        because=text("How a derived date follows."),
        passages=array({"$ref": "#/$defs/passage"}, "Passages it rests on; absent where the claim's own passages do."),
    )


def value() -> Schema:
    """Describe a value."""
    pair: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    types: dict[str, Schema] = {"between": pair} | {name: {"type": "string"} for name in ("date", "words", "scope")}
    named = {
        name: types.get(name, {"type": "number"}) | {"description": field.description or name}
        for name, field in Value.model_fields.items()
    }
    answers = [{"required": [name]} for name in named if name != "scope"]
    return fields("What a passage answers: exactly one field, and perhaps its scope.", {}, **named) | {"oneOf": answers}
