"""Put a site that was just built in the place of the last one, in one step: a build that is killed leaves the last.

May import how files and folders are written. Must never build a site, nor know what is in one.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.output.emitting import EmitError, telling
from generator.output.whole_files import write_whole
from generator.output.whole_folders import Busy, exchanged, files_below, left_beside, link, locked, must_stay, remove

_FRONT = "index.html"


def replace_site(new: Path, old: Path) -> bool:
    """Let a new site take the place of an old one, which is removed; tell whether that was one step.

    Hidden files of the old folder, such as `.git`, stay, as they do when MkDocs builds into it. Where the folder must
    stay itself, such as a mount point, the files change one by one. Raises EmitError.
    """
    if not (new / _FRONT).is_file():
        raise EmitError(f'"{new}" holds no built site: there is no {_FRONT}')
    if old.exists() and any(not one.name.startswith(".") for one in old.iterdir()) and not (old / _FRONT).is_file():
        raise EmitError(f'"{old}" holds something that is no built site; move it, or name another folder')
    try:
        with telling(old, doing="replace"), locked(old):
            for one in left_beside(old):
                remove(one)
            if not must_stay(old) and _exchange(new, old):
                return True
            _mirror(new, old)
    except Busy as error:
        raise EmitError(f'another run is writing to "{old}"; wait until it has ended') from error
    return False


def _exchange(new: Path, old: Path) -> bool:
    try:
        for one in old.resolve().iterdir():
            if not one.name.startswith(".") or os.path.lexists(new / one.name):
                continue
            if one.is_dir() and not one.is_symlink():
                (new / one.name).mkdir()
                link(one, new / one.name)
            else:
                os.link(one, new / one.name, follow_symlinks=False)
    except OSError:
        return False
    with exchanged(new, old) as done:
        if done:
            remove(new)
        return done


def _mirror(new: Path, old: Path) -> None:
    """Write each file whole, then remove those the new site does not have."""
    wanted = set(files_below(new))
    for path in sorted(wanted):
        write_whole(old / path, (new / path).read_bytes())
    for path in files_below(old):
        if path not in wanted and not path.startswith("."):
            (old / path).unlink()
    for folder in sorted((one for one in old.rglob("*") if one.is_dir() and not one.is_symlink()), reverse=True):
        if not folder.relative_to(old).parts[0].startswith(".") and not any(folder.iterdir()):
            folder.rmdir()
    remove(new)
