"""`data/facts.schema.json`: what each field of facts.json holds, as JSON Schema (draft 2020-12).

May import the model and statuses. Must never know a dossier.
"""

from __future__ import annotations

from generator.exports.claim_schema import (
    ENTITY,
    FORMERLY,
    ID,
    PLACED,
    REASON,
    SPAN,
    claim,
    date,
    evidence,
    value,
    withheld,
)
from generator.exports.data_file import DataFile, as_json
from generator.exports.schema_words import Schema, array, fields, ids, ref, share, text, truth, whole
from generator.exports.weight_schema import definitions, lists

URI = "data/facts.schema.json"




def facts_schema() -> DataFile:
    """Write the schema file."""
    return DataFile(URI, as_json(_schema()))


def _schema() -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "facts.json",
        **fields(
            "A fact sheet: what named sources say about one subject up to a stated date, with the words.",
            {
                "schema": {"const": 1, "description": "Version of this format."},
                "version": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{12}$",
                    "description": "Version of the content: the first twelve digits of the SHA-256 of these data "
                    "without `version`, the dossier's `id` and every `url`, as UTF-8 JSON with sorted keys, no spaces.",
                },
                "dossier": ref("dossier", "The fact sheet as a whole."),
                "sources": array({"$ref": "#/$defs/source"}, "The sources, sorted by id."),
                "actors": array({"$ref": "#/$defs/actor"}, "The actors, sorted by id."),
                "questions": array({"$ref": "#/$defs/question"}, "The questions, sorted by id."),
                "agreements": array({"$ref": "#/$defs/record"}, "The agreements, sorted by id."),
                "events": array({"$ref": "#/$defs/record"}, "The events, sorted by id."),
                "disputes": array({"$ref": "#/$defs/record"}, "The disputes, sorted by id."),
                "background": array({"$ref": "#/$defs/record"}, "Records that give context, sorted by id."),
                "claims": array({"$ref": "#/$defs/claim"}, "The claims, sorted by id."),
                "withheld": array(withheld(), "Places of claims that are withheld, sorted by id."),
                **lists(),
            },
        ),
        "$defs": {
            "dossier": _dossier(),
            "source": _source(),
            "actor": _actor(),
            "question": _question(),
            "record": _record(),
            "claim": claim(),
            "evidence": evidence(),
            "passage": fields("A passage that is no evidence of its own, such as a date's.", PLACED),
            "date": date(),
            "value": value(),
            **definitions(),
        },
    }


def _dossier() -> Schema:
    origin = fields(
        "An origin.",
        {
            "id": ID,
            "about": text("What is known of it."),
            "identified": truth("Whether the original is known."),
            "because": text("How one can tell."),
        },
    )
    wanted = fields(
        "An original that nobody here has seen.",
        {
            "what": text("The document to look for."),
            "why": text("What it would settle."),
            "claims": ids("Claims that rest on renderings of it."),
        },
    )
    scope = fields(
        "How far the fact sheet reaches; it travels with the data.",
        {
            "text": text("The scope line."),
            "until": ref("date", "The last day the sources speak of as having come."),
            "not_covered": ids("What is not covered."),
        },
    )
    answer = fields("A reader's question.", {"asks": text("The question."), "claims": ids("Claims that answer it.")})
    limit = fields(
        "How much of a source may be published word for word.",
        {"share": share("Largest share of a source's words."), "because": text("Why this share.")},
    )
    return fields(
        "The fact sheet as a whole.",
        {
            "id": text("The site's address, or a urn:uuid: identifier where it is not known."),
            "title": text("The title."),
            "question": text("The one question it answers."),
            "scope": scope,
            "summary": array(answer, "The reader's first questions."),
            "highlights": ids("Further claims for the home page."),
            "parties": ids("Actors that are parties."),
            "opposed": array({"type": "array", "items": {"type": "string"}}, "Pairs of opposed parties."),
            "origins": array(origin, "Where texts come from."),
            "wanted": array(wanted, "Originals to look for."),
            "quotation_limit": limit,
            "editors": ids("Who curates it."),
            "licence": text("Licence of the curated facts."),
            "updated": text("Day of the last change, in EDTF."),
        },
        contact=text("Where to write."),
    )


def _source() -> Schema:
    names = {name: text(f"The {name} name, as in CSL-JSON.") for name in ("family", "given", "literal")}
    part = fields(
        "A part of the text with an origin of its own, or generated.",
        {"generated": truth("Whether it is generated or cites only itself."), "because": text("How one can tell.")},
        span=SPAN,
        origin=text("The id of its origin."),
    )
    coverage = fields(
        "The account of the text; shares are of all words.",
        {
            "sentences": whole("Number of sentences."),
            "unaccounted": whole("Sentences neither quoted nor set aside."),
            "words": whole("Number of words."),
            "quoted": share("Share quoted as passages."),
            "set_aside": {
                "type": "object",
                "additionalProperties": share("Share set aside for this reason."),
                "description": "Shares set aside, by reason.",
            },
            "left": share("Share neither quoted nor set aside."),
            "published": share("Share published word for word."),
        },
    )
    return fields(
        "One stored document, in CSL-JSON's field names; what is not known is absent.",
        ENTITY
        | {
            "name": text("How the site names it."),
            "type": text("CSL-JSON type; `document` where the kind of publication is not known."),
            "file": text("Path of the stored text."),
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "sha256 of the stored bytes."},
            "formerly": FORMERLY,
            "cautions": ids("What to know before relying on it."),
            "parts": array(part, "Parts with another origin, or generated."),
            "coverage": coverage,
        },
        title=text("The title."),
        author=array(fields("A name.", {}, **names), "The authors."),
        container_title=text("The newspaper, site or collection."),
        publisher=text("The publisher."),
        issued=text("Date of publication, in EDTF."),
        accessed=text("Date of access, in EDTF."),
        URL=text("The address."),
        archive=text("The archive that holds a copy."),
        archive_location=text("The address of the archived copy."),
        language=text("Language, a BCP 47 tag."),
        origin=text("The id of its origin."),
        written=ref("date", "The time the text speaks of as its present."),
    )


def _actor() -> Schema:
    role = fields("A public role.", {"role": text("The role."), "claim": text("The id of the claim for it.")})
    utterance = fields(
        "A remark that sources render in different words.",
        {
            "id": ID,
            "about": text("What it is about."),
            "language": text("Its language, or `unknown`."),
            "translator": text("Its translator, or `unknown`."),
        },
    )
    return fields(
        "One actor.",
        ENTITY
        | {
            "name": text("The name the site uses."),
            "names": ids("Other names and spellings in the sources."),
            "adjectives": ids("Adjectives that stand for it."),
            "capitals": ids("Places whose name stands for it."),
            "kind": {"enum": ["person", "organisation", "state", "medium", "group"], "description": "Kind of actor."},
            "roles": array(role, "Public roles."),
            "utterances": array(utterance, "Remarks in several wordings."),
            "formerly": FORMERLY,
        },
        party=text("The id of the party it speaks for."),
        withheld=REASON,
    )


def _question() -> Schema:
    return fields(
        "A question that claims answer.",
        ENTITY
        | {
            "formerly": FORMERLY,
            "text": text("The question."),
            "kind": {"enum": ["amount", "limit", "date", "words"], "description": "Kind of value."},
            "claims": ids("Claims that answer it."),
            "answers": array({"$ref": "#/$defs/answer"}, "The answers of supporting passages, each once."),
            "earlier": ids("Sources written about an earlier time; they cannot answer it."),
            "only_generated": ids("Sources that answer it in a generated part alone, which supports nothing."),
        },
        unit=text("What amounts and limits count."),
        scope=text("What it covers and what not."),
    )


def _record() -> Schema:
    return fields(
        "An agreement, event, dispute or background record.",
        ENTITY | {"title": text("Its name."), "formerly": FORMERLY, "claims": ids("Its claims.")},
        parties=ids("Actors that agreed (agreements)."),
        question=text("What is disputed (disputes)."),
        common_ground=ids("Claims both sides share (disputes)."),
        date=ref("date", "When."),
        implementation=array({"$ref": "#/$defs/part"}, "How far each part had got (agreements)."),
    )
