"""Commands that begin at a source text: `quote`, `add-source`, `set-aside`.

May import editing and what reads and checks. Must never change a text of a source.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.arguments import ROOT_OPTION
from generator.cli.editing import editing, found_once, read_fact_file, tell_problems, written
from generator.editing.finding import Found, find
from generator.editing.layout import indented
from generator.editing.records import evidence, id_of
from generator.editing.sources import REASONS, NewText, add_source, set_aside
from generator.evidence.shared_text import SharedText
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.reading.suggestions import did_you_mean
from generator.yaml_lines import item

SHOWN = 10
"""Passages that `quote` prints."""
CLAIM_INDENT = 6
"""Columns by which an item of evidence is indented in the records of this project."""


@click.command("quote")
@click.argument("words", nargs=-1, required=True, metavar="[SOURCE] WORDS")
@ROOT_OPTION
@click.option("--claimant", help="Who says it: the id of an actor.")
@click.option("--sentence", is_flag=True, help="Give the whole sentence the words stand in.")
@click.option("--indent", type=click.IntRange(0, 40), default=CLAIM_INDENT, help="Columns to indent the block by.")
def quote_(words: tuple[str, ...], *, root: Path, claimant: str | None, sentence: bool, indent: int) -> None:
    """Find WORDS in the sources, or in SOURCE alone, and print the passage as evidence, ready to paste.

    The words may be remembered loosely: capitals, quotation marks, single words may differ; "..." leaves words out.
    What is printed is the source's own wording. Put quotation marks round the words.

    Exit codes: 0 found, 1 not found, 2 wrong use of the command.

    Example: factsheet quote gazette "letters had gone to every household"
    """
    weighed, _ = examine(root)
    source, text = _source_and_words(words, weighed)
    texts = {source: weighed.texts[source]} if source else weighed.texts
    passages = find(text, texts, whole_sentences=sentence)
    if not passages:
        where = f'the text of "{source}"' if source else "any source text"
        click.echo(f'"{text}" does not stand in {where}, nor anything like it', err=True)
        raise SystemExit(1)
    for passage in passages[:SHOWN]:
        for line in _about(passage, weighed):
            click.echo(f"# {line}")
        block = item(evidence(passage, {"claimant": claimant}))
        click.echo("\n".join(indented(block, by=indent)))
    if len(passages) > SHOWN:
        click.echo(f"# and {len(passages) - SHOWN} more; give more words, or the source")


@click.command("add-source")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@ROOT_OPTION
@click.option("--id", "id_", help="The source's id; made from the file's name where it is not given.")
@click.option("--title", help="Its title, where there is one.")
@click.option("--author", multiple=True, help="An author, where one is known. May be given several times.")
@click.option("--publication", help="The newspaper, site or collection it appeared in.")
@click.option("--issued", help="The date of publication, in EDTF: 2025-06-02.")
@click.option("--accessed", help="The date the text was fetched, in EDTF.")
@click.option("--url", help="Its address.")
@click.option("--language", help="Its language, as a BCP 47 tag: en, uk.")
@click.option("--origin", help="The origin of its text, where it is known: an id under origins: in facts/dossier.yml.")
def add_source_(file: Path, *, root: Path, id_: str | None, **given: object) -> None:
    """Copy the text FILE into seeds/, lock it, and write facts/sources/<id>.yml with what is known of it.

    What is not known is left out, never guessed. Then tells which text it shares with other sources, and its sentences,
    none of which is accounted for yet.

    Example: factsheet add-source article.txt --title "Bridge to close" --language en
    """
    weighed, before = examine(root)
    known = {
        "title": given["title"],
        "author": [{"literal": name} for name in _names(given["author"])],
        "container-title": given["publication"],
        "issued": given["issued"],
        "accessed": given["accessed"],
        "URL": given["url"],
        "language": given["language"],
        "origin": given["origin"],
    }
    stored = {f"seeds/{path.name}": path.read_bytes() for path in sorted((root / "seeds").glob("*")) if path.is_file()}
    source = id_ or id_of(file.stem)
    with editing():
        new = NewText(file.name, file.read_bytes(), known)
        written(add_source(new, id_=source, dossier=weighed.dossier, stored=stored), root=root)
    weighed, _ = examine(root)
    for shared in weighed.shared:
        if source in (shared.one[0], shared.other[0]):
            click.echo(_shared(shared, source))
    left = [sentence for sentence in weighed.coverage[source].sentences if sentence.state == "left"]
    click.echo(f"\nNot accounted for yet: {len(left)} sentences. Cite each in a claim, or set it aside:")
    for sentence in left:
        click.echo(f"  {' '.join(weighed.dossier.texts[source][sentence.start : sentence.end].split())}")
    tell_problems(root, before)


@click.command("set-aside")
@click.argument("source")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@ROOT_OPTION
@click.option(
    "--as",
    "each",
    type=(click.Choice([*REASONS]), str),
    multiple=True,
    metavar="REASON WORDS",
    help="A reason, and words of a sentence it holds for. Give it once for each sentence.",
)
@click.option("--reason", type=click.Choice([*REASONS]), help="The reason for all WORDS given without --as.")
@click.option("--because", help="More about the reason, where it is not plain.")
@click.option("--passage", is_flag=True, help="Set aside these words alone, not the sentences they stand in.")
def set_aside_(source: str, words: tuple[str, ...], *, root: Path, reason: str | None, **given: Any) -> None:
    """Set sentences of SOURCE aside, each found by WORDS of it, with the reason. Their text is never published.

    \b
    Reasons:
      opinion          the writer's own view, a guess at what comes
      furniture        of the page, not of the story: a newsletter line, a byline,
                       a caption, a link, a bare heading
      repetition       says what a cited sentence says, as most headlines do
      generated        made by a program, or citing only itself
      outside-subject  tells something, but nothing of the subject
      unsafe           could harm somebody or make them known

    Several sentences of one reason: factsheet set-aside gazette "Sign up" "Follow us" --reason furniture

    Example: factsheet set-aside gazette --as furniture "Sign up for" --as opinion "In my view"
    """
    wanted = [*((text, reason) for text in words if reason), *((text, one) for one, text in given["each"])]
    if not wanted or bool(words) != bool(reason):
        raise click.UsageError('give a reason with words of each sentence: --as furniture "Sign up for our newsletter"')
    if given["because"] and len({one for _, one in wanted}) > 1:
        raise click.UsageError("--because is about one reason; set sentences of other reasons aside without it")
    weighed, before = examine(root)
    with editing():
        found = [
            (found_once(text, weighed, source=source, whole_sentences=not given["passage"]), one)
            for text, one in wanted
        ]
        file = weighed.dossier.sources[source].file
        changes = set_aside(read_fact_file(root, file), found, because=given["because"] or "", file=file)
        written(changes, root=root)
    for passage, one in found:
        click.echo(f"  {one}: {passage.exact}")
    tell_problems(root, before, cited=[source])


def _source_and_words(words: tuple[str, ...], weighed: Weighed) -> tuple[str, str]:
    """Tell a source's id before the words from words typed without quotation marks."""
    if len(words) > 1 and words[0] in weighed.texts:
        return words[0], " ".join(words[1:])
    if len(words) == 2 and (hint := did_you_mean(words[0], weighed.texts)):
        raise click.UsageError(f'no source has the id "{words[0]}"{hint}')
    return "", " ".join(words)


def _about(found: Found, weighed: Weighed) -> list[str]:
    text = weighed.texts[found.source]
    line, column = text.place(found.span[0])
    quoted = [
        claim.id
        for claim in weighed.claims.values()
        for passage in claim.passages
        if passage.source.id == found.source
        and any(start < found.span[1] and found.span[0] < end for start, end in passage.proof.spans)
    ]
    by = f"; quoted by: {', '.join(dict.fromkeys(quoted))}" if quoted else "; not quoted yet"
    place = f"{weighed.dossier.sources[found.source].data.file}, line {line}, column {column}{by}"
    return [place, *([f"{found.how}: {found.difference}"] if found.difference else [])]


def _names(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, tuple) else ()


def _shared(shared: SharedText, source: str) -> str:
    other = shared.other[0] if shared.one[0] == source else shared.one[0]
    count = len(shared.passages)
    passages = f"{count} {'passage' if count == 1 else 'passages'}"
    share = f"{shared.share:.1%} of the shorter text"
    return f"shares {passages} with {other} ({share}); factsheet check shows them side by side"
