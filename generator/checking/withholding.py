"""Rule 13: what is withheld is not told by accident: not by another passage, not by a name in another text.

May import evidence and everything below it. Must never print a withheld text on a page: messages are for editors.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.passages import shorten
from generator.checking.prose import prose
from generator.evidence.names import NameBook, name_book
from generator.evidence.quotations import Proof
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.dossier import Quoted


def published_anyway(weighed: Weighed) -> Iterator[Problem]:
    """Refuse withheld words that another passage publishes."""
    shown = [(item, proof) for item, proof in _proven(weighed) if item.key not in weighed.silent]
    for hidden, stretch in _proven(weighed):
        if hidden.use != "withheld":
            continue
        places = sorted(
            item.record.places.of(*item.path)
            for item, proof in shown
            if item.source == hidden.source
            and any(a < end and start < b for a, b in proof.spans for start, end in stretch.spans)
        )
        if places:
            where = " and at ".join(map(str, places))
            yield Problem(
                hidden.record.places.of(*hidden.path),
                "withheld-published",
                f'"{shorten(hidden.selector.exact)}" is withheld, but published at {where}; withhold it there as well, '
                "or quote other words there",
            )


def names_told(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a published text with the name of an actor whose name is withheld."""
    if not weighed.hidden_names:
        return
    book = name_book(weighed.hidden_names.items())
    for record, path, text in prose(weighed.dossier):
        spans = _spans(text, book)
        yield from _told(text, book, [record.places.inside(*path, text=text, start=a, end=b) for a, b in spans])
    for item, proof in _proven(weighed):
        if item.key not in weighed.silent:
            yield from _told(proof.exact, book, [item.record.places.of(*item.path)])
    for claim in weighed.claims.values():
        for passage in claim.passages:
            for field in ("words", "via"):
                text = getattr(passage.evidence, field) or ""
                yield from _told(text, book, [claim.entry.spot("evidence", passage.index, field)])


def _told(text: str, book: NameBook, spots: list[Spot]) -> Iterator[Problem]:
    for (start, end), spot in zip(_spans(text, book), spots, strict=False):
        message = f'"{text[start:end]}" is the name of an actor whose name is withheld; write the text without it, or '
        yield Problem(spot, "withheld-name", message + "withhold the passage or claim as well")


def _spans(text: str, book: NameBook) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in book.mentions(text)] if text else []


def _proven(weighed: Weighed) -> Iterator[tuple[Quoted, Proof]]:
    for key, proof in weighed.proofs.items():
        if isinstance(proof, Proof):
            yield weighed.quoted[key], proof
