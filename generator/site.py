"""The only composer: a folder of facts and sources in, a whole site or its problems out.

May import every floor below. Must never know who asks: a command, MkDocs or a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.collector import paused
from generator.examining import examine
from generator.exports import DataFile, exports
from generator.exports.brief_pdf import brief_pdf
from generator.exports.citations import citer
from generator.exports.for_editors import select_to_cite
from generator.exports.linked_data import linked_pages
from generator.exports.picture import pictures
from generator.exports.search_index import SearchEntry, search_entries
from generator.problems import Problem
from generator.stored import Store
from generator.telling import tell
from generator.telling.field_tables import field_tables
from generator.writing.data_page import Beside, Holding
from generator.writing.desk import desk
from generator.writing.pages import Page, Surroundings, pages
from generator.writing.reporting import reports


@dataclass(frozen=True, slots=True)
class Site:
    """Pages and data files, what is wrong, and what search knows of each page; only problems where an error stands."""

    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]
    search: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """How a site is wanted.

    `site_url` is the address it is published at and `repo_url` that of its repository on GitHub, if they are known.
    `for_editors` shows the whole text of each source, to select passages from: only on an editor's own machine.
    A `flat` site opens from a disk.
    """

    site_url: str | None = None
    repo_url: str | None = None
    for_editors: bool = False
    flat: bool = False


def build(root: Path, wish: Wish = Wish()) -> Site:  # frozen
    """Build the whole site of the dossier under a folder."""
    with paused():
        return _build(root, wish)


def _build(root: Path, wish: Wish) -> Site:
    weighed, problems = examine(root)
    if any(problem.severity == "error" for problem in problems):
        return Site((), (), tuple(problems))
    laid_out, keep = desk(weighed), Store().put
    facts = tell(weighed, site_url=wish.site_url, at=laid_out)
    version = facts.version
    cite = citer(weighed.dossier.head.data, version=version) if weighed.dossier.head else None
    brief = brief_pdf(weighed, site_url=wish.site_url, version=version, at=laid_out)
    made = exports(weighed, facts, site_url=wish.site_url, flat=wish.flat, keep=keep)
    files = [*made, brief.file, *pictures(weighed)]
    holdings = tuple(Holding(file.uri, file.holds, len(file.kept)) for file in files if file.holds)
    around = Surroundings(
        site_url=wish.site_url,
        cite=cite,
        beside=Beside(holdings, field_tables(), pdf_bytes=len(brief.file.content)),
        reports=reports(wish.repo_url, version=version),
        for_editors=wish.for_editors,
        embeds=not wish.flat,
        linked=linked_pages(facts),
    )
    written = pages(weighed, around, at=laid_out, keep=keep)
    files += select_to_cite() if wish.for_editors else []
    found = sorted({*problems, *brief.problems})
    return Site(tuple(written), tuple(files), tuple(found), tuple(search_entries(weighed, written, at=laid_out)))
