"""Weighed claims -> files for programs, one small module per format; `exports(weighed, site_url=...)` is the way in.

May import writing's addresses, evidence, reading and the model. Must never know MkDocs or the file system.
"""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.exports.corrections_feed import corrections_feed
from generator.exports.data_file import DataFile
from generator.exports.facts_json import Data, tell, written
from generator.exports.facts_schema import facts_schema
from generator.exports.search_words import search_words

__all__ = ["DataFile", "exports"]


def exports(weighed: Weighed, *, site_url: str | None = None, told: Data | None = None) -> list[DataFile]:
    """Give every data file of a dossier, sorted by path; `told` is what facts.json tells, where it is at hand."""
    return [
        search_words(weighed),
        corrections_feed(weighed, site_url=site_url),
        written(told or tell(weighed, site_url=site_url)),
        facts_schema(),
    ]
