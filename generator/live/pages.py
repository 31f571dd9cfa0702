"""The pages of a served site: which are as the fact files say, and which must be made anew before somebody sees them.

After an edit every page is stale until its view was filled anew. Where the view is the one the page was made from, the
page stays; else MkDocs makes that one page anew, by its own steps. So nothing has to be known of what depends on what.
May import `site` and mkdocs. Must never know a server, nor look at a clock.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_extra_template, _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from generator.live.fitting import is_served, named_in, new_file, search_of
from generator.site import Before, Draft
from generator.writing.pages import Page as Written
from generator.writing.views import View

log = logging.getLogger("mkdocs.plugins.factsheet")

_AT_ONCE = 20  # files, most of which are small


class TooFarError(Exception):
    """Say why single pages will not do: MkDocs must build the whole site."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was made last, and the view it was made from."""

    view: View
    page: Written


@dataclass(slots=True)
class Whole:
    """What MkDocs made of the whole site, from which single pages are made: its configuration, files, navigation."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    day: str
    fixed: tuple[str, ...]
    """Paths of the data files that every dossier has."""


class Live:
    """A served site between two edits."""

    def __init__(self) -> None:
        self.held = secrets.token_hex(6)
        """Stands on pages in the place of the version, which every edit changes."""
        self.before = Before()
        self.draft: Draft | None = None
        self.whole: Whole | None = None
        self.shown: dict[str, Shown] = {}
        self.entries: dict[str, list[dict[str, Any]]] = {}
        self.stale: set[str] = set()
        """Paths of pages that may not be as the fact files say."""
        self.late = False
        """Whether data files and the search index may not be as the fact files say."""
        self._first: set[str] = set()
        self._first_version = ""
        self._must: set[str] = set()
        self._next: list[str] = []
        self._making: Iterator[object] = iter(())
        self._changed = 0
        self._seen = 0
        self._files: dict[str, File] = {}
        self._at: dict[str, str] = {}
        self._lately: set[str] = set()
        self.due = True
        """Whether MkDocs must build the whole site, whatever changes next."""

    def begin(self, draft: Draft) -> Iterator[Written]:
        """Begin a whole build with a draft: give every page, written anew."""
        self.whole, self.draft, self.before = None, draft, draft.before
        self.shown, self.entries, self._seen = {}, {}, 0
        self._first, self._first_version = {*draft.plan}, draft.version
        for uri in draft.plan:
            self.shown[uri] = self._written(uri)
            yield self.shown[uri].page

    def built(self, whole: Whole) -> None:
        """Take over what MkDocs has built whole."""
        self.whole, self.due = whole, False
        self.stale, self._must, self.late = set(), set(), False
        self._index()

    def take(self, draft: Draft) -> None:
        """Show another draft from now on: all pages are stale. Raises TooFarError where MkDocs must build it all."""
        whole = self.whole
        if whole is None or self.draft is None or get_build_date() != whole.day:
            raise TooFarError
        before, after = self.draft.plan, draft.plan
        gone = {uri for uri, old in before.items() if uri not in after or after[uri].origin != old.origin}
        come = {uri for uri, new in after.items() if uri not in before or before[uri].origin != new.origin}
        if named_in(whole.config.nav, gone | come):
            raise TooFarError
        data = {*whole.fixed, *draft.claim_files()}
        dropped = {file.src_uri for file in self._data()} - data
        added = data - {file.src_uri for file in self._data()}
        new = {uri: new_file(uri, whole.config) for uri in (*come, *added)}
        for uri in come:
            new[uri].edit_uri = self.edit_uri(after[uri].origin)
        set_exclusions(new.values(), whole.config)
        if any(new[uri].inclusion is not InclusionLevel.NOT_IN_NAV for uri in come):
            raise TooFarError
        self.draft, self.before = draft, draft.before
        if new or gone or dropped:
            self._replace({**{uri: self._files[uri] for uri in gone | dropped}}, new)
        self.stale = {*self._at.values()} & {*after, *self._must}
        self.late = True
        self._changed = 0
        self._next = sorted(self.stale, key=self._weight, reverse=True)
        self._making = draft.making()
        untitled = [page.file.src_uri for page in whole.nav.pages if "title" not in vars(page)]
        self._retitle(untitled)

    def page_at(self, path: str) -> str | None:
        """Give the page at a path of the built site, such as `claims/x/index.html`, if there is one."""
        return self._at.get(path)

    def is_late(self, path: str) -> bool:
        """Say whether what stands at a path of the built site is made after all pages, and is to be made anew."""
        return self.late and (path.startswith("search/") or path in self._lately)

    def refresh(self, uri: str) -> None:
        """See to it that one page is as the fact files say."""
        if uri in self.stale:
            last = self.shown.get(uri)
            if self.draft is not None and uri in self.draft.plan:
                now = self._written(uri)
                if uri in self._must or last is None or now.page.utf8 != last.page.utf8:
                    self._make(uri, now.page.markdown)
                self.shown[uri] = now
            else:
                self._make(uri, None)
            self.stale.discard(uri)
            self._must.discard(uri)

    def next_page(self) -> str | None:
        """Give the page to make next while nobody asks: small ones first, those that tell of files last."""
        while self._next and self._next[-1] not in self.stale:
            self._next.pop()
        return self._next[-1] if self._next else None

    def waits(self, uri: str) -> bool:
        """Say whether a page tells of the data files, so that these are made before it."""
        return self.draft is not None and self.draft.waits(uri)

    def make_files(self) -> bool:
        """Make a few more of the data files; tell whether any was left to make."""
        return all(next(self._making, self) is not self for _ in range(_AT_ONCE))

    def finish(self, index: Callable[[Whole, Draft, list[Written]], None]) -> None:
        """Make data files, the search index and what MkDocs writes once for all pages; all pages must be made."""
        whole, draft = self.whole, self.draft
        if whole is None or draft is None:
            return
        if not {*whole.fixed, *draft.claim_files()} == {file.uri for file in draft.files}:
            raise TooFarError
        for made in draft.files:
            file = self._files[made.uri]
            file.content_bytes = made.content
            if is_served(file.inclusion):
                file.copy_file()
        for name in whole.config.theme.static_templates:
            _build_theme_template(name, whole.env, whole.files, whole.config, whole.nav)
        for name in whole.config.extra_templates:
            _build_extra_template(name, whole.files, whole.config, whole.nav)
        pages = whole.files.documentation_pages(inclusion=is_served)
        for file in pages:
            if file.page is not None:
                file.page.validate_anchor_links(files=whole.files, log_level=whole.config.validation.links.anchors)
        search = search_of(whole.config)
        if search is not None:
            search.search_index.entries = [entry for file in pages for entry in self.entries.get(file.src_uri, ())]
            search.on_post_build(config=whole.config)
        index(whole, draft, [self.shown[uri].page for uri in draft.plan])
        self.late, self._making = False, iter(())
        log.info("%d %s made anew", self._changed, "page" if self._changed == 1 else "pages")

    def noted(self, uri: str, entries: list[dict[str, Any]]) -> None:
        """Take note of what search knows of a page: what came to the entries since the last page."""
        self.entries[uri] = entries[self._seen :]
        self._seen = len(entries)

    def placed(self, uri: str, content: bytes) -> bytes:
        """Put the version into a page as it lies in the built site.

        There a page has the version of the whole build it was made in, since MkDocs may serve that without us; or what
        is held in its place. No page has the version of its own dossier among its words: it is their digest.
        """
        if self.draft is None:
            return content
        version = self.draft.version.encode()
        if uri in self._first:
            return content.replace(self._first_version.encode(), version)
        return content.replace(self.held.encode(), version)

    def edit_uri(self, origin: str) -> str | None:
        """Give the way to the fact file that a page's edit button opens."""
        return f"{self.origins}/{origin}" if origin else None

    origins: str = ""
    """The way from the folder of hand-written pages to that of the dossier."""

    def _written(self, uri: str) -> Shown:
        """Give a page as the draft has it; the same as before where its view is the same."""
        if self.draft is None:
            raise ValueError("there is no draft")
        view, last = self.draft.filled(uri), self.shown.get(uri)
        if last is None or last.view != view or last.page.origin != self.draft.plan[uri].origin:
            return Shown(view, self.draft.written(uri, view))
        return last

    def _make(self, uri: str, markdown: str | None) -> None:
        """Make one page by MkDocs' own steps."""
        whole, file = self.whole, self._files[uri]
        if whole is None or file.page is None:
            raise ValueError("MkDocs has not built the site")
        if markdown is not None:
            file.content_string = markdown
        self._first.discard(uri)
        search = search_of(whole.config)
        if search is not None:
            search.search_index.entries, self._seen = [], 0
        _populate_page(file.page, whole.config, whole.files)
        pages = whole.files.documentation_pages(inclusion=is_served)
        drafted = file.inclusion is InclusionLevel.DRAFT
        _build_page(file.page, whole.config, pages, whole.nav, whole.env, excluded=drafted)
        self._changed += 1

    def _retitle(self, untitled: list[str]) -> None:
        """Make pages first that stand in the navigation by their own titles: these stand on every page."""
        if not untitled or self.whole is None:
            return
        before = [page.title for page in self.whole.nav.pages]
        for uri in untitled:
            self.refresh(uri)
        if before != [page.title for page in self.whole.nav.pages]:
            self.stale = {*self._at.values()}
            self._must = {*self.stale}
            self._next = sorted(self.stale, key=self._weight, reverse=True)

    def _replace(self, gone: dict[str, File], new: dict[str, File]) -> None:
        """Take files out of the site, and others in, in the order that MkDocs would have them in."""
        whole = self.whole
        if whole is None or self.draft is None:
            return
        for uri, file in gone.items():
            self.shown.pop(uri, None)
            self._first.discard(uri)
            self.entries.pop(uri, None)
            if uri not in new:
                _remove(Path(file.abs_dest_path), Path(whole.config.site_dir))
        kept = {uri: file for uri, file in self._files.items() if uri not in gone} | new
        ours = [kept[uri] for uri in (*self.draft.plan, *whole.fixed, *self.draft.claim_files())]
        others = [file for file in whole.files if file.generated_by != "factsheet"]
        whole.files = Files([*others, *ours])
        for uri, file in new.items():
            if file.page is None and file.is_documentation_page():
                Page(None, file, whole.config)
                self._must.add(uri)
        # A page by hand may link to what has come or gone.
        self._must |= {file.src_uri for file in others if file.is_documentation_page()}
        self._index()

    def _index(self) -> None:
        files = self.whole.files if self.whole is not None else Files([])
        self._files = {file.src_uri: file for file in files}
        pages = files.documentation_pages(inclusion=is_served)
        self._at = {file.dest_uri: file.src_uri for file in pages}
        templates = [] if self.whole is None else [*self.whole.config.theme.static_templates]
        extra = [] if self.whole is None else [*self.whole.config.extra_templates]
        self._lately = {*(file.dest_uri for file in self._data()), *templates, *extra, "sitemap.xml.gz"}

    def _data(self) -> list[File]:
        ours = (file for file in self._files.values() if file.generated_by == "factsheet")
        return [file for file in ours if not file.is_documentation_page()]

    def _weight(self, uri: str) -> tuple[bool, int]:
        last = self.shown.get(uri)
        return self.waits(uri), len(last.page.utf8) if last else 0


def _remove(path: Path, site: Path) -> None:
    """Remove a file of the built site, and folders that are empty without it."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == site or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()

