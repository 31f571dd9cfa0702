"""The second reading: whether a second person compared a statement with its passages, and whether either changed since.

String checks cannot see swapped roles; a person can. May import weighing. Must never know who reads, nor pages.
"""

from __future__ import annotations

import hashlib
import json
from typing import Literal

from generator.evidence.weighing import WeighedClaim

Standing = Literal["read", "void", "not yet"]
_LENGTH = 16


def digest(claim: WeighedClaim) -> str:
    """Give 16 hexadecimal digits that stand for a statement and its passages, with who says them.

    They change when a word, a sign or a speaker changes, and not when lines are folded or passages are put in another
    order.
    """
    passages = sorted(
        [
            passage.source.id, " ".join(passage.proof.exact.split()), passage.evidence.stance,
            passage.evidence.claimant or "", passage.evidence.words or "", passage.evidence.via or "",
            passage.evidence.attribution or "",
        ]
        for passage in claim.passages
    )  # fmt: skip
    told = json.dumps([claim.statement, passages], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:_LENGTH]


def standing(claim: WeighedClaim) -> Standing:
    """Say whether a claim was read by a second editor as it stands, before it changed, or not yet."""
    reading = claim.entry.data.second_reading
    if reading is None:
        return "not yet"
    return "read" if reading.digest == digest(claim) else "void"
