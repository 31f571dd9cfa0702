"""The MkDocs plugin `factsheet`: hands the pages of a dossier to MkDocs, with edit links that open the fact files.

Brings the look as well. The only module that imports mkdocs. May import `site`, the clash test, the overlay, the search
index and the mending of pages.
Must never hold a rule or a word of a page.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import pagefind_index
from generator.emitting import clashes
from generator.exports.search_index import merged
from generator.mending.pages import mend, without_place
from generator.overlay import LOOK
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import Excerpt, lines_of
from generator.problems import Problem
from generator.reading.lines import lines_below
from generator.site import Site, Wish, build

log = logging.getLogger("mkdocs.plugins.factsheet")


class FactsheetConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook untyped
    """Options of the plugin in mkdocs.yml."""

    root = config_options.Optional(config_options.Type(str))
    """The folder that holds facts/ and seeds/; the folder of mkdocs.yml where it is not given."""
    address = config_options.Optional(config_options.Type(str))
    """The address that data and citations name, for a copy that opens from a disk and so has no site_url of its own."""
    search = config_options.Choice(("auto", "material", "pagefind"), default="auto")
    """What answers the search box: the theme with one index, or Pagefind with many small files; by itself, from 2,000
    claims on, Pagefind."""


class FactsheetPlugin(BasePlugin[FactsheetConfig]):  # type: ignore[no-untyped-call]  # as above
    """Build the fact sheet's pages inside MkDocs."""

    site: Site
    addresses: dict[str, str]
    """The address of each page from the site's root, as MkDocs gives it."""
    excerpt: Excerpt
    """Shows the place of a problem."""
    missed: set[str]
    """The repairs that found no place and were told already."""

    serving: bool = False
    """Whether an editor works on this machine: then pages of sources show the whole text, which is never published."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  # MkDocs passes it by name
        """Take note of what MkDocs was asked to do."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the look above the theme and below a `custom_dir` of the user; MkDocs takes files from it."""
        if str(LOOK) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(LOOK))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the pages before MkDocs empties its output: with a broken fact file the last good site stays."""
        root = self._root(config)
        self.missed = set()
        self.excerpt = excerpts(lines_below(root))
        address = config.site_url or self.config.address or None
        wish = Wish(address, config.repo_url or None, self.serving, flat=not config.use_directory_urls)
        self.site = build(root, wish)
        by_hand = Path(config.docs_dir)
        self._report([*self.site.problems, *clashes(self.site, _files_under(by_hand), folder=_way(root, by_hand))])
        # The templates read it: pages load the scripts of one search or of the other.
        config.extra["pagefind"] = self._with_pagefind(flat=not config.use_directory_urls)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and the data files; edit links lead on from `docs_dir`."""
        self.addresses = {}
        origins = _way(Path(config.docs_dir), self._root(config))
        for page in self.site.pages:
            file = File.generated(config, page.uri, content=page.markdown)
            self.addresses[page.uri] = "" if file.url == "./" else file.url
            file.edit_uri = f"{origins}/{page.origin}" if page.origin else None
            if page.continues:  # else a list that grows makes `--strict` ask for a place in the navigation
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        for data in self.site.files:
            files.append(File.generated(config, data.uri, content=data.content))
        return files

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  # passed by name
        """Mend the page as the theme and Markdown left it."""
        return self._mended(output, name=page.file.dest_uri)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Mend the pages that are no page to MkDocs, such as the one for an address that leads nowhere."""
        return self._mended(output_content, name=template_name) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # after the search plugin wrote its index, before the offline plugin makes a script of it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what the dossier tells of each page into the search index."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            known = merged(index.read_text(encoding="utf-8"), self.site.search, addresses=self.addresses)
            if config.extra["pagefind"]:
                language = str(config.theme.get("language") or "en")
                try:
                    pagefind_index.write(json.loads(known)["docs"], Path(config.site_dir), language=language)
                except pagefind_index.PagefindError as error:
                    raise PluginError(f"search: {error}") from error
                known = pagefind_index.emptied(known)
            index.write_text(known, encoding="utf-8")

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs passes it by name
        builder: Callable[..., Any],
    ) -> LiveReloadServer:
        """Keep serving while a fact file is broken: MkDocs itself lets every request wait until a build succeeds."""

        def build_or_keep() -> None:
            try:
                builder()
            except MkDocsException as error:
                log.error("%s The last good site stays up.", error)

        server.builder = build_or_keep
        return server

    def _with_pagefind(self, *, flat: bool) -> bool:
        claims = sum(page.kind == "Claim" and not page.continues for page in self.site.pages)
        if not pagefind_index.wanted(self.config.search, claims=claims):
            return False
        if flat:
            log.info(pagefind_index.FROM_DISK)
            return False
        if not pagefind_index.installed():
            log.warning(pagefind_index.MISSING.format(claims=claims))
            return False
        return True

    def _root(self, config: MkDocsConfig) -> Path:
        folder = Path(config.config_file_path).parent if config.config_file_path else Path()
        return folder / (self.config.root or ".")

    def _mended(self, html: str, *, name: str) -> str:
        """Mend a page; tell once of each repair that the theme left no place for."""
        mended = mend(html)
        for repair in mended.missed:
            if repair not in self.missed:
                log.warning("%s", without_place(repair, name))
        self.missed |= {*mended.missed}
        return mended.html

    def _report(self, problems: list[Problem]) -> None:
        errors = 0
        for problem in sorted(problems):
            text = "\n".join(lines_of(problem, excerpt=self.excerpt))
            if problem.severity == "error":
                errors += 1
                log.error("%s", text)
            else:
                log.warning("%s", text)
        if errors:
            raise PluginError(f"factsheet: {errors} {'error' if errors == 1 else 'errors'} in the fact files.")


def _way(start: Path, end: Path) -> str:
    """Give the way from one folder to another, as an address writes it."""
    return Path(os.path.relpath(end, start)).as_posix()


def _files_under(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
