"""What is told of passages, dates and values: the smallest parts of every record.

A passage is a W3C Web Annotation TextQuoteSelector with its TextPositionSelectors; dates are EDTF.
May import the model. Must never know a dossier.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, SerializerFunctionWrapHandler, WithJsonSchema, model_serializer

from generator.model.passages import Withheld
from generator.telling.told import Told

Number = Annotated[int | float, WithJsonSchema({"type": "number"})]
Span = Annotated[
    tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]],
    Field(description="Start and end (not included) in the stored text, in Unicode code points from 0."),
]
End = Annotated[Day | None, WithJsonSchema({"type": ["string", "null"], "format": "date"})]
Stance = Literal["supports", "refutes"]
Reason = Withheld


class Passage(Told):
    """A passage that is no evidence of its own, such as a date's."""

    source: str
    """The id of the source."""
    file: str
    """Path of the stored text."""
    spans: list[Span]
    """Where the passage stands: `text[start:end]`; an omission has several spans."""
    exact: str
    """The words of the stored text; the parts of an omission are joined by ` [...] `."""


class Date(Told):
    """A date."""

    edtf: str
    """The date in EDTF."""
    earliest: End
    """First day it can mean; null for an open start."""
    latest: End
    """Last day it can mean; null for an open end."""
    basis: Literal["stated", "derived"]
    """Stated by a passage, or derived by the calendar."""
    because: str | None = None
    """How a derived date follows."""
    passages: list[Passage] | None = None
    """Passages it rests on; absent where the claim's own passages do."""

    @model_serializer(mode="wrap")
    def _keep_open_ends(self, rest: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = rest(self)
        return {name: told.get(name) for name in ("edtf", "earliest", "latest")} | told


def _one_answer(schema: dict[str, Any]) -> None:
    schema["oneOf"] = [{"required": [name]} for name in schema["properties"] if name != "scope"]


class Value(Told):
    """What a passage answers: exactly one field, and perhaps its scope."""

    model_config = ConfigDict(json_schema_extra=_one_answer)

    exactly: Number | None = None
    """An amount given without any bound."""
    about: Number | None = None
    """An amount given as near."""
    at_least: Number | None = None
    """A lower bound that is included."""
    more_than: Number | None = None
    """A lower bound that is not included."""
    at_most: Number | None = None
    """An upper bound that is included."""
    fewer_than: Number | None = None
    """An upper bound that is not included."""
    between: tuple[Number, Number] | None = None
    """A lower and an upper bound, both included."""
    date: str | None = None
    """A date in EDTF."""
    words: str | None = None
    """Words of the passage."""
    scope: str | None = None
    """What the value covers, where answers differ in it."""
