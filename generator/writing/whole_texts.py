"""The whole text of a source, for editors while a site is served on their own machine: what is used of it, and how.

Never part of a published site: `pages` asks for it only where it is told to. May import the desk, evidence and pieces.
Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.evidence.weighing import Span
from generator.writing import naming
from generator.writing.desk import Desk
from generator.writing.pieces import TextStretch

LEFT = "not accounted for"
COVERED = "quoted by a claim"


def whole_text(desk: Desk, source: str, *, reasons: dict[str, str]) -> tuple[TextStretch, ...]:
    """Cut a text at its sentences and at what is quoted of it; joined, the stretches are the text.

    `reasons` are the words for reasons of setting aside.
    """
    text = desk.weighed.dossier.texts[source]
    printed = desk.weighed.printed[source]
    sentences = desk.weighed.coverage[source].sentences
    spans = [*((one.start, one.end) for one in sentences), *printed]
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    told = {(one.start, one.end): _state(one.state, one.reason, reasons) for one in sentences}
    return tuple(_stretches(text, cuts, told=told, printed=printed))


def _state(state: str, reason: str, reasons: dict[str, str]) -> tuple[str, str]:
    """Give the class and the words of a sentence's state."""
    if state == "left":
        return "left", LEFT
    if state == "covered":
        return "covered", COVERED
    return "aside", naming.WITHHELD if reason == naming.WITHHELD else f"set aside: {reasons.get(reason, reason)}"


def _stretches(
    text: str, cuts: list[int], *, told: dict[Span, tuple[str, str]], printed: tuple[Span, ...]
) -> Iterator[TextStretch]:
    for start, end in pairwise(cuts):
        kind, words = next((state for (a, b), state in told.items() if a <= start and end <= b), ("between", ""))
        quoted = any(a <= start and end <= b for a, b in printed)
        yield TextStretch(text[start:end], kind, words, quoted)
