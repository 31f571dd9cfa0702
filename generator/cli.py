"""The command `factsheet`: a thin door over reading, weighing, checking and emitting.

May import everything but the plugin. Must never hold a rule, nor know MkDocs.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.emitting import EmitError, emit
from generator.printing import (
    count_problems,
    coverage_as_json,
    coverage_as_text,
    explain,
    problems_as_json,
    problems_as_text,
)
from generator.problems import CODES, Problem
from generator.site import build, examine

ROOT = click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))


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
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds facts/ and seeds/.",
)
@click.option("--site-url", default=None, help="Address of the published site, for identifiers in the data.")
def emit_(out: Path, root: Path, site_url: str | None) -> None:
    """Write the site's pages and data into OUT as plain files, for any site generator that reads Markdown.

    Writes only what changed, each file whole, and removes only what it wrote before.

    Example: factsheet emit build/pages
    """
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
        raise click.UsageError(f'"{code}" is not a problem code; run "factsheet explain" to list them')


def _fails(problems: list[Problem], strict: bool) -> bool:
    return any(strict or problem.severity == "error" for problem in problems)


if __name__ == "__main__":
    main()
