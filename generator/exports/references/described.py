"""What is known of each source, as every form of a bibliography tells it, each text on one line.

What is not known is absent; a note says so, how far the fact sheet reaches, and which bytes were read.
May import what is told, EDTF dates and their words. Must never know one form from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.edtf import EdtfDate
from generator.evidence.weighing import parse_or_none
from generator.exports.citation_text import ended
from generator.telling.facts import Facts
from generator.telling.records import Name, Source
from generator.writing.dates import in_words
from generator.writing.escaping import one_line
from generator.writing.naming import listed

TYPES = frozenset({
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "figure",
    "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
})  # fmt: skip
"""Types of CSL; a source of any other is a `document`, and the note has its type."""
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words, and in EDTF where it can be read."""

    words: str
    date: EdtfDate | None

    @property
    def exact(self) -> bool:
        """Tell whether it is one year, month or day without reserve."""
        date = self.date
        return date is not None and date.form == "date" and not (date.approximate or date.uncertain)


@dataclass(frozen=True, slots=True)
class Described:
    """One source; what is not known is empty. `key` stays the same for ever: the first id the source had."""

    key: str
    type: str
    title: str
    authors: tuple[Name, ...]
    container: str
    publisher: str
    issued: Day | None
    accessed: Day | None
    url: str
    archive: str
    archived: str
    language: str
    note: str


def described(facts: Facts) -> list[Described]:
    """Describe every source."""
    return [_described(source, facts) for source in facts.sources]


def _described(source: Source, facts: Facts) -> Described:
    return Described(
        key=source.formerly[0] if source.formerly else source.id,
        type=source.type if source.type in TYPES else "document",
        title=one_line(source.title or ""),
        authors=tuple(_name(one) for one in source.author or []),
        container=one_line(source.container_title or ""),
        publisher=one_line(source.publisher or ""),
        issued=_day(source.issued),
        accessed=_day(source.accessed),
        url=one_line(source.URL or ""),
        archive=one_line(source.archive or ""),
        archived=one_line(source.archive_location or ""),
        language=one_line(source.language or ""),
        note=" ".join(_note(source, facts)),
    )


def _note(source: Source, facts: Facts) -> Iterator[str]:
    yield ended(f"Scope of the fact sheet “{one_line(facts.dossier.title)}”: {one_line(facts.dossier.scope.text)}")
    if missing := list(_missing(source)):
        yield f"Not stated: {listed(missing)}."
    if not source.title:
        yield ended(f"The text is {one_line(source.name)}")
    if source.type not in TYPES:
        yield f"Type: {one_line(source.type)}."
    yield f"Stored text: {one_line(source.file)}, sha256 {source.sha256}."
    if source.url.startswith(_WEB):
        yield f"Its page: {source.url}"


def _missing(source: Source) -> Iterator[str]:
    if not source.title:
        yield "title"
    if not source.author:
        yield "author"
    if not source.issued:
        yield "date of publication"


def _name(one: Name) -> Name:
    given = {name: one_line(text) for name, text in one.model_dump(exclude_none=True).items()}
    return Name.model_validate(given)


def _day(edtf: str | None) -> Day | None:
    if edtf is None:
        return None
    date = parse_or_none(edtf)
    return Day(in_words(date) if date else one_line(edtf), date)
