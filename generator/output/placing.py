"""Where a dossier's files may be written: in a folder of their own, never where people write.

Imports the standard library only. Must never write, nor know what is to be written.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ORIGINALS = ("facts", "seeds", "docs", "generator")
"""Folders of a dossier that hold what people write."""


class PlaceError(Exception):
    """Say why a folder is not one to write in."""


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
