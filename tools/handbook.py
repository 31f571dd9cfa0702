"""Write the parts of the docs that are made from the code, or with --check say which have drifted.

May import the package and the tables of the house. Must never hold a text that stands in the code already.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import click
import yaml

from generator.cli import main as cli
from generator.model import claims, dossier_head, identifiers, passages, records, search_words
from generator.model.passages import Shape
from generator.problems import CODES
from tools import house

ROOT = Path(__file__).parent.parent
DIFFERENCES = ROOT / "tests" / "engines" / "differences.yml"
STAGES = {
    "reading": "Reading the files",
    "quotations": "Quotations",
    "dates": "Dates",
    "values": "Values",
    "differences": "Differences",
    "statements": "Statements",
    "evidence": "Voices and support",
    "people": "Actors",
    "coverage": "Accounting for the sources",
    "site": "The site",
}
SHAPES: tuple[tuple[str, tuple[type[Shape], ...]], ...] = (
    (
        "facts/dossier.yml",
        (
            dossier_head.DossierHead, dossier_head.Scope, dossier_head.Answer, dossier_head.Origin,
            dossier_head.QuotationLimit, dossier_head.Wanted, search_words.SearchWord,
        ),
    ),
    ("facts/sources/<id>.yml", (records.Source, records.CslName, records.Part, records.Caution, records.SetAside)),
    ("facts/actors/<id>.yml", (records.Actor, claims.Role, records.Utterance, identifiers.ActorIdentifiers)),
    (
        "facts/agreements/<id>.yml",
        (records.Agreement, claims.Term, records.Implementation, identifiers.AgreementIdentifiers),
    ),
    ("facts/events/<id>.yml", (records.Event, claims.Happening)),
    ("facts/disputes/<id>.yml", (records.Dispute, claims.Position, claims.Reply)),
    ("facts/background/<id>.yml", (records.Background, claims.Context)),
    ("facts/questions/<id>.yml", (records.Question, records.Reading)),
    (
        "in every claim",
        (
            claims.Claim, claims.Correction, claims.SecondReading, passages.Evidence, passages.Value, passages.Dated,
            passages.Passage,
        ),
    ),
)
PLAIN = {str: "text", bool: "true or false", int: "number", float: "number"}


def modules() -> Iterator[str]:
    """Give the floors from the ground up, each module with its head."""
    sources = house.modules()
    for number, names in enumerate(house.FLOORS, start=1):
        yield f"### Floor {number}: {', '.join(f'`{name}`' for name in names)}\n"
        for module, source in sources.items():
            if house.floor(module) == number and len(module.split(".")) > 1:
                yield f"**`{module}`**\\\n{_as_markdown(house.head_of(source))}\n"


def rooms() -> Iterator[str]:
    """Give the table of libraries and the modules that may import them."""
    yield "| library | imported only by |\n|---|---|"
    for library, places in sorted(house.ROOMS.items()):
        yield f"| {library} | {', '.join(f'`{place}`' for place in places)} |"


def fields() -> Iterator[str]:
    """Give a table of fields for each shape an editor writes."""
    for where, shapes in SHAPES:
        yield f"## {where.capitalize() if ' ' in where else f'`{where}`'}\n"
        for shape in shapes:
            yield f"**{_words(shape)}.** {_first(shape.__doc__)}\n"
            special = issubclass(shape, claims.Claim) and shape is not claims.Claim
            rows = list(_rows(shape, leave_out=set(claims.Claim.model_fields) if special else set()))
            if rows:
                yield "| field | takes | what to write |\n|---|---|---|"
                yield from rows
                yield ""
            if special:
                yield "And the fields of every claim, below.\n"


def codes() -> Iterator[str]:
    """Give a table of problem codes for each stage."""
    for stage, title in STAGES.items():
        yield f"## {title}\n\n| code | means | why | mend |\n|---|---|---|---|"
        for name, code in CODES.items():
            if code.stage == stage:
                mark = "" if code.severity == "error" else f" ({code.severity})"
                yield f"| `{name}`{mark} | {_cell(code.means)} | {_cell(code.why)} | {_cell(code.mend)} |"
        yield ""


def commands() -> Iterator[str]:
    """Give the help of the command and of each of its parts, as the terminal prints it at 80 columns."""
    for command, context in _commands(cli, _top()):
        path = context.command_path
        yield f"## `{path}`\n\n```text\n$ {path} --help\n{command.get_help(context)}\n```\n"


def parts() -> Iterator[str]:
    """Give a table of the parts of the command, each with the first sentence of its help."""
    yield "| command | does |\n|---|---|"
    for command, context in _commands(cli, _top()):
        if command is not cli:
            yield f"| `{context.command_path}` | {_cell(command.get_short_help_str(limit=200))} |"


def targets() -> Iterator[str]:
    """Give the targets of the Makefile, each with its one line."""
    yield "| command | does |\n|---|---|"
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z]+):.*?## (.+)", line):
            yield f"| `make {match[1]}` | {_cell(match[2])} |"


def differences() -> Iterator[str]:
    """Give the table of where the sites of other engines differ, from the file that the comparison of sites reads."""
    yield "| engine | where | what differs | why |\n|---|---|---|---|"
    for entry in yaml.safe_load(DIFFERENCES.read_text(encoding="utf-8")):
        name = {"properdocs": "ProperDocs", "zensical": "Zensical"}[entry["engine"]]
        yield f"| {name} | {entry['part']} | {_cell(entry['what'])} | {_cell(entry['why'])} |"


BLOCKS: Mapping[str, Callable[[], Iterator[str]]] = {
    "modules": modules,
    "rooms": rooms,
    "fields": fields,
    "codes": codes,
    "commands": commands,
    "differences": differences,
    "parts": parts,
    "targets": targets,
}
GUIDE = "docs/guide"
FILES = (
    "README.md", "ARCHITECTURE.md", f"{GUIDE}/fields.md", f"{GUIDE}/commands.md", f"{GUIDE}/problem-codes.md",
    f"{GUIDE}/engines.md",
)  # fmt: skip
MARKED = re.compile(r"(<!-- made by tools/handbook\.py: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def rewrite(text: str, *, blocks: Mapping[str, Callable[[], Iterator[str]]] = BLOCKS) -> str:
    """Put freshly made blocks between their marks; all other text stays as it is."""

    def fresh(match: re.Match[str]) -> str:
        made = "\n".join(blocks[match[2]]()).rstrip("\n")
        return f"{match[1]}\n{made}\n\n{match[4]}"

    return MARKED.sub(fresh, text)


def main(arguments: list[str]) -> int:
    """Write the blocks; with --check only compare, and fail if one differs."""
    drifted = []
    for name in FILES:
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new = rewrite(old)
        if old != new:
            drifted.append(name)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8")
    if drifted and "--check" in arguments:
        print(f"{', '.join(drifted)}: generated parts differ from the code; run: make handbook", file=sys.stderr)
        return 1
    print(f"handbook: {'rewrote ' + ', '.join(drifted) if drifted else 'nothing to change'}")
    return 0


def _commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Give a command and those inside it, each with what it needs to print its help at 80 columns."""
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if (inner := command.get_command(context, name)) is not None:
                below = click.Context(inner, info_name=name, parent=context, terminal_width=80, max_content_width=80)
                yield from _commands(inner, below)


def _top() -> click.Context:
    names = ["-h", "--help"]
    return click.Context(cli, info_name="factsheet", help_option_names=names, terminal_width=80, max_content_width=80)


def _rows(shape: type[Shape], *, leave_out: set[str]) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        if name in leave_out:
            continue
        unless = ", needed unless withheld" if field.json_schema_extra == passages.NEEDED else ""
        needed = ", needed" if field.is_required() else unless
        whole = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        takes = _cell(f"{_takes(whole)}{needed}")
        yield f"| `{field.alias or name}` | {takes} | {_cell(field.description or '')} |"


def _takes(annotation: Any) -> str:  # noqa: PLR0911  # one return for each kind of annotation reads best
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation == passages.Id:
        return "id"
    if origin is Annotated:
        return _takes(inner[0])
    if origin is Literal:
        return " | ".join(f"`{value}`" for value in inner)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(_takes(part) for part in inner if part is not type(None)))
    if origin is list:
        return f"list of {_takes(inner[0])}"
    if origin is dict:
        return f"block: {_takes(inner[0])} to {_takes(inner[1])}"
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return _words(annotation).lower()
    return PLAIN.get(annotation, "text")


def _words(shape: type[Shape]) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__).lower()
    named = {"dossier head": "Dossier", "happening": "Claim of an event", "context": "Claim of a background"}
    return named.get(words, words.capitalize())


def _first(text: str | None) -> str:
    return " ".join((text or "").split())


def _cell(text: str) -> str:
    """Put a text into a cell of a table: in code only the bar is escaped, outside of it the opening bracket as well."""
    parts = " ".join(text.split()).replace("|", "\\|").split("`")
    return "`".join(part if at % 2 else part.replace("<", "&lt;") for at, part in enumerate(parts))


def _as_markdown(head: str) -> str:
    """Keep a head as prose: one paragraph; outside of code, signs of Markdown are text."""
    parts = " ".join(head.split()).split("`")
    return "`".join(part if at % 2 else re.sub(r"([*_<\[])", r"\\\1", part) for at, part in enumerate(parts))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
