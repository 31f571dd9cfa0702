"""Claims by what they answer, what they are about, who states them and what they rest on, so that no page looks at all.

Each list has the order of the dossier's claims, and each claim once. May import evidence. Must never know pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from generator.evidence.weighing import WeighedClaim, WeighedPassage

Claims = Mapping[str, list[WeighedClaim]]
Rendered = Mapping[str, list[tuple[WeighedClaim, WeighedPassage]]]


class ClaimIndex:
    """The claims of a dossier by ids of other things; what no claim has is not there."""

    def __init__(self, claims: Iterable[WeighedClaim]) -> None:
        self._claims = list(claims)

    @cached_property
    def answering(self) -> Claims:
        """Give the claims that answer each question."""
        return self._by(lambda claim: [claim.entry.data.question])

    @cached_property
    def about(self) -> Claims:
        """Give the claims about each record or claim."""
        return self._by(lambda claim: claim.entry.data.about)

    @cached_property
    def stated_by(self) -> Claims:
        """Give the claims of which each actor states a passage."""
        return self._by(lambda claim: (passage.evidence.claimant for passage in claim.passages))

    @cached_property
    def resting_on(self) -> Claims:
        """Give the claims that rest on each source."""
        return self._by(lambda claim: (passage.source.id for passage in claim.passages))

    @cached_property
    def rendering(self) -> Rendered:
        """Give the passages that render each utterance, with their claims."""
        found: dict[str, list[tuple[WeighedClaim, WeighedPassage]]] = {}
        for claim in self._claims:
            for passage in claim.passages:
                if passage.evidence.utterance is not None:
                    found.setdefault(passage.evidence.utterance, []).append((claim, passage))
        return found

    def _by(self, ids: Callable[[WeighedClaim], Iterable[str | None]]) -> Claims:
        found: dict[str, list[WeighedClaim]] = {}
        for claim in self._claims:
            for id_ in dict.fromkeys(ids(claim)):
                if id_ is not None:
                    found.setdefault(id_, []).append(claim)
        return found
