"""Words a sentence may open with: whether a capital at its start is only the start, or the name of somebody.

May import nothing of ours. Must never know actors or statements.
"""

from __future__ import annotations

import re
from functools import cached_property

WORD = re.compile(r"[^\W\d_]+")
COMMON = frozenset((
    "a", "about", "above", "according", "across", "after", "again", "against", "all", "almost", "already",
    "also", "although", "among", "an", "and", "another", "any", "apart", "are", "around", "as", "at", "because",
    "been", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "both", "but",
    "by", "despite", "down", "due", "during", "each", "earlier", "either", "else", "even", "ever", "every",
    "everyone", "few", "fewer", "finally", "first", "five", "following", "for", "four", "from", "further",
    "had", "has", "have", "he", "her", "here", "hers", "his", "how", "however", "if", "in", "inside", "instead",
    "into", "is", "it", "its", "just", "later", "less", "like", "many", "meanwhile", "more", "moreover", "most",
    "much", "near", "neither", "never", "next", "no", "nobody", "none", "nor", "not", "nothing", "now", "of",
    "off", "on", "once", "one", "only", "onto", "or", "other", "others", "otherwise", "our", "out", "outside",
    "over", "per", "perhaps", "same", "second", "she", "since", "six", "so", "some", "somebody", "someone",
    "something", "soon", "still", "such", "ten", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "third", "this", "those", "though", "three", "through", "throughout", "thus", "to",
    "together", "too", "toward", "towards", "two", "under", "unless", "unlike", "until", "up", "upon", "was",
    "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "with",
    "within", "without", "yet", "you", "your",
))  # fmt: skip
"""Words that begin sentences in any text and name nobody."""
ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly")
SHORTEST = 3


class Vocabulary:
    """The words that texts write in lower case, with their stems: they name nobody at a sentence's start.

    They are collected when the first is asked for: most statements begin with a word that needs no leave.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @cached_property
    def _known(self) -> frozenset[str]:
        lower = {word for text in self._texts for word in WORD.findall(text) if word.islower()}
        return frozenset(stem for word in lower for stem in _stems(word))

    def opens(self, word: str) -> bool:
        """Say whether a capitalised word may open a sentence without naming anybody."""
        plain = word.casefold()
        return plain in COMMON or not self._known.isdisjoint(_stems(plain))


def _stems(word: str) -> set[str]:
    """Give a word, and what is left of it without an ending; short stems tell too little."""
    cut = {word.removesuffix(ending).removesuffix("e") for ending in ENDINGS}
    return {word, *(stem for stem in cut if len(stem) > SHORTEST)}
