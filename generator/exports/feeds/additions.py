"""`data/additions.xml`: claims as a feed by the day they were added, as far as the editors say it.

Of a claim that was withheld since, its entry stays without words, so that what readers keep of it is replaced.
May import what is told, the feed, identifiers and naming. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exports.data_file import DataFile
from generator.exports.feeds.atom import Entry, Feed, atom, day, first_page
from generator.telling.facts import Facts
from generator.telling.identifiers import identifier
from generator.writing import naming
from generator.writing.correction_pages import ADDITIONS

_FEED = Feed(
    ADDITIONS, "New claims", "claims/index.md", "New claims, as an Atom feed, where editors say when they were added."
)
ENOUGH = 100
"""Entries after which no older day is begun; a day is told whole or not at all."""


def additions(facts: Facts, *, site_url: str | None) -> DataFile:
    """Write the feed of new claims."""
    entries = [*_entries(facts, site_url)]
    return atom(_FEED, _newest(entries), facts=facts, site_url=site_url)


def _newest(entries: Sequence[Entry]) -> Iterator[Entry]:
    days = sorted((one.published for one in entries), reverse=True)
    last = days[min(len(days), ENOUGH) - 1] if days else ""
    return (one for one in entries if one.published >= last)


def _entries(facts: Facts, site_url: str | None) -> Iterator[Entry]:
    for claim in facts.claims:
        if claim.added:
            days = (claim.added, *(one.date for one in claim.corrections or []))
            yield Entry(
                id=identifier(first_page(claim), title=facts.dossier.title, site_url=site_url),
                page=claim.url,
                title=claim.statement,
                day=max(days, key=day),
                summary=f"{claim.status}: {claim.said_by}",
                told=(
                    ("Statement", claim.statement),
                    ("Status", claim.status),
                    ("Said by", claim.said_by),
                    ("What this rests on", facts.dossier.scope.text),
                ),
                published=claim.added,
                category=claim.status,
            )
    for place in facts.withheld:
        if place.added:
            words = naming.withheld(place.reason)
            yield Entry(
                id=identifier(first_page(place), title=facts.dossier.title, site_url=site_url),
                page=place.url,
                title=words,
                day=place.added,
                summary=words,
                published=place.added,
                category=naming.WITHHELD,
            )
