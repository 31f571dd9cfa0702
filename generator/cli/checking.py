"""Commands that look at the fact files and tell what they find: `check`, `coverage`, `explain`.

May import what reads, weighs and checks, and printing. Must never hold a rule, nor load what writes pages.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import click

from generator.cli.arguments import ROOT, fails
from generator.cli.known import known_or
from generator.printing.excerpts import excerpts
from generator.printing.explaining import explain
from generator.printing.github import problems_as_annotations, summary
from generator.printing.problem_json import problems_as_json
from generator.printing.problem_text import count_problems, problems_as_text
from generator.printing.sarif import problems_as_sarif
from generator.problems import CODES, Problem
from generator.reading.lines import lines_below

FORMS = ("text", "github", "json", "sarif")


@click.command("check")
@ROOT
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to print problems.")
@click.option(
    "--only",
    multiple=True,
    metavar="PATH",
    help="Tell problems of this file or folder alone; all files are read. May be given several times.",
)
@click.option(
    "--summary",
    "summary_file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="GITHUB_STEP_SUMMARY",
    help="With --format github: add every problem to this Markdown file; GitHub's summary where it names one.",
)
@click.option("--watch", is_flag=True, help="Check again after every change, until Ctrl+C.")
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="FACTSHEET_NO_CACHE",
    help="Work everything out, even where not a byte has changed since the last check.",
)
def check_(
    root: Path,
    *,
    strict: bool,
    form: str,
    only: tuple[str, ...],
    summary_file: Path | None,
    watch: bool,
    no_cache: bool,
) -> None:
    """Check all fact files and print every problem, with its place and what to do.

    Exit codes: 0 nothing wrong, 1 problems found (errors, or warnings with --strict), 2 wrong use of the command.

    Example: factsheet check --strict
    """
    wanted = tuple(_inside(root, path) for path in only)
    find = _finding(root, watch=watch, cache=not no_cache)

    def once() -> int:
        problems = [problem for problem in find() if not wanted or _among(problem, wanted)]
        click.echo(_printed(problems, form=form, root=root))
        if form == "github" and summary_file is not None:
            with summary_file.open("a", encoding="utf-8") as file:
                file.write(summary(problems, excerpt=excerpts(lines_below(root))))
        return 1 if fails(problems, strict=strict) else 0

    raise SystemExit(_again_and_again(root, once) if watch else once())


@click.command("coverage")
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the account.")
def coverage_(root: Path, form: str) -> None:
    """Account for every sentence of every source: covered by passages, set aside with a reason, or left.

    Exit codes: 0 every sentence is accounted for, 1 some are left or the fact files have errors, 2 wrong use.

    Example: factsheet coverage
    """
    from generator.examining import examine  # noqa: PLC0415  # a check that is known already loads none of it
    from generator.printing.coverage import coverage_as_json, coverage_as_text  # noqa: PLC0415  # as above

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
        from generator.reading.suggestions import did_you_mean  # noqa: PLC0415  # as above

        hint = did_you_mean(code, CODES) or '; run "factsheet explain" to list them'
        raise click.UsageError(f'"{code}" is not a problem code{hint}')


def _finding(root: Path, *, watch: bool, cache: bool) -> Callable[[], list[Problem]]:
    """Give what finds all problems: while somebody watches with all it knows of the time before, else from the start.

    Where not a byte has changed since an earlier check, what that found is known.
    """

    def find() -> list[Problem]:
        from generator.cli.whole_check import all_problems  # noqa: PLC0415  # as above

        return all_problems(root)

    if watch:
        from generator.cli.whole_check import all_problems  # noqa: PLC0415  # as above
        from generator.memo import Memo  # noqa: PLC0415  # as above

        return partial(all_problems, root, memo=Memo())
    return partial(known_or, find, root=root) if cache else find


def _printed(problems: Iterable[Problem], *, form: str, root: Path) -> str:
    show = excerpts(lines_below(root))
    match form:
        case "json":
            return problems_as_json(problems)
        case "sarif":
            return problems_as_sarif(problems, folder=_from_here(root))
        case "github":
            return problems_as_annotations(problems, folder=_from_here(root), excerpt=show)
    return problems_as_text(problems, excerpt=show)


def _from_here(root: Path) -> str:
    """Give the dossier's folder as seen from the folder the command runs in, which is the repository's."""
    return Path(os.path.relpath(root)).as_posix()


def _inside(root: Path, path: str) -> str:
    """Give a path from the dossier's root; it may be given from there, or from the folder the command runs in."""
    for candidate in (root / path, Path(path)):
        if candidate.exists() and candidate.resolve().is_relative_to(root.resolve()):
            return candidate.resolve().relative_to(root.resolve()).as_posix()
    raise click.UsageError(f'there is no file or folder "{path}" in the dossier; name one such as facts/events')


def _among(problem: Problem, wanted: tuple[str, ...]) -> bool:
    file = problem.spot.file
    return any(path in (".", file) or file.startswith(f"{path}/") for path in wanted)


def _again_and_again(root: Path, once: Callable[[], int]) -> int:
    """Check, wait for a change, check again; give the last result when the user ends it."""
    from generator.watching import watched  # noqa: PLC0415  # loaded only where somebody watches

    result = 0
    try:
        with watched(root, folders=("facts", "seeds")) as changes:
            while True:
                click.clear()
                result = once()
                click.echo("\nWatching facts/ and seeds/; Ctrl+C ends it.")
                changes.wait()
    except KeyboardInterrupt:
        return result
