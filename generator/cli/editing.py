"""What the commands that change files share: refusals as messages, the one passage meant, what was written.

May import editing and click. Must never decide what a change is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.editing.brought import brought
from generator.editing.changes import Changes, EditError
from generator.editing.finding import Found, find
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import problems_as_text
from generator.problems import Problem
from generator.reading.files import read
from generator.reading.lines import lines_below
from generator.reading.octets import FACTS_LIMIT, decode, read_octets
from generator.reading.suggestions import did_you_mean
from generator.schema.drift import FOLDER, id_files


@contextmanager
def editing() -> Iterator[None]:
    """Tell a refused change as the command's error; nothing is written then."""
    try:
        yield
    except EditError as error:
        raise click.ClickException(str(error)) from error


def read_fact_file(root: Path, file: str) -> str:
    """Give a file's text as it stands. Raises EditError where it cannot be read."""
    octets = read_octets(root / file, file=file, limit=FACTS_LIMIT)
    text, problems = decode(octets.content, file=file)
    if octets.problem or problems:
        raise EditError(str(octets.problem or problems[0]))
    return text


def found_once(words: str, weighed: Weighed, *, source: str | None, whole_sentences: bool = False) -> Found:
    """Give the one passage that words mean. Raises EditError where there is none, or several."""
    if source is not None and source not in weighed.texts:
        raise EditError(f'no source has the id "{source}"{did_you_mean(source, weighed.texts) or "; correct it"}')
    texts = {source: weighed.texts[source]} if source else weighed.texts
    found = find(words, texts, whole_sentences=whole_sentences)
    if not found:
        raise EditError(f'"{words}" stands in no source text, nor anything like it; correct the words')
    if len(found) > 1:
        places = "\n".join(f"  {one.source}: {one.exact}" for one in found)
        raise EditError(f'"{words}" may mean several passages; give more words, or --source:\n{places}')
    if found[0].difference:
        click.echo(f"{found[0].how}: {found[0].difference}", err=True)
    return found[0]


def written(changes: Changes, *, root: Path) -> None:
    """Carry a change out and name its files; schemas with the ids of the dossier, where it has them, follow."""
    changes.carry_out(root)
    if (root / FOLDER).is_dir():
        Changes(id_files(read(root)[0], root=root)).carry_out(root)
    for file in sorted(changes.written.keys() | changes.removed):
        click.echo(f"{'removed' if file in changes.removed else 'wrote'} {file}")


def tell_problems(
    root: Path, before: Iterable[Problem], *, cited: Iterable[str] = (), renamed: tuple[str, str] = ("", "")
) -> None:
    """Print what a change brought that was wrong nowhere before it, and fail with exit code 1 where something is.

    Before that, tell how many sentences of each cited source are not accounted for yet.
    """
    weighed, problems = examine(root)
    for source in dict.fromkeys(cited):
        sentences = weighed.coverage[source].sentences
        left = sum(sentence.state == "left" for sentence in sentences)
        told = f"{left} of {len(sentences)} sentences are not accounted for yet"
        click.echo(f"{source}: {told if left else 'every sentence is accounted for'}")
    if new := brought(before, problems, renamed=renamed):
        click.echo("\nIt is written, but this is now wrong:")
        click.echo(problems_as_text(new, excerpt=excerpts(lines_below(root))))
        raise SystemExit(1)
