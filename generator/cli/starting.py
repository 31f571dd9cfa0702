"""The command that begins a dossier: `init`.

May import what writes a new dossier and its schemas. Must never know what is in it, nor load what writes pages.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.arguments import NEW_FOLDER
from generator.output.whole_files import write_whole
from generator.reading.files import read
from generator.schema.files import schema_files
from generator.starting import StartError, TakenError, start


@click.command("init")
@click.argument("folder", metavar="DIR", type=NEW_FOLDER)
def init_(folder: Path) -> None:
    """Begin a dossier in the new folder DIR: a small invented one that builds, to be replaced step by step.

    Its README.md tells what to do next. A DIR that is not empty is left as it is.

    Example: factsheet init my-dossier
    """
    try:
        started = start(folder)
        for path, content in schema_files(read(folder)[0], root=folder).items():
            write_whole(folder / path, content)
    except TakenError as error:
        raise click.UsageError(str(error)) from error
    except (StartError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{started}\nNow go there and run: mkdocs serve\nREADME.md tells what to change, step by step.")
