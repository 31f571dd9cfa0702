"""Examples of whole blocks, from an invented subject: a footbridge that closes. The editor's help shows them.

Imports the standard library only. Must never hold a word of a real dossier.
"""

from __future__ import annotations

from typing import Any

Block = dict[str, Any]

PASSAGE: Block = {"source": "gazette", "exact": "at a meeting on Tuesday, 4 March 2025"}
EVIDENCE: Block = {
    "source": "gazette",
    "exact": "Over 300 people use the bridge every day, according to the council.",
    "claimant": "lenford-council",
    "value": {"more_than": 300},
}
CLAIM: Block = {
    "id": "users-over-300",
    "question": "people-per-day",
    "statement": "Lenford City Council said that over 300 people use the bridge every day.",
    "evidence": [EVIDENCE],
}
CORRECTION: Block = {
    "date": "2025-03-20",
    "wrong": "It gave the number as the residents'; the council gave it.",
    "now": "It names the council.",
}
SECOND_READING: Block = {"by": "A. Reader", "date": "2025-03-21", "digest": "0f1e2d3c4b5a6978"}
TERM: Block = {
    "id": "free-ferry",
    "statement": "Lenford City Council will run a free ferry while the bridge is shut.",
    "refers": {"The council": ["lenford-council"]},
    "evidence": [{"source": "gazette", "exact": "The council will run a free ferry while the bridge is shut."}],
}
ROLE: Block = {
    "id": "ivo-tamm-chair",
    "role": "chair of the residents",
    "statement": "Ivo Tamm is the chair of the residents.",
    "evidence": [{"source": "gazette", "exact": "Ivo Tamm, the chair of the residents"}],
}
POSITION: Block = {
    "id": "residents-not-told",
    "held_by": ["ivo-tamm"],
    "statement": "Ivo Tamm said that nobody had been told about the ferry.",
    "evidence": [{"source": "gazette", "exact": "nobody had been told about the ferry", "claimant": "ivo-tamm"}],
}
REPLY: Block = {
    "id": "letters-sent",
    "held_by": ["dana-orrell"],
    "reply_to": ["residents-not-told"],
    "statement": "Dana Orrell replied that letters had gone to every household.",
    "evidence": [
        {"source": "gazette", "exact": "letters had gone to every household", "claimant": "dana-orrell"},
    ],
}
READING: Block = {
    "between": ["nobody", "the residents"],
    "reading": "undecided",
    "because": "Nobody may mean none of the residents or nobody at all; neither article tells which.",
}
PART: Block = {
    "exact": "This summary was made from this story.",
    "generated": True,
    "because": "It cites only itself.",
}
CAUTION: Block = {"text": "The article does not say who gave the number of letters."}
SET_ASIDE: Block = {"exact": "Sign up for our newsletter and never miss a story.", "reason": "furniture"}
UTTERANCE: Block = {"id": "orrell-on-the-closure", "about": "how long the closure lasts"}
IMPLEMENTATION: Block = {"what": "Free ferry", "agreed": ["free-ferry"], "reported": ["first-crossing"]}
ACTOR_IDENTIFIERS: Block = {"wikidata": "Q4115189", "isni": "0000000121032683"}
AGREEMENT_IDENTIFIERS: Block = {"pax": "1234"}
SCOPE: Block = {
    "text": "Three short articles; authors and publication dates are not stated.",
    "until": "2025-03-10",
}
ANSWER: Block = {"asks": "What was agreed?", "claims": ["closure-agreed", "free-ferry"]}
ORIGIN: Block = {
    "id": "meeting-notice",
    "about": "a notice about the meeting that nobody here has seen",
    "because": "Both articles tell the meeting in the same order.",
}
WANTED: Block = {
    "what": "the post of Dana Orrell on X",
    "why": "It would show the day on which the ferry starts.",
    "claims": ["ferry-announced"],
}
SEARCH_WORD: Block = {"means": "ferry", "also": ["car boat"]}
