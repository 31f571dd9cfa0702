"""Mend one built page: every repair, in order, and its policy last, when its scripts are those that readers get.

May import the repairs. Must never know files, engines or how a missed repair is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.mending.notes import NOTES
from generator.mending.policy import POLICY, Parts, with_policy
from generator.mending.tables import TABLES
from generator.mending.tags import Repair
from generator.mending.theme import THEME

_HOLE = "\0"  # HTML has no such character
_SLASH = re.compile(r"<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*/>")


@dataclass(frozen=True, slots=True)
class Mended:
    """A page after its repairs; `missed` names each repair whose part is on the page but whose place was not found.

    `refused` names what stands on the page and has no effect under its policy.
    """

    html: str
    missed: tuple[str, ...]
    refused: tuple[str, ...] = ()


def mend(html: str, *, policy: Parts | None = POLICY) -> Mended:
    """Mend one built page: its frame, where the theme made one, and its content. Mended twice is mended once.

    A page that is whole gets the policy as well, unless there is none.
    """
    mended = _mended(html)
    if policy is None:
        return mended
    whole, refused = with_policy(mended.html, policy)
    return Mended(whole, mended.missed, refused)


def without_effect(what: str, page: str) -> str:
    """Say that a part of a page has no effect under the policy of its site."""
    return (
        f"{page}: browsers pass over {what}, which the Content-Security-Policy does not let through; "
        "use a file and a class instead, or list it under `policy` of the plugin"
    )


def _mended(html: str) -> Mended:
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
