"""Write a file whole or not at all, or several files together: through new files beside them, which take their places.

Imports the standard library only. Must never know what is written.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
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
    with made_ready(contents.items()) as ready:
        for new, place in ready:
            new.replace(place)
    for place in removed:
        place.unlink(missing_ok=True)


@contextmanager
def made_ready(contents: Iterable[tuple[Path, bytes]]) -> Iterator[list[tuple[Path, Path]]]:
    """Write new files beside those whose places they are to take, and give each with its place.

    Raises OSError. New files that have not taken their place at the end are removed, and so are folders made for them.
    """
    ready: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for place, content in contents:
            made += [above for above in (place.parent, *place.parent.parents) if not above.exists()]
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, new = tempfile.mkstemp(dir=place.parent, prefix=NEW)
            ready.append((Path(new), place))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(new).chmod(0o644)
        yield ready
    except BaseException:
        for new_file, _ in ready:
            with suppress(OSError):
                new_file.unlink(missing_ok=True)
        for folder in sorted(made, reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


def put(place: Path, content: bytes) -> None:
    """Write a file that nobody reads yet, and the folders above it. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    place.chmod(0o644)
