"""Pictures of the dossier: `assets/share.png` for chats and networks, `assets/touch-icon.png` for touch devices.

They tell title, question, scope and how much there is, and no statement: none may stand without who states it.
May import typesetting and weighing. Must never know a page.
"""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.exports.data_file import DataFile
from generator.exports.typesetting import png

SHARE = "assets/share.png"
ICON = "assets/touch-icon.png"


def pictures(weighed: Weighed) -> list[DataFile]:
    """Draw the pictures of a dossier without errors: 1200 x 630 and 180 x 180 pixels."""
    head = weighed.dossier.head
    if head is None:
        raise ValueError("a picture needs facts/dossier.yml")
    claims, sources = len(weighed.claims), len(weighed.dossier.sources)
    told = {
        "title": head.data.title,
        "question": head.data.question,
        "scope": head.data.scope.text,
        "marks": " · ".join((_counted(claims, "claim"), _counted(sources, "source"), "who says what, word for word")),
    }
    return [DataFile(SHARE, png("share", told, name="share")), DataFile(ICON, png("icon", {}, name="icon"))]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
