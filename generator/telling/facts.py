"""What is told of a dossier as a whole, and the whole of what is told.

May import the shapes of records and claims. Must never know a dossier.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.telling.claims import Claim, Difference, Utterance, WithheldClaim
from generator.telling.passages import Date
from generator.telling.records import Actor, Holder, Question, Share, Source
from generator.telling.told import Told

FORMAT: Literal[1] = 1
"""Version of the format: raised when a reader of the old one would break."""


class Scope(Told):
    """How far the fact sheet reaches; it travels with the data."""

    text: str
    """The scope line."""
    until: Date
    """The last day the sources speak of as having come."""
    not_covered: list[str]
    """What is not covered."""


class Asked(Told):
    """A reader's question."""

    asks: str
    """The question."""
    claims: list[str]
    """Claims that answer it."""


class Declared(Told):
    """An origin, as the dossier declares it."""

    id: str
    """Its id, as passages and voices name it."""
    about: str
    """What is known of it."""
    identified: bool
    """Whether the original is known."""
    because: str
    """How one can tell."""


class Origin(Told):
    """An origin of texts; `text of <source>` stands for a text of which nothing is known."""

    id: str
    """Its id, as passages and voices name it."""
    about: str | None = None
    """What is known of it."""
    because: str | None = None
    """How one can tell."""
    identified: bool
    """Whether the original is known."""
    sources: list[str]
    """Sources with evidence of this origin."""


class Limit(Told):
    """The limit of quotation, which the publisher sets."""

    share: Share
    """Largest share of a source's words."""
    because: str
    """Why this share."""


class Wanted(Told):
    """An original that nobody here has seen."""

    what: str
    """The document to look for."""
    why: str
    """What it would settle."""
    claims: list[str]
    """Claims that rest on renderings of it."""


class Dossier(Told):
    """The fact sheet as a whole."""

    id: str
    """The site's address, or a urn:uuid: identifier where it is not known."""
    title: str
    """The title."""
    question: str
    """The one question it answers."""
    scope: Scope
    """How far it reaches."""
    summary: list[Asked]
    """The reader's first questions."""
    highlights: list[str]
    """Further claims for the home page."""
    parties: list[str]
    """Actors that are parties."""
    opposed: list[list[str]]
    """Pairs of opposed parties."""
    origins: list[Declared]
    """Where texts come from."""
    wanted: list[Wanted]
    """Originals to look for."""
    quotation_limit: Limit
    """How much of a source may be published word for word."""
    editors: list[str]
    """Who curates it."""
    contact: str | None = None
    """Where to write."""
    licence: str
    """Licence of the curated facts."""
    updated: str
    """Day of the last change, in EDTF."""


Version = Annotated[str, Field(pattern="^[0-9a-f]{12}$")]


class Facts(Told):
    """A fact sheet: what named sources say about one subject up to a stated date, with the words."""

    format: Annotated[Literal[1], Field(alias="schema")] = FORMAT
    """Version of this format."""
    version: Version
    """Version of the content: the first twelve digits of the SHA-256 of these data without `version`, the dossier's
    `id` and every `url`, as UTF-8 JSON with sorted keys, no spaces."""
    dossier: Dossier
    """What is said of the fact sheet as a whole."""
    sources: list[Source]
    """The sources, sorted by id."""
    actors: list[Actor]
    """The actors, sorted by id."""
    questions: list[Question]
    """The questions, sorted by id."""
    agreements: list[Holder]
    """The agreements, sorted by id."""
    events: list[Holder]
    """The events, sorted by id."""
    disputes: list[Holder]
    """The disputes, sorted by id."""
    background: list[Holder]
    """Records that give context, sorted by id."""
    claims: list[Claim]
    """The claims, sorted by id."""
    withheld: list[WithheldClaim]
    """Places of claims that are withheld, sorted by id."""
    origins: list[Origin]
    """Where texts come from, as evidence names it, sorted by id."""
    differences: list[Difference]
    """Every difference between answers, by question."""
    utterances: list[Utterance]
    """Remarks in several renderings, sorted by id."""
