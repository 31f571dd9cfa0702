"""What a built site holds that a packed one needs, and what its own `data/facts.json` says of it.

May import nothing of ours. Must never write a file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FACTS = "data/facts.json"
NOTE = "README.txt"
LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", NOTE})
"""Files that serve a published site only, and the note, which is written anew. Maps of scripts stay out as well."""

_LONGEST_NAME = 40  # of a folder: some systems cannot open long paths


class PackError(Exception):
    """Say why the site could not be packed."""


@dataclass(frozen=True, slots=True)
class About:
    """What a site says of itself: title, scope line, licence, version, day of the last change, editors, address."""

    title: str
    scope: str
    licence: str
    version: str
    updated: str
    editors: tuple[str, ...]
    address: str


def contents(site: Path) -> dict[str, bytes]:
    """Give what a reader needs of a built site, by path; hidden files are left out. Raises PackError."""
    found = {path.relative_to(site): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {inner.as_posix(): path.read_bytes() for inner, path in found.items() if _wanted(inner)}
    if "index.html" not in files or FACTS not in files:
        raise PackError(f'"{site}" holds no built fact sheet; build it first: mkdocs build -f offline.yml')
    if "search/search_index.json" in files and "search/search_index.js" not in files:
        raise PackError(f'the search in "{site}" cannot open from a disk; build it with: mkdocs build -f offline.yml')
    return files


def about(files: Mapping[str, bytes], site: Path) -> About:
    """Read what a built site says of itself; its address is empty where it is not known. Raises PackError."""
    try:
        facts = json.loads(files[FACTS])
        dossier = facts["dossier"]
        id_ = str(dossier.get("id", ""))
        return About(
            title=str(dossier["title"]),
            scope=" ".join(str(dossier["scope"]["text"]).split()),
            licence=str(dossier["licence"]),
            version=str(facts["version"]),
            updated=str(dossier["updated"]),
            editors=tuple(map(str, dossier.get("editors", ()))),
            address=id_ if id_.startswith(("http://", "https://")) else "",
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise PackError(f'"{site / FACTS}" is not the data file of a fact sheet; build the site anew') from error


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
