"""Passages found by words that an editor remembers or types: as they stand, in other capitals, or nearly so.

What is found is always the source's own wording, with a prefix or suffix where it stands more than once.
May import evidence. Must never prove a quotation: what is pasted is proven like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.evidence.folding import Folded, fold
from generator.evidence.nearest import likeness, nearest, word_difference
from generator.evidence.omissions import Span, found
from generator.evidence.quotations import Proof, prove
from generator.evidence.refusals import caseless, settling
from generator.evidence.sentences import sentences
from generator.evidence.sentences import words as tokens
from generator.yaml_lines import one_line

How = Literal["as it stands", "in other capitals", "nearly so"]
ORDER: tuple[How, ...] = ("as it stands", "in other capitals", "nearly so")
NEAREST = 3
"""Passages shown where nothing is found but what is nearly so."""
_CLOSE = 85
"""Likeness, from 0 to 100, from which on words are taken for a passage misremembered by a word or two."""
_STEM, _SHORTEST, _FEWEST = 5, 4, 2
"""Letters by which two forms of a word are taken for the same, letters of a telling word, shared words that tell."""
_DOTS = re.compile(r"\s*(?:\[?\.\.\.\]?|\[?…\]?)\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """One passage: its source, its stretch of the stored text, its words on one line, and what tells it from others.

    `difference` says how the words asked for differ from it; empty where they do not.
    """

    source: str
    span: Span
    exact: str
    how: How = "as it stands"
    prefix: str = ""
    suffix: str = ""
    difference: str = ""

    @property
    def selector(self) -> dict[str, str]:
        """Give source and words as fields of evidence, in the order editors write them."""
        given = {"source": self.source, "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        return {name: text for name, text in given.items() if text}


def find(words: str, texts: Mapping[str, Folded], *, whole_sentences: bool = False) -> list[Found]:
    """Find words in texts by their source's id; the best kind of finding only, in the order of sources and texts.

    `...` in the words is an omission where they do not stand so. With `whole_sentences` each passage reaches from the
    beginning of its first sentence to the end of its last.
    """
    everything = [one for source, text in texts.items() for one in _in_text(words, source, text)]
    best: list[Found] = []
    for how in ORDER:
        best = best or [one for one in everything if one.how == how]
    if not best or best[0].how == "nearly so":
        best = _nearest(words, best, texts)
    return [_widened(one, texts[one.source]) for one in best] if whole_sentences else best


def _nearest(words: str, found: list[Found], texts: Mapping[str, Folded]) -> list[Found]:
    """Give what is most alike letter by letter; where that is not much, the sentences that have most of the words."""
    alike = {one: likeness(one_line(words), one.exact) for one in found}
    if max(alike.values(), default=0) < _CLOSE and (others := _by_words(words, texts)):
        return others
    return sorted(found, key=lambda one: -alike[one])[:NEAREST]


def _by_words(words: str, texts: Mapping[str, Folded]) -> list[Found]:
    """Give the sentences that have most of the telling words, in any order and form."""
    if not (wanted := _stems(words)):
        return []
    found = [
        (shared, _passage(source, text, span, how="nearly so", words=words))
        for source, text in texts.items()
        for span in sentences(text.original)
        if (shared := len(wanted & _stems(text.original[slice(*span)]))) >= _FEWEST and shared * 2 >= len(wanted)
    ]
    most = max((shared for shared, _ in found), default=0)
    return [one for shared, one in found if shared == most][:NEAREST]


def _stems(text: str) -> frozenset[str]:
    found = (text[start:end].casefold() for start, end in tokens(text))
    return frozenset(word[:_STEM] for word in found if len(word) >= _SHORTEST or word.isdigit())


def _in_text(words: str, source: str, text: Folded) -> Iterator[Found]:
    if not words.strip():
        return
    for tried in dict.fromkeys((words, _DOTS.sub(" [...] ", words).strip())):
        proof = prove(text, tried)
        if isinstance(proof, Proof):
            yield Found(source, proof.hull, one_line(proof.exact))
            return
    folded = fold(words).text.strip()
    if places := found(text, folded):
        yield from (_passage(source, text, text.span(*place)) for place in places)
    elif places := found(text, caseless(folded), within=caseless(text.text)):
        yield from (_passage(source, text, text.span(*place), how="in other capitals", words=words) for place in places)
    elif (stored := nearest(text, words)) is not None:
        yield _passage(source, text, stored, how="nearly so", words=words)


def _passage(source: str, text: Folded, stored: Span, *, how: How = "as it stands", words: str = "") -> Found:
    """Give the passage at a stretch of the stored text, told from others with the same words."""
    exact = one_line(text.original[slice(*stored)])
    places = found(text, fold(exact).text.strip())
    here = [place for place in places if text.span(*place) == stored]
    side, beside = settling(text, here[0], places) if here and len(places) > 1 else ("", "")
    return Found(
        source,
        stored,
        exact,
        how,
        prefix=one_line(beside) if side == "prefix" else "",
        suffix=one_line(beside) if side == "suffix" else "",
        difference=word_difference(words, exact) if words else "",
    )


def _widened(one: Found, text: Folded) -> Found:
    inside = [span for span in sentences(text.original) if span[0] < one.span[1] and one.span[0] < span[1]]
    if not inside:
        return one
    wide = _passage(one.source, text, (inside[0][0], inside[-1][1]), how=one.how)
    return replace(wide, difference=one.difference)
