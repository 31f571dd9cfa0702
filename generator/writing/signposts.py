"""Names with links as the pages of one folder show them: made once, since all its pages lead to a place alike.

May import evidence, naming, addresses and pieces. Must never know a page, its notes or a template.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.evidence.weighing import Weighed
from generator.model.passages import Shape
from generator.reading.dossier import Record
from generator.writing import addresses, naming
from generator.writing.filters import said_by
from generator.writing.pieces import Link, SourceName, Speaker

Voice = tuple[bool, str, str, str]
"""Whether it speaks against a claim, the claimant, the words that leave it unnamed, the channel."""


class Signposts:
    """Links from one folder, named by any page in it, to records, claims and sources."""

    def __init__(
        self, page: str, weighed: Weighed, records: Mapping[str, Record[Shape]], names: Mapping[str, str]
    ) -> None:
        self._page = page
        self._weighed = weighed
        self._records = records
        self._names = names
        self._links: dict[str, Link] = {}
        self._sources: dict[str, SourceName] = {}
        self._speakers: dict[tuple[Voice, tuple[str, ...]], Speaker] = {}

    def record(self, id_: str) -> Link:
        """Link to a record or a claim by its id."""
        if id_ not in self._links:
            self._links[id_] = self._link(id_)
        return self._links[id_]

    def source(self, id_: str) -> SourceName:
        """Name a source."""
        if id_ not in self._sources:
            page = self._to(addresses.record_page("source", id_))
            self._sources[id_] = SourceName(naming.source_label(id_), self._names[id_], page)
        return self._sources[id_]

    def speaker(self, voice: Voice, sources: tuple[str, ...]) -> Speaker:
        """Say who speaks, through which channel and in which sources."""
        if (voice, sources) not in self._speakers:
            self._speakers[voice, sources] = self._speaker(voice, sources)
        return self._speakers[voice, sources]

    def _to(self, page: str) -> str:
        return addresses.relative(page, page=self._page)

    def _link(self, id_: str) -> Link:
        if (claim := self._weighed.claims.get(id_)) is not None:
            return Link(naming.claim_name(claim.statement), self._to(addresses.claim_page(id_)))
        if (entry := self._weighed.withheld.get(id_)) is not None and entry.withheld is not None:
            return Link(naming.claim_name(naming.withheld(entry.withheld)), self._to(addresses.claim_page(id_)))
        record = self._records[id_]
        return Link(self._names[id_], self._to(addresses.record_page(record.kind, id_)))

    def _speaker(self, voice: Voice, sources: tuple[str, ...]) -> Speaker:
        against, claimant, words, via = voice
        actor = self._weighed.dossier.actors.get(claimant)
        return Speaker(
            name=actor.data.name if actor else "",
            href=self._to(addresses.record_page("actor", claimant)) if actor else "",
            words=words,
            channel=via,
            sources=tuple(self.source(id_) for id_ in dict.fromkeys(sources)),
            against=against,
            slug=said_by(claimant),
        )
