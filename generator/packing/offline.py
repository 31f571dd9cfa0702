"""A built site as one zip file that opens from a disk, with a note on how.

May import how files are written. Must never know a dossier, MkDocs or the clock: the date is handed in.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

from generator.output.whole_files import write_whole
from generator.packing.built import NOTE, About, PackError, about, contents, folder_name
from generator.packing.zips import zipped

_WIDTH = 78


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
        told = about(files, site)
        folder = folder_name(told.title)
        content = zipped({**files, NOTE: note(told).encode()}, folder=folder, moment=moment)
        write_whole(archive, content)
    except OSError as error:
        raise PackError(f'cannot pack "{site}" into "{archive}": {error.strerror or error}') from error
    return Packed(len(files) + 1, len(content), folder)


def note(told: About) -> str:
    """Write how to open the folder, how far its facts reach, their licence and version, as plain text."""
    title = " ".join(told.title.split())
    parts = (
        "To read it, open index.html in a browser. Unpack the whole folder first: the pages need the files beside "
        "them. Nothing is asked of the network; only links to other sites, followed, lead there. The search and the "
        "filters need JavaScript; every page reads whole without it.",
        f"What it rests on: {told.scope}",
        f"Licence: the curated facts are under {told.licence}, the program is under MIT. The quoted passages belong "
        "to the publishers of their sources.",
        f"Version {told.version}, updated {told.updated} (data/facts.json).",
    )
    text = "\n\n".join(map(filled, parts))
    return f"{title}\n{'=' * min(len(title), _WIDTH)}\n\n{text}\n"


def filled(text: str) -> str:
    """Break a paragraph of plain text into lines."""
    return textwrap.fill(text, _WIDTH, break_on_hyphens=False)
