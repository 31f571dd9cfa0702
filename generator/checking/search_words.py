"""Spellings that serve the search box alone: each leads to words the sources have, and none is a name they have.

May import evidence and everything below it. Must never know how a search works.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.names import spellings
from generator.evidence.standing import standing
from generator.evidence.weighing import Weighed
from generator.model.dossier_head import DossierHead
from generator.model.records import Actor
from generator.problems import Problem
from generator.reading.dossier import Path, Record

Placed = Record[Actor] | Record[DossierHead]


def known(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a search spelling that is a name of an actor, would be one, means itself, or was given before."""
    names = {name.casefold() for record in weighed.dossier.actors.values() for name in spellings(record.data)}
    typed = list(_typed(weighed))
    found = standing((spelling for _, _, spelling, own in typed if not own), weighed.texts.values())
    given: set[str] = set()
    for record, path, spelling, own in typed:
        if spelling.casefold() in names | own:
            why = "search finds that name as it is; remove it"
        elif not own and spelling in found:
            why = "a source has this name; move it to names:"
        elif spelling.casefold() in given:
            why = "it is given twice; keep one"
        else:
            given.add(spelling.casefold())
            continue
        yield Problem(record.places.of(*path), "search-spelling-known", f'"{spelling}" serves search alone: {why}')


def unknown(weighed: Weighed) -> Iterator[Problem]:
    """Refuse search words that stand for nothing in any source text; says nothing while a text could not be read."""
    head = weighed.dossier.head
    if head is None or not weighed.dossier.all_texts_read:
        return
    found = standing((word.means for word in head.data.search_words), weighed.texts.values())
    for index, word in enumerate(head.data.search_words):
        if word.means not in found:
            yield Problem(
                head.places.of("search_words", index, "means"),
                "search-word-unknown",
                f'"{word.means}" stands in no source text; write words as a source has them, or remove the entry',
            )


def _typed(weighed: Weighed) -> Iterator[tuple[Placed, Path, str, frozenset[str]]]:
    """Give each search spelling with its place; for a search word also what it stands for, in small letters."""
    for record in weighed.dossier.actors.values():
        for index, spelling in enumerate(record.data.search_names):
            yield record, ("search_names", index), spelling, frozenset()
    head = weighed.dossier.head
    if head is None:
        return
    for number, word in enumerate(head.data.search_words):
        for index, spelling in enumerate(word.also):
            yield head, ("search_words", number, "also", index), spelling, frozenset({word.means.casefold()})
