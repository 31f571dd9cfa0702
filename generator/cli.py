"""The command `factsheet`: a thin door over reading, weighing, checking, emitting and packing.

May import everything but the plugin. Must never hold a rule, nor know MkDocs.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator import __version__
from generator.emitting import EmitError, PlaceError, emit, refuse_place
from generator.mending.pages import without_place
from generator.packing import EARLIEST, PackError, pack
from generator.printing import (
    count_problems,
    coverage_as_json,
    coverage_as_text,
    explain,
    problems_as_json,
    problems_as_text,
)
from generator.problems import CODES, Problem
from generator.reading.suggestions import did_you_mean
from generator.rewriting import rewrite
from generator.site import build, examine

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEVER_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def _dossier(context: click.Context, _: click.Parameter, root: Path) -> Path:
    """Refuse a folder without facts/: run in the wrong place, a command would only complain of everything at once."""
    if not (root / "facts").is_dir():
        message = f'there is no folder facts/ in "{root}"; run this where facts/ and seeds/ stand, or name that folder'
        raise click.UsageError(message, context)
    return root


def _published(context: click.Context, _: click.Parameter, address: str | None) -> str | None:
    """Refuse an address no page can have; it becomes the beginning of identifiers that stay for ever."""
    if address is not None and "@" in address:  # not quoted: it would put a password into a build's log
        raise click.UsageError("--site-url holds a user name or password; leave it out", context)
    if address is not None and not _is_address(address):
        message = f'"{address}" is not an address of a site; write it like https://example.org/sheet/'
        raise click.UsageError(message, context)
    return address


ROOT = click.argument("root", default=".", type=FOLDER, callback=_dossier)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factsheet")
def main() -> None:
    """Check facts against their sources and build a citation-backed fact sheet.

    Exit codes: 0 nothing wrong, 1 problems found, 2 wrong use of the command.
    """


@main.command()
@ROOT
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print problems.")
def check(root: Path, strict: bool, form: str) -> None:
    """Check all fact files under ROOT and print every problem, with its place and what to do.

    Example: factsheet check --strict
    """
    _, problems = examine(root)
    click.echo(problems_as_json(problems) if form == "json" else problems_as_text(problems))
    raise SystemExit(1 if _fails(problems, strict) else 0)


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the account.")
def coverage(root: Path, form: str) -> None:
    """Account for every sentence of every source: covered by passages, set aside with a reason, or left.

    Example: factsheet coverage
    """
    weighed, problems = examine(root)
    click.echo(coverage_as_json(weighed) if form == "json" else coverage_as_text(weighed))
    if _fails(problems, strict=False):
        click.echo(f"\nThe fact files have problems ({count_problems(problems)}); run factsheet check.", err=True)
    left = any(sentence.state == "left" for account in weighed.coverage.values() for sentence in account.sentences)
    raise SystemExit(1 if left or _fails(problems, strict=False) else 0)


@main.command("emit")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--root",
    default=".",
    type=FOLDER,
    callback=_dossier,
    help="The folder that holds facts/ and seeds/.",
)
@click.option("--site-url", callback=_published, help="Address of the published site, for identifiers in the data.")
def emit_(out: Path, root: Path, site_url: str | None) -> None:
    """Write the site's pages and data into OUT as plain files, for any site generator that reads Markdown.

    Writes only what changed, each file whole, and removes only what it wrote before.

    Example: factsheet emit build/pages
    """
    try:
        refuse_place(out, root=root)
    except PlaceError as error:
        raise click.UsageError(str(error)) from error
    site = build(root, site_url=site_url)
    if site.problems:
        click.echo(problems_as_text(site.problems), err=True)
    if _fails(list(site.problems), strict=False):
        raise SystemExit(1)
    try:
        written = emit(site, out, static=root / "docs")
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(written))


@main.command("pack")
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


@main.command("mend")
@click.argument("folder", type=FOLDER)
def mend_(folder: Path) -> None:
    """Mend the pages of a site that another engine built into FOLDER: names, roles and frames its theme leaves out.

    Writes only what changes, each file whole. The plugin does the same as it builds.

    Example: factsheet mend build/plain
    """
    if not (folder / "index.html").is_file():
        raise click.UsageError(f'there is no index.html in "{folder}"; name the folder of a built site')
    try:
        done = rewrite(folder)
    except EmitError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(done))
    for repair, path in done.missed.items():
        click.echo(without_place(repair, path), err=True)
    raise SystemExit(1 if done.missed else 0)


@main.command("explain")
@click.argument("code", required=False)
def explain_(code: str | None) -> None:
    """Explain a problem code: what it means, why it matters, how to mend it. Without CODE, list all codes.

    Example: factsheet explain quotation-not-found
    """
    if code is None:
        width = max(map(len, CODES))
        click.echo("\n".join(f"{name:<{width}}  {entry.means}" for name, entry in sorted(CODES.items())))
    elif code in CODES:
        click.echo(explain(code))
    else:
        hint = did_you_mean(code, CODES) or '; run "factsheet explain" to list them'
        raise click.UsageError(f'"{code}" is not a problem code{hint}')


def _fails(problems: list[Problem], strict: bool) -> bool:
    return any(strict or problem.severity == "error" for problem in problems)


def _is_address(text: str) -> bool:
    """Tell whether a text is an http address with a host, and nothing that a page's path could not follow."""
    try:
        parts = urlsplit(text)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, half an IPv6 address
        return False
    apart = "?" in text or "#" in text or _NEVER_IN_ADDRESSES.search(text)
    return parts.scheme in ("http", "https") and whole and not apart


if __name__ == "__main__":
    main()
