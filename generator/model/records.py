"""Shapes of records: one file in `facts/`, one page on the site.

May import the shapes of claims and passages. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.claims import Context, Happening, Position, Reply, Role, Term
from generator.model.dossier_head import DossierHead
from generator.model.passages import NEEDED, Dated, Id, Passage, Selector, Shape, Text, Withheld

RecordKind = Literal["dossier", "source", "actor", "agreement", "event", "dispute", "background", "question"]


class Renamed(Shape):
    """Base of records that have a page."""

    formerly: list[Id] = []
    """Ids this record had before; their addresses keep working."""


class Caution(Shape):
    """Something a reader should know about a source before relying on it."""

    text: Text
    """The caution in one sentence, about this source only."""
    evidence: list[Passage] = []
    """Passages that show it. Withheld from the site where they are generated text."""


class Part(Selector):
    """A part of a source with an origin of its own, from the first to the last quoted word (omissions are inside)."""

    origin: Id | None = None
    """The id of the part's origin, where it is known to be another than the source's."""
    generated: bool = False
    """Whether the part is generated or cites only itself: it then supports nothing."""
    because: Text
    """How one can tell, in one sentence."""


class SetAside(Selector):
    """Sentences of a source that no claim uses, from the first to the last quoted word (an omission is inside it)."""

    reason: Literal["opinion", "furniture", "repetition", "generated", "outside-subject", "unsafe"]
    """Why they are set aside: the writer's opinion, page furniture, repetition, generated text, outside the
    subject, unsafe for people."""
    because: Text | None = None
    """More about the reason, where it is not plain."""


class CslName(Shape):
    """A name in CSL-JSON: `family` and `given`, or `literal` for a body."""

    family: Text | None = None
    """Family name."""
    given: Text | None = None
    """Given names."""
    literal: Text | None = None
    """The whole name of a body."""


class Source(Renamed):
    """One stored document: where its text is, and what is known of it, in CSL-JSON's field names. What is not known
    is absent."""

    type: Text
    """CSL-JSON type: `document` where the kind of publication is not known."""
    title: Text | None = None
    """The title, where there is one."""
    author: list[CslName] = []
    """The authors, where they are known."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """The newspaper, site or collection, where it is known."""
    publisher: Text | None = None
    """The publisher, where it is known."""
    issued: Text | None = None
    """The date of publication in EDTF, where it is known."""
    accessed: Text | None = None
    """The date the text was fetched, in EDTF, where it is known."""
    URL: Text | None = None
    """The address, where it is known; http or https."""
    archive: Text | None = None
    """The archive that holds a copy, where one is known."""
    archive_location: Text | None = None
    """The address of the archived copy, a snapshot of the page; http or https."""
    language: Text | None = None
    """Language of the text, as a BCP 47 tag."""
    file: Text
    """Path of the stored text, inside `seeds/`."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """sha256 of the stored text's bytes; `sha256sum` prints it. A changed text fails the build."""
    written: Dated | None = None
    """The time the article speaks of as its present, where its words tell."""
    origin: Id | None = None
    """The origin of the text, one of `origins:` in the dossier; absent where nothing is known of it."""
    parts: list[Part] = []
    """Parts of the text with another origin, or generated."""
    cautions: list[Caution] = []
    """What a reader should know before relying on this source."""
    set_aside: list[SetAside] = []
    """Sentences that no claim uses, each with the reason. Their text is never published."""


class Utterance(Shape):
    """One remark of the actor that sources render in different words; no rendering is *the* wording."""

    id: Id
    """The utterance's id, named by `utterance:` of a passage."""
    about: Text
    """What the remark is about, in neutral words, without quoting it."""
    language: Text = "unknown"
    """The language it was made in, as a BCP 47 tag; `unknown` where no source says."""
    translator: Text = "unknown"
    """Who translated it; `unknown` where no source says."""


class Actor(Renamed):
    """A person, an organisation, a state, a medium, or a group the sources name only as such ("officials")."""

    withheld: Withheld | None = None
    """Why the actor's name is withheld. Its id and place stay, no name of it is shown anywhere; `name` may then be left
    out. Names that are given keep the site from telling them by accident."""
    name: Text = Field(default="", json_schema_extra=NEEDED)
    """The name the site uses; it stands in a source."""
    kind: Literal["person", "organisation", "state", "medium", "group"]
    """What kind of actor it is."""
    party: Id | None = None
    """The party it speaks for, one of `parties:` in the dossier; absent for anyone else, articles and media
    included."""
    names: list[Text] = []
    """Other names and spellings, each as a source has it."""
    adjectives: list[Text] = []
    """Adjectives that stand for the actor: `Norwegian`."""
    capitals: list[Text] = []
    """Places whose name the sources use for the actor: `Oslo`."""
    search_names: list[Text] = []
    """Spellings for the search box alone: never shown, never looked for in sources, never exported as names."""
    roles: list[Role] = []
    """Public roles, each with its passages. A person needs at least one."""
    utterances: list[Utterance] = []
    """Remarks of the actor that several sources render in different words."""


class Implementation(Shape):
    """One part of an agreement, from agreed to reported done; an empty list says that no source tells."""

    what: Text
    """The part, in a few neutral words: a name, not a sentence."""
    agreed: list[Id]
    """Ids of the claims that say what was agreed."""
    announced: list[Id] = []
    """Ids of the claims that say what was announced or prepared."""
    reported: list[Id] = []
    """Ids of the claims that say what is reported done, by whomever."""


class Agreement(Renamed):
    """An agreement and its terms, as the sources tell them."""

    title: Text
    """The page's title: a name, not a sentence."""
    parties: Annotated[list[Id], Field(min_length=2)]
    """The actors that agreed."""
    date: Dated | None = None
    """When it was agreed, with its passages."""
    terms: Annotated[list[Term], Field(min_length=1)]
    """The terms."""
    implementation: list[Implementation] = []
    """How far each part of the agreement had got, as the sources tell it."""


class Event(Renamed):
    """Something that happened, is said to have happened, or is announced."""

    title: Text
    """The page's title: a name, not a sentence."""
    date: Dated | None = None
    """When it took place, with its passages."""
    claims: Annotated[list[Happening], Field(min_length=1)]
    """What is said of it."""


class Dispute(Renamed):
    """A question on which opposed parties hold positions."""

    title: Text
    """The page's title: a name, not a sentence."""
    question: Text
    """What is disputed, as a neutral question."""
    date: Dated | None = None
    """When, with its passages."""
    positions: Annotated[list[Position], Field(min_length=1)]
    """What each side holds."""
    replies: list[Reply] = []
    """Answers to positions."""
    common_ground: list[Id] = []
    """Ids of claims on the same matter that opposed parties both state, or that articles report as agreed."""


class Background(Renamed):
    """Context that is not part of the agreement, its events or its disputes."""

    title: Text
    """The page's title: a name, not a sentence."""
    date: Dated | None = None
    """When, with its passages."""
    claims: Annotated[list[Context], Field(min_length=1)]
    """The claims."""


class Reading(Shape):
    """What a difference between answers means, where the program cannot tell by itself."""

    between: Annotated[list[Text], Field(min_length=2)]
    """The answers that differ, each as the question's page names it: `more than 1000`, `exactly 640`, or its words."""
    reading: Literal["compatible", "contradictory", "undecided"]
    """Whether all of them can hold at once, cannot, or these texts do not tell."""
    because: Text
    """Why, in one sentence that rests on the passages alone."""


class Question(Renamed):
    """What several claims answer, so that their values can be compared."""

    text: Text
    """The question, as a neutral sentence."""
    kind: Literal["amount", "limit", "date", "words"]
    """The kind of value: an amount of one count, a limit (the bound is the value), a date, or words."""
    unit: Text | None = None
    """What amounts and limits count: `people a day`."""
    scope: Text | None = None
    """What the question covers and what it does not."""
    earlier: list[Id] = []
    """Ids of sources written about an earlier time than the question asks about; they cannot answer it."""
    only_generated: list[Id] = []
    """Ids of sources that answer it in a generated part alone; such text supports nothing."""
    readings: list[Reading] = []
    """What differences between the answers mean. Every difference the program cannot tell by itself needs one."""


SHAPES: dict[RecordKind, type[Shape]] = {
    "dossier": DossierHead,
    "source": Source,
    "actor": Actor,
    "agreement": Agreement,
    "event": Event,
    "dispute": Dispute,
    "background": Background,
    "question": Question,
}

FOLDERS: dict[str, RecordKind] = {
    "sources": "source",
    "actors": "actor",
    "agreements": "agreement",
    "events": "event",
    "disputes": "dispute",
    "background": "background",
    "questions": "question",
}
