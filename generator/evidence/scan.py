"""A text with what is found in it: dates, numbers, amounts, its folded form.

Each is looked for when it is first asked for, and once: many rules look at the same statements and passages.
May import amounts, calendar, folding and numbers. Must never know claims or sources.
"""

from __future__ import annotations

from generator.evidence.amounts import Amount, directed, outside
from generator.evidence.calendar import SpokenDate, dates
from generator.evidence.folding import Folded, fold
from generator.evidence.numbers import Numeral, numbers


class Scan:
    """One text, and everything the rules of evidence look for in it."""

    # No cached properties: a dossier has many scans, and these take less room and time.
    __slots__ = ("_amounts", "_dates", "_folded", "_numbers", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._dates: list[SpokenDate] | None = None
        self._numbers: list[Numeral] | None = None
        self._amounts: list[Amount] | None = None
        self._folded: Folded | None = None

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Scan) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def dates(self) -> list[SpokenDate]:
        """Give every date the text names."""
        if self._dates is None:
            self._dates = dates(self.text)
        return self._dates

    @property
    def numbers(self) -> list[Numeral]:
        """Give every number that is no part of a date."""
        if self._numbers is None:
            self._numbers = outside(numbers(self.text), self.dates)
        return self._numbers

    @property
    def amounts(self) -> list[Amount]:
        """Give every amount with its direction."""
        if self._amounts is None:
            self._amounts = directed(self.text, self.numbers)
        return self._amounts

    @property
    def folded(self) -> Folded:
        """Give the text with its typography folded."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded
