"""Shapes of `facts/dossier.yml`: what the whole fact sheet is about, how far it reaches, what its front pages tell.

May import the shapes of passages and search words. Must never know other records, files or source texts.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.passages import Dated, Id, Shape, Text
from generator.model.search_words import SearchWord

Share = Annotated[float, Field(gt=0, le=1)]


class Origin(Shape):
    """Where the text of one or more sources comes from."""

    id: Id
    """The origin's id, named by `origin:` of sources and parts."""
    about: Text
    """What is known of it, in a few words."""
    identified: bool = False
    """Whether the original is known. While it is not, counts of voices read "at most n"."""
    because: Text
    """How one can tell that the sources share it, or what it is."""


class Scope(Shape):
    """How far the dossier reaches."""

    text: Text
    """The scope line of every page: which sources, and what is not known of them."""
    until: Dated
    """The last day the sources speak of as having come."""
    not_covered: list[Text] = []
    """What a reader might expect and will not find, each in one sentence."""


class Answer(Shape):
    """One of the reader's first questions, with the claims that answer it on the home page."""

    asks: Text
    """The question, as a reader would ask it."""
    claims: Annotated[list[Id], Field(min_length=1)]
    """Ids of the claims that answer it, in order."""


class QuotationLimit(Shape):
    """How much of a source the site may publish word for word. The publisher sets it."""

    share: Share
    """Largest share of a source's words, above 0 and at most 1."""
    because: Text
    """Why this share."""


class Wanted(Shape):
    """An original that nobody here has seen."""

    what: Text
    """The document or post to look for, as the sources describe it."""
    why: Text
    """What it would settle."""
    claims: list[Id] = []
    """Ids of claims that rest on renderings of it."""


class DossierHead(Shape):
    """The dossier as a whole: title, scope, parties, home page. One file: `facts/dossier.yml`."""

    title: Text
    """The site's title."""
    question: Text
    """The one question the dossier answers."""
    scope: Scope
    """How far the dossier reaches."""
    summary: Annotated[list[Answer], Field(min_length=1)]
    """The reader's first questions and the claims that answer them."""
    highlights: list[Id] = []
    """Ids of further claims for the home page, the most telling first."""
    brief: list[Id] = []
    """Ids of the claims the two-page brief tells. A position brings its replies, an answer the differing answers of its
    group. Absent: the claims of the summary, every position, and what opposing parties both state."""
    parties: list[Id] = []
    """Ids of the actors that are parties."""
    opposed: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = []
    """Pairs of parties that oppose each other."""
    origins: list[Origin] = []
    """Where texts come from, as far as one can tell."""
    editors: list[Text] = []
    """Who curates the dossier."""
    contact: Text | None = None
    """Where to write."""
    licence: Text
    """The licence of the curated facts."""
    updated: Text
    """The day the dossier was last changed, in EDTF."""
    quotation_limit: QuotationLimit
    """How much of a source may be published word for word."""
    wanted: list[Wanted] = []
    """Originals to look for."""
    search_words: list[SearchWord] = []
    """Words readers type for words of the sources; they serve the search box alone."""
