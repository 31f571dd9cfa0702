"""Passages as W3C Web Annotations: each links its claim to the words of the stored text, by quotation and by offsets.

A passage is the target; its address is its place on the claim's page. May import what is told, names and the
register. Must never tell a word of a source that the data does not tell anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from generator.exports.linked_data.provenance import derived_passage
from generator.exports.linked_data.register import Register, standing
from generator.exports.linked_data.vocabulary import Node, beside, known, reference
from generator.telling.claims import Claim, Evidence
from generator.telling.passages import Span
from generator.writing import naming

_OMISSION = " [...] "


def annotated(claim: Claim, register: Register) -> Iterator[Node]:
    """Tell the passages of a claim, those for and against it by turns where it stands alone."""
    for passage in _by_turns(claim.evidence) if register.alone else claim.evidence:
        yield _annotation(claim, passage, register)


def parts(passage: Evidence) -> Iterator[tuple[Span, str]]:
    """Give each span of a passage with its words; an omission has several."""
    at = 0
    for span in passage.spans:
        length = span[1] - span[0]
        yield span, passage.exact[at : at + length]
        at += length + len(_OMISSION)


def place(claim: Claim, passage: Evidence) -> str:
    """Give the address of a passage: its place on the page of its claim."""
    return f"{claim.url}#{_anchor(passage)}"


def _anchor(passage: Evidence) -> str:
    return naming.passage_anchor(passage.number - 1)


def _annotation(claim: Claim, passage: Evidence, register: Register) -> Node:
    # An annotation needs an address of its own (W3C); it is the file that tells it, for the page shows the passage.
    selected = [_selected(passage, span, words, register) for span, words in parts(passage)]
    body = register.at(claim.id)
    return {
        "@id": f"{register.file}#{claim.id}.{_anchor(passage)}",
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


def _selected(passage: Evidence, span: Span, words: str, register: Register) -> Node:
    """Tell one stretch of a passage; what stands before or after an omission is no neighbour of the whole."""
    before = passage.prefix if span == passage.spans[0] else None
    after = passage.suffix if span == passage.spans[-1] else None
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
