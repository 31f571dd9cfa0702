"""Claims and fields put into files: nothing else changes by a letter, whatever the file looks like."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from generator.editing.changes import EditError
from generator.editing.inserting import with_field, with_item, with_top_field
from generator.reading.yaml_text import parse

EXAMPLE = Path(__file__).parents[1] / "example"
RECORDS = sorted(path for root in (EXAMPLE, Path(__file__).parents[2]) for path in root.glob("facts/*/*.yml"))
CLAIM = {"id": "new-one", "statement": "It's: “new”", "evidence": [{"source": "s", "exact": "new"}]}
LISTS = ("claims", "terms", "positions", "roles")


def added(old: str, new: str) -> list[str]:
    """Give the lines that were added; any other change fails."""
    found = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    assert [line for line in found if line.startswith("-")] == []
    return [line[2:] for line in found if line.startswith("+")]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_claim_goes_into_any_record(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    data, _, _ = parse(text, file="f.yml")
    assert isinstance(data, dict)
    for field in [name for name in LISTS if name in data]:
        new = with_item(text, field, CLAIM, file="f.yml")
        assert added(text, new)[:1] == ["  - id: new-one"] or added(text, new)[1] == "  - id: new-one"
        after, places, _ = parse(new, file="f.yml")
        assert isinstance(after, dict)
        assert [claim["id"] for claim in after[field]] == [*(claim["id"] for claim in data[field]), "new-one"]
        assert places.of(field, len(data[field])).line > places.of(field, len(data[field]) - 1).line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: 1\nclaims:\n- id: x\n  b: 1\n# end\n", "a: 1\nclaims:\n- id: x\n  b: 1\n- id: new\n# end\n"),
        ("claims:\n    -   id: x\n", "claims:\n    -   id: x\n    -   id: new\n"),
        ("claims:\n  - id: x\n\n  - id: y\n\nb: 1\n", "claims:\n  - id: x\n\n  - id: y\n\n  - id: new\n\nb: 1\n"),
        ("claims:\n  - id: x\n    b: >-\n      c\n\n      # d\nb: 1\n",
         "claims:\n  - id: x\n    b: >-\n      c\n\n      # d\n  - id: new\nb: 1\n"),
        ("claims:\r\n  - id: x\r\nb: 1", "claims:\r\n  - id: x\r\n  - id: new\r\nb: 1"),
        ("a: 1", "a: 1\nclaims:\n  - id: new\n"),
    ],
)  # fmt: skip
def test_the_layout_is_that_of_the_neighbours(old: str, new: str) -> None:
    assert with_item(old, "claims", {"id": "new"}, file="f.yml") == new


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("claims: [{id: x}]\n", "is not written with a dash"),
        ("claims:\n  - {id: x}\n", "is not written with a dash"),
        ("claims: []\n", "claims: is empty; remove the line"),
        ("claims:\n", "claims: is empty; remove the line"),
        ("claims: 1\n", "claims: is no list; write its items below it, each after a dash"),
        ("claims: [\n", '"f.yml" has problems; mend them first'),
    ],
)
def test_what_cannot_be_done_is_said(text: str, says: str) -> None:
    with pytest.raises(EditError, match=says):
        with_item(text, "claims", {"id": "new"}, file="f.yml")


def test_a_field_is_put_last_and_then_replaced() -> None:
    text = "claims:\n  - id: x\n    b: 1\n  # of y\n  - id: y\n    b: 2\n"
    path = ("claims", 0)
    once = with_field(text, path, "note", {"by": "A", "on": "2025-03-04"}, file="f.yml")
    assert added(text, once) == ["    note:", "      by: A", "      on: 2025-03-04"]
    twice = with_field(once, path, "note", "short", file="f.yml")
    assert added(text, twice) == ["    note: short"]
    assert with_field(text, ("claims", 1), "b", [1, 2], file="f.yml") == text.replace("b: 2", "b: [1, 2]")
    with pytest.raises(EditError, match="does not stand on a line of its own"):
        with_field(text, path, "id", "z", file="f.yml")


def test_a_field_of_the_record_itself() -> None:
    text = "a: 1\nb:\n- x\n# c\nd: 2\n"
    assert with_top_field(text, "b", ["x", "y"], file="f.yml") == "a: 1\nb: [x, y]\n# c\nd: 2\n"
    assert with_top_field(text, "e", ["x"], file="f.yml") == f"{text}e: [x]\n"
