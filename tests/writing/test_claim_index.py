"""Claims by other ids: what looking through all claims would give, in their order."""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.writing.claim_index import ClaimIndex


def test_each_list_is_that_of_all_claims_looked_through(weighed: Weighed) -> None:
    claims = list(weighed.claims.values())
    index = ClaimIndex(claims)
    dossier = weighed.dossier
    assert index.answering == {
        id_: found for id_ in dossier.questions if (found := [c for c in claims if c.entry.data.question == id_])
    }
    assert index.about == {
        id_: found
        for id_ in (*(record.id for record in dossier.records()), *dossier.claims)
        if (found := [c for c in claims if id_ in c.entry.data.about])
    }
    assert index.stated_by == {
        id_: found
        for id_ in (*dossier.actors, "unnamed")
        if (found := [c for c in claims if any(p.evidence.claimant == id_ for p in c.passages)])
    }
    assert index.resting_on == {
        id_: found
        for id_ in dossier.sources
        if (found := [c for c in claims if any(p.source.id == id_ for p in c.passages)])
    }
    assert all((index.answering, index.about, index.stated_by, index.resting_on))


def test_renderings_have_their_passages(weighed: Weighed) -> None:
    index = ClaimIndex(weighed.claims.values())
    assert index.rendering == {
        id_: [(c, p) for c in weighed.claims.values() for p in c.passages if p.evidence.utterance == id_]
        for id_ in weighed.dossier.utterances
    }
