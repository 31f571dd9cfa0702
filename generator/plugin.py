"""The MkDocs plugin `factsheet`: hands the pages of a dossier to MkDocs, with edit links that open the fact files.

Brings the look as well. May import mkdocs, `site`, `live`, the clash test, the overlay, the search index and the
mending of pages. Must never hold a rule or a word of a page.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from generator import pagefind_index
from generator.exports.search_index import merged
from generator.live.fitting import fits, named_in, new_file, search_of
from generator.live.pages import Live, Whole
from generator.live.server import Doors, Keeper
from generator.live.warm import Frames, Warm, unfit
from generator.mending.pages import mend, without_effect, without_place
from generator.mending.policy import DISK, POLICY, Parts, extended, readable
from generator.output.clashing import clashes
from generator.overlay import LOOK
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import Excerpt, lines_of
from generator.problems import Problem
from generator.reading.lines import lines_below
from generator.site import Before, Draft, Wish, draft
from generator.user_folder import user_folder
from generator.writing.pages import Page as Written

log = logging.getLogger("mkdocs.plugins.factsheet")


class FactsheetConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook untyped
    """Options of the plugin in mkdocs.yml."""

    root = config_options.Optional(config_options.Type(str))
    """The folder that holds facts/ and seeds/; the folder of mkdocs.yml where it is not given."""
    address = config_options.Optional(config_options.Type(str))
    """The address that data and citations name, for a copy that opens from a disk and so has no site_url of its own."""
    policy = config_options.Type((bool, dict), default=True)
    """More sources for the Content-Security-Policy, a list for each directive; or false, for pages without a policy."""
    search = config_options.Choice(("auto", "material", "pagefind"), default="auto")
    """What answers the search box: the theme with one index, or Pagefind with many small files; by itself, from 2,000
    claims on, Pagefind."""
    cache = config_options.Optional(config_options.Type((bool, int, str)))
    """Whether pages are kept in the user's cache folder, so that the next build makes only those anew that changed."""


class FactsheetPlugin(BasePlugin[FactsheetConfig]):  # type: ignore[no-untyped-call]  # as above
    """Build the fact sheet's pages inside MkDocs."""

    draft: Draft
    pages: list[Written]
    files: Files
    whole: Whole
    """What single pages are made with while the site is served."""
    excerpt: Excerpt
    """Shows the place of a problem."""
    missed: set[str]
    """What mending had to tell and told already."""
    policy: Parts | None = None
    """The policy of the pages; none while serving, where MkDocs puts a script into each page that is served."""

    serving: bool = False
    """Whether an editor works on this machine: then pages of sources show the whole text, which is never published."""
    live: Live | None = None
    """The site as it is served, so that an edit makes only those pages anew that it touches."""
    keeper: Keeper | None = None
    warm: Warm | None = None
    """The pages that earlier builds have kept, where they are wanted."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Take note of what MkDocs was asked to do."""
        self.serving = command == "serve"
        self.live = Live() if self.serving and not dirty else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the look above the theme and below a `custom_dir` of the user; MkDocs takes files from it."""
        self.policy = self._policy(config)
        if str(LOOK) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(LOOK))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the pages before MkDocs empties its output: with a broken fact file the last good site stays."""
        if self.live is not None and (why := fits(config)):
            log.info("Each change builds the whole site: %s.", why)
            self.live = None
        self.missed = set()
        wanted = self.config.cache and not self.serving and not unfit(config)
        self.warm = _kept_pages(config) if wanted else None
        self.draft = self._drafted(config, before=Before() if self.live else None)
        by_hand = Path(config.docs_dir)
        way = _way(self._root(config), by_hand)
        files = () if self.draft.broken else (*self.draft.plan, *(file.uri for file in self.draft.files))
        taken = clashes(files, _files_under(by_hand), folder=way)
        self._report([*self.draft.problems, *(() if self.draft.broken else self.draft.warnings), *taken])
        # The templates read it: pages load the scripts of one search or of the other.
        config.extra["pagefind"] = self._with_pagefind(self.draft.claims, flat=not config.use_directory_urls)
        if self.policy is not None and config.extra["pagefind"]:
            self.policy = extended(self.policy, pagefind_index.POLICY)
        self.pages = [*self._made(config)]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and the data files; edit links lead on from `docs_dir`."""
        self.files = files
        origins = _way(Path(config.docs_dir), self._root(config))
        for page in self.pages:
            file = new_file(page.uri, config, page.markdown)
            file.edit_uri = f"{origins}/{page.origin}" if page.origin else None
            files.append(file)
        for data in self.draft.files:
            files.append(new_file(data.uri, config, data.content))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take note of what single pages are made anew with."""
        if self.live is not None:
            own = {*self.draft.claim_files()}
            fixed = tuple(file.uri for file in self.draft.files if file.uri not in own)
            env = config.theme.get_env()
            self.whole = Whole(config, files, nav, env, get_build_date(), fixed)
            self.live.origins = _way(Path(config.docs_dir), self._root(config))
        if self.warm is not None:
            for uri in self.warm.lost(files):
                files.src_uris[uri].content_string = self.draft.written(uri, self.draft.filled(uri)).markdown
            pages = files.documentation_pages()
            self.warm.lead((file.page for file in pages if file.page is not None), files)
        return nav

    @event_priority(-100)  # as the last
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG002  # by name
        """Take note of the templates as all plugins leave them."""
        if self.live is not None:
            self.whole.env = env
        return env if self.warm is None else Frames(env, self.warm)

    @event_priority(-100)  # after the search plugin has read the page
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation  # noqa: ARG002  # by name
    ) -> TemplateContext:
        """Take note of what search knows of each page."""
        search = search_of(config)
        entries = search.search_index.entries if search is not None else []
        if self.live is not None:
            self.live.noted(page.file.src_uri, entries)
        if self.warm is not None:
            self.warm.note(page.file.src_uri, entries)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  # passed by name
        """Mend the page as the theme and Markdown left it, and give it its policy; one that was kept has both."""
        if self.warm is None:
            output = self._mended(output, name=page.file.dest_uri)
            whole = self.live is not None and self.live.whole is None
            return output.replace(self.draft.held, self.draft.version) if whole else output
        if self.warm.found(page.file.src_uri) is None:
            output = self._mended(output, name=page.file.dest_uri)
            if not self.missed:
                self.warm.keep(page, output)
        return output.replace(self.draft.held, self.draft.version)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Mend the pages that are no page to MkDocs, such as the one for an address that leads nowhere."""
        return self._mended(output_content, name=template_name) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # after the search plugin wrote its index, before the offline plugin makes a script of it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what the dossier tells of each page into the search index."""
        self._index(config, self.files, self.draft, self.pages)
        if self.live is not None:
            self.live.built(self.whole)
        if self.warm is not None:
            self.warm.end()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs passes it by name
        builder: Callable[..., Any],
    ) -> LiveReloadServer:
        """Keep serving while a fact file is broken: MkDocs itself lets every request wait until a build succeeds."""

        if self.live is not None:
            doors = Doors(self._redrafted, self._report_draft, self._index_again, self._folders)
            self.keeper = Keeper(self.live, server, builder, doors)
            return server

        def build_or_keep() -> None:
            try:
                builder()
            except MkDocsException as error:
                log.error("%s The last good site stays up.", error)

        server.builder = build_or_keep
        return server

    def on_shutdown(self) -> None:
        """Let what goes on by itself end."""
        if self.keeper is not None:
            self.keeper.close()

    def _drafted(self, config: MkDocsConfig, *, before: Before | None) -> Draft:
        root = self._root(config)
        self.excerpt = excerpts(lines_below(root))
        address = config.site_url or self.config.address or None
        held = self.live.held if self.live is not None else self.warm.held if self.warm is not None else ""
        wish = Wish(address, config.repo_url or None, self.serving, flat=not config.use_directory_urls, held=held)
        return draft(root, wish, before=before)

    def _made(self, config: MkDocsConfig) -> Iterator[Written]:
        """Give every page, written unless an earlier build has kept it."""
        if self.live is not None:
            yield from self.live.begin(self.draft)
        elif self.warm is None:
            yield from self.draft.site().pages
        else:
            used = (*_files_under(Path(config.docs_dir)), *named_in(config.nav, self.draft.plan))
            self.warm.begin(config, used="\0".join((str(config.extra["pagefind"]), *used)).encode())
            for uri, planned in self.draft.plan.items():
                view = self.draft.filled(uri)
                if self.warm.look_up(planned, view):
                    yield Written(uri, b"", planned.origin, view.head.title, view.head.description, view.head.kind)
                else:
                    yield self.draft.written(uri, view)

    def _redrafted(self) -> Draft:
        """Draft the site after an edit of fact files."""
        return self._drafted(self.whole.config, before=self.live.before if self.live else None)

    def _report_draft(self, made: Draft) -> None:
        self._report([*made.problems])

    def _folders(self) -> tuple[Path, ...]:
        root = self._root(self.whole.config)
        return tuple(Path(os.path.abspath(root / name)) for name in ("facts", "seeds"))  # noqa: PTH100  # as MkDocs watches

    def _index_again(self, whole: Whole, made: Draft, pages: list[Written]) -> None:
        self._report([*made.warnings])
        self._index(whole.config, whole.files, made, pages)

    def _index(self, config: MkDocsConfig, files: Files, made: Draft, pages: list[Written]) -> None:
        """Put into the search index what the dossier tells of each page."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if not index.is_file():
            return
        addresses = {file.src_uri: "" if file.url == "./" else file.url for file in files.documentation_pages()}
        known = merged(index.read_text(encoding="utf-8"), made.search(pages), addresses=addresses)
        known = known.replace(made.held, made.version) if made.held else known
        if config.extra["pagefind"]:
            language = str(config.theme.get("language") or "en")
            try:
                pagefind_index.write(json.loads(known)["docs"], Path(config.site_dir), language=language)
            except pagefind_index.PagefindError as error:
                raise PluginError(f"search: {error}") from error
            known = pagefind_index.emptied(known)
        index.write_text(known, encoding="utf-8")

    def _with_pagefind(self, claims: int, *, flat: bool) -> bool:
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
        mended = mend(html, policy=self.policy)
        for what, tell in ((mended.missed, without_place), (mended.refused, without_effect)):
            for one in what:
                if one not in self.missed:
                    log.warning("%s", tell(one, name))
        self.missed |= {*mended.missed, *mended.refused}
        return mended.html

    def _policy(self, config: MkDocsConfig) -> Parts | None:
        """Give the policy of the pages, with what the publisher adds and what a copy for a disk needs."""
        if self.serving or self.config.policy is False:
            return None
        parts = extended(POLICY, DISK) if "material/offline" in config.plugins else POLICY
        more = self.config.policy if isinstance(self.config.policy, dict) else {}
        if not readable(more):
            raise PluginError(
                "factsheet: `policy` in mkdocs.yml is false, or a list of sources for each directive, "
                "such as {img-src: [https://pictures.example]}"
            )
        return extended(parts, more)

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


def _kept_pages(config: MkDocsConfig) -> Warm | None:
    """Give the pages of this site that are kept in the user's folder; None, and a word of it, where none can be."""
    folder = user_folder("pages", environ=os.environ)
    try:
        name = hashlib.sha256(str(config.config_file_path).encode()).hexdigest()[:16]
        return Warm(folder / name) if folder is not None else None
    except OSError as error:
        log.info("No page is kept for the next build: %s", error)
        return None


def _way(start: Path, end: Path) -> str:
    """Give the way from one folder to another, as an address writes it."""
    return Path(os.path.relpath(end, start)).as_posix()


def _files_under(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
