"""The pieces of the page of origins: texts, their origins, and what two of them share, as frozen values.

May import the pieces views are made of. Must never know a dossier or a page: the page's module fills them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writing.pieces import SourceName


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A source, or a `part` of it in words; `generated` text supports nothing."""

    source: SourceName
    part: str
    generated: bool


@dataclass(frozen=True, slots=True)
class OriginPiece:
    """A declared origin with the texts that go back to it."""

    about: str
    because: str
    identified: bool
    texts: tuple[TextPiece, ...]


@dataclass(frozen=True, slots=True)
class GeneratedPart:
    """A part that supports nothing, and how one can tell."""

    text: TextPiece
    because: str


@dataclass(frozen=True, slots=True)
class SharedWords:
    """One shared passage: its length, and on each side its place and its words, empty where they are not published."""

    words: int
    where: str
    text: str
    other_where: str
    other_text: str


@dataclass(frozen=True, slots=True)
class SharedPair:
    """Two texts with the passages they share, and what the dossier declares of it."""

    one: TextPiece
    other: TextPiece
    runs: int
    share: str
    standing: str
    passages: tuple[SharedWords, ...]
