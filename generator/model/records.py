"""Shapes of records: one file in `facts/`, one page on the site.

May import the shapes of claims and passages, and examples. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.claims import Context, Happening, Position, Reply, Role, Term
from generator.model.dossier_head import DossierHead
from generator.model.examples import (
    ACTOR_IDENTIFIERS,
    AGREEMENT_IDENTIFIERS,
    CAUTION,
    CLAIM,
    IMPLEMENTATION,
    PART,
    PASSAGE,
    POSITION,
    READING,
    REPLY,
    ROLE,
    SET_ASIDE,
    TERM,
    UTTERANCE,
)
from generator.model.identifiers import ActorIdentifiers, AgreementIdentifiers
from generator.model.passages import NEEDED, Dated, Id, Passage, Selector, Shape, Text, Withheld

RecordKind = Literal["dossier", "source", "actor", "agreement", "event", "dispute", "background", "question"]


class Renamed(Shape):
    """Base of records that have a page."""

    formerly: list[Id] = Field(default=[], examples=[["bridge-closure"]])
    """Ids this record had before; their addresses keep working."""


class Caution(Shape):
    """Something a reader should know about a source before relying on it."""

    text: Text = Field(examples=["The headline speaks of a victory; the body does not."])
    """The caution in one sentence, about this source only."""
    evidence: list[Passage] = Field(default=[], examples=[[PASSAGE]])
    """Passages that show it. Withheld from the site where they are generated text."""


class Part(Selector):
    """A part of a source with an origin of its own, from the first to the last quoted word (omissions are inside)."""

    origin: Id | None = Field(default=None, examples=["meeting-notice"])
    """The id of the part's origin, where it is known to be another than the source's."""
    generated: bool = Field(default=False, examples=[True])
    """Whether the part is generated or cites only itself: it then supports nothing."""
    because: Text = Field(examples=["It cites only itself."])
    """How one can tell, in one sentence."""


class SetAside(Selector):
    """Sentences of a source that no claim uses, from the first to the last quoted word (an omission is inside it)."""

    reason: Literal["opinion", "furniture", "repetition", "generated", "outside-subject", "unsafe"] = Field(
        examples=["furniture"]
    )
    """Why they are set aside: the writer's opinion; page furniture, such as a newsletter line or a byline; repetition
    of a cited sentence, as in most headlines; generated text; outside the subject; unsafe for people."""
    because: Text | None = Field(default=None, examples=["The headline repeats the first sentence."])
    """More about the reason, where it is not plain."""


class CslName(Shape):
    """A name in CSL-JSON: `family` and `given`, or `literal` for a body."""

    family: Text | None = Field(default=None, examples=["Halden"])
    """Family name."""
    given: Text | None = Field(default=None, examples=["Mira"])
    """Given names."""
    literal: Text | None = Field(default=None, examples=["Lenford City Council"])
    """The whole name of a body."""


class Source(Renamed):
    """One stored document: where its text is, and what is known of it, in CSL-JSON's field names. What is not known
    is absent."""

    type: Text = Field(examples=["article-newspaper"])
    """CSL-JSON type: `document` where the kind of publication is not known."""
    title: Text | None = Field(default=None, examples=["Footbridge to close for repairs"])
    """The title, where there is one."""
    author: list[CslName] = Field(default=[], examples=[[{"family": "Halden", "given": "Mira"}]])
    """The authors, where they are known."""
    container_title: Text | None = Field(default=None, alias="container-title", examples=["Lenford Gazette"])
    """The newspaper, site or collection, where it is known."""
    publisher: Text | None = Field(default=None, examples=["Lenford Press"])
    """The publisher, where it is known."""
    issued: Text | None = Field(default=None, examples=["2025-03-05"])
    """The date of publication in EDTF, where it is known."""
    accessed: Text | None = Field(default=None, examples=["2025-03-11"])
    """The date the text was fetched, in EDTF, where it is known."""
    URL: Text | None = Field(default=None, examples=["https://gazette.example/2025/footbridge-to-close"])
    """The address, where it is known; http or https."""
    archive: Text | None = Field(default=None, examples=["Lenford Library Web Archive"])
    """The archive that holds a copy, where one is known."""
    archive_location: Text | None = Field(
        default=None, examples=["https://archive.example/20250305/https://gazette.example/2025/footbridge-to-close"]
    )
    """The address of the archived copy, a snapshot of the page; http or https."""
    language: Text | None = Field(default=None, examples=["en"])
    """Language of the text, as a BCP 47 tag."""
    file: Text = Field(examples=["seeds/gazette.txt"])
    """Path of the stored text, inside `seeds/`."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        examples=["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
    )
    """sha256 of the stored text's bytes; `sha256sum` prints it. A changed text fails the build."""
    written: Dated | None = Field(default=None, examples=["2025-03-05"])
    """The time the article speaks of as its present, where its words tell."""
    origin: Id | None = Field(default=None, examples=["meeting-notice"])
    """The origin of the text, one of `origins:` in the dossier; absent where nothing is known of it."""
    parts: list[Part] = Field(default=[], examples=[[PART]])
    """Parts of the text with another origin, or generated."""
    cautions: list[Caution] = Field(default=[], examples=[[CAUTION]])
    """What a reader should know before relying on this source."""
    set_aside: list[SetAside] = Field(default=[], examples=[[SET_ASIDE]])
    """Sentences that no claim uses, each with the reason. Their text is never published."""


class Utterance(Shape):
    """One remark of the actor that sources render in different words; no rendering is *the* wording."""

    id: Id = Field(examples=["orrell-on-the-closure"])
    """The utterance's id, named by `utterance:` of a passage."""
    about: Text = Field(examples=["how long the closure lasts"])
    """What the remark is about, in neutral words, without quoting it."""
    language: Text = Field(default="unknown", examples=["en"])
    """The language it was made in, as a BCP 47 tag; `unknown` where no source says."""
    translator: Text = Field(default="unknown", examples=["Lenford Gazette"])
    """Who translated it; `unknown` where no source says."""


class Actor(Renamed):
    """A person, an organisation, a state, a medium, or a group the sources name only as such ("officials")."""

    withheld: Withheld | None = Field(default=None, examples=["minor"])
    """Why the actor's name is withheld. Its id and place stay, no name of it is shown anywhere; `name` may then be left
    out. Names that are given keep the site from telling them by accident."""
    name: Text = Field(default="", examples=["Ivo Tamm"], json_schema_extra=NEEDED)
    """The name the site uses; it stands in a source."""
    kind: Literal["person", "organisation", "state", "medium", "group"] = Field(examples=["person"])
    """What kind of actor it is."""
    party: Id | None = Field(default=None, examples=["mill-lane-residents"])
    """The party it speaks for, one of `parties:` in the dossier; absent for anyone else, articles and media
    included."""
    names: list[Text] = Field(default=[], examples=[["Tamm"]])
    """Other names and spellings, each as a source has it."""
    adjectives: list[Text] = Field(default=[], examples=[["Norwegian"]])
    """Adjectives that stand for the actor: `Norwegian`."""
    capitals: list[Text] = Field(default=[], examples=[["Oslo"]])
    """Places whose name the sources use for the actor: `Oslo`."""
    search_names: list[Text] = Field(default=[], examples=[["Iwo Tam"]])
    """Spellings for the search box alone: never shown, never looked for in sources, never exported as names."""
    roles: list[Role] = Field(default=[], examples=[[ROLE]])
    """Public roles, each with its passages. A person needs at least one."""
    utterances: list[Utterance] = Field(default=[], examples=[[UTTERANCE]])
    """Remarks of the actor that several sources render in different words."""
    identifiers: ActorIdentifiers | None = Field(default=None, examples=[ACTOR_IDENTIFIERS])
    """Ids of this very actor in public catalogues. Look each up yourself: no source says it, and nothing here checks
    that the catalogue means the same actor."""


class Implementation(Shape):
    """One part of an agreement, from agreed to reported done; an empty list says that no source tells."""

    what: Text = Field(examples=["Free ferry"])
    """The part, in a few neutral words: a name, not a sentence."""
    agreed: list[Id] = Field(examples=[["free-ferry"]])
    """Ids of the claims that say what was agreed."""
    announced: list[Id] = Field(default=[], examples=[["ferry-announced"]])
    """Ids of the claims that say what was announced or prepared."""
    reported: list[Id] = Field(default=[], examples=[["first-crossing"]])
    """Ids of the claims that say what is reported done, by whomever."""


class Agreement(Renamed):
    """An agreement and its terms, as the sources tell them."""

    title: Text = Field(examples=["Closure of the footbridge"])
    """The page's title: a name, not a sentence."""
    parties: Annotated[list[Id], Field(min_length=2, examples=[["lenford-council", "mill-lane-residents"]])]
    """The actors that agreed."""
    date: Dated | None = Field(default=None, examples=["2025-03-04"])
    """When it was agreed, with its passages."""
    terms: Annotated[list[Term], Field(min_length=1, examples=[[TERM]])]
    """The terms."""
    implementation: list[Implementation] = Field(default=[], examples=[[IMPLEMENTATION]])
    """How far each part of the agreement had got, as the sources tell it."""
    identifiers: AgreementIdentifiers | None = Field(default=None, examples=[AGREEMENT_IDENTIFIERS])
    """Ids of this very agreement in public catalogues. Look each up yourself: no source says it, and nothing here
    checks that the catalogue means the same agreement."""


class Event(Renamed):
    """Something that happened, is said to have happened, or is announced."""

    title: Text = Field(examples=["First crossing of the ferry"])
    """The page's title: a name, not a sentence."""
    date: Dated | None = Field(default=None, examples=["2025-03-10"])
    """When it took place, with its passages."""
    claims: Annotated[list[Happening], Field(min_length=1, examples=[[CLAIM]])]
    """What is said of it."""


class Dispute(Renamed):
    """A question on which opposed parties hold positions."""

    title: Text = Field(examples=["Notice of the ferry"])
    """The page's title: a name, not a sentence."""
    question: Text = Field(examples=["Were the residents told about the ferry before the meeting?"])
    """What is disputed, as a neutral question."""
    date: Dated | None = Field(default=None, examples=["2025-03-04"])
    """When, with its passages."""
    positions: Annotated[list[Position], Field(min_length=1, examples=[[POSITION]])]
    """What each side holds."""
    replies: list[Reply] = Field(default=[], examples=[[REPLY]])
    """Answers to positions."""
    common_ground: list[Id] = Field(default=[], examples=[["closure-agreed"]])
    """Ids of claims on the same matter that opposed parties both state, or that articles report as agreed."""


class Background(Renamed):
    """Context that is not part of the agreement, its events or its disputes."""

    title: Text = Field(examples=["The footbridge"])
    """The page's title: a name, not a sentence."""
    date: Dated | None = Field(default=None, examples=["2025-03"])
    """When, with its passages."""
    claims: Annotated[list[Context], Field(min_length=1, examples=[[CLAIM]])]
    """The claims."""


class Reading(Shape):
    """What a difference between answers means, where the program cannot tell by itself."""

    between: Annotated[list[Text], Field(min_length=2, examples=[["nobody", "the residents"]])]
    """The answers that differ, each as the question's page names it: `more than 1000`, `exactly 640`, or its words."""
    reading: Literal["compatible", "contradictory", "undecided"] = Field(examples=["undecided"])
    """Whether all of them can hold at once, cannot, or these texts do not tell."""
    because: Text = Field(
        examples=["Nobody may mean none of the residents or nobody at all; neither article tells which."]
    )
    """Why, in one sentence that rests on the passages alone."""


class Question(Renamed):
    """What several claims answer, so that their values can be compared."""

    text: Text = Field(examples=["How many people use the bridge in a day?"])
    """The question, as a neutral sentence."""
    kind: Literal["amount", "limit", "date", "words"] = Field(examples=["amount"])
    """The kind of value: an amount of one count, a limit (the bound is the value), a date, or words."""
    unit: Text | None = Field(default=None, examples=["people a day"])
    """What amounts and limits count: `people a day`."""
    scope: Text | None = Field(default=None, examples=["Both ways together, on days without a feast."])
    """What the question covers and what it does not."""
    earlier: list[Id] = Field(default=[], examples=[["courier", "gazette"]])
    """Ids of sources written about an earlier time than the question asks about; they cannot answer it."""
    only_generated: list[Id] = Field(default=[], examples=[["courier"]])
    """Ids of sources that answer it in a generated part alone; such text supports nothing."""
    readings: list[Reading] = Field(default=[], examples=[[READING]])
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
