"""A date given with a command, and one that a passage names while none is given.

May import evidence and `changes`. Must never derive a date: what no passage states is written by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.editing.changes import EditError
from generator.evidence.calendar import dates, stated_in
from generator.evidence.date_advice import advice, spoken_in_edtf
from generator.evidence.edtf import EdtfDate, EdtfError, parse_edtf
from generator.yaml_lines import Data

_SELECTOR = ("source", "exact", "prefix", "suffix")


def readable(edtf: str) -> EdtfDate:
    """Read a date. Raises EditError, with what to write, where it cannot be read."""
    try:
        return parse_edtf(edtf)
    except EdtfError as error:
        raise EditError(advice(edtf, error)) from error


def stated(edtf: str, passages: Sequence[Data]) -> str:
    """Give a date that passages state. Raises EditError where they do not."""
    date = readable(edtf)
    texts = [str(passage["exact"]) for passage in passages]
    if not stated_in(date, "\n".join(texts)):
        named = ", ".join(f'"{text[one.start : one.end]}"' for text in texts for one in dates(text))
        raise EditError(
            f'"{edtf}" does not stand in full in the words quoted{f", which name {named}" if named else ""}; '
            "quote words that give it, or write the date by hand, with derived:, from: and because:"
        )
    return edtf


def of_record(edtf: str, passages: Sequence[Data]) -> dict[str, object]:
    """Give the date of a record with the passages it rests on. Raises EditError where they do not state it."""
    stated(edtf, passages)
    enough = next((one for one in passages if stated_in(readable(edtf), str(one["exact"]))), None)
    return {"stated": edtf, "from": [_selector(one) for one in ([enough] if enough else passages)]}


def unused(passages: Sequence[Data]) -> tuple[str, str] | None:
    """Give the first date that passages name with month and year, as they name it and in EDTF."""
    for text in (str(passage["exact"]) for passage in passages):
        for one in dates(text):
            if edtf := spoken_in_edtf(one):
                return text[one.start : one.end], edtf
    return None


def _selector(passage: Data) -> dict[str, object]:
    return {name: passage[name] for name in _SELECTOR if name in passage}
