"""The only composer: a folder of facts and sources in, a whole site or its problems out.

May import every floor below. Must never know who asks: a command, MkDocs or a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from generator.collector import paused
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports import DataFile, claim_files, exports
from generator.exports.brief_pdf import PrintedBrief, brief_pdf
from generator.exports.citations import citer
from generator.exports.for_editors import select_to_cite
from generator.exports.linked_data import linked_pages
from generator.exports.picture import pictures
from generator.exports.search_index import SearchEntry, search_entries
from generator.memo import Memo
from generator.problems import Problem
from generator.stored import Kept, Store, as_it_is
from generator.telling import Facts, tell
from generator.telling.field_tables import field_tables
from generator.writing import brief_pages, data_page
from generator.writing.data_page import Beside, Holding
from generator.writing.desk import Desk, desk
from generator.writing.pages import Page, Planned, Surroundings, filled, plan, writer
from generator.writing.reporting import reports
from generator.writing.views import View

_LAST = frozenset({data_page.PAGE, brief_pages.PAGE})
"""Pages that tell of the files, and so are filled after these are made."""


class Before:
    """What was worked out for a dossier the last time, and the templates as they were read then.

    Who asks for one draft after another keeps it, and begins a new one where anything but the dossier may have changed.
    """

    def __init__(self, *, keep: Callable[[bytes], Kept] = as_it_is) -> None:
        self.memo = Memo()
        self.keep = keep
        self.write = writer(keep=keep)


@dataclass(frozen=True, slots=True)
class Site:
    """Pages and data files, what is wrong, and what search knows of each page; only problems where an error stands."""

    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]
    search: tuple[SearchEntry, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a site is wanted.

    `site_url` is the address it is published at and `repo_url` that of its repository on GitHub, if they are known.
    `for_editors` shows the whole text of each source, to select passages from: only on an editor's own machine.
    A `flat` site opens from a disk. `held` stands on pages in the place of the version, where it is given: so a page
    stays the same while only the version changes.
    """

    site_url: str | None = None
    repo_url: str | None = None
    for_editors: bool = False
    flat: bool = False
    held: str = ""


def build(root: Path, wish: Wish = Wish()) -> Site:  # frozen
    """Build the whole site of the dossier under a folder."""
    with paused():
        return draft(root, wish).site()


def draft(root: Path, wish: Wish = Wish(), *, before: Before | None = None) -> Draft:  # frozen
    """Read, weigh and check a dossier; its pages and files are made when they are asked for.

    With what was kept of the draft before, whatever is as it was then is not worked out again.
    """
    with paused():
        weighed, problems = examine(root, memo=before.memo if before else None)
        return Draft(weighed, tuple(problems), wish, before or Before(keep=Store().put))


class Draft:
    """A site before it is written: each page, and the files, are made when they are asked for.

    A dossier with an error has problems alone.
    """

    def __init__(self, weighed: Weighed, problems: tuple[Problem, ...], wish: Wish, before: Before) -> None:
        self.problems = problems
        self.broken = any(problem.severity == "error" for problem in problems)
        self._weighed = weighed
        self._wish = wish
        self.before = before
        self._made: list[DataFile] = []
        self.held = wish.held
        """What stands on pages in the place of the version; nothing where the version stands there."""

    def site(self) -> Site:
        """Make all of it."""
        if self.broken:
            return Site((), (), self.problems)
        files = self.files  # before the pages: the Data page tells their sizes
        written = tuple(self.written(uri, self.filled(uri)) for uri in self.plan)
        problems = tuple(sorted({*self.problems, *self._brief.problems}))
        return Site(written, files, problems, self.search(written), self.version)

    @property
    def claims(self) -> int:
        """Count the claims that are told."""
        return len(self._weighed.claims)

    @property
    def version(self) -> str:
        """Give the version of what the dossier tells."""
        return self._facts.version

    @cached_property
    def plan(self) -> dict[str, Planned]:
        """Give every page that the site has, sorted by path, before any is filled."""
        return {planned.uri: planned for planned in sorted(plan(self._desk, self._around), key=attrgetter("uri"))}

    def filled(self, uri: str) -> View:
        """Fill the view of a page; for some, the files must be made first."""
        planned = self._last[uri] if uri in _LAST else self.plan[uri]
        return filled(planned, self._around)

    def written(self, uri: str, view: View) -> Page:
        """Write a page from its view."""
        return self.before.write(self.plan[uri], view)

    def waits(self, uri: str) -> bool:
        """Say whether a page tells of the files, so that these are made before it."""
        return uri in _LAST

    @cached_property
    def files(self) -> tuple[DataFile, ...]:
        """Make the data files, and what an editor's own site has besides."""
        return (*self._data, *(select_to_cite() if self._wish.for_editors else ()))

    def making(self) -> Iterator[None]:
        """Make the data files step by step, for whoever cannot wait until all are made at once."""
        if self._made:
            return
        made = []
        wish = self._wish
        keep = self.before.keep
        for file in exports(self._weighed, self._facts, site_url=wish.site_url, flat=wish.flat, keep=keep):
            made.append(file)
            yield
        self._made = sorted(made, key=attrgetter("uri"))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Give what is wrong with the brief as it is printed."""
        return self._brief.problems

    def claim_files(self) -> list[str]:
        """Name the files of single claims, without making any; all others are the same for every dossier."""
        return claim_files(self._facts, site_url=self._wish.site_url, flat=self._wish.flat)

    def search(self, written: Iterable[Page]) -> tuple[SearchEntry, ...]:
        """Tell what search knows of each page."""
        return tuple(search_entries(self._weighed, written, at=self._desk))

    @cached_property
    def _desk(self) -> Desk:
        return desk(self._weighed)

    @cached_property
    def _facts(self) -> Facts:
        return tell(self._weighed, site_url=self._wish.site_url, at=self._desk)

    @cached_property
    def _brief(self) -> PrintedBrief:
        return brief_pdf(self._weighed, site_url=self._wish.site_url, version=self.version, at=self._desk)

    @cached_property
    def _data(self) -> tuple[DataFile, ...]:
        for _ in self.making():
            pass
        return (*self._made, self._brief.file, *pictures(self._weighed))

    @cached_property
    def _around(self) -> Surroundings:
        """Give what every page tells of besides the dossier; what stands beside the pages is not known yet."""
        wish, head = self._wish, self._weighed.dossier.head
        version = wish.held or self.version
        facts = self._facts.model_copy(update={"version": version}) if wish.held else self._facts
        return Surroundings(
            site_url=wish.site_url,
            cite=citer(head.data, version=version) if head else None,
            reports=reports(wish.repo_url, version=version),
            for_editors=wish.for_editors,
            embeds=not wish.flat,
            linked=linked_pages(facts),
        )

    @cached_property
    def _last(self) -> dict[str, Planned]:
        """Plan the pages that tell of the files."""
        holdings = tuple(Holding(file.uri, file.holds, len(file.kept)) for file in self._data if file.holds)
        beside = Beside(holdings, field_tables(), pdf_bytes=len(self._brief.file.content))
        around = replace(self._around, beside=beside)
        return {planned.uri: planned for planned in plan(self._desk, around) if planned.uri in _LAST}
