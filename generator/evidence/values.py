"""Whether a value stands in its own quotation, its direction included, and what stands there instead.

May import the model, scan, amounts, calendar, edtf and quotations. Must never know sources or where a value is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.evidence.amounts import Amount
from generator.evidence.calendar import stated_in
from generator.evidence.edtf import EdtfError, parse_edtf
from generator.evidence.quotations import occurrences
from generator.evidence.scan import Scan
from generator.model.passages import Value

_SHOWN = 5  # candidates an explanation lists


def bears_out(value: Value, quotation: Scan) -> bool:
    """Tell whether a value stands in its quotation: an amount and its direction, a full date, whole words."""
    if value.date is not None:
        try:
            return stated_in(parse_edtf(value.date), quotation.text)
        except EdtfError:
            return False
    if value.words is not None:
        return bool(occurrences(quotation.folded, value.words))
    wanted = tuple(Decimal(str(number)) for number in _given(value))
    return any(amount.bound == value.name and amount.figures == wanted for amount in quotation.amounts)


def answering(value: Value, quotation: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of the quotation's words that give the value; none where no words alone do."""
    scan = Scan(quotation)
    if value.date is not None:
        spans = [(date.start, date.end) for date in scan.dates]
    elif value.words is not None:
        spans = occurrences(scan.folded, value.words)
    else:
        spans = [(amount.start, amount.end) for amount in scan.amounts]
    return tuple(span for span in spans if bears_out(value, Scan(quotation[slice(*span)])))


def explain(value: Value, quotation: Scan) -> str:
    """Say in one phrase what the quotation has instead of the value."""
    if value.words is not None:
        bare = value.words.strip("\"'“”„‘’‚«» ")
        if bare and occurrences(quotation.folded, bare):
            return f'the quotation has "{bare}" without marks round it'
        return f'the quotation does not have the words "{value.words}"'
    if value.date is not None:
        named = [f'"{quotation.text[date.start : date.end]}"' for date in quotation.dates]
        return f"the quotation names {_list(named)}" if named else "the quotation names no date"
    found = [
        f'{amount.bound}: {_shown(amount)} ("{" ".join(quotation.text[amount.start : amount.end].split())}")'
        for amount in quotation.amounts
    ]
    return f"the quotation has {_list(found)}" if found else "the quotation has no amount"


def _given(value: Value) -> Iterator[int | float]:
    given = value.given
    yield from given if isinstance(given, list) else [given]


def _shown(amount: Amount) -> str:
    figures = [str(figure) for figure in amount.figures]
    return figures[0] if len(figures) == 1 else f"[{', '.join(figures)}]"


def _list(items: list[str]) -> str:
    unique = list(dict.fromkeys(items))
    shown = ", ".join(unique[:_SHOWN])
    return shown if len(unique) <= _SHOWN else f"{shown} and {len(unique) - _SHOWN} more"
