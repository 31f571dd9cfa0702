"""What the rules share: the paragraph round a passage, places in stored texts, short words for messages.

May import evidence and everything below it. Must never judge anything itself.
"""

from __future__ import annotations

from generator.evidence.quotations import Proof, Refusal, stands
from generator.evidence.weighing import Weighed
from generator.problems import Spot
from generator.reading.dossier import Quoted

WIDTH = 80


def paragraph(text: str, proof: Proof) -> str:
    """Give the lines of the stored text on which a passage stands."""
    start, end = proof.hull
    line_end = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else len(text)]


def elsewhere(weighed: Weighed, quoted: Quoted, refusal: Refusal) -> str:
    """Give the one other source that has the words of a passage, where its own has nothing like them."""
    unlike = refusal.code == "quotation-not-found" and refusal.at is None
    if not unlike or quoted.use in ("part", "set-aside") or quoted.path[-1] == "attribution":
        return ""
    others = [id_ for id_ in weighed.texts if id_ != quoted.source]
    having = [id_ for id_ in others if stands(weighed.texts[id_], quoted.selector.exact)]
    return having[0] if len(having) == 1 else ""


def place_in(text: str, offset: int, *, file: str) -> Spot:
    """Turn an offset into a stored text into a place in its file."""
    return Spot(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def shorten(text: str) -> str:
    """Cut a text for a message, at a word, to about 80 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDTH else flat[:WIDTH].rsplit(" ", 1)[0] + " …"
