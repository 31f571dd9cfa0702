"""Pack a built site into one zip file that opens from a disk, with a note on how; same input, same bytes.

What the note says comes from the site's own `data/facts.json`. The bytes depend on the zlib Python was built with.
May import how files are written. Must never know a dossier, MkDocs or the clock: the date is handed in.
"""

from __future__ import annotations

import io
import json
import re
import textwrap
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.whole_files import write_whole

EARLIEST = 315532800
"""1 January 1980, in seconds since 1970: no zip file can hold an earlier date."""
LATEST = 4354819198
"""31 December 2107, the last date a zip file can hold."""
NOTE = "README.txt"
FACTS = "data/facts.json"
LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", NOTE})
"""Files that serve a published site only, and the note, which is written anew. Maps of scripts stay out as well."""

_WIDTH = 78
_LONGEST_NAME = 40  # of the folder: some systems cannot open long paths
_FILE = 0o100644 << 16  # a plain file that everybody reads and its owner writes
_UNIX = 3


class PackError(Exception):
    """Say why the site could not be packed."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: how many files, into how many bytes, under which folder."""

    files: int
    size: int
    folder: str

    def __str__(self) -> str:
        return f"{self.files} files in {self.size:,} bytes, under {self.folder}/"


def pack(site: Path, archive: Path, *, moment: int) -> Packed:
    """Write the built site as one zip file, whole or not at all; `moment` is the date of every file, in epoch seconds.

    Raises PackError where the folder holds no site that opens from a disk, where the zip file would stand inside it,
    and where the system refuses.
    """
    if archive.resolve().is_relative_to(site.resolve()):
        raise PackError(f'"{archive}" lies inside "{site}", which it is to hold; name a file elsewhere')
    try:
        files = contents(site)
        told = _told(files, site)
        folder = folder_name(told["title"])
        content = zipped({**files, NOTE: note(told).encode()}, folder=folder, moment=moment)
        write_whole(archive, content)
    except OSError as error:
        raise PackError(f'cannot pack "{site}" into "{archive}": {error.strerror or error}') from error
    return Packed(len(files) + 1, len(content), folder)


def contents(site: Path) -> dict[str, bytes]:
    """Give what a reader needs of a built site, by path; hidden files are left out. Raises PackError."""
    found = {path.relative_to(site): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {inner.as_posix(): path.read_bytes() for inner, path in found.items() if _wanted(inner)}
    if "index.html" not in files or FACTS not in files:
        raise PackError(f'"{site}" holds no built fact sheet; build it first: mkdocs build -f offline.yml')
    if "search/search_index.json" in files and "search/search_index.js" not in files:
        raise PackError(f'the search in "{site}" cannot open from a disk; build it with: mkdocs build -f offline.yml')
    return files


def zipped(files: Mapping[str, bytes], *, folder: str, moment: int) -> bytes:
    """Give files as one zip under one folder: sorted, all of one date and with the same permissions."""
    date = datetime.fromtimestamp(min(max(moment, EARLIEST), LATEST), tz=UTC)
    stamp = (date.year, date.month, date.day, date.hour, date.minute, date.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE
            packed.writestr(entry, content)
    return buffer.getvalue()


def note(told: Mapping[str, str]) -> str:
    """Write how to open the folder, how far its facts reach, their licence and version, as plain text."""
    title = " ".join(told["title"].split())
    parts = (
        "To read it, open index.html in a browser. Unpack the whole folder first: the pages need the files beside "
        "them. Nothing is asked of the network; only links to other sites, followed, lead there. The search and the "
        "filters need JavaScript; every page reads whole without it.",
        f"What it rests on: {told['scope']}",
        f"Licence: the curated facts are under {told['licence']}, the program is under MIT. The quoted passages belong "
        "to the publishers of their sources.",
        f"Version {told['version']}, updated {told['updated']} (data/facts.json).",
    )
    text = "\n\n".join(textwrap.fill(part, _WIDTH, break_on_hyphens=False) for part in parts)
    return f"{title}\n{'=' * min(len(title), _WIDTH)}\n\n{text}\n"


def folder_name(title: str) -> str:
    """Name the folder after the site: small Latin letters, digits and hyphens, cut between words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain))
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
    return name or "fact-sheet"


def _wanted(inner: Path) -> bool:
    hidden = any(part.startswith(".") for part in inner.parts)
    return not hidden and inner.suffix != ".map" and inner.as_posix() not in LEFT_OUT


def _told(files: Mapping[str, bytes], site: Path) -> dict[str, str]:
    try:
        facts = json.loads(files[FACTS])
        dossier = facts["dossier"]
        return {
            "version": str(facts["version"]),
            "scope": " ".join(str(dossier["scope"]["text"]).split()),
            **{name: str(dossier[name]) for name in ("title", "licence", "updated")},
        }
    except (ValueError, LookupError, TypeError) as error:
        raise PackError(f'"{site / FACTS}" is not the data file of a fact sheet; build the site anew') from error
