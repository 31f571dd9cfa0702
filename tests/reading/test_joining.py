"""One namespace of ids, and every reference."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import pytest

from tests.reading.conftest import FILES, Tree, edited

CLOSURE = "facts/events/closure.yml"
WARNING = "facts/disputes/warning.yml"
HEAD = "facts/dossier.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (CLOSURE, "id: bridge-shut", "id: age-of-bridge", ":4:9: the id \"age-of-bridge\" is used already at facts/background/age.yml:3:9; give the newer of the two another id [duplicate-id]"),
        (CLOSURE, "id: bridge-shut", "id: council", "is used already by facts/actors/council.yml;"),
        (CLOSURE, "id: bridge-shut", "id: town-council", "is used already at facts/actors/council.yml:4:12"),
        (CLOSURE, "id: bridge-shut", "id: dossier", '"dossier" is used already'),
        (CLOSURE, "title: Closure", "title: Closure\nformerly: [residents]", ':2:12: the id "residents" is used already'),
        ("facts/actors/council.yml", "bridge}]", "bridge}, {id: rotten, about: x}]", ':5:65: the utterance\'s id "rotten" is used already'),
        (HEAD, "cite it.}", "cite it.}\n  - {id: notice, about: x, because: y}", "the origin's id \"notice\" is used already"),
    ],
)  # fmt: skip
def test_ids_used_twice(tree: Tree, name: str, old: str, new: str, expected: str) -> None:
    _, problems = tree(edited(name, old, new))
    found = [line for line in problems if line.endswith("[duplicate-id]")]
    assert len(found) == 1
    assert expected in found[0]


def test_two_records_of_one_id(tree: Tree) -> None:
    _, problems = tree({"facts/events/council.yml": FILES["facts/background/age.yml"].replace("age-of", "old")})  # type: ignore[arg-type]
    assert problems == [
        'facts/events/council.yml:1:1: the id "council" is used already by facts/actors/council.yml; '
        "give the newer of the two another id [duplicate-id]"
    ]


def test_utterances_have_ids_of_their_own(tree: Tree) -> None:
    _, problems = tree(
        edited("facts/actors/council.yml", "id: rotten", "id: council")
        | edited("facts/agreements/repair.yml", "utterance: rotten", "utterance: council")
    )
    assert problems == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (CLOSURE, "[{source: courier, exact: The", "[{source: curier, exact: The", ':8:25: no source has the id "curier"; did you mean "courier"? [unknown-source]'),
        (CLOSURE, "from: [{source: courier", "from: [{source: zzz", ':2:45: no source has the id "zzz"; correct it, or add facts/sources/zzz.yml [unknown-source]'),
        ("facts/sources/courier.yml", "[{source: courier", "[{source: zzz", "[unknown-source]"),
        ("facts/sources/courier.yml", "origin: notice", "origin: notise", ':4:9: no origin has the id "notise"; did you mean "notice"? [unknown-origin]'),
        ("facts/sources/herald.yml", "origin: notice", "origin: zzz", ":5:42: no origin has the id"),
        (CLOSURE, "question: why-shut", "question: why-shot", '; did you mean "why-shut"? [unknown-question]'),
        (CLOSURE, "about: [council", "about: [zzz", ':6:13: no record or claim has the id "zzz"; correct it, or write it first [unknown-record]'),
        (CLOSURE, "about: [council", "about: [town-council", '; it was renamed, write "council" [unknown-record]'),
        (WARNING, "claimant: residents", "claimant: residence", '; did you mean "residents"? [unknown-actor]'),
        (WARNING, "held_by: [residents]", "held_by: [closure]", "; it is the id of an event, write the id of an actor [unknown-actor]"),
        (WARNING, "reply_to: [told-nobody]", "reply_to: [zzz]", '"zzz"; correct it, or write the position first [unknown-claim]'),
        (WARNING, "reply_to: [told-nobody]", "reply_to: [bridge-shut]", '"bridge-shut" is no position; it is the id of an event, write the id of a position [not-allowed]'),
        (WARNING, "common_ground: [bridge-shut]", "common_ground: [bridge-shot]", '; did you mean "bridge-shut"? [unknown-claim]'),
        ("facts/agreements/repair.yml", "parties: [council,", "parties: [zzz,", ":2:11: no actor has the id"),
        ("facts/agreements/repair.yml", "them: [residents]", "them: [zzz]", ":6:21: no actor has the id"),
        ("facts/agreements/repair.yml", "utterance: rotten", "utterance: roten", '; did you mean "rotten"? [unknown-utterance]'),
        ("facts/actors/residents.yml", "party: residents", "party: zzz", ':3:8: no party has the id "zzz"; correct it, or add it under parties: in facts/dossier.yml [unknown-party]'),
        (HEAD, "claims: [bridge-shut]}\nhigh", "claims: [zzz]}\nhigh", ":5:37: no claim has the id"),
        (HEAD, "highlights: [told-nobody]", "highlights: [closure]", "it is the id of an event, write the id of a claim"),
        (HEAD, "day, claims: [bridge-shut]", "day, claims: [zzz]", "[unknown-claim]"),
        (HEAD, "opposed: [[council, residents]]", "opposed: [[council, zzz]]", ":8:21: no party has the id"),
        (HEAD, "parties: [council, residents]", "parties: [council, residents, zzz]", ":7:31: no actor has the id"),
    ],
)  # fmt: skip
def test_references_that_lead_nowhere(tree: Tree, name: str, old: str, new: str, expected: str) -> None:
    _, problems = tree(edited(name, old, new))
    assert len(problems) == 1
    assert problems[0].startswith(name)
    assert expected in problems[0]


@pytest.mark.parametrize("name", ["questions/index", "sources/origins"])
def test_no_record_takes_the_address_of_another_page(tree: Tree, name: str) -> None:
    text = "text: Why?\nkind: words\n" if name.startswith("questions") else FILES["facts/sources/herald.yml"]
    _, problems = tree({f"facts/{name}.yml": text})
    (found,) = (problem for problem in problems if "the address of another page" in problem)
    assert found.startswith(f'facts/{name}.yml:1:1: "{name.split("/")[1]}" is')


def test_only_sources_may_not_be_called_origins(tree: Tree) -> None:
    _, problems = tree({"facts/questions/origins.yml": "text: Whence?\nkind: words\n"})
    assert problems == []


def test_an_actor_is_not_unnamed(tree: Tree) -> None:
    _, problems = tree({"facts/actors/unnamed.yml": "name: x\nkind: group\n"})
    assert len(problems) == 1
    assert problems[0].startswith('facts/actors/unnamed.yml:1:1: an actor may not be called "unnamed"')


def test_a_claim_left_out_for_its_id_counts_as_unread(tree: Tree) -> None:
    dossier, _ = tree(edited(CLOSURE, "id: bridge-shut", "id: age-of-bridge"))
    assert dossier.unread == {"age-of-bridge"}


def test_while_an_id_is_used_twice_claims_that_lead_nowhere_are_not_told(tree: Tree) -> None:
    _, problems = tree(edited(CLOSURE, "id: bridge-shut", "id: age-of-bridge"))
    assert [line.rpartition("[")[2] for line in problems] == ["duplicate-id]"]


def test_a_claim_with_the_id_of_a_record_is_the_one_to_change(tree: Tree) -> None:
    _, problems = tree(edited(CLOSURE, "id: bridge-shut", "id: warning"))
    assert [line.partition(": ")[0] for line in problems] == [f"{CLOSURE}:4:9"]
    assert "is used already by facts/disputes/warning.yml" in problems[0]


def test_a_renamed_file_is_told_once_at_the_file(tree: Tree) -> None:
    _, problems = tree({"facts/actors/residents.yml": None, "facts/actors/resident.yml": FILES["facts/actors/residents.yml"]})
    assert len(problems) == 1
    assert problems[0].startswith('facts/actors/resident.yml:1:1: 5 places name the actor "residents", which is not there, and none')
    assert 'name this file "residents.yml", or write "resident" in those places' in problems[0]


def test_a_file_that_something_names_is_not_taken_for_a_renamed_one(tree: Tree) -> None:
    files = {"facts/sources/herald.yml": None, "facts/sources/heralds.yml": FILES["facts/sources/herald.yml"]}
    _, problems = tree({**files, **edited("facts/events/closure.yml", "source: courier, exact: on", "source: heralds, exact: on")})
    assert len([line for line in problems if line.endswith("[unknown-source]")]) > 1


def test_records_are_suggested_before_claims(tree: Tree) -> None:
    _, problems = tree(edited(CLOSURE, "about: [council, closure", "about: [resident, closure"))
    assert 'did you mean "residents"?' in problems[0]
