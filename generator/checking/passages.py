"""What the rules share: the texts a claim rests on, the paragraph round a passage, short words for messages.

May import evidence and everything below it. Must never judge anything itself.
"""

from __future__ import annotations

import unicodedata

from generator.evidence.quotations import Proof, Refusal, prove
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage
from generator.problems import Spot
from generator.reading.dossier import Quoted

WIDTH = 80
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and zero-width characters, which may stand inside a word."""


def support_texts(weighed: Weighed, claim: WeighedClaim) -> list[str]:
    """Give the words a statement may rest on: its passages and the words that attribute them, composed (NFC)."""
    beside = (attribution(weighed, claim, passage) for passage in claim.passages)
    proofs = [*(passage.proof for passage in claim.passages), *(proof for proof in beside if proof)]
    return [_composed(proof.exact) for proof in proofs]


def attribution(weighed: Weighed, claim: WeighedClaim, passage: WeighedPassage) -> Proof | None:
    """Give the proof of a passage's attribution, where it has one that is proven."""
    entry = claim.entry
    return weighed.proof_of(entry.record.id, (*entry.path, "evidence", passage.index, "attribution"))


def paragraph(text: str, proof: Proof) -> str:
    """Give the lines of the stored text on which a passage stands."""
    start, end = proof.hull
    line_end = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else len(text)]


def elsewhere(weighed: Weighed, quoted: Quoted, refusal: Refusal) -> str:
    """Give the one other source that has the words of a passage, where its own has nothing like them."""
    unlike = refusal.code == "quotation-not-found" and refusal.at is None
    if not unlike or quoted.use not in ("evidence", "date", "caution"):
        return ""
    others = [id_ for id_ in weighed.texts if id_ != quoted.source]
    having = [id_ for id_ in others if isinstance(prove(weighed.texts[id_], quoted.selector.exact), Proof)]
    return having[0] if len(having) == 1 else ""


def place_in(text: str, offset: int, *, file: str) -> Spot:
    """Turn an offset into a stored text into a place in its file."""
    return Spot(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(UNSEEN)


def shorten(text: str) -> str:
    """Cut a text for a message, at a word, to about 80 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDTH else flat[:WIDTH].rsplit(" ", 1)[0] + " …"
