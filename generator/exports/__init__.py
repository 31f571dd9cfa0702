"""Weighed claims -> files for programs, one small module per format; `exports(weighed, site_url=...)` is the way in.

May import writing's addresses, evidence, reading and the model. Must never know MkDocs or the file system.
"""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.exports.data_file import DataFile
from generator.exports.facts_json import facts_json
from generator.exports.facts_schema import facts_schema

__all__ = ["DataFile", "exports"]


def exports(weighed: Weighed, *, site_url: str | None = None) -> list[DataFile]:
    """Give every data file of a dossier, sorted by path."""
    return [facts_json(weighed, site_url=site_url), facts_schema()]
