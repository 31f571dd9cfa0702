"""Every amount of an English text with its direction: at least, over, about, up to, under, between.

The bounds have the names of the fields of a value. May import numbers and calendar. Must never know claims or sources.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.evidence.calendar import SpokenDate, dates
from generator.evidence.direction_words import Bound, bound_after, bound_before, is_change
from generator.evidence.numbers import DASHES, Numeral, numbers

Number = int | Decimal
AmountBound = Bound | Literal["between"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold an amount: its bound, what is known of it below and above, and the place of its words, direction included.

    `low` is None for at_most and fewer_than, `high` for at_least and more_than; exactly and about have both the same.
    """

    bound: AmountBound
    low: Number | None
    high: Number | None
    start: int
    end: int

    @property
    def figures(self) -> tuple[Number, ...]:
        """Give the one number, or the two of a range."""
        if self.bound == "between" and self.low is not None and self.high is not None:
            return self.low, self.high
        return tuple(number for number in (self.low if self.low is not None else self.high,) if number is not None)


_RANGE_GAP = re.compile(rf"[^\S\n]?[{DASHES}][^\S\n]?|[^\S\n]+to[^\S\n]+(?:the[^\S\n]+age[^\S\n]+of[^\S\n]+)?")
_AND_GAP = re.compile(r"[^\S\n]+and[^\S\n]+|[^\S\n]*[-\u2013\u2014\u2212][^\S\n]*")
_OR_GAP = re.compile(r"[^\S\n]+or[^\S\n]+")
_BETWEEN = re.compile(
    r"\bbetween(?:[^\S\n]+the[^\S\n]+ages?[^\S\n]+of|[^\S\n]+ages?)?[^\S\n]+[$\u20ac\u00a3]?$", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom[^\S\n]+[$\u20ac\u00a3]?$", re.IGNORECASE)
_CHAIN_BEFORE = re.compile(rf"\d[{DASHES}/]$")
_CHAIN_AFTER = re.compile(rf"[{DASHES}/]\d")
_LOOK_BACK = 60  # characters before a number in which its direction is looked for


def amounts(text: str) -> list[Amount]:
    """Find every amount with its direction, in the order of the text.

    Ordinals, numbers inside dates and a "one" that counts nothing are left out, and so is a number whose direction is
    denied in a way that leaves it open ("not 640", "not about 640"). "Nearly" and "almost" read as about.
    """
    return directed(text, numbers_outside_dates(text))


def directed(text: str, numerals: Iterable[Numeral]) -> list[Amount]:
    """Read the direction of numbers that were found in a text outside its dates: the amounts of `amounts`."""
    counted = [numeral for numeral in numerals if numeral.form != "ordinal" and not numeral.pronoun]
    found: list[Amount] = []
    at = 0
    while at < len(counted):
        pair = _range(text, counted[at], counted[at + 1]) if at + 1 < len(counted) else None
        if pair is not None:
            found.append(pair)
            at += 2
            continue
        single = _single(text, counted[at])
        if single is not None:
            found.append(single)
        at += 1
    return found


def numbers_outside_dates(text: str) -> list[Numeral]:
    """Find every number that is no part of a date the text names."""
    return outside(numbers(text), dates(text))


def outside(numerals: list[Numeral], spoken: Sequence[SpokenDate]) -> list[Numeral]:
    """Leave out the numbers that are part of a date; both in the order of the text."""
    if not spoken:
        return numerals
    starts = [date.start for date in spoken]
    kept = []
    for numeral in numerals:
        at = bisect_right(starts, numeral.start) - 1
        if at < 0 or numeral.end > spoken[at].end:
            kept.append(numeral)
    return kept


def _range(text: str, first: Numeral, second: Numeral) -> Amount | None:
    """Read two numbers as one range, where the words between and before them say so."""
    low: Number = first.value
    high: Number = second.value if second.value > 0 else -second.value
    if first.scale == 1 < second.scale and low < high / second.scale:
        low = low * second.scale
    if low >= high:
        return None
    behind = text[max(0, first.start - _LOOK_BACK) : first.start]
    between, from_ = _BETWEEN.search(behind), _FROM.search(behind)
    gap = text[first.end : second.start].rstrip("$\u20ac\u00a3") if second.start - first.end <= _LOOK_BACK else "\n"
    if between and _AND_GAP.fullmatch(gap):
        return Amount("between", low, high, first.start - len(between[0]), second.end)
    if from_ and is_change(behind[: from_.start()]):
        return None
    if not _RANGE_GAP.fullmatch(gap) and not _OR_GAP.fullmatch(gap):
        return None
    if _CHAIN_BEFORE.search(behind) or _CHAIN_AFTER.match(text, second.end):
        return None  # a telephone number, a date in figures
    return Amount("between", low, high, first.start - (len(from_[0]) if from_ else 0), second.end)


def _single(text: str, numeral: Numeral) -> Amount | None:
    behind = text[max(0, numeral.start - _LOOK_BACK) : numeral.start]
    before = bound_before(behind)
    if before is not None:
        bound, length = before
        if bound is None:
            return None
        return _amount(bound, numeral, numeral.start - length, numeral.end)
    after = bound_after(text, numeral.end)
    if after is not None:
        return _amount(after[0], numeral, numeral.start, after[1])
    return _amount("exactly", numeral, numeral.start, numeral.end)


def _amount(bound: Bound, numeral: Numeral, start: int, end: int) -> Amount:
    low = None if bound in ("at_most", "fewer_than") else numeral.value
    high = None if bound in ("at_least", "more_than") else numeral.value
    return Amount(bound, low, high, start, end)
