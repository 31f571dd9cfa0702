"""What a library writes, with places for the values: it is asked once for each set of fields, not once a page.

Works where the library puts values between signs of its own and never looks at them. Imports the standard library only.
Must never know a format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PLACE = re.compile("\x02([0-9]+)\x03")  # no text has these signs by the time it is cited


def place(number: int) -> str:
    """Give what a library is handed in the place of a value."""
    return f"\x02{number}\x03"


class Pattern:
    """A text with places, each of which is filled by the value of its number."""

    def __init__(self, written: str) -> None:
        self._between = _PLACE.split(written)[::2]
        self._numbers = [int(found) for found in _PLACE.findall(written)]

    def filled(self, values: Sequence[str]) -> str:
        """Give the text with values in the places."""
        return "".join(self._pieces(values))

    def _pieces(self, values: Sequence[str]) -> Iterator[str]:
        for before, number in zip(self._between, self._numbers, strict=False):
            yield before
            yield values[number]
        yield self._between[-1]
