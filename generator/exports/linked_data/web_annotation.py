"""Passages as W3C Web Annotations: each links its claim to the words of the stored text, by quotation and by offsets.

A passage is the target; its address is its place on the claim's page. May import what is told, names and the
register. Must never tell a word of a source that the data does not tell anyway.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from generator.exports.linked_data.provenance import derived_passage
from generator.exports.linked_data.register import Register, standing
from generator.exports.linked_data.vocabulary import Node, beside, known, reference
from generator.telling.claims import Claim, Evidence
from generator.telling.passages import Span
from generator.writing import naming

_OMISSION = " [...] "
_BESIDE = 32  # characters of a prefix or a suffix, as other annotators keep them


class Texts:
    """The words of each stored text, as far as passages tell them: what may stand before and after a passage."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        spans: dict[str, list[tuple[int, str]]] = {}
        for claim in claims:
            for passage in claim.evidence:
                spans.setdefault(passage.source, []).extend((start, words) for (start, _), words in parts(passage))
        self._stretches = {source: _joined(found) for source, found in spans.items()}

    def around(self, source: str, span: Span) -> tuple[str, str]:
        """Give the words right before and after a span that other passages tell; nothing where none does."""
        stretches = self._stretches.get(source, [])
        at = bisect_right(stretches, span[0], key=itemgetter(0)) - 1
        begin, words = stretches[at]
        start, end = span[0] - begin, span[1] - begin
        return words[max(start - _BESIDE, 0) : start], words[end : end + _BESIDE]


def annotated(claim: Claim, register: Register, texts: Texts) -> Iterator[Node]:
    """Tell the passages of a claim, those for and against it by turns where it stands alone."""
    for passage in _by_turns(claim.evidence) if register.alone else claim.evidence:
        yield _annotation(claim, passage, register, texts)


def parts(passage: Evidence) -> Iterator[tuple[Span, str]]:
    """Give each span of a passage with its words; an omission has several."""
    at = 0
    for span in passage.spans:
        length = span[1] - span[0]
        yield span, passage.exact[at : at + length]
        at += length + len(_OMISSION)


def place(claim: Claim, passage: Evidence) -> str:
    """Give the address of a passage: its place on the page of its claim."""
    return f"{claim.url}#{passage.anchor}"


def _annotation(claim: Claim, passage: Evidence, register: Register, texts: Texts) -> Node:
    # An annotation needs an address of its own (W3C); it is the file that tells it, for the page shows the passage.
    selected = [_selected(passage, span, words, register, texts) for span, words in parts(passage)]
    body = register.at(claim.id)
    return {
        "@id": f"{register.file}#{claim.id}.{passage.anchor}",
        "@type": "Annotation",
        "motivation": "linking",
        "body": body if register.alone else {**body, **standing(claim)},
        "target": _target(_passage(claim, passage, register), passage, selected),
        "additionalProperty": beside("stance", passage.stance),
    }


def _passage(claim: Claim, passage: Evidence, register: Register) -> Node:
    """Tell a passage: who says it, and what else is known; beside its claim, that claim's scope line is enough."""
    told = {
        "@id": place(claim, passage),
        "author": register.speaker(passage, named=False),
        "creditText": _credit(passage, register),
        "additionalProperty": _beside(passage),
    }
    if register.alone:
        return known(told)
    scope = {"disambiguatingDescription": register.scope, "isPartOf": register.at(passage.source)}
    return known({**told, **scope, **derived_passage(passage, register)})


def _target(told: Node, passage: Evidence, selected: list[Node]) -> Node | list[Node]:
    """Give the target: the passage itself or, of one with an omission, its parts, the first of which tells of which."""
    if len(selected) == 1:
        return {"@type": ["SpecificResource", "Quotation", "prov:Entity"], **told, **selected[0]}
    whole = {"@type": ["Quotation", "prov:Entity"], **told, "text": passage.exact}
    wholes = [whole, *(reference(told["@id"]) for _ in selected[1:])]
    return [{"@type": "SpecificResource", **one, "isPartOf": of} for one, of in zip(selected, wholes, strict=True)]


def _selected(passage: Evidence, span: Span, words: str, register: Register, texts: Texts) -> Node:
    before, after = texts.around(passage.source, span)
    quote = known({"@type": "TextQuoteSelector", "exact": words, "prefix": before, "suffix": after})
    position = {"@type": "TextPositionSelector", "start": span[0], "end": span[1]}
    return {"source": register.stored(passage.source), "selector": [quote, position]}


def _credit(passage: Evidence, register: Register) -> str:
    actor = register.actors.get(passage.claimant or "")
    who = actor.name if actor else naming.unnamed(passage.words or "")
    return naming.said_by([(passage.stance == "refutes", who, naming.source_label(passage.source))])


def _beside(passage: Evidence) -> list[Node]:
    channel = [beside("channel", passage.via)] if passage.via else []
    return channel + ([beside("rendering of the remark", passage.utterance)] if passage.utterance else [])


def _by_turns(evidence: list[Evidence]) -> list[Evidence]:
    """Order passages so that those for and against take turns."""
    seen = {"supports": 0, "refutes": 0}
    turns = []
    for passage in evidence:
        turns.append((seen[passage.stance], passage))
        seen[passage.stance] += 1
    return [passage for _, passage in sorted(turns, key=itemgetter(0))]


def _joined(spans: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Join spans that touch or overlap into stretches of text, each with the offset it begins at."""
    stretches: list[tuple[int, str]] = []
    for start, words in sorted(spans):
        begin, known_words = stretches[-1] if stretches else (0, "")
        gap = start - begin - len(known_words)
        if not stretches or gap > 0:
            stretches.append((start, words))
        elif -gap < len(words):
            stretches[-1] = (begin, known_words + words[-gap:])
    return stretches
