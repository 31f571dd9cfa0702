"""Shapes of claims: one proposition with its evidence, in each of the places a claim can stand.

May import the shapes of passages and examples. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.examples import EVIDENCE
from generator.model.passages import Dated, Evidence, Id, Shape, Text

ClaimKind = Literal["term", "event", "position", "reply", "role", "background"]


class Claim(Shape):
    """One proposition and the passages it rests on."""

    id: Id = Field(examples=["users-over-300"])
    """The claim's id, unique among all records and claims, stable for ever: its page is `/claims/<id>/`."""
    statement: Text = Field(examples=["Lenford City Council said that over 300 people use the bridge every day."])
    """One or two sentences that say no more than the passages do, with their hedges, and name who says it where
    somebody does."""
    date: Dated | None = Field(default=None, examples=["2025-03-04"])
    """When what is claimed took or takes place, in EDTF; `{derived:, from:, because:}` where no passage states it."""
    question: Id | None = Field(default=None, examples=["people-per-day"])
    """The question this claim answers; every passage then gives a `value`."""
    about: list[Id] = Field(default=[], examples=[["lenford-council"]])
    """Ids of the actors and records the claim is about; their pages list it."""
    refers: dict[Text, Annotated[list[Id], Field(min_length=1)]] = Field(
        default={}, examples=[{"The council": ["lenford-council"]}]
    )
    """What words of the passages stand for, where they do not name an actor: `{The council: [lenford-council]}`."""
    evidence: Annotated[list[Evidence], Field(min_length=1, examples=[[EVIDENCE]])]
    """The passages, at least one of which supports the claim."""


class Term(Claim):
    """What an agreement provides, as somebody tells it."""


class Happening(Claim):
    """What is said to have happened, or to be about to happen."""


class Context(Claim):
    """What gives context to the dossier."""


class Role(Claim):
    """A public role of an actor, as a source names it."""

    role: Text = Field(examples=["leader of the council"])
    """The role in the source's words, without the name: `leader of the council`."""


class Position(Claim):
    """What one side holds in a dispute."""

    held_by: Annotated[list[Id], Field(min_length=1, examples=[["ivo-tamm"]])]
    """The actors who hold it; each is the claimant of a passage."""


class Reply(Claim):
    """An answer to a position."""

    held_by: Annotated[list[Id], Field(min_length=1, examples=[["dana-orrell"]])]
    """The actors who reply; each is the claimant of a passage."""
    reply_to: Annotated[list[Id], Field(min_length=1, examples=[["residents-not-told"]])]
    """The ids of the positions it answers, as the source connects them."""
