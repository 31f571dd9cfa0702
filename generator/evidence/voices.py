"""Voices: who stands behind a claim, counted by speaker, origin and party, never by article.

A voice is a claimant, or the origin of an article speaking for itself (rule 5).
May import reading and the model. Must never know pages, nor judge what is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

VoiceKind = Literal["actor", "unnamed", "article"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One passage as heard: who says it, in which source, of which origin, for or against.

    `speaker` is an actor's id, the words that leave the speaker unnamed, or empty for the article's own voice.
    `identified` says whether the origin of the text is known; `generated` text is no voice at all.
    """

    kind: VoiceKind
    speaker: str
    party: str | None
    source: str
    origin: str
    identified: bool
    supports: bool
    generated: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """One voice for or against a claim, with the sources that carry it and the origins of their texts.

    `identified` says that all these origins are known; else their number is a number "at most".
    """

    kind: VoiceKind
    speaker: str
    party: str | None
    supports: bool
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    identified: bool


def voices(heard: Iterable[Heard]) -> tuple[Voice, ...]:
    """Join passages into voices: one a speaker and stance, one an origin where articles speak for themselves.

    Unnamed speakers are one voice an origin too: nobody can tell two of them apart. Generated text is left out.
    The order is fixed: actors, unnamed, articles; then by name.
    """
    groups: dict[tuple[bool, VoiceKind, str, str], list[Heard]] = {}
    for item in heard:
        if item.generated:
            continue
        name = item.speaker if item.kind == "actor" else item.origin
        groups.setdefault((not item.supports, item.kind, name, item.party or ""), []).append(item)
    ranks = {"actor": 0, "unnamed": 1, "article": 2}
    ordered = sorted(groups.items(), key=lambda group: (group[0][0], ranks[group[0][1]], *group[0][2:]))
    return tuple(_voice(members) for _, members in ordered)


def _voice(members: list[Heard]) -> Voice:
    first = members[0]
    speakers = sorted({member.speaker for member in members})
    return Voice(
        kind=first.kind,
        speaker=first.speaker if first.kind == "actor" else ", ".join(speakers),
        party=first.party,
        supports=first.supports,
        sources=tuple(sorted({member.source for member in members})),
        origins=tuple(sorted({member.origin for member in members})),
        identified=all(member.identified for member in members),
    )
