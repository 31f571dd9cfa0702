"""Corrections: of one claim on its page, of all of them on one page, the newest first.

May import the desk, dates and views. Must never know templates. What is withheld has no correction here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.evidence.weighing import WeighedClaim, parse_or_none
from generator.writing.desk import Desk, day
from generator.writing.parts import MOST_LINES, cut, from_to, line_weight, parts_of
from generator.writing.pieces import Corrected
from generator.writing.views import CorrectionsView

PAGE = "corrections.md"
FEED = "data/corrections.xml"
ADDITIONS = "data/additions.xml"


def corrections_views(desk: Desk) -> Iterator[tuple[str, Callable[[], CorrectionsView]]]:
    """Fill the page of all corrections; where there are many, in parts."""
    listed = [(claim, found) for claim in desk.weighed.claims.values() for found in corrected(claim)]
    listed.sort(key=lambda item: (_latest(item[1].edtf), item[0].id), reverse=True)
    cuts = cut(listed, keys=lambda item: (item[1].edtf,), weigh=_weigh, most=MOST_LINES)
    parts = parts_of(PAGE, cuts, _held, title="Corrections", noun="corrections")

    def fill(number: int, part: Sequence[tuple[WeighedClaim, Corrected]]) -> CorrectionsView:
        sheet = desk.sheet(parts.pages[number - 1])
        told = parts.description(number, "Statements of this fact sheet that were wrong, and what they say now.")
        head = sheet.head(parts.title(number), told)
        entries = tuple((sheet.claim(claim), (found,)) for claim, found in part)
        return CorrectionsView(
            head, (), entries, sheet.to(FEED), sheet.to(ADDITIONS), parted=parts.told(number)
        )  # fmt: skip

    yield from parts.each(cuts, fill)


def _weigh(item: tuple[WeighedClaim, Corrected]) -> int:
    claim, found = item
    return line_weight(claim.statement, found.wrong, found.now)


def _held(part: Sequence[tuple[WeighedClaim, Corrected]]) -> str:
    return from_to(part[0][1].day, part[-1][1].day)


def corrected(claim: WeighedClaim) -> Iterator[Corrected]:
    """Give the corrections of a claim, the newest first."""
    for one in sorted(claim.entry.data.corrections, key=lambda one: _latest(one.date), reverse=True):
        yield Corrected(day(one.date), one.date, " ".join(one.wrong.split()), " ".join(one.now.split()))


def _latest(edtf: str) -> str:
    date = parse_or_none(edtf)
    return date.latest.isoformat() if date and date.latest else ""
