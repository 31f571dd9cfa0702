"""What a statement adds to a number of its passages: another bound, or a word that says how much it is.

May import scan, hedges and numbers. Must never know claims or sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.hedges import directions
from generator.evidence.scan import Scan

_WEIGHT = re.compile(r"\b(?:only|just|merely|a\s+mere|barely|hardly|a\s+full|fully|a\s+whopping)\s+$", re.IGNORECASE)
_LOOK_BACK = 20  # characters before a number in which such a word is looked for


@dataclass(frozen=True, slots=True)
class Added:
    """Words of a statement, by their place, that give a number more than its passages do; `given` is what they have."""

    start: int
    end: int
    given: tuple[str, ...]


def added(statement: Scan, passages: Sequence[Scan]) -> list[Added]:
    """Find the numbers to which a statement gives a bound or a weight that no passage gives them.

    A number that stands in no passage at all is another matter, and so is a bound that the statement leaves out.
    """
    found = [
        Added(amount.start, amount.end, tuple(dict.fromkeys(words for _, words in given)))
        for amount in statement.amounts
        if amount.bound not in ("exactly", "between") and (given := directions(amount, passages))
    ]
    for numeral in statement.numbers:
        if (start := _weight(statement.text, numeral.start)) is None or numeral.pronoun:
            continue
        same = [(scan, other) for scan in passages for other in scan.numbers if other.value == numeral.value]
        if same and all(_weight(scan.text, other.start) is None for scan, other in same):
            words = (scan.text[other.start : other.end] for scan, other in same)
            found.append(Added(start, numeral.end, tuple(dict.fromkeys(words))))
    return found


def _weight(text: str, at: int) -> int | None:
    """Give where the word begins that weighs the number at an offset, None where there is none."""
    behind = max(0, at - _LOOK_BACK)
    match = _WEIGHT.search(text[behind:at])
    return behind + match.start() if match else None
