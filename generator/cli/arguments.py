"""Arguments that several commands take, and what is refused of them.

May import click and problems. Must never run anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.problems import Problem

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FOLDER = click.Path(file_okay=False, path_type=Path)
_NEVER_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def dossier(context: click.Context, _: click.Parameter, root: Path) -> Path:
    """Refuse a folder without facts/: run in the wrong place, a command would only complain of everything at once."""
    if not (root / "facts").is_dir():
        message = f'there is no folder facts/ in "{root}"; run this where facts/ and seeds/ stand, or name that folder'
        raise click.UsageError(message, context)
    return root


def published(context: click.Context, _: click.Parameter, address: str | None) -> str | None:
    """Refuse an address no page can have; it becomes the beginning of identifiers that stay for ever."""
    if address is not None and "@" in address:  # not quoted: it would put a password into a build's log
        raise click.UsageError("--site-url holds a user name or password; leave it out", context)
    if address is not None and not _is_address(address):
        message = f'"{address}" is not an address of a site; write it like https://example.org/sheet/'
        raise click.UsageError(message, context)
    return address


ROOT = click.argument("root", default=".", type=FOLDER, callback=dossier)
"""The folder of the dossier as an argument."""
ROOT_OPTION = click.option(
    "--root", default=".", type=FOLDER, callback=dossier, help="The folder that holds facts/ and seeds/."
)
"""The folder of the dossier as an option, for commands whose arguments are something else."""


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
