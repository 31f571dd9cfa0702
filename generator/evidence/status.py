"""Status: what the voices behind a claim amount to, by one decision table (rule 6).

The first rule that fits decides; the table in `RULES` is also the Method page's. Nobody can override it.
May import voices. Must never know pages, nor what is true: a status says who states something, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import combinations, product

from generator.evidence.voices import Voice

Opposed = Collection[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the decision table: the status, when it holds, in words and as a test."""

    name: str
    when: str
    fits: Callable[[Sides], bool]


@dataclass(frozen=True, slots=True)
class Sides:
    """The voices of a claim, sorted for the table: parties and speakers for it, parties against it."""

    parties: tuple[str, ...]
    against: tuple[str, ...]
    kinds: frozenset[str]
    opposed: frozenset[frozenset[str]]

    def disputed(self) -> bool:
        """Say whether a party states it and an opposed party rejects it."""
        return any(frozenset(pair) in self.opposed for pair in product(self.parties, self.against))

    def both_sides(self) -> bool:
        """Say whether two opposed parties state it."""
        return any(frozenset(pair) in self.opposed for pair in combinations(self.parties, 2))


OPPOSING = "stated by opposing parties"
"""The status of what two opposed parties both state."""

RULES: tuple[Rule, ...] = (
    Rule(
        "disputed between parties",
        "A party states it, and an opposed party rejects it, each in a passage attributed to it.",
        lambda sides: sides.disputed(),
    ),
    Rule(
        OPPOSING,
        "Two opposed parties state it, each in a passage attributed to it.",
        lambda sides: sides.both_sides(),
    ),
    Rule(
        "stated by one party",
        "A party states it; no party opposed to it states or rejects it.",
        lambda sides: bool(sides.parties),
    ),
    Rule(
        "stated by others",
        "A named speaker whom the dossier places with no party states it.",
        lambda sides: "actor" in sides.kinds,
    ),
    Rule(
        "attributed to unnamed sources",
        "Articles attribute it to speakers they do not name.",
        lambda sides: "unnamed" in sides.kinds,
    ),
    Rule(
        "reported, not attributed",
        "Articles say it in their own voice and name no speaker.",
        lambda sides: "article" in sides.kinds,
    ),
    Rule(
        "not supported",
        "No passage that counts as a voice states it; such a claim is refused.",
        lambda _: True,
    ),
)
STATUSES: tuple[str, ...] = tuple(rule.name for rule in RULES)


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a claim with the rule that gave it and the rule's inputs, both in words."""

    name: str
    rule: str
    inputs: str
    parties: tuple[str, ...]
    voices: tuple[Voice, ...]


def decide(voices: tuple[Voice, ...], *, opposed: Opposed, names: dict[str, str]) -> Status:
    """Find the first rule of the table that fits the voices.

    `opposed` holds pairs of parties; `names` gives the name shown for each actor's id.
    """
    sides = Sides(
        parties=tuple(sorted({voice.party for voice in voices if voice.supports and voice.party})),
        against=tuple(sorted({voice.party for voice in voices if not voice.supports and voice.party})),
        kinds=frozenset(voice.kind for voice in voices if voice.supports),
        opposed=frozenset(opposed),
    )
    rule = next(rule for rule in RULES if rule.fits(sides))
    return Status(rule.name, rule.when, _inputs(voices, names), sides.parties, voices)


def _inputs(voices: tuple[Voice, ...], names: dict[str, str]) -> str:
    supporting = _in_words([voice for voice in voices if voice.supports], names)
    rejecting = _in_words([voice for voice in voices if not voice.supports], names)
    parts = []
    if supporting:
        parts.append("Stated by " + "; ".join(supporting))
    if rejecting:
        parts.append(("rejected by " if parts else "Rejected by ") + "; ".join(rejecting))
    return "; ".join(parts) + "." if parts else "No voice."


def _in_words(voices: list[Voice], names: dict[str, str]) -> list[str]:
    phrases = []
    for voice in voices:
        if voice.kind == "actor":
            name = names.get(voice.speaker, voice.speaker)
            party = names.get(voice.party or "", voice.party or "")
            side = f", for {party}" if voice.party and voice.party != voice.speaker else ""
            phrases.append(f"{name}{side} ({carried([voice])})")
    unnamed = [voice for voice in voices if voice.kind == "unnamed"]
    if unnamed:
        words = ", ".join(f"“{word}”" for word in sorted({voice.speaker for voice in unnamed}))
        phrases.append(f"speakers the articles do not name: {words} ({carried(unnamed)})")
    articles = [voice for voice in voices if voice.kind == "article"]
    if articles:
        phrases.append(f"articles in their own voice ({carried(articles)})")
    return phrases


def carried(voices: list[Voice]) -> str:
    """Say in how many sources voices stand and of how many origins those are, "at most" where origins are not known."""
    sources = {source for voice in voices for source in voice.sources}
    if len(sources) == 1:
        return "one source"
    origins = {origin for voice in voices for origin in voice.origins}
    known = len(origins) == 1 or all(voice.identified for voice in voices)
    count = "one origin" if len(origins) == 1 else f"{'' if known else 'at most '}{len(origins)} origins"
    return f"{len(sources)} sources of {count}"
