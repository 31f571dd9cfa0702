"""Shapes of claims: one proposition with its evidence, in each of the places a claim can stand.

May import the shapes of passages. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.passages import NEEDED, Dated, Evidence, Id, Shape, Text, Withheld

ClaimKind = Literal["term", "event", "position", "reply", "role", "background"]


class Correction(Shape):
    """One correction of a published statement."""

    date: Text
    """The day the statement was corrected, in EDTF."""
    wrong: Text
    """What was wrong, in one sentence."""
    now: Text
    """What the statement says now, in one sentence."""


class SecondReading(Shape):
    """That a second person compared the statement with its passages; `factsheet read` writes it."""

    by: Text
    """Who compared them."""
    date: Text
    """The day, in EDTF."""
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    """Stands for the statement and its passages as they were read; where either has changed, the reading is void."""


class Claim(Shape):
    """One proposition and the passages it rests on."""

    id: Id
    """The claim's id, unique among all records and claims, stable for ever: its page is `/claims/<id>/`."""
    formerly: list[Id] = []
    """Ids this claim had before; their addresses keep working."""
    withheld: Withheld | None = None
    """Why the claim is withheld. Its id and place stay, none of its text is shown anywhere; all but `id` may then be
    left out."""
    statement: Text = Field(default="", json_schema_extra=NEEDED)
    """One or two sentences that say no more than the passages do, with their hedges, and name who says it where
    somebody does."""
    date: Dated | None = None
    """When what is claimed took or takes place, in EDTF; `{derived:, from:, because:}` where no passage states it."""
    question: Id | None = None
    """The question this claim answers; every passage then gives a `value`."""
    about: list[Id] = []
    """Ids of the actors and records the claim is about; their pages list it."""
    refers: dict[Text, Annotated[list[Id], Field(min_length=1)]] = {}
    """What words of the passages stand for, where they do not name an actor: `{The council: [lenford-council]}`."""
    evidence: Annotated[list[Evidence], Field(min_length=1)] = Field(default=[], json_schema_extra=NEEDED)
    """The passages, at least one of which supports the claim."""
    corrections: list[Correction] = []
    """Corrections of the published statement, the oldest first."""
    second_reading: SecondReading | None = None
    """The comparison of statement and passages by a second person."""


class Term(Claim):
    """What an agreement provides, as somebody tells it."""


class Happening(Claim):
    """What is said to have happened, or to be about to happen."""


class Context(Claim):
    """What gives context to the dossier."""


class Role(Claim):
    """A public role of an actor, as a source names it."""

    role: Text = Field(default="", json_schema_extra=NEEDED)
    """The role in the source's words, without the name: `leader of the council`."""


class Position(Claim):
    """What one side holds in a dispute."""

    held_by: Annotated[list[Id], Field(min_length=1)] = Field(default=[], json_schema_extra=NEEDED)
    """The actors who hold it; each is the claimant of a passage."""


class Reply(Claim):
    """An answer to a position."""

    held_by: Annotated[list[Id], Field(min_length=1)] = Field(default=[], json_schema_extra=NEEDED)
    """The actors who reply; each is the claimant of a passage."""
    reply_to: Annotated[list[Id], Field(min_length=1)]
    """The ids of the positions it answers, as the source connects them."""
