"""Shapes of passages, values and dates: the smallest things editors write.

A passage is a W3C Web Annotation TextQuoteSelector in one source; a date is EDTF; a value is what a passage answers.
May import pydantic only. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Number = int | float


class FieldError(ValueError):
    """Say what is wrong with a shape as a whole, and at which of its fields to mend it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Shape(BaseModel):
    """Base of every shape: unknown fields refused, nothing coerced, values frozen."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True, validate_by_alias=True
    )


class Selector(Shape):
    """Words of a source text, exactly as they stand there (W3C TextQuoteSelector)."""

    exact: Text
    """The quoted words, copied from the source text. `[...]` marks an omission within one paragraph. Write it as
    `exact: >-`."""
    prefix: Text | None = None
    """Words right before the quotation, where the quotation alone occurs twice."""
    suffix: Text | None = None
    """Words right after the quotation, where the quotation alone occurs twice."""


class Passage(Selector):
    """One passage of one source."""

    source: Id
    """The id of the source, which is the name of its file in `facts/sources/` without `.yml`."""


class Value(Shape):
    """What a passage answers to the question. One field besides `scope` is given; it must stand in the quotation."""

    exactly: Number | None = None
    """An amount the passage gives without any bound: `640 names`."""
    about: Number | None = None
    """An amount the passage gives as near: `approximately 6,000`."""
    at_least: Number | None = None
    """A lower bound that is included: `at least 1,200`."""
    more_than: Number | None = None
    """A lower bound that is not included: `over 1,000`."""
    at_most: Number | None = None
    """An upper bound that is included: `aged 25 and under`."""
    fewer_than: Number | None = None
    """An upper bound that is not included: `under the age of 25`."""
    between: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    """A lower and an upper bound, both included: `18-25 years`."""
    date: Text | None = None
    """A date in EDTF that stands in the passage."""
    words: Text | None = None
    """Words of the passage that answer the question: `thousands`."""
    scope: Text | None = None
    """What the value covers, where answers differ in it: `each side`, `both sides together`, or `unclear`."""

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if len(self.model_fields_set - {"scope"}) != 1:
            raise ValueError(
                "a value has exactly one field: exactly, about, at_least, more_than, at_most, fewer_than, between, "
                "date or words"
            )
        return self

    @property
    def name(self) -> str:
        """Give the one field that is set besides `scope`, such as `at_least`."""
        return next(iter(self.model_fields_set - {"scope"}))

    @property
    def given(self) -> Any:
        """Give what the one field holds."""
        return getattr(self, self.name)


class Dated(Shape):
    """A date in EDTF with what it rests on. A bare date in YAML is short for `{stated: ...}`."""

    stated: Text | None = None
    """A date that stands, in full, in the passages under `from:` (on a claim without `from:`: in the claim's own
    passages)."""
    derived: Text | None = None
    """A date that no passage states, worked out from the passages under `from:` by the calendar alone."""
    from_: list[Passage] = Field(default=[], alias="from")
    """The passages the date rests on."""
    because: Text | None = None
    """How a derived date follows from its passages, in one sentence: `the Monday after the talks of Monday 2 June`."""

    @model_validator(mode="before")
    @classmethod
    def _bare_date_is_stated(cls, data: Any) -> Any:
        return {"stated": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _one_basis(self) -> Self:
        if (self.stated is None) == (self.derived is None):
            raise ValueError("a date is either stated or derived")
        if self.derived is not None and not (self.from_ and self.because):
            raise ValueError("a derived date needs from: and because:")
        return self

    @property
    def edtf(self) -> str:
        """Give the date as it was written, in EDTF."""
        return self.stated or self.derived or ""


class Evidence(Passage):
    """One passage for or against a claim: who says it, through which channel, and what it answers."""

    claimant: Id | None = None
    """Who says it: the id of an actor, or `unnamed`. Absent when the article says it in its own voice."""
    words: Text | None = None
    """Only with `claimant: unnamed`: the words that leave the speaker unnamed, as in the source (`Reports
    indicate`)."""
    attribution: Text | None = None
    """Words of the same source that name the speaker, where neither the passage nor its paragraph does."""
    via: Text | None = None
    """The channel, as the source names it: a newspaper, a service for short posts."""
    stance: Literal["supports", "refutes"] = "supports"
    """Whether the passage supports the claim (the default) or refutes it."""
    value: Value | None = None
    """What the passage answers to the claim's question."""
    utterance: Id | None = None
    """The remark this passage renders, where several sources render it in different words (see the actor's
    `utterances`)."""

    @model_validator(mode="after")
    def _words_of_the_unnamed(self) -> Self:
        if self.claimant == "unnamed" and self.words is None:
            raise FieldError(
                "claimant",
                "claimant: unnamed needs the words that leave the speaker unnamed; add words: as the source has them",
            )
        if self.claimant != "unnamed" and self.words is not None:
            raise FieldError(
                "words",
                "words: is for a speaker whom the source leaves unnamed; write claimant: unnamed, or remove words:",
            )
        return self
