"""Actors: each person has a cited public role, each spelling stands in a source, each party has an actor.

May import evidence and everything below it. Must never know what an actor says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.evidence.standing import standing
from generator.evidence.weighing import Weighed
from generator.model.passages import Shape
from generator.model.records import Actor
from generator.problems import Problem
from generator.reading.dossier import Path, Record
from generator.reading.suggestions import did_you_mean


def parties_without_actor(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a party that no actor speaks for.

    Says nothing while an actor could not be read or names a party that is not there: it may be the one that speaks.
    """
    head = weighed.dossier.head
    speaking = {record.data.party for record in weighed.dossier.actors.values()}
    if "actor" in weighed.dossier.unread_kinds or speaking - {None, *(head.data.parties if head else [])}:
        return
    for index, party in enumerate(head.data.parties if head else []):
        if head and party in weighed.dossier.actors and party not in speaking:
            yield Problem(
                head.places.of("parties", index),
                "party-without-actor",
                f'no actor has "party: {party}"; give the actors that speak for it this party',
            )


def without_role(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a person without a cited public role."""
    for record in weighed.dossier.actors.values():
        if record.data.kind == "person" and not record.data.roles and not record.data.withheld:
            yield Problem(
                record.places.of("kind"),
                "no-public-role",
                f'"{record.data.name}" is a person without a cited public role; '
                "add one under roles: with its passage, or remove the record",
            )


def unknown_spellings(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a name that stands in no source text; says nothing while a text could not be read."""
    for record, path, spelling in misspelt(weighed):
        guess = did_you_mean(spelling, _names_like(spelling, weighed))
        yield Problem(
            record.places.of(*path),
            "spelling-not-in-sources",
            f'"{spelling}" stands in no source text{guess or "; write the name as a source has it, or remove it"}',
        )


def misspelt(weighed: Weighed) -> Iterator[tuple[Record[Actor], Path, str]]:
    """Give the names of actors that stand in no source text; none while a text could not be read."""
    if not weighed.dossier.all_texts_read:
        return
    named = [record for record in weighed.dossier.actors.values() if not record.data.withheld]
    written = [(record, *item) for record in named for item in _spellings(record)]
    found = standing((spelling for *_, spelling in written), weighed.texts.values())
    unfound = [item for item in written if item[2] not in found]
    possessive = standing((form for *_, spelling in unfound for form in _possessives(spelling)), weighed.texts.values())
    yield from (item for item in unfound if possessive.isdisjoint(_possessives(item[2])))


def _names_like(spelling: str, weighed: Weighed) -> set[str]:
    """Give what the sources write with capitals in as many words as a name has."""
    words = r"\s".join([r"[^\W\d_]+"] * len(spelling.split()))
    texts = weighed.dossier.texts.values()
    return {found for text in texts for found in re.findall(rf"\b{words}\b", text) if found[0].isupper()}


def _possessives(spelling: str) -> tuple[str, str]:
    """Give the possessive of a name: a source that has only that has the name."""
    return f"{spelling}'s", f"{spelling}'"


def _spellings(record: Record[Shape]) -> Iterator[tuple[Path, str]]:
    yield ("name",), str(getattr(record.data, "name", ""))
    for field in ("names", "adjectives", "capitals"):
        for index, spelling in enumerate(getattr(record.data, field, [])):
            yield (field, index), spelling
