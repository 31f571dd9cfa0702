"""Weighed claims -> files for programs, one small module per format; `exports(weighed, site_url=...)` is the way in.

May import writing's addresses, evidence, reading and the model. Must never know MkDocs or the file system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from generator.evidence.weighing import Weighed
from generator.exports.calendar import timeline_ics
from generator.exports.claim_json import claim_json, claim_schema
from generator.exports.data_file import DataFile
from generator.exports.embeds import embeds
from generator.exports.facts_json import facts_json, facts_schema
from generator.exports.feeds import feeds
from generator.exports.linked_data import linked_data
from generator.exports.references import bibliographies
from generator.exports.search_words import search_words
from generator.exports.tables import tables
from generator.stored import Kept, as_it_is
from generator.telling import Facts
from generator.writing.embedding import claim_data, embed_page, oembed_file

__all__ = ["DataFile", "claim_files", "exports"]


def exports(
    weighed: Weighed,
    facts: Facts,
    *,
    site_url: str | None = None,
    flat: bool = False,
    keep: Callable[[bytes], Kept] = as_it_is,
) -> Iterator[DataFile]:
    """Make every data file of a dossier, one after another, in any order; `facts` is what is told of it.

    A `flat` site opens from a disk; it has no pages for frames on other sites. `keep` is handed the bytes of each file.
    """
    frames = () if flat else embeds(facts, site_url=site_url)
    for file in chain(_files(weighed, facts, site_url=site_url), frames):
        yield DataFile(file.uri, keep(file.content), file.holds)


def claim_files(facts: Facts, *, site_url: str | None = None, flat: bool = False) -> list[str]:
    """Name the files of single claims without making one: the other files are the same for every dossier."""
    own = [claim_data(claim.id) for claim in facts.claims]
    if flat:
        return own
    told = [oembed_file(claim.id) for claim in facts.claims] if site_url else []
    ids = [(claim.id, *claim.formerly) for claim in facts.claims] + [(one.id, *one.formerly) for one in facts.withheld]
    return [*own, *told, *(embed_page(id_) for group in ids for id_ in group)]


def _files(weighed: Weighed, facts: Facts, *, site_url: str | None) -> Iterator[DataFile]:
    yield search_words(weighed)
    yield from feeds(facts, site_url=site_url)
    yield timeline_ics(facts)
    yield from bibliographies(facts)
    yield facts_json(facts)
    yield facts_schema()
    yield from claim_json(facts)
    yield claim_schema()
    yield from linked_data(facts)
    yield from tables(facts)
