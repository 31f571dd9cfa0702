"""Corrections: of one claim on its page, of all of them on one page, the newest first.

May import the desk, dates and views. Must never know templates. What is withheld has no correction here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.writing.desk import Desk, day
from generator.writing.pieces import Corrected
from generator.writing.views import CorrectionsView

PAGE = "corrections.md"
FEED = "data/corrections.xml"
ADDITIONS = "data/additions.xml"


def corrections_view(desk: Desk) -> CorrectionsView:
    """Fill the page of all corrections."""
    sheet = desk.sheet(PAGE)
    listed = [(claim, found) for claim in desk.weighed.claims.values() for found in corrected(claim)]
    listed.sort(key=lambda item: (_latest(item[1].edtf), item[0].id), reverse=True)
    head = sheet.head("Corrections", "Statements of this fact sheet that were wrong, and what they say now.")
    entries = tuple((sheet.claim(claim), (found,)) for claim, found in listed)
    return CorrectionsView(head, (), entries, sheet.to(FEED), sheet.to(ADDITIONS))


def corrected(claim: WeighedClaim) -> Iterator[Corrected]:
    """Give the corrections of a claim, the newest first."""
    for one in sorted(claim.entry.data.corrections, key=lambda one: _latest(one.date), reverse=True):
        yield Corrected(day(one.date), one.date, " ".join(one.wrong.split()), " ".join(one.now.split()))


def _latest(edtf: str) -> str:
    date = parse_or_none(edtf)
    return date.latest.isoformat() if date and date.latest else ""
