"""Amounts as intervals: what a number, a bound or a range leaves possible, and whether two of them can both hold.

May import the model. Must never know a question, a passage or what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.model.passages import Value

BOUNDS = ("exactly", "about", "at_least", "more_than", "at_most", "fewer_than", "between")


@dataclass(frozen=True, slots=True)
class Interval:
    """The amounts a value leaves possible; None is an open end, `low_in` and `high_in` say whether an end is included.

    `vague` marks a value given as near: how near, nobody says.
    """

    low: Fraction | None
    high: Fraction | None
    low_in: bool = True
    high_in: bool = True
    vague: bool = False

    def holds(self, number: Fraction) -> bool:
        """Say whether a number is among the amounts."""
        above = self.low is None or self.low < number or (self.low_in and self.low == number)
        below = self.high is None or number < self.high or (self.high_in and self.high == number)
        return above and below


def interval(value: Value) -> Interval | None:
    """Give the interval of an amount; None for dates and words."""
    if value.name not in BOUNDS:
        return None
    given = value.given
    ends = [Fraction(str(number)) for number in (given if isinstance(given, list) else [given])]
    low, high = min(ends), max(ends)
    if value.name in ("at_least", "more_than"):
        return Interval(low, None, low_in=value.name == "at_least")
    if value.name in ("at_most", "fewer_than"):
        return Interval(None, high, high_in=value.name == "at_most")
    return Interval(low, high, vague=value.name == "about")


def overlap(one: Interval, other: Interval) -> bool | None:
    """Say whether two amounts can both hold; None where one is given only as near and the numbers alone do not tell."""
    if _meet(one, other):
        return True
    return None if one.vague or other.vague else False


def _meet(one: Interval, other: Interval) -> bool:
    low, low_in = _tighter(one.low, one.low_in, other.low, other.low_in, sign=1)
    high, high_in = _tighter(one.high, one.high_in, other.high, other.high_in, sign=-1)
    if low is None or high is None:
        return True
    return low < high or (low == high and low_in and high_in)


def _tighter(
    one: Fraction | None, one_in: bool, other: Fraction | None, other_in: bool, *, sign: int
) -> tuple[Fraction | None, bool]:
    """Give the end that leaves less room: the higher low end (sign 1) or the lower high end (sign -1)."""
    if one is None or other is None:
        return (other, other_in) if one is None else (one, one_in)
    if one == other:
        return one, one_in and other_in
    return (one, one_in) if (one - other) * sign > 0 else (other, other_in)
