"""Mend the pages of a built site in its folder, whichever engine built them.

Each page is written whole, and only where mending changes it. May import `mending` and how files are written.
Must never know what a repair is for, nor which engine built the pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.emitting import EmitError, telling
from generator.mending.pages import mend
from generator.mending.policy import POLICY, Parts
from generator.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What one run did: the pages it changed, by their path in the folder, and the number of those it left.

    `missed` names each repair that found no place, with the first page that has the part it is for; `refused` what the
    policy of the pages lets no browser do, with the first page that has it.
    """

    changed: tuple[str, ...]
    unchanged: int
    missed: dict[str, str]
    refused: dict[str, str]

    def __str__(self) -> str:
        return f"{len(self.changed)} mended, {self.unchanged} unchanged"


def rewrite(folder: Path, *, policy: Parts | None = POLICY) -> Rewritten:
    """Mend every HTML file under a folder; links to files elsewhere are not followed. Raises EmitError."""
    changed, unchanged = [], 0
    missed: dict[str, str] = {}
    refused: dict[str, str] = {}
    for place in sorted(folder.rglob("*.html")):
        if place.is_symlink() or not place.is_file():
            continue
        path = place.relative_to(folder).as_posix()
        mended = mend(_text(place), policy=policy)
        for told, names in ((missed, mended.missed), (refused, mended.refused)):
            for name in names:
                told.setdefault(name, path)
        with telling(place, doing="write"):
            written = write_whole(place, mended.html.encode())
        if written:
            changed.append(path)
        else:
            unchanged += 1
    return Rewritten(tuple(changed), unchanged, missed, refused)


def _text(place: Path) -> str:
    try:
        with telling(place, doing="read"):
            return place.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise EmitError(f'"{place}" is not UTF-8; mend the site as its engine built it') from error
