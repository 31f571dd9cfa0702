"""The command `factsheet`: its parts by name, each loaded when it is first used, so that `check` starts fast.

May import everything but the plugin. Must never hold a rule, nor know MkDocs.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from generator import __version__

COMMANDS: dict[str, str] = {
    "add-source": "finding",
    "check": "checking",
    "coverage": "checking",
    "diff": "reviewing",
    "emit": "publishing",
    "explain": "checking",
    "init": "starting",
    "mend": "publishing",
    "new": "writing",
    "pack": "publishing",
    "quote": "finding",
    "read": "reviewing",
    "rename": "writing",
    "replace": "publishing",
    "schema": "describing",
    "serve": "serving",
    "set-aside": "finding",
    "snapshot": "publishing",
    "withhold": "withholding",
}
"""Each command and the module of this folder that holds it, as a function of its name (`-` is `_` there)."""


class Parts(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click passes it
        """Give the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """Load one command; None where no command has the name."""
        if cmd_name not in COMMANDS:
            return None
        found: Any = getattr(import_module(f"generator.cli.{COMMANDS[cmd_name]}"), f"{cmd_name.replace('-', '_')}_")
        if not isinstance(found, click.Command):
            raise TypeError(f"{cmd_name} is no command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands as click does, but by the help that stands in their source: to load them all takes long."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names))
        with formatter.section("Commands"):
            listed = (click.Command(name, help=_help(name)) for name in names)
            formatter.write_dl([(str(command.name), command.get_short_help_str(room)) for command in listed])


def _help(name: str) -> str:
    """Read the help of a command, without loading its module."""
    import ast  # noqa: PLC0415  # loaded only for this

    found = find_spec(f"generator.cli.{COMMANDS[name]}")
    source = Path(found.origin).read_text(encoding="utf-8") if found and found.origin else ""
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    helps = (ast.get_docstring(node) for node in functions if node.name == f"{name.replace('-', '_')}_")
    return next(helps, None) or ""


@click.group(cls=Parts, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factsheet")
def main() -> None:
    """Check facts against their sources and build a citation-backed fact sheet.

    Exit codes: 0 nothing wrong, 1 problems found, 2 wrong use of the command.
    """
