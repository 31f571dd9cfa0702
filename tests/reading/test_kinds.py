"""Which kind of record a file holds, and which ids fields may name."""

from __future__ import annotations

import pytest

from generator.model.records import RecordKind
from generator.reading.kinds import folders, ids_by_field, in_wrong_folder, kinds_of
from generator.reading.yaml_text import parse
from tests.reading.conftest import FILES, Tree

AGREEMENT, QUESTION = str(FILES["facts/agreements/repair.yml"]), str(FILES["facts/questions/why-shut.yml"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (AGREEMENT, ["agreement"]),
        (QUESTION, ["question"]),
        (str(FILES["facts/background/age.yml"]), ["event", "background"]),
        ("title: x\n", []),
    ],
)
def test_kinds_of(text: str, kinds: list[RecordKind]) -> None:
    data, _, _ = parse(text, file="facts/x.yml")
    assert kinds_of(data) == kinds


def test_in_wrong_folder() -> None:
    data, places, _ = parse(AGREEMENT, file="facts/events/repair.yml")
    problem = in_wrong_folder(data, kind="event", places=places)
    assert problem is not None
    assert problem.message.endswith("has the fields of an agreement, not of an event; move it to facts/agreements/")
    assert in_wrong_folder(data, kind="agreement", places=places) is None
    assert in_wrong_folder({"titel": "x"}, kind="event", places=places) is None
    assert folders(["event", "background"]) == "facts/events/ or facts/background/"


def test_ids_by_field() -> None:
    ids = ids_by_field([*FILES, "facts/x.yml"])
    assert ids["source"] == ids["earlier"] == {"courier", "herald"}
    assert ids["claimant"] == {"council", "residents"}
    assert ids["question"] == {"why-shut"}


def test_what_a_misplaced_file_declares_is_not_unknown_as_well(tree: Tree) -> None:
    events = FILES["facts/events/closure.yml"]
    _, problems = tree({"facts/events/closure.yml": None, "facts/closure.yml": events})
    assert [line.partition(":")[0] for line in problems] == ["facts/closure.yml"]
    assert "move it to facts/events/ or facts/background/" in problems[0]
