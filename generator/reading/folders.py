"""The files below a folder, in sorted order, and whether a path stays inside the dossier's folder.

Imports nothing of ours but `unseen`. Must never open a file.
"""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.unseen import shown


@dataclass(frozen=True, slots=True)
class Found:
    """One file: where it is, and its path from the root with `/`, fit to be printed.

    `linked` says that a symbolic link is on the way to it, so that it may lie elsewhere.
    """

    path: pathlib.Path
    file: str
    link_to_folder: bool = False
    folder: bool = False
    linked: bool = False

    @property
    def name(self) -> str:
        return self.file.rpartition("/")[2]


def files_below(root: pathlib.Path, folder: str, *, ending: str = "") -> Iterator[Found]:
    """Give every file below a folder; hidden files and editors' backups (`.x`, `x~`, `#x#`) are passed over.

    Links to folders are given, not followed: they may lead out, or round in a circle. Folders whose name has the ending
    of files are given, not entered.
    """
    linked = not inside(root / folder, root=root)
    yield from _below(root / folder, prefix=folder, ending=ending, linked=linked)


def _below(folder: pathlib.Path, *, prefix: str, ending: str, linked: bool) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        return  # what cannot be listed holds no file; a missing facts/ or seeds/ is reported by who needs it
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~") or (entry.name[0] == entry.name[-1] == "#"):
            continue
        path, file = folder / entry.name, f"{prefix}/{_printable(entry.name)}"
        if not entry.is_dir():
            yield Found(path, file, linked=linked or entry.is_symlink())
        elif entry.is_symlink():
            yield Found(path, file, link_to_folder=True)
        elif ending and entry.name.endswith(ending):
            yield Found(path, file, folder=True, linked=linked)
        else:
            yield from _below(path, prefix=file, ending=ending, linked=linked)


def _printable(name: str) -> str:
    """Show bytes of a name that are not UTF-8 as escapes, and characters that cannot be seen as code points."""
    return shown(os.fsencode(name).decode("utf-8", "backslashreplace"), longest=255)


def inside(path: pathlib.Path, *, root: pathlib.Path) -> bool:
    """Tell whether a path, all symbolic links followed, stays below the root."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, or a name no file can have
        return False
