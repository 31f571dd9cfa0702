"""The command that shows a site while it is worked on: `serve`, with the engine that is named.

May import everything but the plugin. Must never hold a rule, nor know MkDocs but as a program.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.cli.arguments import NEW_FOLDER, ROOT, fails
from generator.engines import ENGINES, EngineError, command, running, told_to_end
from generator.mending.pages import without_place
from generator.output.emitting import EmitError, emit, emit_files
from generator.output.rewriting import rewrite, rewrite_search
from generator.overlay import overlay
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import problems_as_text
from generator.reading.lines import lines_below
from generator.site import Site, Wish, build
from generator.watching import watched

_CONFIGURATION = """\
INHERIT: {inherited}
docs_dir: pages
site_dir: site
site_url: null
repo_url: null
edit_uri: null
watch: []
theme:
  custom_dir: theme
plugins:
  - search
"""


@click.command("serve")
@ROOT
@click.option(
    "--engine", type=click.Choice([*ENGINES]), default="mkdocs", show_default=True, help="What builds the pages."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.option("--docs", type=NEW_FOLDER, help="With zensical: folder of pages written by hand; docs if not given.")
def serve_(root: Path, *, engine: str, port: int, docs: Path | None) -> None:
    """Show the site on this machine, and build it anew at every change of a fact file, until Ctrl+C.

    MkDocs and ProperDocs read mkdocs.yml and build with the plugin. Zensical knows no plugin: it is handed the pages,
    the data and the look in a folder of their own that is removed at the end, and its pages are mended as it writes
    them. While a fact file is broken, the last good site stays and the problems are printed.

    Example: factsheet serve --engine zensical
    """
    root = root.resolve()
    configuration = root / "mkdocs.yml"
    if not configuration.is_file():
        raise click.UsageError(f'there is no mkdocs.yml in "{root}"; factsheet init makes one')
    if docs and engine != "zensical":
        raise click.UsageError("--docs is for zensical; the others take the folder from mkdocs.yml")
    address = f"127.0.0.1:{port}"
    try:
        if engine == "zensical":
            run = command(engine, "serve", "--config-file", "zensical.yml", "--dev-addr", address)
            code = _ended(lambda: _handed_over(run, root, docs or Path("docs")))
        else:
            run = command(engine, "serve", "--config-file", str(configuration), "--dev-addr", address)
            code = _ended(lambda: _alone(run, root))
    except (EngineError, EmitError) as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise click.ClickException(f"{engine} ended by itself; what it printed says why")


def _ended(serve: Callable[[], int]) -> int:
    """Give the exit code of an engine that ended by itself; 0 where the user ended it."""
    try:
        with told_to_end():
            return serve()
    except KeyboardInterrupt:
        return 0


def _alone(run: list[str], root: Path) -> int:
    with running(run, folder=root) as engine:
        return engine.wait()


def _handed_over(run: list[str], root: Path, docs: Path) -> int:
    """Hand the pages to an engine that knows no plugin, again after each change, and mend what it writes."""
    with TemporaryDirectory(prefix="factsheet-") as name, watched(root, folders=("facts", "seeds", str(docs))) as edits:
        folder = Path(name).resolve()
        (folder / "zensical.yml").write_text(
            _CONFIGURATION.format(inherited=json.dumps(str(root / "mkdocs.yml"))), encoding="utf-8"
        )
        emit_files(overlay(), folder / "theme")
        while (site := _emitted(root, docs, folder)) is None:
            edits.wait()
        told: set[str] = set()
        with watched(folder, folders=(".",)) as written, running(run, folder=folder) as engine:
            while engine.poll() is None:
                if edits.wait(timeout=0.2):
                    site = _emitted(root, docs, folder) or site
                if paths := written.wait(timeout=0.05):
                    _mend(folder / "site", paths, site, told)
            return engine.returncode


def _emitted(root: Path, docs: Path, folder: Path) -> Site | None:
    """Write the pages, or say what is wrong with them and leave those that are there."""
    site = build(root, Wish(for_editors=True))
    if site.problems:
        click.echo(problems_as_text(site.problems, excerpt=excerpts(lines_below(root))), err=True)
    if fails(site.problems, strict=False):
        click.echo("The last good site stays up.", err=True)
        return None
    try:
        click.echo(f"pages: {emit(site, folder / 'pages', static=root / docs, folder=str(docs), in_place=True)}")
    except EmitError as error:
        click.echo(f"{error}\nThe last good site stays up.", err=True)
        return None
    return site


def _mend(built: Path, paths: frozenset[str], site: Site, told: set[str]) -> None:
    """Mend the pages an engine has just written; tell once of each repair that found no place."""
    places = [Path(path) for path in paths if Path(path).is_relative_to(built)]
    done = rewrite(built, only=[place for place in places if place.suffix == ".html"])
    for repair, page in done.missed.items():
        if repair not in told:
            click.echo(without_place(repair, page), err=True)
    told |= done.missed.keys()
    if any(place.name == "search.json" for place in places):
        rewrite_search(built, site.search)
