"""Actors, sources, events, questions and what else holds claims, in schema.org; with only what is known of them.

May import what is told, names and the register. Must never say of a record what no claim says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.exports.linked_data.dates import basis, happened, iso
from generator.exports.linked_data.provenance import derived_source, stored_text
from generator.exports.linked_data.register import Register, actor_type, work_type
from generator.exports.linked_data.vocabulary import Node, beside, known
from generator.model.records import RecordKind
from generator.telling.claims import Difference
from generator.telling.facts import Facts
from generator.telling.records import Actor, Holder, Name, Question, Source
from generator.writing import naming


def described(facts: Facts) -> Iterator[tuple[RecordKind, Sequence[Any], Callable[[Any, Register], Node]]]:
    """Give each kind of record with its records and what describes one of them."""
    yield "source", facts.sources, source_node
    yield "actor", facts.actors, actor_node
    yield "event", facts.events, event_node
    yield "agreement", facts.agreements, collection_node
    yield "dispute", facts.disputes, collection_node
    yield "background", facts.background, collection_node
    yield "question", facts.questions, question_node


def actor_node(actor: Actor, register: Register) -> Node:
    """Tell one actor; its roles are claims, each with its status and who says it."""
    party = actor.party if actor.party != actor.id else None
    return known(
        {
            "@id": actor.url,
            "@type": [actor_type(actor), "prov:Agent"],
            "identifier": actor.id,
            "name": actor.name,
            "alternateName": actor.names,
            "disambiguatingDescription": register.scope,
            "prov:actedOnBehalfOf": register.actor(party) if party in register.actors else None,
            "subjectOf": register.listed([role.claim for role in actor.roles]),
        }
    )


def source_node(source: Source, register: Register) -> Node:
    """Tell one source: what is known of it, what to know before relying on it, and its stored text."""
    cautions = [*source.cautions, *(part.because for part in source.parts if part.generated)]
    issued = [beside("date of publication", source.issued)] if source.issued and not iso(source.issued) else []
    written = [beside("time of writing", source.written.edtf, because=source.written.because)] if source.written else []
    return known(
        {
            "@id": source.url,
            "@type": [work_type(source), "prov:Entity"],
            "identifier": source.id,
            "name": source.name,
            "alternateName": naming.source_label(source.id),
            "disambiguatingDescription": register.scope,
            "author": [_author(one) for one in source.author or []],
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "isPartOf": {"@type": "CreativeWork", "name": source.container_title} if source.container_title else None,
            "datePublished": iso(source.issued),
            "url": source.URL,
            "archivedAt": source.archive_location,
            "inLanguage": source.language,
            "encoding": stored_text(source, register) if register.alone else register.stored(source.id),
            "comment": [{"@type": "Comment", "text": text} for text in register.few(cautions)],
            "additionalProperty": [*issued, *written],
            **derived_source(source, register),
        }
    )


def event_node(event: Holder, register: Register) -> Node:
    """Tell one event; claims that tell of it are its subject matter's, not its own."""
    return known(
        {
            "@id": event.url,
            "@type": "Event",
            "identifier": event.id,
            "name": event.title,
            "disambiguatingDescription": register.scope,
            **happened(event.date),
            "additionalProperty": basis(event.date),
            "subjectOf": register.listed(event.claims),
        }
    )


def collection_node(record: Holder, register: Register) -> Node:
    """Tell an agreement, a dispute or a background record: a collection of claims under a name."""
    return known(
        {
            "@id": record.url,
            "@type": "Collection",
            "identifier": record.id,
            "name": record.title,
            "description": record.question,
            "disambiguatingDescription": register.scope,
            "about": [register.record(id_) for id_ in record.parties or []],
            "temporal": record.date.edtf if record.date else None,
            "additionalProperty": basis(record.date),
            "collectionSize": len(record.claims),
            "hasPart": register.listed(record.claims),
        }
    )


def question_node(question: Question, register: Register) -> Node:
    """Tell one question: every answer is suggested, none accepted; what the differences between them mean."""
    unit = f" {question.unit}" if question.unit else ""
    return known(
        {
            "@id": question.url,
            "@type": "Question",
            "identifier": question.id,
            "name": question.text,
            "description": question.scope,
            "disambiguatingDescription": register.scope,
            "answerCount": len(question.answers),
            "suggestedAnswer": [
                known({"@type": "Answer", "text": answer.text + unit, "citation": register.listed(answer.claims)})
                for answer in register.few(question.answers)
            ],
            "additionalProperty": [_difference(one) for one in register.few(register.differing.get(question.id, []))],
        }
    )


def _difference(one: Difference) -> Node:
    return beside(f"Accounts differ: {' / '.join(one.answers)}", one.reading, because=one.because)


def _author(name: Name) -> Node:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    whole = " ".join(part for part in (name.given, name.family) if part)
    return known({"@type": "Person", "name": whole, "familyName": name.family, "givenName": name.given})
