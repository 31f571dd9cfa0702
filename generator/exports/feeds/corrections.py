"""`data/corrections.xml`: corrections as a feed, so that who quoted a statement hears of its mistake.

May import what is told, the feed and identifiers. Must never know what is withheld: it has no correction here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.data_file import DataFile
from generator.exports.feeds.atom import Entry, Feed, atom, day, first_page
from generator.telling.facts import Facts
from generator.telling.identifiers import identifier
from generator.writing.correction_pages import FEED, PAGE

_FEED = Feed(FEED, "Corrections", PAGE, "Corrections, as an Atom feed.")


def corrections(facts: Facts, *, site_url: str | None) -> DataFile:
    """Write the feed of all corrections."""
    return atom(_FEED, _entries(facts, site_url), facts=facts, site_url=site_url)


def _entries(facts: Facts, site_url: str | None) -> Iterator[Entry]:
    """Give each correction with its number on its claim, counted from the oldest: it stays when others follow."""
    for claim in facts.claims:
        page = identifier(first_page(claim), title=facts.dossier.title, site_url=site_url)
        for number, one in enumerate(sorted(claim.corrections or [], key=lambda one: day(one.date)), start=1):
            yield Entry(
                id=f"{page}#correction-{number}",
                page=claim.url,
                title=claim.statement,
                day=one.date,
                summary=f"{one.wrong} {one.now}",
                told=(
                    ("Status", claim.status),
                    ("Said by", claim.said_by),
                    ("What this rests on", facts.dossier.scope.text),
                ),
                category=claim.status,
            )
