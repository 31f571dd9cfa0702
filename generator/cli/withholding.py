"""The command `withhold`: takes a claim off the site at once, with whatever else publishes its words.

May import editing and what reads and checks. Must never print the words that are withheld.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from generator.cli.arguments import ROOT_OPTION
from generator.cli.editing import editing, read_fact_file, written
from generator.editing.withholding import Plan, plan, withheld_in_files
from generator.examining import examine
from generator.model.passages import Withheld
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import problems_as_text
from generator.problems import Problem
from generator.reading.dossier import Dossier
from generator.reading.files import read
from generator.reading.lines import lines_below


@click.command("withhold")
@click.argument("claim")
@click.option("--reason", type=click.Choice([*get_args(Withheld)]), required=True, help="Why, in general words.")
@click.option("--dry-run", is_flag=True, help="Say what would be withheld, and write nothing.")
@ROOT_OPTION
def withhold_(claim: str, *, root: Path, reason: Any, dry_run: bool) -> None:
    """Withhold CLAIM, and what else publishes words of its passages: ids and addresses stay, no word is told.

    A passage of another claim goes alone where that claim stands without it; the whole claim goes where it does not.
    Passages of dates and cautions cannot be withheld: they are listed, to be mended by hand.

    Words that stay in files are still in the repository: facts/, seeds/, facts/.schema/ids.json, docs/, and the history
    of git. Where the words themselves are the harm, take them out there as well.

    Exit codes: 0 nothing of it is published, 1 something is left to mend, 2 wrong use of the command.

    Example: factsheet withhold rotten-boards --reason safety
    """
    dossier, _ = read(root)
    with editing():
        found = plan(claim, dossier=dossier, reason=reason)
        if not dry_run:
            files = {record.file: read_fact_file(root, record.file) for record in dossier.records()}
            written(withheld_in_files(found, dossier=dossier, reason=reason, files=files), root=root)
    _tell(found, dossier)
    left = found.left if dry_run else _left(found, root)
    if left:
        click.echo("left to mend by hand:")
        click.echo(problems_as_text(left, excerpt=excerpts(lines_below(root))))
        raise SystemExit(1)


def _left(found: Plan, root: Path) -> list[Problem]:
    """Give what is left at the places where it stands now: lines were put in."""
    codes = {problem.code for problem in found.left}
    return [problem for problem in examine(root)[1] if problem.code in codes] if codes else []


def _tell(found: Plan, dossier: Dossier) -> None:
    click.echo(f"withheld: {found.claims[0]}")
    for id_ in found.claims[1:]:
        click.echo(f"withheld as well, as it publishes the same words: {id_}")
    for id_, index in found.passages:
        if id_ in found.claims:
            continue
        click.echo(
            f"withheld as well: passage {index + 1} of {id_}; the claim stays: read its statement again "
            f"({dossier.claims[id_].spot('statement')})"
        )
