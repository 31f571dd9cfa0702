"""What is told of records: sources, actors, questions, and those that hold claims.

Sources have CSL-JSON's field names. May import the model and the shapes of claims. Must never know a dossier.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.identifiers import SchemeName
from generator.telling.claims import Answer, Entity
from generator.telling.passages import Date, Reason, Span
from generator.telling.told import Told

Share = Annotated[float, Field(ge=0, le=1)]
Identifiers = dict[SchemeName, str] | None
SameAs = list[str] | None
Count = Annotated[int, Field(ge=0)]


class Name(Told):
    """A name, as in CSL-JSON."""

    family: str | None = None
    """The family name."""
    given: str | None = None
    """The given names."""
    literal: str | None = None
    """The whole name of a body."""


class Part(Told):
    """A part of the text with an origin of its own, or generated."""

    span: Span | None = None
    """Where it stands."""
    origin: str | None = None
    """The id of its origin."""
    generated: bool
    """Whether it is generated or cites only itself."""
    because: str
    """How one can tell."""


class Coverage(Told):
    """How much of a text is accounted for; shares are of all words."""

    sentences: Count
    """Number of sentences."""
    unaccounted: Count
    """Sentences neither quoted nor set aside."""
    words: Count
    """Number of words."""
    quoted: Share
    """Share quoted as passages."""
    set_aside: dict[str, Share]
    """Shares set aside, by reason."""
    left: Share
    """Share neither quoted nor set aside."""
    published: Share
    """Share published word for word."""


class Source(Entity):
    """One stored document, in CSL-JSON's field names; what is not known is absent."""

    name: str
    """How the site names it."""
    type: str
    """CSL-JSON type; `document` where the kind of publication is not known."""
    title: str | None = None
    """The title."""
    author: list[Name] | None = None
    """The authors."""
    container_title: Annotated[str | None, Field(alias="container-title")] = None
    """The newspaper, site or collection."""
    publisher: str | None = None
    """The publisher."""
    issued: str | None = None
    """Date of publication, in EDTF."""
    accessed: str | None = None
    """Date of access, in EDTF."""
    URL: str | None = None
    """The address."""
    archive: str | None = None
    """The archive that holds a copy."""
    archive_location: str | None = None
    """The address of the archived copy."""
    language: str | None = None
    """Language, a BCP 47 tag."""
    file: str
    """Path of the stored text."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """sha256 of the stored bytes."""
    origin: str | None = None
    """The id of its origin."""
    written: Date | None = None
    """The time the text speaks of as its present."""
    formerly: list[str]
    """Ids it had before."""
    cautions: list[str]
    """What to know before relying on it."""
    parts: list[Part]
    """Parts with another origin, or generated."""
    coverage: Coverage
    """The account of the text."""


class ActorRole(Told):
    """A public role."""

    role: str
    """The role."""
    claim: str
    """The id of the claim for it."""


class Remark(Told):
    """A remark that sources render in different words."""

    id: str
    """The id: unique in the dossier."""
    about: str
    """What it is about."""
    language: str
    """Its language, or `unknown`."""
    translator: str
    """Its translator, or `unknown`."""


class Actor(Entity):
    """One actor."""

    name: str
    """The name the site uses."""
    names: list[str]
    """Other names and spellings in the sources."""
    adjectives: list[str]
    """Adjectives that stand for it."""
    capitals: list[str]
    """Places whose name stands for it."""
    kind: Literal["person", "organisation", "state", "medium", "group"]
    """Kind of actor."""
    party: str | None = None
    """The id of the party it speaks for."""
    withheld: Reason | None = None
    """Why its name is withheld, in general terms."""
    roles: list[ActorRole]
    """Public roles."""
    utterances: list[Remark]
    """Remarks in several wordings."""
    identifiers: Identifiers = None
    """Ids in public catalogues, by catalogue."""
    same_as: SameAs = None
    """The same ids as IRIs."""
    formerly: list[str]
    """Ids it had before."""


class Question(Entity):
    """A question that claims answer."""

    formerly: list[str]
    """Ids it had before."""
    text: str
    """The question."""
    kind: Literal["amount", "limit", "date", "words"]
    """Kind of value."""
    unit: str | None = None
    """What amounts and limits count."""
    scope: str | None = None
    """What it covers and what not."""
    earlier: list[str]
    """Sources written about an earlier time; they cannot answer it."""
    only_generated: list[str]
    """Sources that answer it in a generated part alone, which supports nothing."""
    claims: list[str]
    """Claims that answer it."""
    answers: list[Answer]
    """The answers of supporting passages, each once."""


class Step(Told):
    """How far one part of an agreement had got; an empty list says that no source here tells."""

    what: str
    """The part."""
    agreed: list[str]
    """Claims that say what was agreed."""
    announced: list[str]
    """Claims that say what was announced or prepared."""
    reported: list[str]
    """Claims that say what is reported done."""


class Holder(Entity):
    """An agreement, event, dispute or background record."""

    formerly: list[str]
    """Ids it had before."""
    title: str
    """Its name."""
    parties: list[str] | None = None
    """Actors that agreed (agreements)."""
    date: Date | None = None
    """When."""
    question: str | None = None
    """What is disputed (disputes)."""
    common_ground: list[str] | None = None
    """Claims both sides share (disputes)."""
    claims: list[str]
    """Its claims."""
    implementation: list[Step] | None = None
    """How far each part had got (agreements)."""
    identifiers: Identifiers = None
    """Ids in public catalogues, by catalogue (agreements)."""
    same_as: SameAs = None
    """The same ids as IRIs (agreements)."""
