"""Which ids a dossier has, of what kind, whether a new one may be used, and one for a claim that was given none.

May import reading. Must never change a file.
"""

from __future__ import annotations

import re
from itertools import chain, count
from typing import Literal

from generator.reading.dossier import Dossier
from generator.reading.misfits import DEVICES, id_like
from generator.yaml_lines import one_line

_FILLERS = frozenset((
    "a", "about", "after", "all", "also", "although", "am", "among", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "both", "but", "by", "can", "could", "did", "do", "does", "each", "for",
    "from", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "itself", "may", "might", "must", "nor", "not", "of", "off", "on", "onto", "or", "our", "out", "over",
    "said", "say", "says", "shall", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "though", "through", "to", "told", "under", "until",
    "up", "upon", "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose",
    "will", "with", "within", "would", "yet", "you", "your",
))  # fmt: skip
"""Words that tell nothing of what a claim is about."""
_WORDS_OF_A_CLAIM = 5

IdKind = Literal["record", "claim", "utterance", "origin"]
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 80
_RESERVED = frozenset({"dossier", "unnamed", "index"}) | DEVICES


def free_id(words: str, dossier: Dossier, *, besides: str) -> str:
    """Make an id for a claim from the words of its passage that nothing else has, with a number where it needs one."""
    wanted = claim_id(words)
    names = chain((wanted,), (f"{wanted}-{number}" for number in count(2)))
    return next(name for name in names if name != besides and taken_by(name, dossier) is None)


def claim_id(words: str) -> str:
    """Make an id from the first telling words of a passage: `Petra Loom, the warden of the port` is
    `petra-loom-warden-port`.
    """
    found = re.findall(r"\w+", re.sub(r"(?<=\w)['’](?:s\b)?|(?<=\d),(?=\d)", "", one_line(words)))
    telling = [word for word in found if word.lower() not in _FILLERS]
    chosen = (telling or found)[:_WORDS_OF_A_CLAIM]
    parts = id_like(" ".join(chosen)).split("-")[:_WORDS_OF_A_CLAIM]  # a word with odd letters may have become several
    while len(parts) > 1 and parts[-1].isdigit():  # a number tells something only with what it counts
        parts.pop()
    return "-".join(parts) or "claim"


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
