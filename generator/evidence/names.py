"""Names of actors in a text: which actor is named where, by names, adjectives and capitals, possessives included.

May import the model and reading. Must never know what is said of an actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.records import Actor

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
TOKEN = re.compile(r"[^\W_]+|'")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text, with the actors it may stand for; offsets count code points."""

    actors: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameBook:
    """The names of all actors, by their first word and by the actor's id."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    spelt: Mapping[str, tuple[str, ...]]
    """The names of each actor as they are written, by the actor's id."""

    def mentions(self, text: str) -> list[Mention]:
        """Find the longest names, from left to right, none inside another."""
        words = _words(text)
        if self.by_first.keys().isdisjoint(words):
            return []
        places = [match.span() for match in TOKEN.finditer(text.translate(APOSTROPHES))]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            if words[at] in self.by_first and (fits := self._fits(words, at)):
                length = max(length for length, _ in fits)
                actors = frozenset(actor for size, actor in fits if size == length)
                found.append(Mention(actors, places[at][0], places[at + length - 1][1]))
                at += length
            else:
                at += 1
        return found

    def named(self, text: str) -> frozenset[str]:
        """Give every actor whose name stands anywhere in the text, also inside a longer name."""
        words = _words(text)
        firsts = (at for at, word in enumerate(words) if word in self.by_first)
        return frozenset(actor for at in firsts for _, actor in self._fits(words, at))

    def has(self, actor: str, text: str) -> bool:
        """Tell whether one actor is among those that `named` gives."""
        for name in self.spelt.get(actor, ()):
            at = text.find(name)
            # Where a name stands as it is written, between other words, its words stand there.
            if at >= 0 and not text[at - 1 : at].isalnum() and not text[at + len(name) :][:1].isalnum():
                return True
        return actor in self.named(text)

    def _fits(self, words: list[str], at: int) -> list[tuple[int, str]]:
        candidates = self.by_first[words[at]]
        return [(len(name), actor) for name, actor in candidates if tuple(words[at : at + len(name)]) == name]


def name_book(actors: Iterable[tuple[str, Actor]]) -> NameBook:
    """Collect the names of actors, each given with its id."""
    return book_of((id_, *spellings(actor)) for id_, actor in actors)


def book_of(spelt: Iterable[tuple[str, ...]]) -> NameBook:
    """Collect names, given as an actor's id and all that stands for the actor."""
    book: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    written: dict[str, list[str]] = {}
    for id_, *names in spelt:
        for name in names:
            words = tuple(_words(name))
            if words:
                book.setdefault(words[0], set()).add((words, id_))
                written.setdefault(id_, []).append(name)
    by_first = {first: tuple(sorted(fits)) for first, fits in book.items()}
    return NameBook(by_first, {id_: tuple(names) for id_, names in written.items()})


def spellings(actor: Actor) -> list[str]:
    """Give every word or phrase that stands for the actor, its name first."""
    return [actor.name, *actor.names, *actor.adjectives, *actor.capitals]


def _words(text: str) -> list[str]:
    return TOKEN.findall(text if text.isascii() else text.translate(APOSTROPHES))
