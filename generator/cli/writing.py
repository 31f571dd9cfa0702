"""Commands that write records and claims and change ids: `new` and `rename`.

May import editing and what reads and checks. Must never invent what is not given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.arguments import ROOT_OPTION
from generator.cli.editing import editing, found_once, read_fact_file, tell_problems, written
from generator.editing.changes import EditError
from generator.editing.dates import of_record, stated, unused
from generator.editing.ids import free_id
from generator.editing.records import CLAIMS, bare_quotation, claim, evidence, new_claim, new_record, record
from generator.editing.renaming import rename
from generator.editing.values import value_of
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.model.records import RecordKind
from generator.reading.quoted import dated_of
from generator.reading.suggestions import did_you_mean

F = TypeVar("F", bound=Callable[..., object])
Given = dict[str, Any]

_ADDED = click.option("--added", metavar="DAY", help="The day it is added, in EDTF; today where it is not given.")
_PASSAGE = (
    click.option("--source", help="The source, where several have such words."),
    click.option("--claimant", help="Who says it: the id of an actor, or unnamed."),
    click.option("--words", help="With --claimant unnamed: the words that leave the speaker unnamed."),
    click.option("--via", help="The channel, as the source names it."),
    click.option("--sentence", is_flag=True, help="Quote the whole sentence the words stand in."),
)
_CLAIM = (
    click.option("--statement", help="Who says what, in your words; else the one passage between quotation marks."),
    click.option("--about", multiple=True, help="Id of an actor or record it is about. May be given several times."),
    click.option("--question", help="The id of the question it answers; it then needs --value."),
    click.option("--value", multiple=True, metavar="FIELD=VALUE", help="What the passage answers: at_least=350."),
    _ADDED,
    click.option("--date", "on", metavar="EDTF", help="The date the words quoted give, in EDTF: 2025-06-02."),
)
_FIRST = (
    click.option(
        "--quote",
        multiple=True,
        required=True,
        metavar="WORDS",
        help="Words of a source for the first claim. Given several times, each is a passage.",
    ),
    click.option("--claim", "claim_id", help="Id of the first claim; made from its words where it is not given."),
    *_PASSAGE,
    *_CLAIM,
)


def _with(options: tuple[Callable[[F], F], ...]) -> Callable[[F], F]:
    """Give a command several options, in their order."""
    return lambda command: reduce(lambda done, option: option(done), reversed(options), command)


@click.group("new")
def new_() -> None:
    """Write a new record, or a claim into a record, from a passage found in a source.

    Example: factsheet new claim ferry-start boards-rotten "some of the boards are rotten"
    """


@new_.command("claim")
@click.argument("record_id", metavar="RECORD")
@click.argument("claim_id", metavar="ID")
@click.argument("quote", nargs=-1, required=True, metavar="WORDS...")
@_with((*_PASSAGE, *_CLAIM))
@click.option("--held-by", multiple=True, help="In a dispute: who holds it; the claimant where it is not given.")
@click.option("--reply-to", multiple=True, help="In a dispute: the position it answers. It is then a reply.")
@click.option("--role", help="Of an actor: the role in the source's words.")
@ROOT_OPTION
def new_claim_(root: Path, record_id: str, claim_id: str, quote: tuple[str, ...], **given: Any) -> None:
    """Put a claim ID into the record RECORD, on the passage that has WORDS; all else in the file stays as it is.

    Several WORDS, each in quotation marks, give a passage each.

    Example: factsheet new claim ferry-start boards-rotten "some of the boards are rotten"
    """
    weighed, before = examine(root)
    with editing():
        held = weighed.dossier.record(record_id)
        if held is None or held.kind not in CLAIMS:
            known = [one.id for one in weighed.dossier.records() if one.kind in CLAIMS]
            raise EditError(f'no record that holds claims has the id "{record_id}"{did_you_mean(record_id, known)}')
        field = "replies" if given["reply_to"] and held.kind == "dispute" else CLAIMS[held.kind]
        data = _claim(weighed, quote, {**given, "claim_id": claim_id}, kind=held.kind, record_id=record_id)
        if given["on"]:
            data = claim(data["evidence"], {**data, "date": stated(given["on"], data["evidence"])})
        text = read_fact_file(root, held.file)
        changes = new_claim(field, data, record=held, text=text, dossier=weighed.dossier)
        written(changes, root=root)
    _advise(data, dated=dated_of(held) is not None, id_made=False)
    tell_problems(root, before, cited=_cited(data))


@new_.command("event")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True, help="A name, not a sentence.")
@_with(_FIRST)
@ROOT_OPTION
def new_event_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/events/ID.yml with its first claim.

    Example: factsheet new event boards-replaced --title "New boards" --quote "some of the boards are rotten"
    """
    _write(root, "event", id_, {"title": given["title"]}, given)


@new_.command("background")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True, help="A name, not a sentence.")
@_with(_FIRST)
@ROOT_OPTION
def new_background_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/background/ID.yml with its first claim.

    Example: factsheet new background state-of-the-bridge --title "The boards" --quote "some of the boards are rotten"
    """
    _write(root, "background", id_, {"title": given["title"]}, given)


@new_.command("agreement")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True, help="A name, not a sentence.")
@click.option("--party", multiple=True, required=True, help="Id of an actor that agreed; give two or more.")
@_with(_FIRST)
@ROOT_OPTION
def new_agreement_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/agreements/ID.yml with its first term.

    Example: factsheet new agreement ferry --title "The ferry" --party a --party b --quote "will run a free ferry"
    """
    _write(root, "agreement", id_, {"title": given["title"], "parties": [*given["party"]]}, given)


@new_.command("dispute")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True, help="A name, not a sentence.")
@click.option("--asks", required=True, help="What is disputed, as a neutral question.")
@click.option("--held-by", multiple=True, help="Who holds the first position; the claimant where it is not given.")
@_with(_FIRST)
@ROOT_OPTION
def new_dispute_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/disputes/ID.yml with its first position.

    Example: factsheet new dispute notice --title "Notice" --asks "Who was told?" --claimant a --quote "nobody had"
    """
    _write(root, "dispute", id_, {"title": given["title"], "question": given["asks"]}, given)


@new_.command("actor")
@click.argument("id_", metavar="ID")
@click.option("--name", required=True, help="The name the site uses, as a source has it.")
@click.option(
    "--kind",
    required=True,
    type=click.Choice(["person", "organisation", "state", "medium", "group"]),
    help="What kind of actor it is; a person needs a role with its passage.",
)
@click.option("--party", help="The party it speaks for.")
@click.option("--role", help="A public role in the source's words, without the name.")
@click.option("--quote", multiple=True, metavar="WORDS", help="Words of a source that name the role.")
@click.option("--claim", "claim_id", help="Id of the role; made from its words where it is not given.")
@_with(_PASSAGE)
@click.option("--statement", help="The role in a sentence; the passage between quotation marks where it is not given.")
@_ADDED
@ROOT_OPTION
def new_actor_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/actors/ID.yml; a person comes with a cited public role.

    Example: factsheet new actor dana-orrell --name "Dana Orrell" --kind person --role "leader of the council"
    --quote "Dana Orrell, the leader of the council"
    """
    if given["kind"] == "person" and not (given["role"] and given["quote"]):
        raise click.UsageError("a person needs --role and --quote: a public role, and words of a source that name it")
    about = {"name": given["name"], "kind": given["kind"], "party": given["party"]}
    _write(root, "actor", id_, about, {**given, "about": [id_] if given["quote"] else []})


@new_.command("question")
@click.argument("id_", metavar="ID")
@click.option("--text", required=True, help="The question, as a neutral sentence.")
@click.option("--kind", required=True, type=click.Choice(["amount", "limit", "date", "words"]), help="Kind of value.")
@click.option("--unit", help="What amounts and limits count: people a day.")
@ROOT_OPTION
def new_question_(root: Path, id_: str, **given: Any) -> None:
    """Write facts/questions/ID.yml, which claims then answer with --question ID and --value.

    Example: factsheet new question people-per-day --text "How many people cross?" --kind amount --unit "people a day"
    """
    _write(root, "question", id_, given, {})


@click.command("rename")
@click.argument("old")
@click.argument("new")
@ROOT_OPTION
def rename_(old: str, new: str, *, root: Path) -> None:
    """Change the id OLD of a record, claim, utterance or origin to NEW, everywhere; the old address keeps working.

    Comments and layout stay as they are. A page's address also changes in mkdocs.yml and in Markdown files under docs/.

    Example: factsheet rename ferry-start start-of-the-ferry
    """
    weighed, before = examine(root)
    dossier = weighed.dossier
    with editing():
        heads = [dossier.head] if dossier.head else []
        files = {one.file: read_fact_file(root, one.file) for one in (*heads, *dossier.records())}
        files |= {file: read_fact_file(root, file) for file in _naming_pages(root)}
        done = rename(old, new, dossier=dossier, files=files)
        written(done.changes, root=root)
    places = f"{done.places} {'place' if done.places == 1 else 'places'}"
    if done.changes.removed:
        click.echo(f"the file of {old} has its new name; {places} elsewhere changed with it")
    else:
        click.echo(f"{places} changed")
    if done.before:
        click.echo(f"{done.before} leads to {done.after}; remove {old} from formerly: if it was never published")
    tell_problems(root, before, renamed=(old, new))


def _write(root: Path, kind: RecordKind, id_: str, about: Given, given: Given) -> None:
    weighed, before = examine(root)
    with editing():
        claims = [_claim(weighed, given["quote"], given, kind=kind, record_id=id_)] if given.get("quote") else []
        if given.get("on"):
            about = {**about, "date": of_record(given["on"], claims[0]["evidence"])}
        changes = new_record(kind, id_, record(kind, about, claims), dossier=weighed.dossier)
        written(changes, root=root)
    for one in claims:
        _advise(one, dated="date" in about or kind == "actor", id_made=not given["claim_id"])
    tell_problems(root, before, cited=[source for one in claims for source in _cited(one)])


def _advise(data: Given, *, dated: bool, id_made: bool) -> None:
    """Tell what to change in a claim just written: an id made of its words, a bare quotation, a missing date."""
    id_, passages = data["id"], data["evidence"]
    if id_made:
        click.echo(f"{id_} is the id of the claim; until it is published, factsheet rename {id_} NEW changes it")
    if data["statement"] == bare_quotation(passages[0]):
        click.echo(f"{id_} states the passage alone; write under statement: who says what, in your own words")
    if not dated and "date" not in data and (found := unused(passages)):
        words, edtf = found
        click.echo(f'{id_} rests on words that name "{words}"; if it happened then, add to it: date: {edtf}')


def _cited(data: Given) -> list[str]:
    return [passage["source"] for passage in data["evidence"]]


def _claim(weighed: Weighed, quotes: tuple[str, ...], given: Given, *, kind: RecordKind, record_id: str) -> Given:
    """Make a claim from the options of a command."""
    found = [found_once(quote, weighed, source=given["source"], whole_sentences=given["sentence"]) for quote in quotes]
    holders = [*(given.get("held_by") or ([given["claimant"]] if given["claimant"] else []))]
    claimant = given["claimant"] or (holders[0] if len(holders) == 1 else None)
    value = value_of(given.get("value", ()))
    told = {"claimant": claimant, "words": given["words"], "via": given["via"], "value": value}
    return claim(
        [evidence(one, told) for one in found],
        {
            "id": given["claim_id"] or free_id(found[0].exact, weighed.dossier, besides=record_id),
            "role": given.get("role"),
            "question": given.get("question"),
            "statement": given["statement"],
            "held_by": holders if kind == "dispute" else [],
            "reply_to": [*given.get("reply_to", ())],
            "about": [*given.get("about", ())],
            "added": given.get("added") or dt.datetime.now(dt.UTC).date().isoformat(),
        },
    )


def _naming_pages(root: Path) -> list[str]:
    """Give the files outside facts/ that may name the page of a record."""
    found = [path for path in (root / "mkdocs.yml", *sorted((root / "docs").rglob("*.md"))) if path.is_file()]
    return [path.relative_to(root).as_posix() for path in found]
