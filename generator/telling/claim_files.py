"""What is told of one claim by itself: the claim, with the fact sheet, sources and names it needs to be read alone.

May import the shapes that are told. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.telling.claims import Claim, Entity
from generator.telling.facts import FORMAT, Facts, Scope, Version
from generator.telling.records import Actor, Source
from generator.telling.told import Told


class Sheet(Told):
    """The fact sheet a claim belongs to."""

    id: str
    """The site's address, or a urn:uuid: identifier where it is not known."""
    title: str
    """The title."""
    scope: Scope
    """How far it reaches."""
    licence: str
    """Licence of the curated facts."""
    updated: str
    """Day of the last change, in EDTF."""


class Cited(Entity):
    """A source that the claim's evidence cites."""

    name: str
    """How the site names it."""
    title: str | None = None
    """The title."""
    URL: str | None = None
    """The address."""
    file: str
    """Path of the stored text."""
    sha256: str
    """sha256 of the stored bytes."""


class Named(Entity):
    """An actor that the claim names by id."""

    name: str
    """The name the site uses."""
    party: str | None = None
    """The id of the party it speaks for."""


class ClaimFile(Told):
    """One claim with what is needed to read it alone."""

    format: Annotated[Literal[1], Field(alias="schema")] = FORMAT
    """Version of this format, that of facts.json."""
    version: Version
    """Version of the content of the whole fact sheet."""
    dossier: Sheet
    """The fact sheet it belongs to, with the scope line."""
    claim: Claim
    """The claim."""
    sources: list[Cited]
    """The sources of its passages, sorted by id."""
    actors: list[Named]
    """The actors it names, sorted by id."""


def claim_files(facts: Facts) -> Iterator[ClaimFile]:
    """Tell each claim by itself, in the order of the claims."""
    about = facts.dossier
    sheet = Sheet(id=about.id, title=about.title, scope=about.scope, licence=about.licence, updated=about.updated)
    sources = {one.id: one for one in facts.sources}
    actors = {one.id: one for one in facts.actors}
    for claim in facts.claims:
        yield ClaimFile(
            version=facts.version,
            dossier=sheet,
            claim=claim,
            sources=[_cited(sources[id_]) for id_ in sorted(set(_sources(claim)))],
            actors=[_named(actors[id_]) for id_ in _actors(claim, actors)],
        )


def _sources(claim: Claim) -> Iterator[str]:
    for one in claim.evidence:
        yield one.source
        if one.attribution:
            yield one.attribution.source
    for passage in (claim.date.passages or []) if claim.date else []:
        yield passage.source
    for withheld in claim.withheld_evidence or []:
        yield withheld.source


def _actors(claim: Claim, actors: Mapping[str, Actor]) -> list[str]:
    spoken = [one.claimant for one in claim.evidence if one.claimant]
    parties = [voice.party for voice in claim.voices if voice.party]
    meant = [id_ for ids in (claim.refers or {}).values() for id_ in ids]
    named = {*spoken, *parties, *meant, *claim.about, *(claim.held_by or [])} & actors.keys()
    return sorted(named | {party for id_ in named if (party := actors[id_].party)})


def _cited(one: Source) -> Cited:
    return Cited(id=one.id, url=one.url, name=one.name, title=one.title, URL=one.URL, file=one.file, sha256=one.sha256)


def _named(one: Actor) -> Named:
    return Named(id=one.id, url=one.url, name=one.name, party=one.party)
