"""Shapes of passages, values and dates: the smallest things editors write.

A passage is a W3C Web Annotation TextQuoteSelector in one source; a date is EDTF; a value is what a passage answers.
May import pydantic and examples. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from generator.model.examples import PASSAGE

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
LONGEST_TEXT = 10_000
"""Characters of a text: more than a page of a newspaper. Every rule that looks at a text is bounded by it."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")]
Number = int | Annotated[float, Field(allow_inf_nan=False)]


class FieldError(ValueError):
    """Say what is wrong with a shape as a whole, and at which of its fields to mend it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Shape(BaseModel):
    """Base of every shape: unknown fields refused, nothing coerced, values frozen."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        use_attribute_docstrings=True,
        validate_by_alias=True,
        defer_build=True,  # most shapes are only ever built inside those of whole records
    )


class Selector(Shape):
    """Words of a source text, exactly as they stand there (W3C TextQuoteSelector)."""

    exact: Text = Field(examples=["Over 300 people use the bridge every day, according to the council."])
    """The quoted words, copied from the source text. `[...]` marks an omission within one paragraph. Write it as
    `exact: >-`."""
    prefix: Text | None = Field(default=None, examples=["at a meeting on"])
    """Words right before the quotation, where the quotation alone occurs twice."""
    suffix: Text | None = Field(default=None, examples=["that the ferry would start"])
    """Words right after the quotation, where the quotation alone occurs twice."""


Withheld = Literal["safety", "legal", "minor"]
"""Why something is withheld: it could put people at risk, there is a legal reason, it would make a child known."""
NEEDED: dict[str, Any] = {"needed-unless-withheld": True}
"""Marks a field that may be left out only where its block is withheld."""


class Passage(Selector):
    """One passage of one source."""

    source: Id = Field(examples=["gazette"])
    """The id of the source, which is the name of its file in `facts/sources/` without `.yml`."""


class Value(Shape):
    """What a passage answers to the question. One field besides `scope` is given; it must stand in the quotation."""

    exactly: Number | None = Field(default=None, examples=[40])
    """An amount the passage gives without any bound: `640 names`."""
    about: Number | None = Field(default=None, examples=[350])
    """An amount the passage gives as near: `approximately 6,000`."""
    at_least: Number | None = Field(default=None, examples=[350])
    """A lower bound that is included: `at least 1,200`."""
    more_than: Number | None = Field(default=None, examples=[300])
    """A lower bound that is not included: `over 1,000`."""
    at_most: Number | None = Field(default=None, examples=[12])
    """An upper bound that is included: `aged 25 and under`."""
    fewer_than: Number | None = Field(default=None, examples=[25])
    """An upper bound that is not included: `under the age of 25`."""
    between: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = Field(
        default=None, examples=[[18, 25]]
    )
    """A lower and an upper bound, both included: `18-25 years`."""
    date: Text | None = Field(default=None, examples=["2025-03-04"])
    """A date in EDTF that stands in the passage."""
    words: Text | None = Field(default=None, examples=["the residents"])
    """Words of the passage that answer the question: `thousands`."""
    scope: Text | None = Field(default=None, examples=["each way"])
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

    stated: Text | None = Field(default=None, examples=["2025-03-04"])
    """A date that stands, in full, in the passages under `from:` (on a claim without `from:`: in the claim's own
    passages)."""
    derived: Text | None = Field(default=None, examples=["2025-03-10"])
    """A date that no passage states, worked out from the passages under `from:` by the calendar alone."""
    from_: list[Passage] = Field(default=[], alias="from", examples=[[PASSAGE]])
    """The passages the date rests on."""
    because: Text | None = Field(default=None, examples=["the Monday after the meeting of Tuesday, 4 March 2025"])
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

    exact: Text = Field(default="", examples=["Over 300 people use the bridge every day"], json_schema_extra=NEEDED)
    """The quoted words, copied from the source text. `[...]` marks an omission within one paragraph. Write it as
    `exact: >-`."""
    withheld: Withheld | None = Field(default=None, examples=["safety"])
    """Why the passage is withheld. Its place stays, its words are shown nowhere; `exact` may then be left out."""
    claimant: Id | None = Field(default=None, examples=["lenford-council"])
    """Who says it: the id of an actor, or `unnamed`. Absent when the article says it in its own voice."""
    words: Text | None = Field(default=None, examples=["Reports indicate"])
    """Only with `claimant: unnamed`: the words that leave the speaker unnamed, as in the source (`Reports
    indicate`)."""
    attribution: Text | None = Field(default=None, examples=["Dana Orrell, the leader of the council"])
    """Words of the same source that name the speaker, where neither the passage nor its paragraph does."""
    via: Text | None = Field(default=None, examples=["X"])
    """The channel, as the source names it: a newspaper, a service for short posts."""
    stance: Literal["supports", "refutes"] = Field(default="supports", examples=["refutes"])
    """Whether the passage supports the claim (the default) or refutes it."""
    value: Value | None = Field(default=None, examples=[{"more_than": 300}])
    """What the passage answers to the claim's question."""
    utterance: Id | None = Field(default=None, examples=["orrell-on-the-closure"])
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
