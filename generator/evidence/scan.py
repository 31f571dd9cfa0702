"""A text with what is found in it: dates, numbers, amounts, its folded form.

Each is looked for when it is first asked for, and once: many rules look at the same statements and passages.
May import amounts, calendar, folding and numbers. Must never know claims or sources.
"""

from __future__ import annotations

from functools import cached_property

from generator.evidence.amounts import Amount, directed, outside
from generator.evidence.calendar import SpokenDate, dates
from generator.evidence.folding import Folded, fold
from generator.evidence.numbers import Numeral, numbers


class Scan:
    """One text, and everything the rules of evidence look for in it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def dates(self) -> list[SpokenDate]:
        """Give every date the text names."""
        return dates(self.text)

    @cached_property
    def numbers(self) -> list[Numeral]:
        """Give every number that is no part of a date."""
        return outside(numbers(self.text), self.dates)

    @cached_property
    def amounts(self) -> list[Amount]:
        """Give every amount with its direction."""
        return directed(self.text, self.numbers)

    @cached_property
    def folded(self) -> Folded:
        """Give the text with its typography folded."""
        return fold(self.text)
