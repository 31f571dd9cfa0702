"""Commands that write a site, mend one, put it in its place or pack it: `emit`, `mend`, `replace`, `pack`, `snapshot`.

May import everything but the plugin. Must never hold a rule, nor know MkDocs.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.arguments import FOLDER, NEW_FOLDER, ROOT_OPTION, dossier_if_named, fails, published
from generator.mending.pages import without_effect, without_place
from generator.mending.policy import POLICY, Parts, extended, readable
from generator.output.emitting import EmitError, emit, emit_files
from generator.output.placing import PlaceError, refuse_place
from generator.output.replacing import replace_site
from generator.output.rewriting import rewrite, rewrite_search
from generator.overlay import overlay
from generator.packing.built import PackError
from generator.packing.offline import pack
from generator.packing.snapshot import DOI, freeze
from generator.packing.zips import EARLIEST
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import problems_as_text
from generator.reading.lines import lines_below
from generator.site import Wish, build


@click.command("emit")
@click.argument("out", type=NEW_FOLDER)
@ROOT_OPTION
@click.option("--site-url", callback=published, help="Address of the published site, for identifiers in the data.")
@click.option("--repo-url", help="Address of the repository, for links to report a mistake.")
@click.option("--docs", type=NEW_FOLDER, help="Folder of pages written by hand, seen from the root; docs if not given.")
@click.option("--theme", type=NEW_FOLDER, help="Write the look into this folder as well, for custom_dir of an engine.")
@click.option("--in-place", is_flag=True, help="Keep the folder itself, for a program that watches it.")
def emit_(
    out: Path, *, root: Path, site_url: str | None, repo_url: str | None, docs: Path | None, theme: Path | None,
    in_place: bool,
) -> None:
    """Write the site's pages and data into OUT as plain files, for any site generator that reads Markdown.

    Writes only what changed, and removes only what it wrote before. OUT changes in one step: a run that is killed
    leaves the old files or the new, never some of each. With --in-place each file changes whole, one after the other.

    Example: factsheet emit build/pages --theme build/theme
    """
    by_hand = root / (docs or "docs")
    if docs and not by_hand.is_dir():
        raise click.UsageError(f'there is no folder "{docs}" in "{root}"; --docs names one')
    try:
        refuse_place(out, root=root, apart=[by_hand])
        if theme:
            refuse_place(theme, root=root, apart=[by_hand, out])
    except PlaceError as error:
        raise click.UsageError(str(error)) from error
    site = build(root, Wish(site_url, repo_url))
    if site.problems:
        click.echo(problems_as_text(site.problems, excerpt=excerpts(lines_below(root))), err=True)
    if fails(site.problems, strict=False):
        raise SystemExit(1)
    try:
        look = emit_files(overlay(), theme, in_place=in_place) if theme else None
        written = emit(site, out, static=by_hand, folder=str(docs or "docs"), in_place=in_place)
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(written))
    if look:
        click.echo(f"theme: {look}")


@click.command("pack")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--date",
    "moment",
    type=int,
    default=EARLIEST,
    envvar="SOURCE_DATE_EPOCH",
    show_envvar=True,
    help="Date of every file in the zip, in seconds since 1970; 1980 where it is not given.",
)
def pack_(site: Path, archive: Path, moment: int) -> None:
    """Pack SITE, built with offline.yml, into the zip file ARCHIVE; the same site gives the same bytes.

    Example: factsheet pack build/offline site/downloads/fact-sheet-offline.zip
    """
    try:
        click.echo(str(pack(site, archive, moment=moment)))
    except PackError as error:
        raise click.ClickException(str(error)) from error


@click.command("snapshot")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=NEW_FOLDER)
@click.option("--doi", default="", help="A DOI that the archive has set aside for this version.")
def snapshot_(site: Path, folder: Path, doi: str) -> None:
    """Freeze SITE, built with offline.yml, as one dated zip file in FOLDER, for deposit in an archive.

    It holds pages, data, checksums (BagIt, RFC 8493) and CITATION.cff, and is named after title, day and version. The
    same site gives the same bytes; a file with other bytes is never replaced.

    Example: factsheet snapshot build/offline frozen --doi 10.5281/zenodo.1234567
    """
    if doi and not DOI.fullmatch(doi):
        raise click.UsageError(f'"{doi}" is no DOI; write it like 10.5281/zenodo.1234567, without an address before it')
    try:
        archive, packed = freeze(site, folder, doi=doi)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{archive}: {packed}")


def _policy(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Parts:
    """Read additions to the policy, each a directive and its sources."""
    parts = POLICY
    for text in given:
        name, *sources = text.split() or [""]
        if not sources or not readable({name: sources}):
            raise click.BadParameter(f'"{text}" is no directive with its sources, such as "img-src https://a.example"')
        parts = extended(parts, {name: sources})
    return parts


@click.command("mend")
@click.argument("folder", type=FOLDER)
@click.option(
    "--root", type=FOLDER, callback=dossier_if_named, help="The folder that holds facts/ and seeds/, for the search."
)
@click.option(
    "--policy",
    multiple=True,
    callback=_policy,
    metavar="TEXT",
    help='A directive and sources to add to the policy, such as "img-src https://a.example"; may be given again.',
)
@click.option("--no-policy", is_flag=True, help="Write no Content-Security-Policy into the pages.")
def mend_(folder: Path, *, root: Path | None, policy: Parts, no_policy: bool) -> None:
    """Mend the pages of a site that another engine built into FOLDER: names, roles and frames its theme leaves out.

    Gives each page a Content-Security-Policy as well: it loads from its own site only, and runs no script but the
    theme's and the look's. With --root, the search gets what the dossier tells of each page: words for excerpts, the
    kind of page, the status of a claim. Writes only what changes, each file whole. The plugin does all of this as it
    builds.

    Example: factsheet mend build/plain --root .
    """
    if not (folder / "index.html").is_file():
        raise click.UsageError(f'there is no index.html in "{folder}"; name the folder of a built site')
    try:
        done = rewrite(folder, policy=None if no_policy else policy)
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(done))
    if root is not None:
        _mend_search(folder, root)
    for repair, path in done.missed.items():
        click.echo(without_place(repair, path), err=True)
    for what, path in done.refused.items():
        click.echo(without_effect(what, path), err=True)
    raise SystemExit(1 if done.missed or done.refused else 0)


def _mend_search(folder: Path, root: Path) -> None:
    """Put what the dossier tells of each page into the search of a built site."""
    site = build(root)
    if fails(site.problems, strict=False):
        raise click.ClickException("the fact files have errors, so the search stays as it is; run factsheet check")
    try:
        found = rewrite_search(folder, site.search)
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo("the search knows what the dossier tells of each page" if found else "there is no search index to mend")


@click.command("replace")
@click.argument("old", type=NEW_FOLDER)
@click.argument("new", type=FOLDER)
def replace_(old: Path, new: Path) -> None:
    """Put the site that was built into NEW in the place of the one in OLD, in one step.

    MkDocs empties its folder before it builds. Built elsewhere and put in place at the end, a build that fails or is
    killed leaves the last site. NEW is gone afterwards; hidden files of OLD stay.

    Example: factsheet replace site build/new
    """
    try:
        at_once = replace_site(new, old)
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo("replaced" if at_once else f'"{old}" could not be moved, so its files were replaced one by one')
