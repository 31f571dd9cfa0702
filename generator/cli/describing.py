"""The command that tells editors' language servers what a fact file may hold: `schema`.

May import reading, schemas, printing and what writes files whole. Must never hold a rule, nor load what writes pages.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.arguments import ROOT
from generator.output.whole_files import write_whole
from generator.printing.problem_text import count_problems
from generator.reading.files import read
from generator.schema.drift import FOLDER, drifted
from generator.schema.files import schema_files
from generator.schema.words import IDS


@click.command("schema")
@ROOT
@click.option("--check", "compare", is_flag=True, help="Write nothing; name the files that would change, and fail.")
@click.option("--shapes", is_flag=True, help="Only the schemas that change with this program, not the ids.")
def schema_(root: Path, *, compare: bool, shapes: bool) -> None:
    """Write JSON Schemas of all kinds of fact files, with the ids of this dossier, into facts/.schema.

    With them an editor completes, explains and marks fields and ids. Writes only what changed, each file whole.

    Example: factsheet schema --check
    """
    dossier, problems = read(root)
    made = schema_files(dossier, root=root)
    files = {path: content for path, content in made.items() if not shapes or not path.endswith(IDS)}
    changed = drifted(files, root=root)
    if not compare:
        try:
            for path in changed:
                write_whole(root / path, files[path])
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    click.echo("\n".join([*changed, _told(len(files), len(changed), compare=compare)]))
    if dossier.unread_kinds:
        found = count_problems(problems)
        click.echo(f"Some fact files cannot be read ({found}), so ids are missing; run factsheet check.", err=True)
    raise SystemExit(1 if compare and changed else 0)


def _told(total: int, changed: int, *, compare: bool) -> str:
    if compare and changed:
        return f'{changed} of {total} files have drifted; run "factsheet schema"'
    return f"{total} files in {FOLDER}, {f'{changed} written' if not compare else 'none drifted'}"
