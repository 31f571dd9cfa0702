"""The lines of a file of the dossier, for showing a place in it.

May import octets. Must never refuse a file: what cannot be read has no lines.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Sequence

from generator.reading.octets import TEXT_LIMIT, read_octets

_LINE_END = re.compile(r"\r\n|\n|\r")


def lines_below(root: pathlib.Path) -> Callable[[str], Sequence[str]]:
    """Give a function that gives the lines of a file by its path from the root, without their ends.

    Bytes that are no UTF-8 are replaced; a leading byte-order mark counts as no character. Files that cannot be read
    have no lines.
    """

    def lines(file: str) -> Sequence[str]:
        octets = read_octets(root / file, file=file, limit=TEXT_LIMIT)
        if octets.problem is not None:
            return ()
        return _LINE_END.split(octets.content.decode("utf-8", "replace").removeprefix("\ufeff"))

    return lines
