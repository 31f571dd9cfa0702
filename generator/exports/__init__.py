"""Weighed claims -> files for programs, one small module per format; `exports(weighed, site_url=...)` is the way in.

May import writing's addresses, evidence, reading and the model. Must never know MkDocs or the file system.
"""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.exports.corrections_feed import corrections_feed
from generator.exports.data_file import DataFile
from generator.exports.facts_json import facts_json, facts_schema
from generator.exports.search_words import search_words
from generator.telling import Facts

__all__ = ["DataFile", "exports"]


def exports(weighed: Weighed, facts: Facts, *, site_url: str | None = None) -> list[DataFile]:
    """Give every data file of a dossier, sorted by path; `facts` is what is told of it."""
    return [search_words(weighed), corrections_feed(weighed, site_url=site_url), facts_json(facts), facts_schema()]
