"""Commands that look at the fact files and tell what they find: `check`, `coverage`, `explain`.

May import what reads, weighs and checks, and printing. Must never hold a rule, nor load what writes pages.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.arguments import ROOT, fails
from generator.examining import examine
from generator.printing import (
    count_problems,
    coverage_as_json,
    coverage_as_text,
    explain,
    problems_as_json,
    problems_as_text,
)
from generator.problems import CODES
from generator.reading.suggestions import did_you_mean
from generator.schema.drift import drift


@click.command("check")
@ROOT
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print problems.")
def check_(root: Path, strict: bool, form: str) -> None:
    """Check all fact files under ROOT and print every problem, with its place and what to do.

    Example: factsheet check --strict
    """
    weighed, problems = examine(root)
    problems = sorted([*problems, *drift(weighed.dossier, root=root)])
    click.echo(problems_as_json(problems) if form == "json" else problems_as_text(problems))
    raise SystemExit(1 if fails(problems, strict=strict) else 0)


@click.command("coverage")
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the account.")
def coverage_(root: Path, form: str) -> None:
    """Account for every sentence of every source: covered by passages, set aside with a reason, or left.

    Example: factsheet coverage
    """
    weighed, problems = examine(root)
    click.echo(coverage_as_json(weighed) if form == "json" else coverage_as_text(weighed))
    if fails(problems, strict=False):
        click.echo(f"\nThe fact files have problems ({count_problems(problems)}); run factsheet check.", err=True)
    left = any(sentence.state == "left" for account in weighed.coverage.values() for sentence in account.sentences)
    raise SystemExit(1 if left or fails(problems, strict=False) else 0)


@click.command("explain")
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
