"""Rule 13: what is withheld is not told by accident: not by another passage, not by a name in another text.

May import evidence and everything below it. Must never print a withheld text on a page: messages are for editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.checking.prose import prose
from generator.evidence.names import NameBook, name_book
from generator.evidence.overlaps import Overlaps
from generator.evidence.quotations import Proof
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.dossier import Quoted
from generator.reading.quoted import WITHHELD


@dataclass(frozen=True, slots=True)
class Leak:
    """A withheld quotation, and the quotations that publish words of it."""

    hidden: Quoted
    shown: tuple[Quoted, ...]


def leaks(weighed: Weighed) -> Iterator[Leak]:
    """Give every withheld quotation of which words are published all the same."""
    if not any(item.use == WITHHELD for item in weighed.quoted.values()):
        return
    shown: dict[str, list[tuple[tuple[int, int], Quoted]]] = {}
    for item, proof in _proven(weighed):
        if item.key not in weighed.silent:
            shown.setdefault(item.source, []).extend((span, item) for span in proof.spans)
    placed = {source: Overlaps(spans) for source, spans in shown.items()}
    for hidden, stretch in _proven(weighed):
        if hidden.use == WITHHELD and hidden.source in placed and _secret(hidden):
            over = {item.key: item for span in stretch.spans for item in placed[hidden.source].over(*span)}
            if over:
                yield Leak(hidden, tuple(sorted(over.values(), key=_place)))


def _secret(hidden: Quoted) -> bool:
    """Tell whether the words themselves must not be published.

    In a claim that is withheld as a whole and has passages that are withheld by themselves, only theirs must not.
    """
    field, number, *inner = hidden.path
    record: Any = hidden.record.data
    evidence = getattr(record, str(field))[number].evidence
    if not any(one.withheld for one in evidence):
        return True
    return inner[0] == "evidence" and evidence[inner[1]].withheld is not None


def published_anyway(weighed: Weighed) -> Iterator[Problem]:
    """Refuse withheld words that another passage publishes: one problem for each withheld claim or passage."""
    owners = {(entry.record.id, entry.path): entry for entry in weighed.dossier.claims.values()}
    found: dict[tuple[Spot, str], list[Leak]] = {}
    for leak in leaks(weighed):
        entry = owners[leak.hidden.record.id, leak.hidden.path[:2]]
        inner = leak.hidden.path[: 2 if entry.withheld else 4]
        spot = entry.record.places.of(*inner, *["withheld"] * bool(entry.withheld))
        found.setdefault((spot, entry.id if entry.withheld else f"a passage of {entry.id}"), []).append(leak)
    for (spot, what), told in found.items():
        shown = {item.key: item for leak in told for item in leak.shown}.values()
        claims = sorted({owners[key].id for item in shown if (key := (item.record.id, item.path[:2])) in owners})
        others = sorted({_place(item) for item in shown if (item.record.id, item.path[:2]) not in owners})
        yield Problem(spot, "withheld-published", _published(what, claims, others), tuple(map(_where, told)))


def _published(what: str, claims: Sequence[str], others: Sequence[Spot]) -> str:
    advice = []
    if claims:
        advice.append(f"in {', '.join(claims)}: withhold these too, or cite other words there")
    if others:
        advice.append(f"at {', '.join(map(str, others))}: quote other words there")
    own = "; or let what is withheld quote no more than the words that must go"
    return f'"{what}" is withheld, but words of it are published {"; and ".join(advice)}{own}'


def _where(leak: Leak) -> str:
    """Say where; the words themselves have no place in a log that others may read."""
    return f"{_place(leak.hidden)}: at {', '.join(str(_place(item)) for item in leak.shown)}"


def _place(item: Quoted) -> Spot:
    return item.record.places.of(*item.path)


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
