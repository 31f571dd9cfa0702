"""What is withheld is taken out of a dossier; the rest of it, and a dossier without such a thing, stay as they are."""

from __future__ import annotations

import pytest

from generator.evidence.withholding import NAME, hidden_answers, hidden_names, withhold
from generator.reading.dossier import Dossier
from tests.changed_example import example, with_fields


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return example()


def evidence_withheld(dossier: Dossier) -> Dossier:
    """Withhold the second passage of the claim on how long the bridge is closed."""
    terms = list(dossier.agreements["bridge-closure"].data.terms)
    at = next(number for number, claim in enumerate(terms) if claim.id == "closure-weeks")
    first, second = terms[at].evidence
    told = [first, second.model_copy(update={"withheld": "safety"})]
    terms[at] = terms[at].model_copy(update={"evidence": told})
    return with_fields(dossier, "agreements", "bridge-closure", terms=terms)


def claim_withheld(dossier: Dossier) -> Dossier:
    """Withhold the claim that nobody had been told."""
    claims = [claim.model_copy(update={"withheld": "legal"} if claim.id == "nobody-told" else {})
              for claim in dossier.background["ferry-told"].data.claims]  # fmt: skip
    return with_fields(dossier, "background", "ferry-told", claims=claims)


def test_a_dossier_without_anything_withheld_is_the_same(dossier: Dossier) -> None:
    assert withhold(dossier) is dossier
    assert (hidden_answers(dossier), hidden_names(dossier)) == ({}, {})


def test_a_withheld_passage_keeps_its_source_and_stance_and_the_claim_its_words(dossier: Dossier) -> None:
    hidden = evidence_withheld(dossier)
    assert hidden_answers(hidden) == {"weeks-closed": ["at least 12"]}
    entry = withhold(hidden).claims["closure-weeks"]
    assert entry.data.statement == dossier.claims["closure-weeks"].data.statement
    first, second = entry.data.evidence
    assert first == dossier.claims["closure-weeks"].data.evidence[0]
    told = {name: value for name, value in second.model_dump().items() if value not in (None, "")}
    assert told == {"source": "courier", "stance": "supports", "withheld": "safety"}
    assert withhold(hidden).agreements["bridge-closure"].data.terms[-1] == entry.data


def test_a_withheld_claim_keeps_its_id_and_nothing_else(dossier: Dossier) -> None:
    hidden = claim_withheld(dossier)
    assert hidden_answers(hidden) == {"who-was-not-told": ["nobody"]}
    entry = withhold(hidden).claims["nobody-told"]
    told = {name: value for name, value in entry.data.model_dump().items() if value not in (None, "", [], {}, False)}
    assert told == {"id": "nobody-told", "withheld": "legal"}
    others = {id_: claim for id_, claim in withhold(hidden).claims.items() if id_ != "nobody-told"}
    assert {id_: claim.data for id_, claim in others.items()} == {id_: dossier.claims[id_].data for id_ in others}


def test_a_withheld_actor_loses_its_names_and_what_it_spoke_about(dossier: Dossier) -> None:
    hidden = with_fields(dossier, "actors", "dana-orrell", withheld="minor")
    assert list(hidden_names(hidden)) == ["dana-orrell"]
    assert hidden_names(hidden)["dana-orrell"].name == "Dana Orrell"
    after = withhold(hidden)
    actor = after.actors["dana-orrell"].data
    assert (actor.name, actor.names, actor.party, actor.kind) == (NAME, [], "lenford-council", "person")
    assert [utterance.about for utterance in actor.utterances] == [""]
    speaker, utterance = after.utterances["orrell-on-the-closure"]
    assert (speaker, utterance.about) == ("dana-orrell", "")
    assert after.actors["ivo-tamm"] is hidden.actors["ivo-tamm"]


def test_of_an_actor_whose_file_has_no_name_no_name_is_kept_for_checks(dossier: Dossier) -> None:
    nameless = with_fields(dossier, "actors", "dana-orrell", withheld="minor", name="", names=[])
    assert hidden_names(nameless) == {}


def test_what_an_actor_spoke_about_stays_where_another_is_withheld(dossier: Dossier) -> None:
    after = withhold(with_fields(dossier, "actors", "ivo-tamm", withheld="minor"))
    assert after.utterances == dossier.utterances
    assert after.actors["dana-orrell"] is dossier.actors["dana-orrell"]
