"""Shapes of identifiers: the ids that public catalogues have for an actor or an agreement, and the table of catalogues.

May import the shapes of passages. Must never know files, positions or source texts, nor ask a catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.passages import Shape

SchemeName = Literal["wikidata", "pax", "isni", "viaf", "ror"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One catalogue: its name, how its ids look, and the addresses made of an id.

    `page` is what a reader opens; `iri` names the thing itself in linked data, as the catalogue does.
    """

    name: str
    pattern: str
    form: str
    page: str
    iri: str


SCHEMES: Mapping[SchemeName, Scheme] = {
    "wikidata": Scheme(
        "Wikidata",
        r"^Q[1-9][0-9]{0,11}$",
        "Q and a number, such as Q4115189",
        "https://www.wikidata.org/wiki/{}",
        "http://www.wikidata.org/entity/{}",
    ),
    "pax": Scheme(
        "PA-X",
        r"^[1-9][0-9]{0,5}$",
        'the number of an agreement in PA-X in quote marks, such as "1234"',
        "https://www.peaceagreements.org/view/{}",
        "https://www.peaceagreements.org/view/{}",
    ),
    "isni": Scheme(
        "ISNI",
        r"^[0-9]{15}[0-9X]$",
        'its 16 digits without spaces and in quote marks, such as "0000000121032683"',
        "https://isni.org/isni/{}",
        "https://isni.org/isni/{}",
    ),
    "viaf": Scheme(
        "VIAF",
        r"^[1-9][0-9]{0,21}$",
        'its number in quote marks, such as "102333412"',
        "https://viaf.org/viaf/{}",
        "http://viaf.org/viaf/{}",
    ),
    "ror": Scheme(
        "ROR",
        r"^0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$",
        "0 and eight more signs without the address, such as 03yrm5c26",
        "https://ror.org/{}",
        "https://ror.org/{}",
    ),
}  # fmt: skip
"""The catalogues, in the order in which pages and data name them."""

Wikidata = Annotated[str, StringConstraints(pattern=SCHEMES["wikidata"].pattern)]


class AgreementIdentifiers(Shape):
    """Ids that public catalogues have for this very agreement."""

    wikidata: Wikidata | None = Field(default=None, examples=["Q4115189"])
    """Its item in Wikidata: Q and a number."""
    pax: Annotated[str, StringConstraints(pattern=SCHEMES["pax"].pattern)] | None = Field(
        default=None, examples=["1234"]
    )
    """Its number in the PA-X database of peace agreements, in quote marks."""


class ActorIdentifiers(Shape):
    """Ids that public catalogues have for this very actor."""

    wikidata: Wikidata | None = Field(default=None, examples=["Q4115189"])
    """Its item in Wikidata: Q and a number."""
    isni: Annotated[str, StringConstraints(pattern=SCHEMES["isni"].pattern)] | None = Field(
        default=None, examples=["0000000121032683"]
    )
    """Its International Standard Name Identifier: 16 digits without spaces, the last may be X; in quote marks."""
    viaf: Annotated[str, StringConstraints(pattern=SCHEMES["viaf"].pattern)] | None = Field(
        default=None, examples=["102333412"]
    )
    """Its number in the Virtual International Authority File, in quote marks."""
    ror: Annotated[str, StringConstraints(pattern=SCHEMES["ror"].pattern)] | None = Field(
        default=None, examples=["03yrm5c26"]
    )
    """Its id in the Research Organization Registry: nine signs, the first is 0."""


Identifiers = AgreementIdentifiers | ActorIdentifiers


def given(identifiers: Identifiers | None) -> dict[SchemeName, str]:
    """Give the ids that are there by their schemes, in the order of the table."""
    if identifiers is None:
        return {}
    return {name: id_ for name in SCHEMES if (id_ := getattr(identifiers, name, None)) is not None}
