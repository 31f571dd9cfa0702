"""Where words come from, in PROV-O: stored texts, what passages and statements rest on, who made the fact sheet.

A text is derived from another only where the dossier declares it. May import what is told and the register.
Must never guess an origin.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.linked_data.register import Register
from generator.exports.linked_data.vocabulary import Node, known
from generator.telling.claims import Evidence
from generator.telling.records import Source


def stored_text(source: Source, register: Register) -> Node:
    """Tell a stored text: its path, its digest, what it is a text of."""
    return known(
        {
            **register.stored(source.id),
            "@type": ["MediaObject", "prov:Entity"],
            "name": source.file,
            "sha256": source.sha256,
            "encodingFormat": "text/plain",
            "inLanguage": source.language,
            "encodesCreativeWork": register.at(source.id),
        }
    )


def derived_source(source: Source, register: Register) -> Node:
    """Say that a source rewrites a text of a declared origin."""
    origin = register.origin(source.origin)
    return {"prov:wasDerivedFrom": origin} if origin else {}


def derived_passage(passage: Evidence, register: Register) -> Node:
    """Say which stored text a passage is quoted from, and its origin where it has another than the whole text."""
    source = register.sources[passage.source]
    origin = register.origin(passage.origin) if passage.origin != source.origin else None
    quoted: Node = {"prov:wasQuotedFrom": register.stored(source.id)}
    return {**quoted, "prov:wasDerivedFrom": origin} if origin else quoted


def origins(register: Register) -> Iterator[Node]:
    """Tell every declared origin; one that nobody here has seen says so."""
    for origin in register.origins.values():
        yield known(
            {
                "@id": f"_:origin-{origin.id}",
                "@type": ["CreativeWork", "prov:Entity"],
                "identifier": origin.id,
                "description": origin.about,
                "abstract": origin.because,
                "conditionsOfAccess": None if origin.identified else "The original is not known.",
                "disambiguatingDescription": register.scope,
            }
        )
