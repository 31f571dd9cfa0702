"""What is told of a claim: its statement, its status with the voices it rests on, its evidence, its history.

May import the model, statuses and the shapes of passages. Must never know a dossier.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.evidence.status import STATUSES
from generator.evidence.voices import VoiceKind
from generator.model.claims import ClaimKind
from generator.telling.passages import Date, Passage, Reason, Stance, Value
from generator.telling.told import Told

Status = Annotated[str, Field(json_schema_extra={"enum": [*STATUSES]})]


class Entity(Told):
    """Base of what has a page."""

    id: str
    """The id: unique in the dossier, stable for ever."""
    url: str
    """The address of its page, or a urn:uuid: identifier where the site's address is not known."""


class Voice(Told):
    """Who stands for or against a claim; voices are counted, not articles."""

    kind: VoiceKind
    """A named actor, a speaker left unnamed, or an article speaking for itself."""
    speaker: str | None = None
    """The id of the actor, or the words that leave a speaker unnamed; absent for articles."""
    party: str | None = None
    """The id of the party the actor speaks for."""
    supports: bool
    """Whether it is for the claim; false is against."""
    sources: list[str]
    """Sources that carry it."""
    origins: list[str]
    """Origins of these passages, each an id under `origins`."""
    identified: bool
    """Whether all these origins are known; else their number is a number at most."""


class Evidence(Passage):
    """One passage for or against a claim."""

    claimant: str | None = None
    """Who says it: the id of an actor, or `unnamed`; absent for the article's own voice."""
    words: str | None = None
    """The words that leave the speaker unnamed."""
    via: str | None = None
    """The channel, as the source names it."""
    stance: Stance
    """For or against the claim."""
    value: Value | None = None
    """What the passage answers to the claim's question."""
    utterance: str | None = None
    """The remark it renders."""
    attribution: Passage | None = None
    """Words of the source that name the speaker elsewhere."""
    origin: str
    """The id of the text's origin, or `text of <source>` where nothing is known of it."""
    origin_identified: bool
    """Whether that origin is known."""


class WithheldEvidence(Told):
    """The place of a passage whose words are withheld."""

    source: str
    """The id of its source."""
    stance: Stance
    """For or against the claim."""
    reason: Reason
    """Why it is withheld, in general terms."""


class Correction(Told):
    """One correction."""

    date: str
    """The day, in EDTF."""
    wrong: str
    """What was wrong."""
    now: str
    """What the statement says now."""


class SecondReading(Told):
    """A comparison of statement and passages, as they stand, by a second person."""

    by: str
    """Who compared them."""
    date: str
    """The day, in EDTF."""


class Claim(Entity):
    """One proposition with its evidence."""

    kind: ClaimKind
    """Kind of claim."""
    record: str
    """The id of the record it stands in."""
    statement: str
    """The proposition, with who says it where somebody does."""
    formerly: list[str]
    """Ids it had before."""
    role: str | None = None
    """The role in the source's words (roles)."""
    held_by: list[str] | None = None
    """Actors who hold it (positions, replies)."""
    reply_to: list[str] | None = None
    """Positions it answers (replies)."""
    question: str | None = None
    """The id of the question it answers."""
    date: Date | None = None
    """Its own date, or its record's."""
    about: list[str]
    """Actors and records it is about."""
    refers: dict[str, list[str]] | None = None
    """Actors that words of the passages stand for."""
    status: Status
    """What its voices amount to."""
    status_rule: str
    """The rule that gave the status."""
    status_inputs: str
    """The voices the rule was given, in words."""
    said_by: str
    """Who says it and who speaks against it, in words, with the sources."""
    voices: list[Voice]
    """Who stands for or against it."""
    evidence: list[Evidence]
    """Its passages."""
    withheld_evidence: list[WithheldEvidence] | None = None
    """Passages whose words are withheld."""
    corrections: list[Correction] | None = None
    """Corrections of the published statement."""
    second_reading: SecondReading | None = None
    """That a second person compared statement and passages; absent where nobody has."""


class WithheldClaim(Entity):
    """The place of a claim whose words are withheld."""

    kind: ClaimKind
    """Kind of claim."""
    record: str
    """The id of the record it stands in."""
    formerly: list[str]
    """Ids it had before."""
    reason: Reason
    """Why it is withheld, in general terms."""


class Rendering(Told):
    """One rendering of a remark."""

    claim: str
    """The id of the claim that cites it."""
    evidence: Annotated[int, Field(ge=0)]
    """The place of the passage in the claim's `evidence`, from 0."""
    source: str
    """The id of the source."""
    via: str | None = None
    """The channel, as the source names it."""


class Utterance(Told):
    """A remark that sources render in their own words; no rendering is the wording."""

    id: str
    """The id: unique in the dossier."""
    actor: str
    """The id of the actor whose remark it is."""
    about: str
    """What it is about."""
    language: str
    """The language it was made in, or `unknown`."""
    translator: str
    """Who translated it, or `unknown`."""
    renderings: list[Rendering]
    """Its renderings, by the ids of claims."""


class Answer(Told):
    """One answer to a question."""

    text: str
    """The answer in words, as differences name it."""
    value: Value
    """The answer as a value."""
    claims: list[str]
    """Claims whose passages give it."""


class Difference(Told):
    """Answers to one question that are not the same."""

    question: str
    """The id of the question."""
    answers: list[str]
    """The answers, each the `text` of an answer to the question."""
    reading: Literal["compatible", "contradictory", "undecided", "not comparable"]
    """What the difference means."""
    because: str
    """Why, in one sentence."""
    computed: bool
    """Whether values alone tell it; false where the editors read it."""
