"""Pages at the places of withheld claims: the address keeps working, and says no word of what stood there.

May import the desk and views. Must never know templates.
"""

from __future__ import annotations

from generator.reading.dossier import ClaimEntry
from generator.writing.addresses import claim_page
from generator.writing.desk import Desk
from generator.writing.views import WithheldView


def withheld_view(desk: Desk, entry: ClaimEntry) -> WithheldView:
    """Fill the page of one withheld claim."""
    sheet = desk.sheet(claim_page(entry.id))
    statement = sheet.withheld(entry)
    head = sheet.head("Withheld", "A claim of this fact sheet is withheld; its place is kept, its words are not shown.")
    return WithheldView(head, (), statement)
