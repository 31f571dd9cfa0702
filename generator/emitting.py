"""Write a site's pages and data files into a folder, for any site generator that reads Markdown.

Each file is written whole, only where it changed; only what was written before is ever removed.
May import `site`. Must never know MkDocs, nor what a page says.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.problems import Problem, Spot
from generator.site import Site

MANIFEST = ".factsheet-manifest.json"


class EmitError(Exception):
    """Say why nothing was written."""


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
    ours = {_served(uri): uri for uri in _contents(site)}
    return sorted(
        Problem(
            Spot(f"{folder}/{path}"),
            "page-clash",
            f'"{path}" has the address of the generated "{ours[_served(path)]}"; rename it',
        )
        for path in taken
        if _served(path) in ours
    )


def emit(site: Site, out: Path, *, static: Path | None = None) -> Written:
    """Write the site into a folder, with the hand-written files under `static` beside it.

    Raises EmitError, before anything is written, where a file stands in the way that was not written by this command,
    where a written file was changed by somebody since, or where a generated page and a hand-written file clash.
    """
    by_hand = hand_written(static) if static else {}
    if found := clashes(site, by_hand, folder=static.name if static else "docs"):
        raise EmitError("\n".join(map(str, found)))
    contents = {path: source.read_bytes() for path, source in by_hand.items()} | _contents(site)
    before = _manifest(out)
    _refuse_strangers(out, contents, before)
    written = [path for path, content in sorted(contents.items()) if _write(out / path, content)]
    removed, left = _remove(out, sorted(before.keys() - contents.keys()), before)
    listing = json.dumps({path: _digest(content) for path, content in sorted(contents.items())}, indent=1)
    _write(out / MANIFEST, f"{listing}\n".encode())
    unchanged = tuple(sorted(contents.keys() - set(written)))
    return Written(tuple(written), unchanged, tuple(removed), tuple(left))


def hand_written(folder: Path) -> dict[str, Path]:
    """Give every file under a folder by its path inside it; hidden files are left out."""
    if not folder.is_dir():
        return {}
    found = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return {inner.as_posix(): path for inner, path in found if not any(part.startswith(".") for part in inner.parts)}


def _contents(site: Site) -> dict[str, bytes]:
    return {page.uri: page.markdown.encode() for page in site.pages} | {file.uri: file.content for file in site.files}


def _served(uri: str) -> str:
    """Give the file a path is served as, with directory addresses: `x.md` and `x/index.md` are `x/index.html`."""
    path = PurePosixPath(uri)
    if path.suffix in (".md", ".markdown", ".html", ".htm"):
        stem = path.with_suffix("")
        index = stem.name == "index" or (stem.name == "README" and path.suffix != ".html")
        folder = stem.parent if index else stem
        return (folder / "index.html").as_posix().casefold()
    return path.as_posix().casefold()


def _manifest(out: Path) -> dict[str, str]:
    path = out / MANIFEST
    if not path.exists():
        return {}
    try:
        listed = json.loads(path.read_bytes())
    except ValueError as error:
        raise EmitError(f'"{path}" cannot be read; delete the folder and emit again') from error
    if not isinstance(listed, dict) or not all(isinstance(value, str) for value in listed.values()):
        raise EmitError(f'"{path}" is not a list of written files; delete the folder and emit again')
    if any(PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts for name in listed):
        raise EmitError(f'"{path}" names files outside its folder; delete the folder and emit again')
    return listed


def _refuse_strangers(out: Path, contents: Mapping[str, bytes], before: Mapping[str, str]) -> None:
    """Refuse to overwrite what this command did not write, and what somebody has changed since."""
    for path, content in sorted(contents.items()):
        place = out / path
        if not place.exists():
            continue
        if not place.is_file():
            raise EmitError(f'"{place}" stands in the way of a page; move it')
        digest = _digest(place.read_bytes())
        if digest == _digest(content):
            continue
        if path not in before:
            raise EmitError(f'"{place}" was not written by this command; move it, or emit to another folder')
        if digest != before[path]:
            raise EmitError(f'"{place}" was changed since it was written; move your change to the fact files or docs/')


def _write(place: Path, content: bytes) -> bool:
    """Write a file whole, through a new file that takes its place; tell whether anything changed."""
    if place.is_file() and place.read_bytes() == content:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, new = tempfile.mkstemp(dir=place.parent, prefix=".factsheet-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(new).chmod(0o644)
        Path(new).replace(place)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise
    return True


def _remove(out: Path, paths: Iterable[str], before: Mapping[str, str]) -> tuple[list[str], list[str]]:
    removed, left = [], []
    for path in paths:
        place = out / path
        if not place.is_file():
            continue
        if _digest(place.read_bytes()) != before[path]:
            left.append(path)
            continue
        place.unlink()
        removed.append(path)
        for folder in place.parents:
            if folder == out or any(folder.iterdir()):
                break
            folder.rmdir()
    return removed, left


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
