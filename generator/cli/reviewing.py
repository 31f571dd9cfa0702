"""Commands for who reviews facts: `diff`, and `read`, which records a second reading.

May import reviewing, editing and what reads and checks. Must never decide what a difference is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from generator.checking.dates import refused
from generator.cli.arguments import ROOT_OPTION
from generator.cli.editing import editing, read_fact_file, written
from generator.editing.changes import Changes, EditError
from generator.editing.inserting import with_field, with_top_field
from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.evidence.second_reading import digest, standing
from generator.evidence.weighing import Weighed, parse_or_none
from generator.examining import examine
from generator.reading.suggestions import did_you_mean
from generator.reviewing.as_json import difference_as_json
from generator.reviewing.as_markdown import difference_as_markdown
from generator.reviewing.as_text import difference_as_text
from generator.reviewing.comparing import FactDifference, compare
from generator.reviewing.revisions import RevisionError, parted, revision
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
def read_(claim: str | None, *, root: Path, by: str | None, date: str | None) -> None:
    """Record that a second person compared the statement of CLAIM with its passages. Without CLAIM, list what wants it.

    Read the statement and every passage first: does it say no more, does it name the right speaker, are roles not
    swapped? The record holds a digest of both; when either changes, the reading is void. Where the dossier was last
    changed before that day, updated: becomes it.

    Example: factsheet read users-over-300 --by "A. Reader"
    """
    weighed, _ = examine(root)
    if claim is None:
        for one in weighed.claims.values():
            if (state := standing(one)) != "read":
                click.echo(f"{one.id}  ({'changed since it was read' if state == 'void' else state})")
        return
    if not (by or "").strip():
        raise click.UsageError("--by is missing; give the name of who compared statement and passages")
    with editing():
        day = _day(date or dt.datetime.now(dt.UTC).date().isoformat())
        found = weighed.claims.get(claim)
        if found is None:
            hint = did_you_mean(claim, weighed.claims) or "; it must be there, and all its passages proven"
            raise EditError(f'no claim has the id "{claim}"{hint}')
        click.echo(f"{found.statement}\n")
        for passage in found.passages:
            click.echo(f"  {passage.source.id}: “{' '.join(passage.proof.exact.split())}”")
        entry = found.entry
        told = {"by": by, "date": day.text, "digest": digest(found)}
        file = entry.record.file
        text = with_field(read_fact_file(root, file), entry.path, "second_reading", told, file=file)
        click.echo()
        written(Changes({file: text.encode(), **_updated(weighed, day, root=root)}), root=root)


def _day(text: str) -> EdtfDate:
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise EditError(f"--date: {refused(text, error)}") from error


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
