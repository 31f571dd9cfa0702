"""Which node stands for which id: what refers to actors, sources, claims and records by their addresses.

A record that stands `alone`, in the head of its page, names what it refers to and lists the first claims only.
May import what is told, names and the vocabularies. Must never know how a record is described.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TypeVar

from generator.exports.linked_data.vocabulary import Node, known, reference
from generator.telling.claims import Claim, Difference, Evidence
from generator.telling.facts import Facts
from generator.telling.records import Actor, Source
from generator.writing import naming

ACTORS = {
    "person": "Person",
    "organisation": "Organization",
    "state": "GovernmentOrganization",
    "medium": "NewsMediaOrganization",
    "group": "Organization",
}
"""What schema.org calls each kind of actor."""
WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "legislation": "Legislation",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""What schema.org calls a source by its CSL-JSON type; any other is a CreativeWork, for no more is known."""

URI = "data/facts.jsonld"
"""The file of the whole fact sheet."""
_FEW = 4  # claims that a record lists in the head of its page

_Item = TypeVar("_Item")


class Register:
    """The nodes of one fact sheet by their ids."""

    def __init__(self, facts: Facts, *, alone: bool = False) -> None:
        self.alone = alone
        self.dossier = facts.dossier
        self.sheet = reference(facts.dossier.id)
        self.published = not facts.dossier.id.startswith("urn:")
        self.file = self.address(URI) or facts.dossier.id
        self.scope = f"What this rests on: {facts.dossier.scope.text}"
        self.sources = {one.id: one for one in facts.sources}
        self.actors = {one.id: one for one in facts.actors}
        self.claims = {one.id: one for one in facts.claims}
        self.origins = {one.id: one for one in facts.dossier.origins}
        self.differing: dict[str, list[Difference]] = {}
        for difference in facts.differences:
            self.differing.setdefault(difference.question, []).append(difference)
        entities = (
            *facts.sources, *facts.actors, *facts.questions, *facts.agreements, *facts.events, *facts.disputes,
            *facts.background, *facts.claims, *facts.withheld,
        )  # fmt: skip
        self._at = {one.id: reference(one.url) for one in entities}
        self._stored = {one.id: reference(_named_by_digest(one.sha256)) for one in facts.sources}

    def few(self, items: Sequence[_Item]) -> Sequence[_Item]:
        """Give what a record lists: all of it, or the first where it stands alone."""
        return items[:_FEW] if self.alone else items

    def address(self, uri: str) -> str | None:
        """Give the address of a file of the site, where the site's address is known."""
        return f"{self.dossier.id}{uri}" if self.published else None

    def at(self, id_: str) -> Node:
        """Refer to anything that has a page."""
        return self._at[id_]

    def stored(self, source: str) -> Node:
        """Refer to a source's stored text by the SHA-256 of its bytes (RFC 6920), for the site has no copy of it."""
        return self._stored[source]

    def record(self, id_: str) -> Node:
        """Refer to a record or a claim, as far as it has a page."""
        if id_ in self.actors:
            return self.actor(id_)
        return self.at(id_)

    def actor(self, id_: str) -> Node:
        """Refer to an actor."""
        actor = self.actors[id_]
        return {"@id": actor.url, "@type": actor_type(actor), "name": actor.name} if self.alone else self.at(id_)

    def source(self, id_: str) -> Node:
        """Refer to a source."""
        source = self.sources[id_]
        return {"@id": source.url, "@type": work_type(source), "name": source.name} if self.alone else self.at(id_)

    def claim(self, id_: str) -> Node:
        """Refer to a claim with its status and who says it: neither is ever left behind."""
        claim = self.claims[id_]
        words = {"@type": "Claim", "text": claim.statement} if self.alone else {}
        return {"@id": claim.url, **words, **standing(claim)}

    def listed(self, ids: Sequence[str]) -> list[Node]:
        """Refer to the claims that a record lists; withheld ones have their place on the page alone."""
        return [self.claim(id_) for id_ in self.few([id_ for id_ in ids if id_ in self.claims])]

    def speaker(self, passage: Evidence, *, named: bool = True) -> Node:
        """Refer to who says it: an actor, a speaker left unnamed, or the article itself."""
        if passage.claimant is None:
            return self.source(passage.source) if named else self.at(passage.source)
        if passage.claimant in self.actors:
            return self.actor(passage.claimant) if named else self.at(passage.claimant)
        return {"@type": "Thing", "name": naming.unnamed(passage.words or "") or naming.UNNAMED}

    def origin(self, id_: str | None) -> Node | None:
        """Refer to the origin of a text, where one is declared."""
        origin = self.origins.get(id_ or "")
        if origin is None:
            return None
        if not self.alone:
            return reference(f"_:origin-{origin.id}")
        return known({"@type": "CreativeWork", "description": origin.about})

    def editors(self) -> list[Node]:
        """Give who curates the fact sheet; whether a name is one person's or a body's is not known."""
        names = enumerate(self.dossier.editors, start=1)
        return [{"@id": f"_:editor-{number}", "@type": "prov:Agent", "name": name} for number, name in names]


def _named_by_digest(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).rstrip(b"=")
    return f"ni:///sha-256;{digest.decode()}"


def actor_type(actor: Actor) -> str:
    """Give schema.org's name for what an actor is."""
    return ACTORS[actor.kind]


def work_type(source: Source) -> str:
    """Give schema.org's name for what a source is, as far as that is known."""
    return WORKS.get(source.type, "CreativeWork")


def standing(claim: Claim) -> Node:
    """Give what travels with every claim: its status and who says it."""
    return {"creativeWorkStatus": claim.status, "creditText": claim.said_by}
