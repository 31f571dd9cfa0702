"""The proof of a quotation: its words stand in the stored text, once, whole, in order (rule of evidence 1).

`prove` gives the proof or a refusal that says what to do; a near miss is never accepted.
May import folding, boundaries, omissions and refusals. Must never know sources, claims or fact files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.evidence import omissions, refusals
from generator.evidence.folding import Folded, fold, is_plain
from generator.evidence.omissions import MARK, Span
from generator.evidence.refusals import Refusal

__all__ = ["Proof", "Refusal", "occurrences", "prove", "stands"]

_BRACKET = re.compile(r"\[[^\[\]]*\]")
_EDGE_MARKS = re.compile(r"^(?:\s*\[\.\.\.\])+\s*|\s*(?:\[\.\.\.\]\s*)+$")


@dataclass(frozen=True, slots=True)
class Proof:
    """Hold where the words of a quotation stand: `text[start:end]` of the stored text for each of its spans.

    `exact` is the stored text itself; parts of an omission are joined by ` [...] `.
    """

    spans: tuple[Span, ...]
    exact: str

    @property
    def hull(self) -> Span:
        """Give the span from the first word to the last, with what an omission leaves out."""
        return self.spans[0][0], self.spans[-1][1]


def prove(text: Folded, exact: str, *, prefix: str | None = None, suffix: str | None = None) -> Proof | Refusal:
    """Prove that a quotation stands in a text, or say why it does not.

    A `[...]` that stands in the text is text. A mark of omission at either end of the quotation says only that the
    source goes on there, and is taken off. Blank `prefix` or `suffix` count as absent.
    """
    if not (prefix or suffix or MARK in exact) and len(once := omissions.found(text, _plain(exact))) == 1:
        span = text.span(*once[0])
        stored = text.original[span[0] : span[1]]
        return Proof((span,), exact if stored == exact else stored)  # of two equal texts one is kept
    written = fold(exact)
    whole = written.text.strip()
    before, after = (fold(beside).text.strip() if beside else "" for beside in (prefix, suffix))
    if not whole.replace(MARK, "").strip():
        return refusals.empty(exact)
    words = _EDGE_MARKS.sub("", whole) if MARK in whole else whole
    for candidate in dict.fromkeys((whole, words)):
        if found := omissions.found(text, candidate):
            return _settled(text, candidate, found, before, after)
    parts = omissions.parts(text, words)
    fitted = _omission(text, words, parts, before, after)
    if isinstance(fitted, Proof):
        return fitted
    if (inserted := _inserted(text, words)) is not None:
        fitted = refusals.inserted(words, inserted)
    return _placed(fitted, words, written)


def _plain(exact: str) -> str:
    """Give the words of a quotation in which nothing is folded; nothing of another: it takes the long way."""
    return exact.strip() if is_plain(exact) else ""


def stands(text: Folded, exact: str, *, prefix: str | None = None, suffix: str | None = None) -> bool:
    """Say whether a quotation is proven, without looking for what stands there instead where it is not."""
    return all(piece.strip() in text.text for piece in fold(exact).text.split(MARK)) and isinstance(
        prove(text, exact, prefix=prefix, suffix=suffix), Proof
    )


def occurrences(text: Folded, words: str) -> list[Span]:
    """Give every occurrence of words between word and number boundaries, overlapping ones too, as stored offsets."""
    return [text.span(*span) for span in omissions.found(text, fold(words).text.strip())]


def _settled(text: Folded, words: str, found: list[Span], before: str, after: str) -> Proof | Refusal:
    """Choose among the places of a passage by what stands before and after it."""
    fit = [span for span in found if omissions.stands_before(text, span[0], before)]
    if not fit:
        return refusals.neighbour(text, words, before, found, side="prefix")
    after_fit = [span for span in fit if omissions.stands_after(text, span[1], after)]
    if not after_fit:
        return refusals.neighbour(text, words, after, fit, side="suffix")
    if len(after_fit) > 1:
        return refusals.not_unique(text, words, after_fit)
    return _proof(text, after_fit)


def _omission(text: Folded, words: str, parts: list[str], before: str, after: str) -> Proof | Refusal:
    """Fit the parts of an omission into one line of the text, in one way only; one part alone stands nowhere."""
    places = {part: omissions.found(text, part) for part in dict.fromkeys(parts)}
    for part in parts:
        if not places[part]:
            refusal = refusals.not_found(text, part)
            return replace(refusal, at=_moved(refusal.at, words.find(part)))
    every = [places[part] for part in parts]
    first = [span for span in every[0] if omissions.stands_before(text, span[0], before)]
    last = [span for span in every[-1] if omissions.stands_after(text, span[1], after)]
    fits = omissions.fits(text, [first, *every[1:-1], last], lines=text.lines)
    if len(fits) > 1:
        return refusals.ambiguous(text, words, fits)
    if fits:
        return _proof(text, fits[0])
    if free := omissions.fits(text, every, lines=text.lines):
        if not omissions.fits(text, [first, *every[1:]], lines=text.lines):
            return refusals.neighbour(text, words, before, [fit[0] for fit in free], side="prefix")
        return refusals.neighbour(text, words, after, [fit[-1] for fit in free], side="suffix")
    return refusals.misfit(text, parts, every)


def _placed(refusal: Refusal, words: str, written: Folded) -> Refusal:
    """Turn the place of the wrong words among the folded ones into one in the quotation as it was written."""
    at = _moved(refusal.at, written.text.find(words))
    return replace(refusal, at=written.span(*at) if at else None)


def _moved(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span and by >= 0 else None


def _inserted(text: Folded, words: str) -> str | None:
    """Give the first bracket that is the quoter's own: it stands nowhere, or the words stand without it."""
    brackets = [match for match in _BRACKET.finditer(words) if match[0] != MARK]
    for match in brackets:
        if match[0] not in text.text:
            return match[0]
    for match in brackets:
        without = " ".join((words[: match.start()] + words[match.end() :]).split())
        if all(omissions.found(text, part) for part in omissions.parts(text, without)):
            return match[0]
    return None


def _proof(text: Folded, spans: list[Span]) -> Proof:
    if len(spans) == 1:
        start, end = text.span(*spans[0])
        return Proof(((start, end),), text.original[start:end])
    stored = tuple(text.span(*span) for span in spans)
    return Proof(stored, f" {MARK} ".join(text.original[start:end] for start, end in stored))
