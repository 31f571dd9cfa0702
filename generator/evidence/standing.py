"""Which of many words stand in any of many texts, each text read once.

Words are looked for only in texts that have the longest of their runs of letters as a run of its own: where words
stand between boundaries of words, so do their runs. May import folding and omissions. Must never know sources, names
or what the words are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.evidence.folding import Folded, fold
from generator.evidence.omissions import found

LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ʯͰ-ͳͶͷͻ-ͽΆΈ-ΊΌΎ-ΡΣ-ϵЀ-ҁҊ-ԯ"
"""Digits, and letters of Latin, Greek and Cyrillic: between two of them there is never a boundary."""
_RUN = re.compile(f"[{LETTERS}]+")
_ANYWHERE = ""


def standing(words: Iterable[str], texts: Iterable[Folded]) -> frozenset[str]:
    """Give those of the words that stand in any of the texts between word and number boundaries, typography folded."""
    waiting: dict[str, dict[str, str]] = {}
    for item in words:
        if folded := fold(item).text.strip():
            waiting.setdefault(_longest_run(folded), {})[item] = folded
    stand: set[str] = set()
    for text in texts:
        if not waiting:
            break
        for run in waiting.keys() & {_ANYWHERE, *_RUN.findall(text.text)}:
            here = [item for item, folded in waiting[run].items() if found(text, folded)]
            stand.update(here)
            waiting[run] = {item: folded for item, folded in waiting[run].items() if item not in stand}
            if not waiting[run]:
                del waiting[run]
    return frozenset(stand)


def _longest_run(folded: str) -> str:
    return max(_RUN.findall(folded), key=len, default=_ANYWHERE)
