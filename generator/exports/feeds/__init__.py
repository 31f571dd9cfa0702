"""Feeds that a reader follows: of corrections and of new claims, in Atom (RFC 4287); `feeds(facts, site_url=...)`.

May import what is told, identifiers, and writing's addresses and words. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.data_file import DataFile
from generator.exports.feeds.additions import additions
from generator.exports.feeds.corrections import corrections
from generator.telling.facts import Facts

__all__ = ["feeds"]


def feeds(facts: Facts, *, site_url: str | None) -> Iterator[DataFile]:
    """Write the feeds; `site_url` is the address of the site, if it is known."""
    yield corrections(facts, site_url=site_url)
    yield additions(facts, site_url=site_url)
