"""Every text the editors wrote in the site's own voice, and rule 11: no word in it that takes a side or judges truth.

May import evidence and everything below it. Must never look inside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.evidence.quotation_marks import outside_quotes
from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Shape
from generator.model.records import Actor, Agreement, Dispute, Question, Source
from generator.problems import Problem
from generator.reading.dossier import ClaimEntry, Dossier, Path, Record
from generator.reading.quoted import dated_of

Prose = tuple[Record[Shape], Path, str]
Thing = Record[Shape] | ClaimEntry
"""What has texts of the editors; each follows from its own file alone."""

LOADED = {
    "claimed": "said",
    "admit": "say",
    "admits": "says",
    "admitted": "said",
    "admitting": "saying",
    "reveal": "say",
    "reveals": "says",
    "revealed": "said",
    "revealing": "saying",
    "confirm": "say",
    "confirms": "says",
    "confirmed": "said",
    "confirming": "saying",
    "regime": "government",
    "regimes": "governments",
    "proven": "stated",
    "proved": "stated",
    "proves": "states",
    "verified": "stated",
    "verifies": "states",
}
"""Words the site's own voice does not use, with what to write instead."""

WORD = re.compile(r"[^\W\d_]+")
_MAY_BE_LOADED = re.compile("|".join(LOADED))


def loaded_words(thing: Thing) -> Iterator[Problem]:
    """Refuse words that take a side or judge truth, outside quotation marks."""
    for record, path, text in prose_of(thing):
        if not _MAY_BE_LOADED.search(text.lower()):
            continue
        for match in WORD.finditer(outside_quotes(text)):
            instead = LOADED.get(match.group().lower())
            if instead:
                yield Problem(
                    record.places.inside(*path, text=text, start=match.start(), end=match.end()),
                    "loaded-word",
                    f'"{match.group()}" is not a word of the site\'s own voice; write "{instead}", or quote the source',
                )


def prose(dossier: Dossier) -> Iterator[Prose]:
    """Give every text the editors wrote, with its record and path; names and quotations are not among them."""
    for thing in things(dossier):
        yield from prose_of(thing)


def things(dossier: Dossier) -> Iterator[Thing]:
    """Give everything that has texts of the editors: the dossier's head, the records and the claims."""
    if dossier.head is not None:
        yield dossier.head
    yield from dossier.records()
    yield from dossier.claims.values()


def prose_of(thing: Thing) -> Iterator[Prose]:
    """Give the texts of one of these; the claims of a record are things of their own."""
    if isinstance(thing, ClaimEntry):
        yield thing.record, (*thing.path, "statement"), thing.data.statement
        yield from _of_date(thing.record, (*thing.path, "date"), thing.data.date)
        return
    if isinstance(thing.data, DossierHead):
        yield from _of_head(thing, thing.data)
        return
    yield from _of_record(thing)
    yield from _of_date(thing, ("date",), dated_of(thing))


def _of_head(record: Record[Shape], head: DossierHead) -> Iterator[Prose]:
    yield record, ("title",), head.title
    yield record, ("question",), head.question
    yield record, ("scope", "text"), head.scope.text
    yield from _of_date(record, ("scope", "until"), head.scope.until)
    for index, text in enumerate(head.scope.not_covered):
        yield record, ("scope", "not_covered", index), text
    for index, answer in enumerate(head.summary):
        yield record, ("summary", index, "asks"), answer.asks
    for index, origin in enumerate(head.origins):
        yield record, ("origins", index, "about"), origin.about
        yield record, ("origins", index, "because"), origin.because
    for index, wanted in enumerate(head.wanted):
        yield record, ("wanted", index, "what"), wanted.what
        yield record, ("wanted", index, "why"), wanted.why
    yield record, ("quotation_limit", "because"), head.quotation_limit.because


def _of_record(record: Record[Shape]) -> Iterator[Prose]:
    data = record.data
    if isinstance(data, Source):
        yield from _of_source(record, data)
    elif isinstance(data, Actor):
        for index, utterance in enumerate(data.utterances):
            yield record, ("utterances", index, "about"), utterance.about
    elif isinstance(data, Question):
        yield record, ("text",), data.text
        for index, reading in enumerate(data.readings):
            yield record, ("readings", index, "because"), reading.because
        if data.scope is not None:
            yield record, ("scope",), data.scope
    else:
        yield record, ("title",), str(getattr(data, "title", ""))
        if isinstance(data, Dispute):
            yield record, ("question",), data.question
        if isinstance(data, Agreement):
            for index, part in enumerate(data.implementation):
                yield record, ("implementation", index, "what"), part.what


def _of_source(record: Record[Shape], source: Source) -> Iterator[Prose]:
    for index, part in enumerate(source.parts):
        yield record, ("parts", index, "because"), part.because
    for index, caution in enumerate(source.cautions):
        yield record, ("cautions", index, "text"), caution.text
    for index, aside in enumerate(source.set_aside):
        if aside.because is not None:
            yield record, ("set_aside", index, "because"), aside.because
    yield from _of_date(record, ("written",), source.written)


def _of_date(record: Record[Shape], path: Path, dated: Dated | None) -> Iterator[Prose]:
    if dated is not None and dated.because is not None:
        yield record, (*path, "because"), dated.because
