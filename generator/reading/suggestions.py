"""A nearby word for a misspelt one: "did you mean".

Imports difflib and lookalikes. Must never know where the word stands or what it names.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.reading.lookalikes import lookalikes, told

NEAR = 0.6
"""Least likeness, from 0 to 1, at which a word is worth suggesting."""
LONGEST = 100
"""Longer words are no misspelt names; comparing them would only cost time."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give `; did you mean "source"?` for the known word most like `word`, or nothing."""
    best = nearest(word, known)
    if letters := lookalikes(word, best):
        return f"; {told(letters, meant=best)}"
    return f'; did you mean "{best}"?' if best else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like `word`, or nothing. Of equals the first by alphabet is given."""
    if not word or len(word) > LONGEST:
        return ""
    matcher = SequenceMatcher(None, "", word.casefold(), autojunk=False)
    best, likeness = "", NEAR
    for candidate in sorted(set(known)):
        matcher.set_seq1(candidate.casefold())
        if candidate == word or matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
            continue
        ratio = matcher.ratio()
        if ratio > likeness or (ratio == likeness and not best):
            best, likeness = candidate, ratio
    return best
