"""Begin a dossier: write the small invented one that lies in `dossier/` into a new folder, whole or not at all.

Every file of that folder is written as it stands, hidden ones too: to add a file to new dossiers, put it there.
Imports the standard library only. Must never know what the files say.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STARTER = Path(__file__).parent / "dossier"
"""The dossier that new ones begin as: it builds, passes a strict check, and says in comments what to change."""


class StartError(Exception):
    """Say why the dossier could not be written."""


class TakenError(StartError):
    """Say why a folder is not one to begin in."""


@dataclass(frozen=True, slots=True)
class Started:
    """What was written: how many files, into which folder."""

    files: int
    folder: Path

    def __str__(self) -> str:
        return f"{self.files} files in {self.folder}/"


def start(folder: Path) -> Started:
    """Write a dossier into a folder that is not there yet or is empty.

    Raises TakenError where something is there or the folder above is not, StartError where the system refuses; nothing
    is left behind then. The files are written beside the folder first and take its place at once.
    """
    files = starter()
    try:
        place = folder.resolve()
        _refuse(folder, place)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-") as beside:
            new = Path(beside) / "new"  # with the usual rights; the folder around it is closed to others
            _write(files, new)
            _put(new, place)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        reason = (error.strerror if isinstance(error, OSError) else "") or error
        raise StartError(f'cannot write "{folder}": {reason}') from error
    return Started(len(files), folder)


def starter() -> dict[str, bytes]:
    """Give every file of a new dossier by its path."""
    found = sorted(path for path in STARTER.rglob("*") if path.is_file())
    return {path.relative_to(STARTER).as_posix(): path.read_bytes() for path in found}


def _refuse(folder: Path, place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise TakenError(f'"{folder}" is a file; name a folder that is not there yet')
    if place.is_dir() and any(place.iterdir()):
        raise TakenError(f'"{folder}" is not empty; name a folder that is not there yet')
    if not place.parent.is_dir():
        raise TakenError(f'there is no folder "{folder.parent}" to put "{folder.name}" into; make it first')


def _write(files: Mapping[str, bytes], new: Path) -> None:
    for path, content in files.items():
        place = new / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _put(new: Path, place: Path) -> None:
    """Move a whole folder to its place; into an empty one part by part, so that whoever stands in it stays there."""
    if not place.exists():
        new.rename(place)
        return
    parts = {part: place / part.name for part in sorted(new.iterdir())}
    try:
        for part, target in parts.items():
            part.rename(target)
    except BaseException:
        for target in parts.values():
            shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        raise
