"""Write a site's pages and data files into a folder, or any other files the same way, for engines that read them.

Each file is written whole, only where it changed; only what was written before is ever removed. The list of what is
about to be written is written first, so that a run that was killed at any point can simply be repeated.
May import `site`. Must never know MkDocs, nor what a page says.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.problems import Problem, Spot
from generator.site import Site
from generator.stored import Kept
from generator.whole_files import NEW, write_whole

MANIFEST = ".factsheet-manifest.json"
"""Lists each file that may stand in the folder, with the SHA-256 digests of every content it may have been given."""
ORIGINALS = ("facts", "seeds", "docs", "generator")
"""Folders of a dossier that hold what people write."""

_LEFT_OVER = re.compile(re.escape(NEW) + "[a-z0-9_]{8}")  # as tempfile names them; the manifest is none of them
_Digests = Mapping[str, tuple[str, ...]]


class EmitError(Exception):
    """Say why the folder could not be written."""


class PlaceError(EmitError):
    """Say why a folder is not one to write in."""


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


def clashes(site: Site, taken: Iterable[str], *, folder: str = "docs") -> list[Problem]:
    """Find generated pages and files whose address a hand-written file has; `taken` are paths inside its folder.

    A page clashes with any file that leads to the same address: `x.md`, `x/index.md`, `x/README.md`, `x.html`.
    """
    ours = {_served(uri): uri for uri in _kept(site)}
    return sorted(
        Problem(
            Spot(f"{folder}/{path}"),
            "page-clash",
            f'"{path}" has the address of the generated "{ours[_served(path)]}"; rename it',
        )
        for path in taken
        if _served(path) in ours
    )


def refuse_place(out: Path, *, root: Path, apart: Iterable[Path] = ()) -> None:
    """Refuse a folder that is, holds or lies inside what a dossier is made from, or one of `apart`; links are followed.

    A folder of its own inside the root, such as `build/pages`, is fine. Raises PlaceError.
    """
    try:
        place = out.resolve()
        relation = _relation(place, root.resolve())
        if relation in ("is", "holds"):
            raise PlaceError(f'"{out}" {relation} the folder of the dossier; emit to a folder of its own')
        for name in ORIGINALS:
            if relation := _relation(place, (root / name).resolve()):
                raise PlaceError(f'"{out}" {relation} the folder {name}/ of the dossier; emit to a folder of its own')
        for other in apart:
            if relation := _relation(place, other.resolve()):
                raise PlaceError(f'"{out}" {relation} the folder "{other}"; emit to a folder of its own')
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise PlaceError(f'"{out}" cannot be followed to a folder: {error}') from error


def emit(site: Site, out: Path, *, static: Path | None = None, folder: str = "docs") -> Written:
    """Write the site into a folder, with the hand-written files under `static`, called `folder`, beside it.

    Raises EmitError, before anything is written, where a file stands in the way that was not written by this command,
    where a written file was changed by somebody since, or where a generated page and a hand-written file clash; and
    where the system refuses to write. Nothing outside the folder is touched: links inside it are not followed.
    """
    by_hand = hand_written(static) if static else {}
    if found := clashes(site, by_hand, folder=folder):
        raise EmitError("\n".join(map(str, found)))
    return emit_files(_Contents({**by_hand, **_kept(site)}), out)


def emit_files(contents: Mapping[str, bytes], out: Path) -> Written:
    """Write files by their paths into a folder, with the same care: what `emit` refuses is refused here."""
    with telling(out, doing="write"):
        return _emit(contents, out)


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


def _emit(contents: Mapping[str, bytes], out: Path) -> Written:
    planned = {path: (_digest(content),) for path, content in contents.items()}
    before = _manifest(out)
    _refuse_strangers(out, planned, before)
    _sweep(out, {*before, *planned})
    _write_manifest(out, _either(before, planned))
    # Removed first: where a file system takes "A.md" and "a.md" for one, the new name must be the one that stays.
    removed, left = _remove(out, sorted(before.keys() - planned.keys()), before)
    written = [path for path in sorted(contents) if _write(out / path, contents[path])]
    _write_manifest(out, planned)
    unchanged = tuple(sorted(contents.keys() - set(written)))
    return Written(tuple(written), unchanged, tuple(removed), tuple(left))


def _served(uri: str) -> str:
    """Give the file a path is served as, with directory addresses: `x.md` and `x/index.md` are `x/index.html`."""
    path = PurePosixPath(uri)
    if path.suffix in (".md", ".markdown", ".html", ".htm"):
        stem = path.with_suffix("")
        index = stem.name == "index" or (stem.name == "README" and path.suffix != ".html")
        folder = stem.parent if index else stem
        return (folder / "index.html").as_posix().casefold()
    return path.as_posix().casefold()


def _relation(place: Path, original: Path) -> str:
    """Say whether a place is, holds or lies inside an original folder, both resolved; nothing if they are apart."""
    if _same(place, original):
        return "is"
    if any(_same(place, above) for above in original.parents):
        return "holds"
    return "lies inside" if any(_same(above, original) for above in place.parents) else ""


def _same(one: Path, other: Path) -> bool:
    # The second test sees through file systems that take "Facts" and "facts" for one.
    return one == other or (one.exists() and other.exists() and one.samefile(other))


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


def _write_manifest(out: Path, listed: _Digests) -> None:
    rows = {path: sorted(digests) for path, digests in sorted(listed.items())}
    _write(out / MANIFEST, f"{json.dumps(rows, indent=1)}\n".encode())


def _refuse_strangers(out: Path, planned: _Digests, before: _Digests) -> None:
    """Refuse to overwrite what this command did not write, and what somebody has changed since."""
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
            continue
        if path not in before:
            raise EmitError(f'"{place}" was not written by this command; move it, or emit to another folder')
        if digest not in before[path]:
            raise EmitError(f'"{place}" was changed since it was written; keep your change elsewhere, delete this')


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


def _remove(out: Path, paths: Iterable[str], before: _Digests) -> tuple[list[str], list[str]]:
    """Remove files, and folders that are empty then; give what was removed, and what somebody changed and was left."""
    removed, left = [], []
    for path in paths:
        place = out / path
        if any(part.is_symlink() for part in (place, *_folders(out, path))):
            left.append(path)
            continue
        with telling(place, doing="remove"):
            if place.is_file():
                if _digest(place.read_bytes()) not in before[path]:
                    left.append(path)
                    continue
                place.unlink()
                removed.append(path)
            # A run that was killed may have made the folder but not the file.
            for folder in _folders(out, path):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()
    return removed, left


def _read(place: Path) -> bytes:
    with telling(place, doing="read"):
        return place.read_bytes()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
