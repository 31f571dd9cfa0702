"""What a check found in a folder, remembered for the next check of the very same bytes by the very same program.

Nothing but bytes decides whether two folders are the same: every file below facts/ and seeds/, of this program, and the
names of all that is installed beside it. A folder with a link or anything else that is no plain file is never
remembered. What is remembered is data, not code; what is damaged, foreign or of another version is passed over.
May import problems and how files are written. Must never know a rule, nor where the folder for remembering is.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Problem, Spot

FOLDERS = ("facts", "seeds")
MOST = 64
"""Results that are kept; of more, those go that were used longest ago."""
LARGEST = 2_000_000
"""Bytes of one result; a larger one is not worth keeping."""
_LARGEST_FILE = 8_000_000


@dataclass(frozen=True, slots=True)
class State:
    """What a folder and this program are at a moment: one digest of all bytes, and the marks of all files.

    The marks say whether a file was touched while somebody else was reading it.
    """

    digest: str
    marks: tuple[tuple[object, ...], ...]


class _NotPlainError(Exception):
    """Something below a folder is neither a folder nor a plain file, or too large."""


def state_of(root: Path) -> State | None:
    """Look at every byte of a dossier and of this program; None where something cannot be told by its bytes."""
    digest = hashlib.sha256(_program())
    marks: list[tuple[object, ...]] = []
    try:
        for folder in FOLDERS:
            _look(root / folder, folder, digest, marks)
    except (OSError, _NotPlainError):
        return None
    return State(digest.hexdigest(), tuple(marks))


def untouched(root: Path, state: State) -> bool:
    """Tell whether no file was written, replaced, added or removed since a state was looked at."""
    marks: list[tuple[object, ...]] = []
    try:
        for folder in FOLDERS:
            _look(root / folder, folder, None, marks)
    except (OSError, _NotPlainError):
        return False
    return tuple(marks) == state.marks


def recall(place: Path, state: State) -> list[Problem] | None:
    """Give what was found in the same state, from the folder for remembering; None where that is not known."""
    file = place / f"{state.digest}.json"
    try:
        with file.open("rb") as stream:
            held = json.loads(stream.read(LARGEST))
        told, rows = held["of"], held["problems"]
        if held.keys() != {"of", "problems", "digest"} or told != state.digest or held["digest"] != _seal(told, rows):
            return None
        problems = [_problem(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    with suppress(OSError):
        os.utime(file)  # used now
    return problems


def remember(place: Path, state: State, problems: list[Problem]) -> None:
    """Keep what was found in a state; where that cannot be written, it is not kept."""
    from generator.output.whole_files import write_whole  # noqa: PLC0415  # loaded only where something is written

    rows = [_row(problem) for problem in problems]
    held = {"of": state.digest, "problems": rows, "digest": _seal(state.digest, rows)}
    content = json.dumps(held).encode("ascii")
    if len(content) >= LARGEST:
        return
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)  # messages quote the files
        write_whole(place / f"{state.digest}.json", content)
        every = sorted(place.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        for file in every[:-MOST]:
            file.unlink(missing_ok=True)


def _program() -> bytes:
    """Give what decides besides the folder: the text of this program, Python, and what is installed."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    for folder in sys.path:
        with suppress(OSError):
            names = sorted(os.fsencode(entry.name) for entry in os.scandir(folder or "."))
            digest.update(b"\n".join(name for name in names if name.endswith((b".dist-info", b".egg-info"))))
    return digest.digest()


def _look(path: Path, name: str, digest: Any, marks: list[tuple[object, ...]]) -> None:
    """Look at a folder or file, and at all below it; at their bytes only where there is a digest to add them to."""
    try:
        seen = path.lstat()
    except FileNotFoundError:
        marks.append((name, None))
        seen = None
    if seen is None:
        if digest is not None:
            digest.update(_framed(b"none", name))
        return
    marks.append((name, seen.st_mode, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino))
    if stat.S_ISDIR(seen.st_mode):
        names = sorted(entry.name for entry in os.scandir(path))
        if digest is not None:
            digest.update(_framed(b"folder", name, len(names)))
        for one in names:
            _look(path / one, f"{name}/{one}", digest, marks)
    elif not stat.S_ISREG(seen.st_mode) or seen.st_size > _LARGEST_FILE:
        raise _NotPlainError
    elif digest is not None:
        content = path.read_bytes()
        digest.update(_framed(b"file", name, len(content)))
        digest.update(content)


def _framed(kind: bytes, name: str, size: int = 0) -> bytes:
    """Give a head that no name or content can imitate: its length goes before it."""
    told = os.fsencode(name)
    return b"%s %d %d\n%s" % (kind, len(told), size, told)


def _row(problem: Problem) -> list[object]:
    spot = problem.spot
    return [spot.file, spot.line, spot.column, spot.width, problem.code, problem.message, list(problem.details)]


def _problem(row: list[Any]) -> Problem:
    """Read a row; raises for one that is none."""
    file, line, column, width, code, message, details = row
    if not all(type(text) is str for text in (file, code, message, *details)):
        raise TypeError("no text")
    if not all(type(number) is int for number in (line, column, width)):
        raise TypeError("no number")
    return Problem(Spot(file, line, column, width), code, message, tuple(details))


def _seal(digest: str, rows: object) -> str:
    """Give the digest of a result, by which a damaged one is known."""
    return hashlib.sha256(f"{digest} {json.dumps(rows)}".encode()).hexdigest()
