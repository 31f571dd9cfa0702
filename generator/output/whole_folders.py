"""Give a folder new content in one step: made beside it under a hidden name, then the two change places.

Whoever reads the folder sees the old or the new, wherever a run is killed. Some folders must stay: a mount point, or
one that somebody stands in. Links are not followed. Imports the standard library only.
Must never know what is written, nor which files are ours: it is told.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

if sys.platform != "win32":
    import fcntl

PATIENCE = 100
"""How often a second run asks whether the first has ended."""

_PAUSE = 0.1  # seconds
_UNFINISHED = ".factsheet-unfinished"  # stands in a new folder until all is in it
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_MOUNTED = Path("/proc/self/mountinfo")  # of Linux; a blank in a way is written in octal there
_OCTAL = re.compile(rb"\\([0-7]{3})")
_ANYWHERE = -100  # the folder that ways begin at; these are whole

_Rename = Callable[[int, bytes, int, bytes, int], int]


class Busy(Exception):
    """Say that another run is writing to the folder."""


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold a folder against other runs, and make it where it is not there; wait a while for another run. Raises Busy.

    The lock is on the folder itself and ends with the process, however that ends: nothing is left to clear away.
    """
    for _ in range(PATIENCE):
        place.mkdir(parents=True, exist_ok=True)
        with _open(place) as handle:
            held = _hold(handle)
            # The other run may have put a new folder there since this one was opened.
            if held and _is_still(place, handle):
                yield
                return
        if not held:
            Event().wait(_PAUSE)
    raise Busy


def beside(place: Path) -> Path | None:
    """Make an empty folder that can change places with another; None where none can be made or the other must stay."""
    place = place.resolve()
    if must_stay(place):
        return None
    try:
        new = Path(tempfile.mkdtemp(dir=place.parent, prefix=_prefix(place)))
    except OSError:
        return None
    try:
        (new / _UNFINISHED).touch()
    except OSError:
        new.rmdir()
        return None
    return new


def must_stay(place: Path) -> bool:
    """Tell whether a folder cannot change places: it is or holds a mount point, or this run stands in it."""
    place = place.resolve()
    return _rename() is None or place.is_mount() or _stands_in(place) or _holds_mount(place)


def left_beside(place: Path) -> list[Path]:
    """Give the folders that killed runs left beside a folder; only for who holds it."""
    place = place.resolve()
    pattern = re.compile(re.escape(_prefix(place)) + "[a-z0-9_]{8}")
    with suppress(OSError):
        found = (one for one in place.parent.iterdir() if pattern.fullmatch(one.name))
        return sorted(one for one in found if one.is_dir() and not one.is_symlink())
    return []


def is_unfinished(folder: Path) -> bool:
    """Tell whether a folder that was left was never ready: then all in it was made by the run that was killed."""
    with suppress(FileNotFoundError):
        return (folder / _UNFINISHED).exists() or not any(folder.iterdir())
    return False


def link(old: Path, new: Path, *, without: Collection[str] = ()) -> None:
    """Fill a new folder with what an old one holds, but for some paths: the same files, not copies. Raises OSError."""
    _link(str(old), str(new), "", frozenset(without))


@contextmanager
def exchanged(new: Path, place: Path) -> Iterator[bool]:
    """Let two folders change places in one step, and tell whether they did; `new` is the name of the old one then.

    Where they could not, both are as they were. While this lasts no other run can hold either.
    """
    place = place.resolve()
    with _open(new) as handle:
        _hold(handle)
        (new / _UNFINISHED).unlink(missing_ok=True)
        rename = _rename()
        yield rename is not None and rename(_ANYWHERE, os.fsencode(new), _ANYWHERE, os.fsencode(place), _EXCHANGE) == 0


def discard(old: Path, place: Path, *, ours: Callable[[str], bool], last: str) -> list[str]:
    """Remove a folder that another has taken the place of; give the paths in it that had to stay.

    A file goes that stands in the other as well, or that is `ours`. Any other came while the new folder was made: it is
    moved into it, unless something has its name there. The file `last`, which tells what is ours, goes last.
    """
    paths = [path for path in files_below(old) if path != last]
    stay = [path for path in paths if not _cleared(old / path, place / path, ours=ours(path))]
    if not stay:
        (old / last).unlink(missing_ok=True)
    for folder in sorted((one for one in old.rglob("*") if one.is_dir() and not one.is_symlink()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    if not any(old.iterdir()):
        old.rmdir()
    return stay


def files_below(folder: Path, inner: str = "") -> Iterator[str]:
    """Give the paths of all below a folder that is no folder, sorted; links are not followed."""
    with os.scandir(folder / inner) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(folder, f"{inner}{entry.name}/")
        else:
            yield inner + entry.name


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as the system lets it."""
    shutil.rmtree(folder, ignore_errors=True)


def _cleared(old: Path, new: Path, *, ours: bool) -> bool:
    if ours or (os.path.lexists(new) and os.path.samestat(old.lstat(), new.lstat())):
        old.unlink()
        return True
    if os.path.lexists(new):
        return False
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)
    return True


def _link(old: str, new: str, inner: str, without: frozenset[str]) -> None:
    with os.scandir(old) as entries:
        for entry in entries:
            path = inner + entry.name
            if entry.is_dir(follow_symlinks=False):
                Path(new, entry.name).mkdir()
                _link(entry.path, f"{new}/{entry.name}", f"{path}/", without)
            elif path not in without:
                os.link(entry.path, f"{new}/{entry.name}", follow_symlinks=False)
    # Permissions and owner are kept; the times of folders tell when their list of files was written.
    there, made = Path(old).stat(), Path(new)
    shutil.copystat(old, new)
    os.utime(new)
    if (there.st_uid, there.st_gid) != (made.stat().st_uid, made.stat().st_gid):
        os.chown(new, there.st_uid, there.st_gid)


def _holds_mount(place: Path) -> bool:
    """Tell whether a file system is mounted on a folder or below it, where the system lists them."""
    with suppress(OSError):
        points = [row.split(b" ")[4] for row in _MOUNTED.read_bytes().splitlines()]
        ways = (os.fsdecode(_OCTAL.sub(lambda code: bytes([int(code[1], 8)]), point)) for point in points)
        return any(Path(way).is_relative_to(place) for way in ways)
    return False


def _prefix(place: Path) -> str:
    return f".{place.name}.factsheet-"


def _stands_in(place: Path) -> bool:
    with suppress(OSError):
        return Path.cwd().is_relative_to(place)
    return True


@contextmanager
def _open(folder: Path) -> Iterator[int | None]:
    """Open a folder to hold it; None on Windows, which opens none: nothing keeps two runs apart there."""
    if sys.platform == "win32":
        yield None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _hold(handle: int | None) -> bool:
    if sys.platform == "win32" or handle is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _is_still(place: Path, handle: int | None) -> bool:
    with suppress(FileNotFoundError):
        return handle is None or os.path.samestat(os.fstat(handle), place.stat())
    return False


@functools.cache
def _rename() -> _Rename | None:
    """Give the call of the system that lets two folders change places: of Linux, else of macOS."""
    system = ctypes.CDLL(None) if os.name == "posix" else None
    call = getattr(system, "renameat2", None) or getattr(system, "renameatx_np", None)
    if call is not None:
        call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return call
