"""Write a file whole or not at all, or several files together: through new files beside them, which take their places.

Imports the standard library only. Must never know what is written.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

NEW = ".factsheet-"
"""How the name of a file that is not finished begins; a run that was killed may leave one."""


def write_whole(place: Path, content: bytes) -> bool:
    """Write a file, and the folders above it; tell whether anything changed. Raises OSError and leaves the old file."""
    if place.is_file() and place.read_bytes() == content:
        return False
    write_all({place: content})
    return True


def write_all(contents: Mapping[Path, bytes], *, removed: Iterable[Path] = ()) -> None:
    """Write several files, and the folders above them, then remove others; all are ready before one takes its place.

    Raises OSError. What was refused while files were made ready leaves every file as it was.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for place, content in contents.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, new = tempfile.mkstemp(dir=place.parent, prefix=NEW)
            ready.append((Path(new), place))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(new).chmod(0o644)
        for new_file, place in ready:
            new_file.replace(place)
    except BaseException:
        for new_file, _ in ready:
            with suppress(OSError):
                new_file.unlink(missing_ok=True)
        raise
    for place in removed:
        place.unlink(missing_ok=True)
