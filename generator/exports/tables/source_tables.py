"""Tables of sources: what is known of each, what to know before relying on it, and the origins of their texts.

May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.tables.carried import SCOPE, SOURCE
from generator.exports.tables.columns import Column, Row, Table, meaning_of, told
from generator.telling.facts import Facts, Origin
from generator.telling.passages import Date
from generator.telling.records import Coverage, Name, Source


def _sources(facts: Facts) -> Iterator[Row]:
    for one in facts.sources:
        written, account = one.written, one.coverage
        yield {
            "id": one.id,
            "url": one.url,
            "name": one.name,
            "type": one.type,
            "title": one.title,
            "author": "; ".join(map(_name, one.author or ())) or None,
            "container_title": one.container_title,
            "publisher": one.publisher,
            "issued": one.issued,
            "accessed": one.accessed,
            "original_url": one.URL,
            "archive": one.archive,
            "archive_location": one.archive_location,
            "language": one.language,
            "file": one.file,
            "sha256": one.sha256,
            "origin": one.origin,
            "written": written.edtf if written else None,
            "written_basis": written.basis if written else None,
            "sentences": account.sentences,
            "unaccounted": account.unaccounted,
            "words": account.words,
            "share_quoted": account.quoted,
            "share_left": account.left,
            "share_published": account.published,
            "scope": facts.dossier.scope.text,
        }


def _name(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


SOURCES = Table(
    "sources",
    "Sources",
    meaning_of(Source),
    (
        told((Source, "id")),
        told((Source, "url"), unique=True),
        told((Source, "name")),
        told((Source, "type")),
        told((Source, "title")),
        told((Source, "author")),
        told((Source, "container_title")),
        told((Source, "publisher")),
        told((Source, "issued")),
        told((Source, "accessed")),
        told((Source, "URL"), name="original_url"),
        told((Source, "archive")),
        told((Source, "archive_location")),
        told((Source, "language")),
        told((Source, "file")),
        told((Source, "sha256")),
        told((Source, "origin"), leads_to="origins"),
        told((Source, "written"), (Date, "edtf"), name="written"),
        told((Date, "basis"), name="written_basis", required=False),
        told((Coverage, "sentences")),
        told((Coverage, "unaccounted")),
        told((Coverage, "words")),
        told((Coverage, "quoted"), name="share_quoted"),
        told((Coverage, "left"), name="share_left"),
        told((Coverage, "published"), name="share_published"),
        SCOPE,
    ),
    key=("id",),
    rows=_sources,
    label="name",
)
CAUTIONS = Table(
    "cautions",
    "Cautions",
    "One thing to know before relying on a source.",
    (
        SOURCE,
        Column("number", "Its number among the cautions of the source, from 1.", "integer", required=True, least=1),
        Column("text", "What to know.", required=True),
    ),
    key=("source", "number"),
    rows=lambda facts: (
        {"source": one.id, "number": number, "text": text}
        for one in facts.sources
        for number, text in enumerate(one.cautions, start=1)
    ),
)
ORIGINS = Table(
    "origins",
    "Origins",
    meaning_of(Origin),
    (
        told((Origin, "id")),
        told((Origin, "about")),
        told((Origin, "because")),
        told((Origin, "identified")),
        SCOPE,
    ),
    key=("id",),
    rows=lambda facts: (
        {
            "id": one.id, "about": one.about, "because": one.because, "identified": one.identified,
            "scope": facts.dossier.scope.text,
        }
        for one in facts.origins
    ),
)  # fmt: skip
