"""Renderings of one remark: which of their words the other articles' renderings do not have.

Words are compared in their order; which rendering is right is never asked. A room of difflib, for the alignment.
May import coverage, folding and sentences. Must never know claims, pages or who renders.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from generator.evidence.coverage import merged
from generator.evidence.folding import fold
from generator.evidence.sentences import Span, words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a rendering: words that all articles have, or words that differ. Joined, the stretches are the text."""

    text: str
    differs: bool


def differing(renderings: Sequence[tuple[str, str]], *, by_all: bool = True) -> tuple[tuple[Stretch, ...], ...]:
    """Cut each rendering, given as source and words, into stretches that all articles share and stretches that differ.

    A word is shared if every other source has it, in its order, in one of its own renderings: two excerpts from one
    article are not held against each other. With `by_all=False` it is enough that one other source has it.
    Case and typography do not count; punctuation goes with its words. Nothing differs where one source stands alone.

    >>> [piece.text for piece in differing([("a", "over 40 men came"), ("b", "about 40 men left")])[0] if piece.differs]
    ['over', 'came']
    """
    spans = [words(text) for _, text in renderings]
    keys = [
        [fold(text[start:end]).text.casefold() for start, end in places]
        for (_, text), places in zip(renderings, spans, strict=True)
    ]
    found: list[dict[str, set[int]]] = [{} for _ in renderings]
    for one, other in combinations(range(len(renderings)), 2):
        if (first := renderings[one][0]) != (second := renderings[other][0]):
            mine, its = _aligned(keys[one], keys[other])
            found[one].setdefault(second, set()).update(mine)
            found[other].setdefault(first, set()).update(its)
    enough = all if by_all else any
    return tuple(
        _cut(text, places, [enough(at in has for has in others.values()) or not others for at in range(len(places))])
        for (_, text), places, others in zip(renderings, spans, found, strict=True)
    )


def cut_out(text: str, spans: Iterable[Span]) -> tuple[Stretch, ...]:
    """Cut a text into the stretches of some spans, which differ, and the rest. Spans may overlap."""
    stretches, done = [], 0
    for start, end in merged(spans):
        stretches += [Stretch(text[done:start], False)] * (done < start) + [Stretch(text[start:end], True)]
        done = end
    return (*stretches, *[Stretch(text[done:], False)] * (done < len(text)))


def shared_share(cut: Sequence[tuple[Stretch, ...]]) -> float:
    """Give the share of all words (0 to 1) that do not differ; 0 where there are no words."""
    counted = [(len(words(piece.text)), piece.differs) for pieces in cut for piece in pieces]
    total = sum(count for count, _ in counted)
    return sum(count for count, differs in counted if not differs) / total if total else 0.0


def _aligned(one: list[str], other: list[str]) -> tuple[set[int], set[int]]:
    """Give the numbers of the words that both have in one order; the result does not depend on which comes first."""
    if other < one:
        its, mine = _aligned(other, one)
        return mine, its
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return (
        {block.a + step for block in blocks for step in range(block.size)},
        {block.b + step for block in blocks for step in range(block.size)},
    )


def _cut(text: str, places: list[Span], shared: list[bool]) -> tuple[Stretch, ...]:
    """Cut a text; what stands between two differing words differs with them."""
    stretches: list[Stretch] = []
    done = at = 0
    while at < len(places):
        if shared[at]:
            at += 1
            continue
        last = at
        while last + 1 < len(places) and not shared[last + 1]:
            last += 1
        start, end = places[at][0], places[last][1]
        if done < start:
            stretches.append(Stretch(text[done:start], False))
        stretches.append(Stretch(text[start:end], True))
        done, at = end, last + 1
    return (*stretches, Stretch(text[done:], False)) if done < len(text) else tuple(stretches)
