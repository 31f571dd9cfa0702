"""Arguments that several commands take, and what is refused of them.

May import click and problems. Must never run anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import click
from click.core import ParameterSource

from generator.problems import Problem

F = TypeVar("F", bound=Callable[..., object])
_BESIDE = "factsheet.folder"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FOLDER = click.Path(file_okay=False, path_type=Path)
_NEVER_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


class _Unsaid(click.Argument):
    """An argument that is taken, and told in no help: there is one way to write it that every command has."""

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click passes it
        """Give nothing."""
        return []


def dossier(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    """Refuse a folder without facts/: run in the wrong place, a command would only complain of everything at once."""
    if (beside := context.meta.pop(_BESIDE, None)) is not None:
        if context.get_parameter_source(parameter.name or "") is not ParameterSource.DEFAULT:
            raise click.UsageError(f'the folder is given twice, as "{beside}" and with --root; give it once', context)
        root = beside
    if not (root / "facts").is_dir():
        advice = "run this where facts/ and seeds/ stand, or name that folder with --root"
        message = f'there is no folder facts/ in "{root}"; {advice}'
        raise click.UsageError(message, context)
    return root


def dossier_if_named(context: click.Context, parameter: click.Parameter, root: Path | None) -> Path | None:
    """Refuse the same of a folder that a command can do without."""
    return None if root is None else dossier(context, parameter, root)


def published(context: click.Context, _: click.Parameter, address: str | None) -> str | None:
    """Refuse an address no page can have; it becomes the beginning of identifiers that stay for ever."""
    if address is not None and "@" in address:  # not quoted: it would put a password into a build's log
        raise click.UsageError("--site-url holds a user name or password; leave it out", context)
    if address is not None and not _is_address(address):
        message = f'"{address}" is not an address of a site; write it like https://example.org/sheet/'
        raise click.UsageError(message, context)
    return address


ROOT_OPTION = click.option(
    "--root", default=".", type=FOLDER, callback=dossier, help="The folder that holds facts/ and seeds/."
)
"""The folder of the dossier as an option, which every command has."""


def _root(command: F) -> F:
    """Take the folder of the dossier as an option, and without it as well: for commands that have no other argument."""
    unsaid = click.argument(
        "folder", cls=_Unsaid, required=False, type=FOLDER, is_eager=True, expose_value=False, callback=_beside
    )
    return unsaid(ROOT_OPTION(command))


ROOT = _root
"""The folder of the dossier, for commands that have no other argument."""


def _beside(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    """Keep a folder that stands without `--root` for the callback of that option."""
    if folder is not None:
        context.meta[_BESIDE] = folder


def fails(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Tell whether problems fail a command: errors always, warnings where it is strict, notes never."""
    failing = {"error", "warning"} if strict else {"error"}
    return any(problem.severity in failing for problem in problems)


def _is_address(text: str) -> bool:
    """Tell whether a text is an http address with a host, and nothing that a page's path could not follow."""
    try:
        parts = urlsplit(text)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, half an IPv6 address
        return False
    apart = "?" in text or "#" in text or _NEVER_IN_ADDRESSES.search(text)
    return parts.scheme in ("http", "https") and whole and not apart
