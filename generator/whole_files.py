"""Write a file whole or not at all: through a new file beside it, which takes its place.

Imports the standard library only. Must never know what is written.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

NEW = ".factsheet-"
"""How the name of a file that is not finished begins; a run that was killed may leave one."""


def write_whole(place: Path, content: bytes) -> bool:
    """Write a file, and the folders above it; tell whether anything changed. Raises OSError and leaves the old file."""
    if place.is_file() and place.read_bytes() == content:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, new = tempfile.mkstemp(dir=place.parent, prefix=NEW)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(new).chmod(0o644)
        Path(new).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(new).unlink(missing_ok=True)
        raise
    return True
