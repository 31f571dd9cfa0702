"""Commands for who reviews facts: `diff`, and `read`, which records a second reading.

May import reviewing, editing and what reads and checks. Must never decide what a difference is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.arguments import ROOT_OPTION
from generator.cli.editing import editing, read_fact_file, tell_problems, written
from generator.editing.changes import Changes, EditError
from generator.editing.inserting import with_field, with_top_field
from generator.evidence.date_advice import advice
from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.evidence.nested_quotes import inside
from generator.evidence.second_reading import digest, standing
from generator.evidence.weighing import Weighed, WeighedClaim, parse_or_none
from generator.examining import examine
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import problems_as_text
from generator.problems import Problem
from generator.reading.lines import lines_below
from generator.reading.suggestions import did_you_mean
from generator.reviewing.as_json import difference_as_json
from generator.reviewing.as_markdown import difference_as_markdown
from generator.reviewing.as_text import difference_as_text
from generator.reviewing.comparing import FactDifference, compare
from generator.reviewing.revisions import RevisionError, parted, revision
from generator.reviewing.to_read import ASKED, to_read
from generator.reviewing.told import Told, tell

FORMS: Mapping[str, Callable[[FactDifference], str]] = {
    "text": difference_as_text,
    "markdown": difference_as_markdown,
    "json": difference_as_json,
}


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@ROOT_OPTION
@click.option("--format", "form", type=click.Choice([*FORMS]), default="text", help="How to print differences.")
@click.option("--merge-base", is_flag=True, help="Compare with the commit at which HEAD parted from BASE.")
@click.option("--strict", is_flag=True, help="Fail on warnings, such as a statement reworded without a correction.")
def diff_(base: str, head: str | None, *, root: Path, form: str, merge_base: bool, strict: bool) -> None:
    """Tell how the facts of two commits differ: claims, statements word by word, evidence, status, readings, accounts.

    Without HEAD, the files as they are on the disk are compared with BASE. Reads git's store and never touches the work
    tree. Layout, order of keys and moves between files are no change in facts.

    Exit codes: 0 compared, 1 warnings with --strict, 2 wrong use, such as a commit git does not know.

    Example: factsheet diff main
    """
    try:
        start = parted(root, base, head or "HEAD") if merge_base else base
        with _version(root, start) as before, _version(root, head) as after:
            found = compare(_told(before), _told(after))
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
    click.echo(FORMS[form](found).rstrip("\n"))
    raise SystemExit(1 if strict and found.warnings else 0)


@click.command("read")
@click.argument("claim", required=False)
@ROOT_OPTION
@click.option("--by", help="Your name, as the site shall tell it. You are not who wrote the claim.")
@click.option("--date", help="The day, in EDTF; today where it is not given.")
@click.option("--again", is_flag=True, help="Take the place of a reading that somebody else recorded.")
def read_(claim: str | None, *, root: Path, by: str | None, date: str | None, again: bool) -> None:
    """Show what a second reader compares in CLAIM; with --by record that it was done. Without CLAIM, list all.

    Read the statement and every passage first: does it say no more, does it name the right speaker, are roles not
    swapped? The record holds a digest of both; when either changes, the reading is void. Where the dossier was last
    changed before that day, updated: becomes it.

    Example: factsheet read users-over-300 --by "A. Reader"
    """
    weighed, before = examine(root)
    if claim is None:
        for one in weighed.claims.values():
            if (state := standing(one)) != "read":
                click.echo(f"{one.id}  ({'changed since it was read' if state == 'void' else state})")
        return
    found = weighed.claims.get(claim)
    if found is None:
        _refuse(claim, weighed, before, root=root)
        return
    if by is not None and not by.strip():
        raise click.UsageError("--by is empty; give the name of who compared statement and passages")
    if by is None:
        click.echo(to_read(found, weighed))
        click.echo(f'\n{ASKED}\nThen record it: factsheet read {claim} --by "Your Name"')
        return
    with editing():
        day = _day(date or dt.datetime.now(dt.UTC).date().isoformat())
        _refuse_silent_change(found, by=by, again=again)
        click.echo(f"{found.statement}\n")
        for passage in found.passages:
            click.echo(f"  {passage.source.id}: “{inside(' '.join(passage.proof.exact.split()))}”")
        entry = found.entry
        told = {"by": by, "date": day.text, "digest": digest(found)}
        file = entry.record.file
        text = with_field(read_fact_file(root, file), entry.path, "second_reading", told, file=file)
        click.echo()
        written(Changes({file: text.encode(), **_updated(weighed, day, root=root)}), root=root)
    tell_problems(root, before)


def _refuse(claim: str, weighed: Weighed, problems: list[Problem], *, root: Path) -> None:
    """Say why a claim cannot be read: something in its file is wrong, it is withheld, or it is not there."""
    if claim in weighed.withheld:
        raise click.ClickException(f'"{claim}" is withheld; there is nothing to compare')
    declared = re.compile(rf"""\bid:\s*["']?{re.escape(claim)}["']?\s*(?:[,}}#]|$)""", re.MULTILINE)
    lines = lines_below(root)
    files = {one.spot.file for one in problems if one.severity == "error"}
    holding = {file for file in files if declared.search("\n".join(lines(file)))}
    if not holding:
        raise click.ClickException(
            f'no claim has the id "{claim}"{did_you_mean(claim, weighed.claims) or "; factsheet read lists them"}'
        )
    click.echo(f'"{claim}" cannot be compared yet; mend this first:', err=True)
    here = (problem for problem in problems if problem.spot.file in holding and problem.severity == "error")
    click.echo(problems_as_text(here, excerpt=excerpts(lines)), err=True)
    raise SystemExit(1)


def _refuse_silent_change(claim: WeighedClaim, *, by: str, again: bool) -> None:
    """Refuse to put a reading in the place of somebody else's that still stands."""
    earlier = claim.entry.data.second_reading
    if earlier is None or " ".join(earlier.by.split()) == " ".join(by.split()):
        return
    if standing(claim) == "read" and not again:
        raise EditError(
            f'"{claim.id}" was read by {earlier.by} on {earlier.date}, and has not changed since; add --again to '
            "record your reading in its place"
        )
    click.echo(f"This takes the place of the reading by {earlier.by} on {earlier.date}.")


def _day(text: str) -> EdtfDate:
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise EditError(f"--date: {advice(text, error)}") from error


def _updated(weighed: Weighed, day: EdtfDate, *, root: Path) -> dict[str, bytes]:
    """Give the dossier's file with a later `updated`, where it is older than a reading; else nothing."""
    head = weighed.dossier.head
    last = parse_or_none(head.data.updated) if head is not None else None
    if head is None or last is None or not (last.latest and day.earliest) or day.earliest <= last.latest:
        return {}
    told = day.earliest.isoformat()
    return {head.file: with_top_field(read_fact_file(root, head.file), "updated", told, file=head.file).encode()}


@contextmanager
def _version(root: Path, name: str | None) -> Iterator[Path]:
    """Give the folder of a version: of a commit, or the one on the disk."""
    if name is None:
        yield root
    else:
        with revision(root, name) as folder:
            yield folder


def _told(root: Path) -> Told:
    weighed, problems = examine(root)
    return tell(weighed, errors=sum(problem.severity == "error" for problem in problems))
