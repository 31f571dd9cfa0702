"""Who says it: claimants, channels and words for the unnamed stand in the source; holders and utterances fit them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.checking import speakers as rules
from generator.evidence.weighing import Weighed, weigh
from generator.problems import Problem
from generator.reading.dossier import Dossier
from tests.changed_example import example, with_claim, with_fields

Rule = Callable[[Weighed], Iterator[Problem]]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return example()


def told(rule: Rule, dossier: Dossier, claim: str, **fields: Any) -> list[tuple[str, str]]:
    found = list(rule(weigh(with_claim(dossier, claim, **fields))))
    path = dossier.claims[claim].path
    places = dossier.claims[claim].record.places
    for problem in found:
        assert problem.spot.file == places.of(*path).file
    return [(problem.code, problem.message) for problem in found]


def first(**fields: Any) -> dict[str, Any]:
    """Change the first passage."""
    return {"evidence": {0: fields}}


BY = "correct claimant:, or quote the words that name the speaker under attribution:"


def test_a_claimant_whom_the_source_does_not_name_there(dossier: Dossier) -> None:
    said = told(rules.claimants_not_named, dossier, "ferry-announced", **first(claimant="ivo-tamm"))
    assert said == [
        ("claimant-not-named", f'"ivo-tamm" is named neither in the passage nor in its paragraph of gazette; {BY}')
    ]
    said = told(rules.claimants_not_named, dossier, "letters-sent", **first(claimant="ivo-tamm"))
    assert said == []  # the paragraph names him
    said = told(rules.claimants_not_named, dossier, "users-over-300", **first(claimant="ivo-tamm"))
    assert said == [
        ("claimant-not-named", '"ivo-tamm" is named neither in the passage nor in its paragraph of gazette; ' + BY)
    ]


def test_the_actors_whom_the_passage_names_are_told(dossier: Dossier) -> None:
    ((_, said),) = told(rules.claimants_not_named, dossier, "closure-agreed", **first(claimant="ivo-tamm"))
    assert "of gazette, which names lenford-council, mill-lane-residents; " in said


def test_of_a_claimant_nobody_knows_or_whose_name_is_withheld_nothing_is_said(dossier: Dossier) -> None:
    for claimant in ("unnamed", "nobody-known", None):
        assert told(rules.claimants_not_named, dossier, "ferry-announced", **first(claimant=claimant)) == []
    hidden = with_fields(dossier, "actors", "ivo-tamm", withheld="safety")
    assert told(rules.claimants_not_named, hidden, "ferry-announced", **first(claimant="ivo-tamm")) == []
    misspelt = with_fields(dossier, "actors", "ivo-tamm", name="Ivo Tam")
    assert told(rules.claimants_not_named, misspelt, "ferry-announced", **first(claimant="ivo-tamm")) == []


def test_a_speaker_cut_off(dossier: Dossier) -> None:
    silent = first(claimant=None, exact="Over 300 people use the bridge every day")
    entry = with_claim(dossier, "users-over-300", **silent)
    ((code, said),) = told(rules.cut_off, entry, "users-over-300")
    assert code == "attribution-cut-off"
    assert said == (
        '"according to the council." stands in the same sentence and tells who says this, but the passage leaves '
        "it out and has no claimant; quote it as well and add claimant:, or quote it under attribution:"
    )
    assert told(rules.cut_off, entry, "users-over-300", **first(claimant="lenford-council")) == []
    assert told(rules.cut_off, entry, "users-over-300", **first(attribution="according to the council")) == []
    before = first(claimant=None, exact="the residents did not hear of the ferry until the meeting.")
    ((_, said),) = told(rules.cut_off, dossier, "residents-did-not-hear", **before)
    assert said.startswith('"Tamm said" stands in the same sentence')
    role = first(claimant=None, exact="the leader of the council")
    assert told(rules.cut_off, dossier, "dana-orrell-leader", **role) == []


def test_channels_and_words_for_the_unnamed(dossier: Dossier) -> None:
    stands = "stands neither in the passage nor in its paragraph of"
    assert told(rules.channels, dossier, "ferry-announced", **first(via="Telegram")) == [
        ("channel-not-named", f'"Telegram" {stands} gazette; correct via:, or remove it')
    ]
    assert told(rules.channels, dossier, "ferry-announced", **first(via="the leader")) == []
    assert told(rules.words_of_the_unnamed, dossier, "rotten-boards", **first(words="Reports say")) == [
        ("words-not-in-passage", f'"Reports say" {stands} courier; copy the words from the source')
    ]
    assert told(rules.words_of_the_unnamed, dossier, "rotten-boards", **first(words="the residents said")) == []


def test_where_an_attribution_is_quoted_it_alone_names_the_speaker(dossier: Dossier) -> None:
    apart = first(via="X", attribution="Dana Orrell, the leader of the council")
    changed = with_claim(dossier, "ferry-announced", **apart)
    assert told(rules.channels, changed, "ferry-announced") == [
        ("channel-not-named", '"X" stands neither in the passage nor in its paragraph of gazette; '
                              "correct via:, or remove it")
    ]  # fmt: skip
    assert told(rules.claimants_not_named, changed, "ferry-announced") == []
    ((_, said),) = told(rules.claimants_not_named, changed, "ferry-announced", **first(claimant="ivo-tamm"))
    assert said.startswith('"ivo-tamm" is named neither')


@pytest.mark.parametrize(
    ("claimant", "shown"),
    [("ivo-tamm", "ivo-tamm"), ("unnamed", "unnamed"), (None, "the article itself"), ("dana-orrell", ""),
     ("nobody-known", "")],
)  # fmt: skip
def test_an_utterance_has_one_speaker(dossier: Dossier, claimant: str | None, shown: str) -> None:
    said = told(rules.utterances, dossier, "closure-weeks", **first(claimant=claimant))
    assert said == [
        ("wrong-speaker", '"orrell-on-the-closure" is an utterance of "dana-orrell", but the claimant is '
                          f'"{shown}"; correct one of the two')
    ] * bool(shown)  # fmt: skip
    assert told(rules.utterances, dossier, "closure-weeks", **first(claimant=claimant, utterance=None)) == []


ADVICE = "; correct held_by: or claimant:, or cite a passage in which the holder speaks"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, []),
        ({"held_by": ["ivo-tamm", "mill-lane-residents"]}, [("mill-lane-residents", ", but ivo-tamm is")]),
        ({"held_by": ["dana-orrell"], "evidence": {1: {"claimant": "mill-lane-residents"}}},
         [("dana-orrell", ", but ivo-tamm and mill-lane-residents is")]),
        ({"held_by": ["lenford-council"]}, [("lenford-council", ", but ivo-tamm is")]),
        ({"evidence": {0: {"claimant": None}, 1: {"claimant": None}}},
         [("ivo-tamm", ", the article speaks for itself there")]),
        ({"evidence": {0: {"claimant": "nobody-known"}, 1: {"claimant": None}}}, []),
        ({"held_by": ["nobody-known"]}, []),
        ({"held_by": ["dana-orrell"], "evidence": {1: {"withheld": "legal"}}}, []),
        ({"held_by": ["mill-lane-residents"], "evidence": {1: {"claimant": "mill-lane-residents"}}}, []),
    ],
)  # fmt: skip
def test_a_holder_speaks(dossier: Dossier, fields: dict[str, Any], wrong: list[tuple[str, str]]) -> None:
    said = told(rules.holders, dossier, "residents-not-told", **fields)
    assert said == [
        ("holder-not-speaking", f'"{holder}" is the claimant of no passage of "residents-not-told"{who}{ADVICE}')
        for holder, who in wrong
    ]


def test_who_holds_no_position_needs_no_holder(dossier: Dossier) -> None:
    assert told(rules.holders, dossier, "rotten-boards") == []
