"""The MkDocs plugin `factsheet`: hands the pages of a dossier to MkDocs, with edit links that open the fact files.

The only module that imports mkdocs. May import `site` and the clash test. Must never hold a rule or a word of a page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from generator.emitting import clashes
from generator.problems import Problem
from generator.site import Site, build

log = logging.getLogger("mkdocs.plugins.factsheet")


class FactsheetConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook untyped
    """Options of the plugin in mkdocs.yml."""

    root = config_options.Optional(config_options.Type(str))
    """The folder that holds facts/ and seeds/; the folder of mkdocs.yml where it is not given."""


class FactsheetPlugin(BasePlugin[FactsheetConfig]):  # type: ignore[no-untyped-call]  # as above
    """Build the fact sheet's pages inside MkDocs."""

    site: Site

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the pages before MkDocs empties its output: with a broken fact file the last good site stays."""
        folder = Path(config.config_file_path).parent if config.config_file_path else Path()
        self.site = build(folder / (self.config.root or "."), site_url=_site_url(config))
        taken = _files_under(Path(config.docs_dir))
        self._report([*self.site.problems, *clashes(self.site, taken, folder=Path(config.docs_dir).name)])

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and the data files."""
        for page in self.site.pages:
            file = File.generated(config, page.uri, content=page.markdown)
            file.edit_uri = f"../{page.origin}" if page.origin else None
            files.append(file)
        for data in self.site.files:
            files.append(File.generated(config, data.uri, content=data.content))
        return files

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

    def _report(self, problems: list[Problem]) -> None:
        errors = 0
        for problem in sorted(problems):
            text = "\n".join((str(problem), *(f"    {line}" for line in problem.details)))
            if problem.severity == "error":
                errors += 1
                log.error("%s", text)
            else:
                log.warning("%s", text)
        if errors:
            raise PluginError(f"factsheet: {errors} {'error' if errors == 1 else 'errors'} in the fact files.")


def _site_url(config: MkDocsConfig) -> str | None:
    return config.site_url or None


def _files_under(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
