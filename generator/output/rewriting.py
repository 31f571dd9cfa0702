"""Mend the pages of a built site in its folder, and what its search knows of them, whichever engine built them.

Each file is written whole, and only where mending changes it. May import `mending`, the search index and how files are
written. Must never know what a repair is for, nor which engine built the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.exports.search_index import SearchEntry, merged
from generator.mending.pages import mend
from generator.mending.policy import POLICY, Parts
from generator.output.emitting import EmitError, telling
from generator.output.whole_files import write_whole

INDEXES = ("search/search_index.json", "search.json")
"""Where MkDocs and Zensical keep what their search knows."""


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


def rewrite(folder: Path, *, policy: Parts | None = POLICY, only: Iterable[Path] | None = None) -> Rewritten:
    """Mend every HTML file under a folder, or only these; links to elsewhere are not followed. Raises EmitError."""
    changed, unchanged = [], 0
    missed: dict[str, str] = {}
    refused: dict[str, str] = {}
    for place in sorted(folder.rglob("*.html") if only is None else only):
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


def rewrite_search(folder: Path, entries: Iterable[SearchEntry]) -> bool:
    """Put entries into the search index of a built site; tell whether there is one. Raises EmitError."""
    known = tuple(entries)
    addresses = {entry.page: address for entry in known if (address := _address(folder, entry.page)) is not None}
    found = [folder / name for name in INDEXES if (folder / name).is_file()]
    for place in found:
        try:
            told = merged(_text(place), known, addresses=addresses)
        except (ValueError, LookupError, TypeError) as error:
            raise EmitError(f'"{place}" is no search index of MkDocs or Zensical') from error
        with telling(place, doing="write"):
            write_whole(place, told.encode())
    return bool(found)


def _address(folder: Path, page: str) -> str | None:
    """Give the address a page of Markdown has on a built site; None where it has none."""
    plain = page.removesuffix(".md")
    address = "" if plain == "index" else f"{plain.removesuffix('/index')}/"
    for built in (f"{address}index.html", f"{plain}.html"):
        if (folder / built).is_file():
            return address if built == f"{address}index.html" else built
    return None


def _text(place: Path) -> str:
    try:
        with telling(place, doing="read"):
            return place.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise EmitError(f'"{place}" is not UTF-8; mend the site as its engine built it') from error
