"""The sources as bibliographies: CSL-JSON, BibTeX and RIS; `bibliographies(facts)` is the way in.

A page's own citation in BibTeX and RIS is written by the same modules. May import what is told, dates in words and text
on one line. Must never know a page, nor add anything to what is known of a source.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.data_file import DataFile
from generator.exports.references import bibtex, csl, ris
from generator.exports.references.described import described
from generator.telling.facts import Facts

__all__ = ["bibliographies"]


def bibliographies(facts: Facts) -> Iterator[DataFile]:
    """Write the sources in each form, sorted by id."""
    sources = described(facts)
    yield DataFile("data/sources.csl.json", csl.items(sources), "The sources as CSL-JSON.")
    yield DataFile("data/sources.bib", bibtex.sources(sources).encode("utf-8", "strict"), "The sources as BibTeX.")
    yield DataFile("data/sources.ris", ris.sources(sources).encode("utf-8", "strict"), "The sources as RIS.")
