"""Pages at the places of withheld claims: the address keeps working, and says no word of what stood there.

May import the desk and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading.dossier import ClaimEntry
from generator.writing.addresses import claim_page
from generator.writing.desk import Desk
from generator.writing.views import WithheldView


def withheld_views(desk: Desk, entry: ClaimEntry) -> Iterator[tuple[str, WithheldView]]:
    """Fill the page of one withheld claim, at its address and at every one it had before."""
    for id_ in (entry.id, *entry.data.formerly):
        yield claim_page(id_), _view(desk, entry, page=claim_page(id_))


def _view(desk: Desk, entry: ClaimEntry, *, page: str) -> WithheldView:
    sheet = desk.sheet(page)
    statement = sheet.withheld(entry)
    head = sheet.head("Withheld", "A claim of this fact sheet is withheld; its place is kept, its words are not shown.")
    return WithheldView(head, (), statement)
