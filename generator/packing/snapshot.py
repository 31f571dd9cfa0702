"""A version of a site frozen as one zip file for an archive: a bag of pages, data, note and citation file.

It holds no fact files: those may still hold words that are withheld by now. Nor does it hold the sources' texts.
May import how files are written. Must never know a dossier, MkDocs or the clock: its date is that of the facts.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from generator import __version__
from generator.output.whole_files import write_whole
from generator.packing.bags import bagged
from generator.packing.built import NOTE, About, PackError, about, contents, folder_name
from generator.packing.citation_file import citation_file
from generator.packing.offline import Packed, filled, note
from generator.packing.zips import EARLIEST, zipped

CITATION = "CITATION.cff"
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+")
"""The form of a DOI, as Crossref gives it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def freeze(site: Path, folder: Path, *, doi: str = "") -> tuple[Path, Packed]:
    """Write the frozen version of a built site into a folder, whole or not at all; give the file and what it holds.

    The file is named after title, day of the last change and version; the same site gives the same bytes. `doi` is one
    that an archive has set aside for this version. Raises PackError where the site does not open from a disk, where
    the file would stand inside it, where it stands there with other bytes, and where the system refuses.
    """
    if folder.resolve().is_relative_to(site.resolve()):
        raise PackError(f'"{folder}" lies inside "{site}", which is to be frozen; name a folder elsewhere')
    try:
        files = contents(site)
        told = about(files, site)
        name = "-".join(part for part in (folder_name(told.title), _day(told), told.version) if part)
        payload = {**files, NOTE: _note(told, doi).encode(), CITATION: citation_file(told, doi=doi).encode()}
        content = zipped(bagged(payload, told=_rows(told, doi)), folder=name, moment=_moment(told))
        archive = folder / f"{name}.zip"
        if archive.exists() and archive.read_bytes() != content:
            raise PackError(f'"{archive}" is there and holds something else; a frozen version is never changed')
        write_whole(archive, content)
    except OSError as error:
        raise PackError(f'cannot freeze "{site}" in "{folder}": {error.strerror or error}') from error
    return archive, Packed(len(payload), len(content), name)


def _rows(told: About, doi: str) -> list[tuple[str, str]]:
    days = [("Bagging-Date", day)] if (day := _day(told)) else []
    return [
        ("Source-Organization", ", ".join(told.editors) or f"The editors of {told.title}"),
        ("External-Description", f"{told.title}. {told.scope}"),
        *days,
        ("External-Identifier", doi or told.version),
        ("Bag-Software-Agent", f"factsheet {__version__}"),
    ]


def _note(told: About, doi: str) -> str:
    known = f" It has the DOI {doi}." if doi else ""
    frozen = (
        f"This is version {told.version}, frozen: it does not change.{known} The site may have a later one. {CITATION} "
        "tells how to cite it. The files beside the folder data hold checksums (BagIt, RFC 8493)."
    )
    return f"{note(told)}\n{filled(frozen)}\n"


def _day(told: About) -> str:
    return told.updated if _DAY.fullmatch(told.updated) else ""


def _moment(told: About) -> int:
    """Give the date of every file, in seconds since 1970: the day of the last change, where it is one day."""
    day = _day(told)
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) if day else EARLIEST
