"""Write a site's pages and data files into a folder, or any other files the same way, for engines that read them.

The folder changes in one step where it can, so that it is the old or the new wherever a run is killed; only what was
written before is ever removed. Where the folder itself must stay, each file changes whole, and a list written first
lets a killed run be repeated. May import `site` and how files and folders are written.
Must never know MkDocs, nor what a page says.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.output.clashing import clashes
from generator.output.contents import Some
from generator.output.whole_files import NEW, made_ready, put, write_whole
from generator.output.whole_folders import (
    Busy,
    beside,
    discard,
    exchanged,
    is_unfinished,
    left_beside,
    link,
    locked,
    remove,
)
from generator.site import Site
from generator.stored import Kept

MANIFEST = ".factsheet-manifest.json"
"""Lists each file that may stand in the folder, with the SHA-256 digests of every content it may have been given."""

_LEFT_OVER = re.compile(re.escape(NEW) + "[a-z0-9_]{8}")  # as tempfile names them; the manifest is none of them
_Digests = Mapping[str, tuple[str, ...]]


class EmitError(Exception):
    """Say why the folder could not be written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one run did, each a sorted list of paths inside the folder.

    `left` are files that this site no longer has but somebody has changed since they were written.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]

    def __str__(self) -> str:
        line = f"{len(self.written)} written, {len(self.unchanged)} unchanged, {len(self.removed)} removed"
        kept = (f'left "{path}": somebody changed it; delete it by hand if it is not wanted' for path in self.left)
        return "\n".join((line, *kept))


def emit(
    site: Site, out: Path, *, static: Path | None = None, folder: str = "docs", in_place: bool = False
) -> Written:
    """Write the site into a folder, with the hand-written files under `static`, called `folder`, beside it.

    `in_place` keeps the folder itself, for a program that watches it.

    Raises EmitError, before anything is written, where a file stands in the way that was not written by this command,
    where a written file was changed by somebody since, or where a generated page and a hand-written file clash; and
    where the system refuses to write. Links inside the folder are not followed. Beside it stands a hidden folder of its
    name while this lasts; where a run was killed, the next one takes it away.
    """
    by_hand = hand_written(static) if static else {}
    if found := clashes(_kept(site), by_hand, folder=folder):
        raise EmitError("\n".join(map(str, found)))
    return emit_files(_Contents({**by_hand, **_kept(site)}), out, in_place=in_place)


def emit_files(contents: Mapping[str, bytes], out: Path, *, in_place: bool = False) -> Written:
    """Write files by their paths into a folder, with the same care: what `emit` refuses is refused here."""
    with telling(out, doing="write"):
        there = out.exists()
    try:
        with telling(out, doing="write"), locked(out):
            return _emit(contents, out, in_place=in_place)
    except Busy as error:
        raise EmitError(f'another run is writing to "{out}"; wait until it has ended') from error
    finally:
        if not there:
            with suppress(OSError):
                out.rmdir()  # only where nothing came into it


def hand_written(folder: Path) -> dict[str, Path]:
    """Give every file under a folder by its path inside it; hidden files are left out."""
    if not folder.is_dir():
        return {}
    found = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return {inner.as_posix(): path for inner, path in found if not any(part.startswith(".") for part in inner.parts)}


def _kept(site: Site) -> dict[str, Kept]:
    return {page.uri: page.kept for page in site.pages} | {file.uri: file.kept for file in site.files}


class _Contents(Mapping[str, bytes]):
    """Bytes by path, of a site and of files written by hand; each is read when it is asked for."""

    def __init__(self, kept: Mapping[str, Kept | Path]) -> None:
        self._kept = kept

    def __getitem__(self, path: str) -> bytes:
        kept = self._kept[path]
        return _read(kept) if isinstance(kept, Path) else bytes(kept)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _emit(contents: Mapping[str, bytes], out: Path, *, in_place: bool) -> Written:
    stayed = _clear_beside(out)
    planned = {path: (_digest(content),) for path, content in contents.items()}
    before = _manifest(out)
    unchanged = _refuse_strangers(out, planned, before)
    _sweep(out, {*before, *planned})
    change = _Change(
        Some(contents, tuple(path for path in sorted(contents) if path not in unchanged)),
        *_gone(out, sorted(before.keys() - planned.keys()), before),
    )
    left = (*change.left, *stayed)
    if not (change.written or change.removed or before.keys() - planned.keys() - {*change.left}):
        _write(out / MANIFEST, _rows(planned))
    elif in_place or (found := _replace(out, change, planned)) is None:
        _change_in_place(out, change, before=before, planned=planned)
    else:
        left = (*left, *found)
    return Written(tuple(change.written), tuple(sorted(unchanged)), change.removed, left)


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to be done to a folder: files to write, to remove, and to leave as somebody changed them."""

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    left: tuple[str, ...]


def _replace(out: Path, change: _Change, planned: _Digests) -> tuple[str, ...] | None:
    """Change a folder in one step; give what came into the old one meanwhile and had to stay, None where it cannot."""
    new = beside(out)
    if new is None:
        return None
    try:
        try:
            link(out.resolve(), new, without={*change.written, *change.removed, MANIFEST})
        except OSError:
            remove(new)  # a file system without hard links, another mounted inside, a file of somebody else
            return None
        _tidy(new, change.removed)
        for path, content in (*change.written.items(), (MANIFEST, _rows(planned))):
            with telling(out / path, doing="write"):
                put(new / path, content)
        with exchanged(new, out) as done:
            if done:
                return _discard(new, out)
    except BaseException:
        if is_unfinished(new):
            remove(new)
        raise
    remove(new)
    return None


def _change_in_place(out: Path, change: _Change, *, before: _Digests, planned: _Digests) -> None:
    """Change a folder file by file: all are ready before the first changes; a run that is killed can be repeated."""
    files = (*change.written.items(), (MANIFEST, _rows(planned)))
    with made_ready((out / path, content) for path, content in files) as ready:
        _write(out / MANIFEST, _rows(_either(before, planned)))
        # Removed first: where a file system takes "A.md" and "a.md" for one, the new name must be the one that stays.
        for path in change.removed:
            with telling(out / path, doing="remove"):
                (out / path).unlink()
        _tidy(out, before.keys() - planned.keys())
        for new, place in ready:
            with telling(place, doing="write"):
                new.replace(place)


def _clear_beside(out: Path) -> list[str]:
    """Take away what killed runs left beside a folder; give what somebody wrote into it, which had to stay."""
    stayed: list[str] = []
    for old in left_beside(out):
        if is_unfinished(old):
            remove(old)
        else:
            stayed += _discard(old, out)
    return stayed


def _discard(old: Path, out: Path) -> tuple[str, ...]:
    """Remove the folder that another took the place of; tell what somebody wrote into it meanwhile, and stays there."""
    known = _manifest(old)

    def ours(path: str) -> bool:
        return path in known and not (old / path).is_symlink() and _digest(_read(old / path)) in known[path]

    with telling(old, doing="remove"):
        return tuple(f"../{old.name}/{path}" for path in discard(old, out, ours=ours, last=MANIFEST))


@contextmanager
def telling(place: Path, *, doing: str) -> Iterator[None]:
    """Make what the system refuses an EmitError that names the place; the innermost place is told."""
    try:
        yield
    except OSError as error:
        raise EmitError(f'cannot {doing} "{place}": {error.strerror or error}') from error


def _manifest(out: Path) -> _Digests:
    """Read what earlier runs may have written; nothing where there was none."""
    path = out / MANIFEST
    if path.is_symlink():
        raise EmitError(f'"{path}" is a link; delete it and emit again')
    if not path.exists():
        return {}
    try:
        listed = json.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise EmitError(f'"{path}" cannot be read; delete the folder and emit again') from error
    if not isinstance(listed, dict) or not all(map(_is_digests, listed.values())):
        raise EmitError(f'"{path}" is not a list of written files; delete the folder and emit again')
    if any(PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts for name in listed):
        raise EmitError(f'"{path}" names files outside its folder; delete the folder and emit again')
    return {name: tuple(digests) for name, digests in listed.items()}


def _is_digests(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(digest, str) for digest in value)


def _either(before: _Digests, planned: _Digests) -> _Digests:
    paths = {*before, *planned}
    return {path: tuple({*before.get(path, ()), *planned.get(path, ())}) for path in paths}


def _rows(listed: _Digests) -> bytes:
    rows = {path: sorted(digests) for path, digests in sorted(listed.items())}
    return f"{json.dumps(rows, indent=1)}\n".encode()


def _refuse_strangers(out: Path, planned: _Digests, before: _Digests) -> set[str]:
    """Refuse to overwrite what this command did not write, and what somebody has changed since; give what is there."""
    there = set()
    for path in sorted(planned):
        place = out / path
        for above in _folders(out, path):
            if above.is_symlink() or (above.exists() and not above.is_dir()):
                raise EmitError(f'"{above}" stands in the way of the folder of a page; move it')
        if not place.is_symlink() and not place.exists():
            continue
        if place.is_symlink() or not place.is_file():
            raise EmitError(f'"{place}" stands in the way of a page; move it')
        digest = _digest(_read(place))
        if digest in planned[path]:
            there.add(path)
            continue
        if path not in before:
            raise EmitError(f'"{place}" was not written by this command; move it, or emit to another folder')
        if digest not in before[path]:
            raise EmitError(f'"{place}" was changed since it was written; keep your change elsewhere, delete this')
    return there


def _folders(out: Path, path: str) -> list[Path]:
    """Give the folders between a folder and a path inside it, the innermost first."""
    return [out / inner for inner in PurePosixPath(path).parents[:-1]]


def _sweep(out: Path, paths: Iterable[str]) -> None:
    """Remove the unfinished files of a run that was killed, in the folders it can have written to."""
    for folder in sorted({out, *(above for path in paths for above in _folders(out, path))}):
        if (folder != out and folder.is_symlink()) or not folder.is_dir():
            continue
        for place in sorted(folder.iterdir()):
            if _LEFT_OVER.fullmatch(place.name) and place.is_file() and not place.is_symlink():
                with telling(place, doing="remove"):
                    place.unlink()


def _write(place: Path, content: bytes) -> bool:
    with telling(place, doing="write"):
        return write_whole(place, content)


def _gone(out: Path, paths: Iterable[str], before: _Digests) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the files that are no longer wanted: those to remove, and those that somebody changed, which are left."""
    removed: list[str] = []
    left: list[str] = []
    for path in paths:
        place = out / path
        if any(part.is_symlink() for part in (place, *_folders(out, path))):
            left.append(path)
        elif place.is_file():
            (removed if _digest(_read(place)) in before[path] else left).append(path)
    return tuple(removed), tuple(left)


def _tidy(out: Path, paths: Iterable[str]) -> None:
    """Remove the folders of files that are no more where they are empty now."""
    for path in sorted(paths):
        folders = _folders(out, path)
        if any(folder.is_symlink() for folder in folders):
            continue
        for folder in folders:
            with telling(folder, doing="remove"):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()


def _read(place: Path) -> bytes:
    with telling(place, doing="read"):
        return place.read_bytes()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
