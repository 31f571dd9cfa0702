"""Which ids a dossier has, of what kind, and whether a new one may be used.

May import reading. Must never change a file.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.reading.dossier import Dossier

IdKind = Literal["record", "claim", "utterance", "origin"]
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 80
_RESERVED = frozenset({"dossier", "unnamed", "index"})


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an id."""
    return bool(_ID.fullmatch(text)) and len(text) <= _LONGEST


def kinds(dossier: Dossier) -> dict[str, IdKind]:
    """Give every id in use with its kind; of one used twice, the kind that has a page."""
    head = dossier.head
    found: dict[str, IdKind] = {origin.id: "origin" for origin in (head.data.origins if head else [])}
    found |= dict.fromkeys(dossier.utterances, "utterance")
    found |= dict.fromkeys(dossier.claims, "claim")
    return found | {record.id: "record" for record in dossier.records()}


def taken_by(id_: str, dossier: Dossier) -> str | None:
    """Say what uses an id already, fit to follow "is used already"; None where nothing does."""
    if id_ in _RESERVED:
        return "by the program itself"
    if id_ in kinds(dossier) or id_ in dossier.unread:
        return "in this dossier"
    former = {old for record in dossier.records() for old in getattr(record.data, "formerly", [])}
    former |= {old for entry in dossier.claims.values() for old in entry.data.formerly}
    return "as a former id, whose address still works" if id_ in former else None
