"""The names of the fields a kind of record has: what the lines of a broken file are recognised by.

Imports the standard library only. Must never know a shape: `fields` makes a vocabulary of one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name a field may have; those of fields whose text is a source's own words; those of lists of blocks."""

    names: frozenset[str] = frozenset()
    verbatim: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


NO_NAMES = Vocabulary()
