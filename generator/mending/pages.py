"""Mend one built page: every repair, in order, and the names of those that found no place.

May import the repairs. Must never know files, engines or how a missed repair is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.mending.notes import NOTES
from generator.mending.tables import TABLES
from generator.mending.tags import Repair
from generator.mending.theme import THEME

_HOLE = "\0"  # HTML has no such character
_SLASH = re.compile(r"<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*/>")


@dataclass(frozen=True, slots=True)
class Mended:
    """A page after its repairs; `missed` names each repair whose part is on the page but whose place was not found."""

    html: str
    missed: tuple[str, ...]


def mend(html: str) -> Mended:
    """Mend one built page: its frame, where the theme made one, and its content. Mended twice is mended once."""
    html = _SLASH.sub(lambda match: match[0][:-2].rstrip() + ">", html)
    start, end = html.find("<article"), html.rfind("</article>")
    if not 0 <= start < end or _HOLE in html:
        mended, missed = _repaired(html, (*THEME, *NOTES, *TABLES))
        return Mended(mended, tuple(missed))
    frame, above = _repaired(html[:start] + _HOLE + html[end:], THEME)
    inner, below = _repaired(html[start:end], (*NOTES, *TABLES))
    return Mended(frame.replace(_HOLE, inner), (*above, *below))


def without_place(repair: str, page: str) -> str:
    """Say that a repair found no place on a page."""
    return f'{page}: the repair "{repair}" found no place; the theme has changed, change generator/mending/ with it'


def _repaired(html: str, repairs: Iterable[Repair]) -> tuple[str, list[str]]:
    missed = []
    for repair in repairs:
        if repair.part in html:
            html, places = repair.do(html)
            if not places:
                missed.append(repair.name)
    return html, missed
