"""Read the slips: one mistake in the example dossier, all that is printed of it, and the edit that the advice asks for.

tests/slips/README.md shows the fields. A slip is printed by the command itself, so its text is what an editor reads.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.case_files import HERE, change_files, copy_example

SLIPS = HERE / "slips"
NEEDED = {"break", "says", "here", "mend"}
_CARETS = re.compile(r" +\| ( *)(\^+)")
_SAYS = re.compile(r"^says: \|\n(?:(?:  .*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Slip:
    """One slip: the change that breaks the dossier, what is printed, where the first carets stand, the mend."""

    path: Path
    broken: dict[str, Any]
    says: str
    here: str
    mend: dict[str, Any]

    @property
    def name(self) -> str:
        return self.path.stem


def slips() -> list[Slip]:
    """Read all slips, sorted by name."""
    return [read_slip(path) for path in sorted(SLIPS.glob("*.yml"))]


def read_slip(path: Path) -> Slip:
    """Read one slip; each has all fields and no other."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if data.keys() != NEEDED:
        raise ValueError(f"{path.name} has {sorted(data)}; a slip has {sorted(NEEDED)}")
    return Slip(path, _change(data["break"]), data["says"], data["here"], _change(data["mend"]))


def _change(files: dict[str, Any]) -> dict[str, Any]:
    """Turn what a slip does to each file into a change as case files have it."""
    change: dict[str, Any] = {}
    for file, done in files.items():
        kind = "write" if isinstance(done, str) else "move" if isinstance(done, dict) else "replace"
        change.setdefault(kind, {})[file] = done["to"] if isinstance(done, dict) else done
    return change


def lay_out(slip: Slip, root: Path) -> Path:
    """Copy the example to a folder, with the slip made."""
    copy_example(root, schemas=True)
    change_files(root, slip.broken, name=slip.name)
    return root


def put_right(slip: Slip, root: Path) -> None:
    """Do what the advice says."""
    change_files(root, slip.mend, name=f"{slip.name}, mend")


def printed(root: Path) -> str:
    """Give all that `factsheet check --strict` prints of a dossier."""
    # A copy: click keeps the help option of the first use on the command, and other tests look at that.
    result = CliRunner().invoke(deepcopy(main), ["check", "--strict", str(root)], catch_exceptions=False)
    return result.output


def under_carets(text: str) -> str:
    """Give the words that the first line of carets stands under; nothing where none stands."""
    lines = text.split("\n")
    for above, line in pairwise(lines):
        if (match := _CARETS.fullmatch(line)) is not None:
            return above[match.start(2) : match.end(2)]
    return ""


def renewed(slip: Slip, says: str) -> str:
    """Give the text of a slip's file with another snapshot in it."""
    block = "says: |\n" + "".join(f"  {line}\n" if line else "\n" for line in says.rstrip("\n").split("\n"))
    text, found = _SAYS.subn(lambda _: block, slip.path.read_text(encoding="utf-8"))
    if found != 1:
        raise ValueError(f"{slip.path.name} has no one block that begins with says: |")
    return text
