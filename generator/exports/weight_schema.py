"""JSON Schema of what weighing adds to facts.json.

May import the words of JSON Schema. Must never know a dossier.
"""

from __future__ import annotations

from generator.exports.schema_words import Schema, array, fields, ids, ref, text, truth, whole

READINGS = ["compatible", "contradictory", "undecided", "not comparable"]


def definitions() -> dict[str, Schema]:
    """Give the shapes under `$defs`, by name."""
    return {
        "voice": _voice(),
        "origin": _origin(),
        "answer": _answer(),
        "difference": _difference(),
        "utterance": _utterance(),
        "part": _part(),
    }


def lists() -> dict[str, Schema]:
    """Give the lists at the top of facts.json."""
    return {
        "origins": array({"$ref": "#/$defs/origin"}, "Where texts come from, as evidence names it, sorted by id."),
        "differences": array({"$ref": "#/$defs/difference"}, "Every difference between answers, by question."),
        "utterances": array({"$ref": "#/$defs/utterance"}, "Remarks in several renderings, sorted by id."),
    }


def _voice() -> Schema:
    return fields(
        "Who stands for or against a claim; voices are counted, not articles.",
        {
            "kind": {
                "enum": ["actor", "unnamed", "article"],
                "description": "A named actor, a speaker left unnamed, or an article speaking for itself.",
            },
            "supports": truth("Whether it is for the claim; false is against."),
            "sources": ids("Sources that carry it."),
            "origins": ids("Origins of these passages, each an id under `origins`."),
            "identified": truth("Whether all these origins are known; else their number is a number at most."),
        },
        speaker=text("The id of the actor, or the words that leave a speaker unnamed; absent for articles."),
        party=text("The id of the party the actor speaks for."),
    )


def _origin() -> Schema:
    return fields(
        "An origin of texts; `text of <source>` stands for a text of which nothing is known.",
        {
            "id": text("Its id, as passages and voices name it."),
            "identified": truth("Whether the original is known."),
            "sources": ids("Sources with evidence of this origin."),
        },
        about=text("What is known of it."),
        because=text("How one can tell."),
    )


def _answer() -> Schema:
    return fields(
        "One answer to a question.",
        {
            "text": text("The answer in words, as differences name it."),
            "value": ref("value", "The answer as a value."),
            "claims": ids("Claims whose passages give it."),
        },
    )


def _difference() -> Schema:
    return fields(
        "Answers to one question that are not the same.",
        {
            "question": text("The id of the question."),
            "answers": ids("The answers, each the `text` of an answer to the question."),
            "reading": {"enum": READINGS, "description": "What the difference means."},
            "because": text("Why, in one sentence."),
            "computed": truth("Whether values alone tell it; false where the editors read it."),
        },
    )


def _utterance() -> Schema:
    rendering = fields(
        "One rendering of the remark.",
        {
            "claim": text("The id of the claim that cites it."),
            "evidence": whole("The place of the passage in the claim's `evidence`, from 0."),
            "source": text("The id of the source."),
        },
        via=text("The channel, as the source names it."),
    )
    return fields(
        "A remark that sources render in their own words; no rendering is the wording.",
        {
            "id": text("The id: unique in the dossier."),
            "actor": text("The id of the actor whose remark it is."),
            "about": text("What it is about."),
            "language": text("The language it was made in, or `unknown`."),
            "translator": text("Who translated it, or `unknown`."),
            "renderings": array(rendering, "Its renderings, by the ids of claims."),
        },
    )


def _part() -> Schema:
    return fields(
        "How far one part of an agreement had got; an empty list says that no source here tells.",
        {
            "what": text("The part."),
            "agreed": ids("Claims that say what was agreed."),
            "announced": ids("Claims that say what was announced or prepared."),
            "reported": ids("Claims that say what is reported done."),
        },
    )
