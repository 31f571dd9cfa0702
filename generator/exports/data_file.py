"""A data file: its path on the site and its bytes, and the one way JSON is written.

May import how JSON is written. Must never know what a file holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.stored import Kept
from generator.telling.told import written


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file: its path from the site's root, such as `data/facts.json`, its bytes, and what it holds.

    The bytes may be `kept` elsewhere; `content` gives them in any case.
    What a file `holds`, in one sentence, is told on the Data page, which lists no other files.
    """

    uri: str
    kept: Kept
    holds: str = ""

    @property
    def content(self) -> bytes:
        return bytes(self.kept)


def as_json(data: object) -> bytes:
    """Give JSON bytes that are the same for the same data: UTF-8, two spaces, a newline at the end."""
    return written(data, indent=2) + b"\n"
