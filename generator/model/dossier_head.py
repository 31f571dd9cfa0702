"""Shapes of `facts/dossier.yml`: what the whole fact sheet is about, how far it reaches, what its front pages tell.

May import the shapes of passages and search words, and examples. Must never know other records, files or source texts.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.examples import ANSWER, ORIGIN, SCOPE, SEARCH_WORD, WANTED
from generator.model.passages import Dated, Id, Shape, Text
from generator.model.search_words import SearchWord

Share = Annotated[float, Field(gt=0, le=1)]


class Origin(Shape):
    """Where the text of one or more sources comes from."""

    id: Id = Field(examples=["meeting-notice"])
    """The origin's id, named by `origin:` of sources and parts."""
    about: Text = Field(examples=["a notice about the meeting that nobody here has seen"])
    """What is known of it, in a few words."""
    identified: bool = Field(default=False, examples=[True])
    """Whether the original is known. While it is not, counts of voices read "at most n"."""
    because: Text = Field(examples=["Both articles tell the meeting in the same order."])
    """How one can tell that the sources share it, or what it is."""


class Scope(Shape):
    """How far the dossier reaches."""

    text: Text = Field(examples=["Three short articles; authors and publication dates are not stated."])
    """The scope line of every page: which sources, and what is not known of them."""
    until: Dated = Field(examples=["2025-03-10"])
    """The last day the sources speak of as having come."""
    not_covered: list[Text] = Field(default=[], examples=[["What the repairs cost."]])
    """What a reader might expect and will not find, each in one sentence."""


class Answer(Shape):
    """One of the reader's first questions, with the claims that answer it on the home page."""

    asks: Text = Field(examples=["How many people use the bridge?"])
    """The question, as a reader would ask it."""
    claims: Annotated[list[Id], Field(min_length=1, examples=[["users-over-300", "users-at-least-350"]])]
    """Ids of the claims that answer it, in order."""


class QuotationLimit(Shape):
    """How much of a source the site may publish word for word. The publisher sets it."""

    share: Share = Field(examples=[0.5])
    """Largest share of a source's words, above 0 and at most 1."""
    because: Text = Field(examples=["The articles are short, and nearly every sentence is evidence for a claim."])
    """Why this share."""


class Wanted(Shape):
    """An original that nobody here has seen."""

    what: Text = Field(examples=["the post of Dana Orrell on X"])
    """The document or post to look for, as the sources describe it."""
    why: Text = Field(examples=["It would show the day on which the ferry starts."])
    """What it would settle."""
    claims: list[Id] = Field(default=[], examples=[["ferry-announced"]])
    """Ids of claims that rest on renderings of it."""


class DossierHead(Shape):
    """The dossier as a whole: title, scope, parties, home page. One file: `facts/dossier.yml`."""

    title: Text = Field(examples=["The closure of the Heron Footbridge"])
    """The site's title."""
    question: Text = Field(examples=["What was agreed about the footbridge, and who says what about it?"])
    """The one question the dossier answers."""
    scope: Scope = Field(examples=[SCOPE])
    """How far the dossier reaches."""
    summary: Annotated[list[Answer], Field(min_length=1, examples=[[ANSWER]])]
    """The reader's first questions and the claims that answer them."""
    highlights: list[Id] = Field(default=[], examples=[["closure-weeks"]])
    """Ids of further claims for the home page, the most telling first."""
    brief: list[Id] = Field(default=[], examples=[["closure-agreed", "residents-not-told"]])
    """Ids of the claims the two-page brief tells. A position brings its replies, an answer the differing answers of its
    group. Absent: the claims of the summary, every position, and what opposing parties both state."""
    parties: list[Id] = Field(default=[], examples=[["lenford-council", "mill-lane-residents"]])
    """Ids of the actors that are parties."""
    opposed: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = Field(
        default=[], examples=[[["lenford-council", "mill-lane-residents"]]]
    )
    """Pairs of parties that oppose each other."""
    origins: list[Origin] = Field(default=[], examples=[[ORIGIN]])
    """Where texts come from, as far as one can tell."""
    editors: list[Text] = Field(default=[], examples=[["The editors of the Lenford fact sheet"]])
    """Who curates the dossier."""
    contact: Text | None = Field(default=None, examples=["facts@lenford.example"])
    """Where to write."""
    licence: Text = Field(examples=["CC BY 4.0"])
    """The licence of the curated facts."""
    updated: Text = Field(examples=["2025-03-12"])
    """The day the dossier was last changed, in EDTF."""
    quotation_limit: QuotationLimit = Field(examples=[{"share": 0.5, "because": "The articles are short."}])
    """How much of a source may be published word for word."""
    wanted: list[Wanted] = Field(default=[], examples=[[WANTED]])
    """Originals to look for."""
    search_words: list[SearchWord] = Field(default=[], examples=[[SEARCH_WORD]])
    """Words readers type for words of the sources; they serve the search box alone."""
