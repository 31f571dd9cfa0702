"""Actors: each spelling stands in a source, each person has a role, each party an actor; and when nothing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checking.people import parties_without_actor, unknown_spellings, without_role
from generator.evidence.weighing import Weighed, weigh
from tests.changed_example import example, weighed_with


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return weigh(example())


@pytest.mark.parametrize("field", ["name", "names", "adjectives", "capitals"])
@pytest.mark.parametrize(
    ("spelling", "advice"),
    [("Orrel", '; did you mean "Orrell"?'), ("Quuxian", "; write the name as a source has it, or remove it")],
)
def test_a_spelling_that_no_source_has(weighed: Weighed, field: str, spelling: str, advice: str) -> None:
    value = spelling if field == "name" else [spelling]
    (problem,) = unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", **{field: value}))
    assert problem.code == "spelling-not-in-sources"
    assert problem.message == f'"{spelling}" stands in no source text{advice}'
    assert problem.spot.file == "facts/actors/dana-orrell.yml"


def test_a_spelling_is_told_at_its_own_place(weighed: Weighed) -> None:
    (problem,) = unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", names=["Orrell", "Quuxian"]))
    assert str(problem.spot) == str(weighed.dossier.actors["dana-orrell"].places.of("names", 1))
    (problem,) = unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", name="Quuxian"))
    assert (problem.spot.line, problem.spot.column) == (2, 7)


def test_a_guess_has_as_many_words_as_the_name_and_a_capital(weighed: Weighed) -> None:
    (problem,) = unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", name="Dana Orrel"))
    assert problem.message == '"Dana Orrel" stands in no source text; did you mean "Dana Orrell"?'
    (problem,) = unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", name="ferri"))
    assert problem.message.endswith("; did you mean \"Ferry\"?")


@pytest.mark.parametrize("spelling", ["Lenford’s council", "Lenford", "Sign up", "the residents"])
def test_a_spelling_that_a_source_has_as_it_is_or_as_a_possessive(weighed: Weighed, spelling: str) -> None:
    assert list(unknown_spellings(weighed_with(weighed, "actors", "dana-orrell", names=[spelling]))) == []


def test_of_a_name_that_is_withheld_nothing_is_said(weighed: Weighed) -> None:
    hidden = weighed_with(weighed, "actors", "dana-orrell", names=["Quuxian"], withheld="safety", roles=[])
    assert list(unknown_spellings(hidden)) == []
    assert list(without_role(hidden)) == []


def test_a_person_without_a_role(weighed: Weighed) -> None:
    (problem,) = without_role(weighed_with(weighed, "actors", "dana-orrell", roles=[]))
    assert (problem.spot.line, problem.code) == (3, "no-public-role")
    assert problem.message == (
        '"Dana Orrell" is a person without a cited public role; '
        "add one under roles: with its passage, or remove the record"
    )
    assert list(without_role(weighed_with(weighed, "actors", "dana-orrell", roles=[], kind="group"))) == []


def silent_side(weighed: Weighed) -> Weighed:
    """Let nobody speak for the residents."""
    return weighed_with(weighed_with(weighed, "actors", "ivo-tamm", party=None), "actors", "mill-lane-residents",
                        party=None)  # fmt: skip


def test_a_party_without_an_actor(weighed: Weighed) -> None:
    (problem,) = parties_without_actor(silent_side(weighed))
    assert str(problem.spot) == "facts/dossier.yml:32:28"
    assert problem.message == (
        'no actor has "party: mill-lane-residents"; give the actors that speak for it this party'
    )


def test_while_an_actor_could_not_be_read_or_names_no_party_nothing_is_said(weighed: Weighed) -> None:
    silent = silent_side(weighed)
    unread = replace(silent, dossier=replace(silent.dossier, unread_kinds=frozenset({"actor"})))
    assert list(parties_without_actor(unread)) == []
    lost = weighed_with(silent, "actors", "ivo-tamm", party="mill-lane-resident")
    assert list(parties_without_actor(lost)) == []
    without_head = replace(silent, dossier=replace(silent.dossier, head=None))
    assert list(parties_without_actor(without_head)) == []
