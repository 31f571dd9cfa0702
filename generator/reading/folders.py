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
    levels = [_listed(root / folder, prefix=folder)]  # not by recursion: folders may be nested deeper than that goes
    while levels:
        if (entry := next(levels[-1], None)) is None:
            levels.pop()
            continue
        path, file = pathlib.Path(entry.path), f"{entry.prefix}/{_printable(entry.name)}"
        if not entry.is_folder:
            yield Found(path, file, linked=linked or entry.is_link)
        elif entry.is_link:
            yield Found(path, file, link_to_folder=True)
        elif ending and entry.name.endswith(ending):
            yield Found(path, file, folder=True, linked=linked)
        else:
            levels.append(_listed(path, prefix=file))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands in a folder, with the folder's path as it is printed."""

    path: str
    name: str
    prefix: str
    is_folder: bool
    is_link: bool


def _listed(folder: pathlib.Path, *, prefix: str) -> Iterator[_Entry]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        return  # what cannot be listed holds no file; a missing facts/ or seeds/ is reported by who needs it
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~") or (entry.name[0] == entry.name[-1] == "#"):
            continue
        yield _Entry(entry.path, entry.name, prefix, _is_folder(entry), entry.is_symlink())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _printable(name: str) -> str:
    """Show bytes of a name that are not UTF-8 as escapes, and characters that cannot be seen as code points."""
    return shown(os.fsencode(name).decode("utf-8", "backslashreplace"), longest=255)


def inside(path: pathlib.Path, *, root: pathlib.Path) -> bool:
    """Tell whether a path, all symbolic links followed, stays below the root."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, or a name no file can have
        return False
