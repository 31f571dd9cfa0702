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
    """The names of all actors, by their first word."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def mentions(self, text: str) -> list[Mention]:
        """Find the longest names, from left to right, none inside another."""
        found: list[Mention] = []
        tokens = _tokens(text)
        at = 0
        while at < len(tokens):
            fits = self._fits(tokens, at)
            if fits:
                length = max(length for length, _ in fits)
                actors = frozenset(actor for size, actor in fits if size == length)
                found.append(Mention(actors, tokens[at][1], tokens[at + length - 1][2]))
                at += length
            else:
                at += 1
        return found

    def named(self, text: str) -> frozenset[str]:
        """Give every actor whose name stands anywhere in the text, also inside a longer name."""
        tokens = _tokens(text)
        return frozenset(actor for at in range(len(tokens)) for _, actor in self._fits(tokens, at))

    def _fits(self, tokens: list[tuple[str, int, int]], at: int) -> list[tuple[int, str]]:
        candidates = self.by_first.get(tokens[at][0], ())
        return [
            (len(words), actor)
            for words, actor in candidates
            if tuple(word for word, _, _ in tokens[at : at + len(words)]) == words
        ]


def name_book(actors: Iterable[tuple[str, Actor]]) -> NameBook:
    """Collect the names of actors, each given with its id."""
    book: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for id_, actor in actors:
        for name in spellings(actor):
            words = tuple(word for word, _, _ in _tokens(name))
            if words:
                book.setdefault(words[0], set()).add((words, id_))
    return NameBook({first: tuple(sorted(names)) for first, names in book.items()})


def spellings(actor: Actor) -> list[str]:
    """Give every word or phrase that stands for the actor, its name first."""
    return [actor.name, *actor.names, *actor.adjectives, *actor.capitals]


def _tokens(text: str) -> list[tuple[str, int, int]]:
    folded = text.translate(APOSTROPHES)
    return [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(folded)]
