"""Data to records, and every misfit at its place."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import pytest

from generator.model.records import Event, RecordKind
from generator.reading.shapes import shape
from generator.reading.yaml_text import parse

EVENT = """\
title: The bridge closes
date: 2025-03-04
claims:
  - id: bridge-shut
    statement: The bridge was shut.
    evidence:
      - source: courier
        exact: the bridge was shut
"""


def problems(text: str, *, kind: RecordKind = "event") -> list[str]:
    data, places, found = parse(text, file="f.yml")
    assert found == []
    record, misfits = shape(data, kind=kind, places=places)
    assert (record is None) == bool(misfits)
    return [str(problem) for problem in misfits]


def test_a_record_is_given() -> None:
    data, places, _ = parse(EVENT, file="f.yml")
    record, misfits = shape(data, kind="event", places=places)
    assert isinstance(record, Event)
    assert record.date is not None
    assert (record.date.edtf, misfits) == ("2025-03-04", [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("source: c", "sorce: c", 'f.yml:7:9: "sorce" is not a field of evidence; did you mean "source"? [unknown-field]'),
        ("        exact: the bridge was shut\n", "", 'f.yml:7:9: "exact" is missing from this evidence; add it below "source:" on line 7, with 8 spaces before it: the quoted'),
        ("The bridge closes", "1200", 'f.yml:1:8: "1200" is a number, but title: takes text; put quote marks round it'),
        ("The bridge closes", "[a]", "f.yml:1:8: a list stands here, but title: takes one text"),
        ("The bridge closes", "{The bridge}", 'f.yml:1:8: a block of fields stands here, but title: takes text; put " before "{" and after "}" [wrong-type]'),
        ("The bridge closes", "#bridge", 'f.yml:1:8: "#bridge" is read as a comment, so title: is empty; put " before and after the whole text [comment-in-text]'),
        ("    statement: The", "    status: confirmed\n    statement: The", "; how far a claim is supported is worked out from its passages, never written: remove this line"),
        ("title: The", "id: x\ntitle: The", 'f.yml:1:1: "id" is not a field of event; the name of the file is the id: remove this line'),
        ("    statement: The", "    todo: x\n    statement: The", 'write a note as a comment, on lines of its own that begin with "# "'),
        ("    statement: The bridge was shut.", "    text: The bridge was shut.", '"text" is not a field of claim; it is called "statement" here'),
        ("the bridge was shut\n", "x\n        question: a\n", '"question" is not a field of evidence, but of the claim; move it there, below "id:" on line 4, with 4 spaces before it'),
        ("the bridge was shut\n", "x\n        id: a\n", '; the claim has it already, on line 4: remove this one'),
        ("    statement: The", "    via: x\n    statement: The", '"via" is not a field of claim, but of the evidence; move it there, below "source:" on line 8, with 8 spaces'),
        ("evidence:\n", "about: a-b and c-d\n    evidence:\n", "put brackets round it: [a-b, c-d]"),
        ("evidence:\n", "about: 'a: b'\n    evidence:\n", 'write "- " and the text on the next line, indented further than about:'),
        ("evidence:\n", "about: [a-b c-d]\n    evidence:\n", "put a comma between ids: a-b, c-d"),
        ("evidence:\n", "about: [russia; ukraine]\n    evidence:\n", "put a comma between ids: russia, ukraine"),
        ("evidence:\n", "refers: a-b\n    evidence:\n", "write the words of the passage first: {the words: [a-b]}"),
        ("evidence:\n", "corrections: [x]\n    evidence:\n", "write - {date: 2025-03-20, wrong: x, now: what it says"),
        ("evidence:\n", "about: [“a-b”]\n    evidence:\n", 'write it like "a-b"'),
        ("evidence:\n", "refers: [They: [a]]\n    evidence:\n", "write braces in the place of brackets"),
        ("the bridge was shut\n", "x\n        value: over 300\n", "write {more_than: 300}, with the field that fits"),
        ("the bridge was shut\n", "x\n        value: {at_least: 1,200,000}\n", '9:27: the comma in "1,200,000" parts two fields; write 1200000 without it'),
        ("the bridge was shut\n", "x\n        value: {at_least: 1,20}\n", "9:27: a comma parts the fields between braces; leave it out of a number"),
        ("the bridge was shut\n", "x\n        value: {scope: a}\n", "a value has one of exactly, about, at_least"),
        ("the bridge was shut\n", "x\n        value: {at_least: 1, at_most: 2}\n", "or write {between: [1, 2]}"),
        ("The bridge closes", "true", 'f.yml:1:8: "true" is no text, but title: takes text'),
        ("The bridge closes", "{Bridge: shut}", 'f.yml:1:8: "Bridge: ..." is read as a block of fields'),
        ("The bridge closes", "{a: 1, b: 2}", "f.yml:1:8: a block of fields stands here, but title: takes text"),
        ("The bridge closes", "''", "f.yml:1:8: title: is blank; write its text [missing-field]"),
        ("The bridge closes", "' '", "f.yml:1:8: title: is blank"),
        ("The bridge closes", "", "f.yml:1:1: title: is empty; write what belongs there: the page's title: a name, not a sentence [missing-field]"),
        ("id: bridge-shut", "id: Bridge_Shut", 'write it like "bridge-shut" [bad-id]'),
        ("id: bridge-shut", "id: 9", 'f.yml:4:9: "9" is a number, but id: takes text'),
        ("id: bridge-shut", "id: " + "a" * 81, "is longer than 80 characters; shorten it [bad-id]"),
        ("2025-03-04", "2025", 'f.yml:2:7: "2025" is a number, but date: takes a date; put quote marks round it'),
        ("2025-03-04", "''", "f.yml:2:7: date: is blank"),
        ("2025-03-04", "{stated: a, derived: b}", "f.yml:2:7: a date is either stated or derived [not-allowed]"),
        ("2025-03-04", "{derived: b}", "f.yml:2:7: a derived date needs from: and because: [not-allowed]"),
        ("2025-03-04", "{derived: b, form: []}", 'f.yml:2:20: "form" is not a field of date; did you mean "from"?'),
        ("the bridge was shut\n", "x\n        stance: suports\n", 'stance: takes (supports, refutes); did you mean "supports"?'),
        ("the bridge was shut\n", "x\n        stance: 7\n", '"7" is none of the values stance: takes (supports, refutes); use one'),
        ("the bridge was shut\n", "x\n        words: y\n", "f.yml:9:9: words: is for a speaker whom the source leaves unnamed; write claimant: unnamed, or remove words: [not-allowed]"),
        ("the bridge was shut\n", "x\n        claimant: unnamed\n", "f.yml:9:9: claimant: unnamed needs the words that leave the speaker unnamed; add words: as the source has them [not-allowed]"),
        ("the bridge was shut\n", "x\n        value: {words: those most, severely wounded}\n", 'f.yml:9:36: "severely wounded" is not a field of value; put " before and after the whole text of words: [unknown-field]'),
        ("the bridge was shut\n", "x\n        value: {words: young, about}\n", "f.yml:9:31: about: is empty; put \" before and after the whole text of words: [missing-field]"),
        ("the bridge was shut\n", "x\n        claimnat:\n", 'f.yml:9:9: "claimnat" is not a field of evidence; did you mean "claimant"?'),
        ("the bridge was shut\n", "x\n        value: {date: [2025-06-07..2025-06-08]}\n", 'f.yml:9:23: a list stands here, but date: takes one text; put quote marks round it: "[2025-06-07..2025-06-08]" [wrong-type]'),
        ("the bridge was shut\n", "x\n        value: many\n", '"many" stands here, but value: takes a block of fields; write {at_least: 1200} or {words: thousands}'),
        ("2025-03-04", "[2025-06-07..2025-06-08]", 'f.yml:2:7: a list stands here, but date: takes a date; put quote marks round it: "[2025-06-07..2025-06-08]" [wrong-type]'),
        ("2025-03-04", "[2025-06-07]", "f.yml:2:7: a list stands here, but date: takes a block of fields"),
        ("    evidence:\n      - source: courier\n        exact: ", "    source: courier\n    exact: ", 'f.yml:6:5: put source: and exact: under evidence:, in an item that begins with "- ", not beside it [unknown-field]'),
        ("the bridge was shut\n", "x\n    claimant: council\n    via:\n", 'f.yml:9:5: "claimant" and "via" are no fields of claim, but of the evidence; move them there, below "source:" on line 7, with 8 spaces before it [unknown-field]'),
        ("the bridge was shut\n", "x\n        value: {at_least: '1,200'}\n", "9:27: \"1,200\" is read as text, but at_least: takes a number; write 1200"),
        ("the bridge was shut\n", "x\n        value: {at_least: 1,200}\n", '9:27: the comma in "1,200" parts two fields; write 1200 without it [unknown-field]'),
        ("the bridge was shut\n", "x\n        value: {at_least: '12'}\n", "write 12 without quote marks [wrong-type]"),
        ("the bridge was shut\n", "x\n        value: {at_least: over 5}\n", '"over 5" is no number, but at_least: takes one'),
        ("the bridge was shut\n", "x\n        value: {at_least: true}\n", '"true" is no number'),
        ("the bridge was shut\n", "x\n        value: {at_least: 1, about: 2}\n", '9:30: "at_least" and "about" stand in one value, which has one answer; keep the one'),
        ("the bridge was shut\n", "x\n        value: {between: [1, 2, 3]}\n", "between: has more than 2 items"),
        ("the bridge was shut\n", "x\n        value: {between: [1]}\n", "between: has 1 item and needs at least 2"),
        ("the bridge was shut\n", "x\n        value: 5\n", '"5" stands here, but value: takes a block of fields; write {exactly: 5}, with the field that fits'),
        ("evidence:\n", "about: courier\n    evidence:\n", '6:12: "courier" stands here, but about: takes a list'),
        ("evidence:\n", "about: [Bad id]\n    evidence:\n", '6:13: "Bad id" is no id'),
        ("evidence:\n", "refers: {they: []}\n    evidence:\n", "6:20: they: has 0 items and needs at least 1"),
    ],
)  # fmt: skip
def test_misfits(old: str, new: str, expected: str) -> None:
    found = problems(EVENT.replace(old, new, 1))
    assert len(found) == 1
    assert expected in found[0]


SOURCE = "type: document\nfile: seeds/a.txt\nsha256: " + "a" * 64 + "\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("container_title: x", 'f.yml:4:1: "container_title" is not a field of source; did you mean "container-title"?'),
        ("author: [{familly: x}]", '"familly" is not a field of name; did you mean "family"?'),
        ("parts: [{exact: a, generated: yes, because: x}]", '"yes" is not what generated: takes; write true or false'),
        ("set_aside: [{exact: a, reason: opinon}]", 'did you mean "opinion"? [not-allowed]'),
        ("parts: [{exact: a}]", '"because" is missing from this part; add it between the braces on line 4: how one can tell'),
        ("parts: {}", "a block of fields stands here, but parts: takes a list"),
    ],
)
def test_misfits_of_sources(more: str, expected: str) -> None:
    found = problems(SOURCE + more, kind="source")
    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(("kind", "field"), [("event", "claims"), ("background", "claims"), ("agreement", "terms")])
def test_a_record_without_claims_is_refused(kind: RecordKind, field: str) -> None:
    parties = "parties: [one, two]\n" if kind == "agreement" else ""
    found = problems(f"title: x\n{parties}{field}: []\n", kind=kind)
    assert len(found) == 1
    assert f"{field}: has 0 items and needs at least 1; add what is missing [missing-field]" in found[0]


def test_sha256_is_64_digits() -> None:
    assert "is no sha256" in problems(SOURCE.replace("a" * 64, "abc"), kind="source")[0]


def test_container_title_is_read_by_its_name() -> None:
    assert problems(SOURCE + "container-title: The Courier", kind="source") == []


def test_share_has_limits() -> None:
    found = problems("quotation_limit: {share: 2, because: x}", kind="dossier")
    assert any('"2" does not fit share; write a number of at most 1 [not-allowed]' in line for line in found)


def test_all_at_once() -> None:
    text = EVENT.replace("title: The bridge closes", "titel: 5").replace("source: c", "sorce: c").replace("id: b", "id: B")
    assert [line.split(":")[1] for line in problems(text)] == ["1", "4", "7"]


def test_ids_that_are_there_are_suggested() -> None:
    def told(claimant: str) -> str:
        data, places, _ = parse(f"{EVENT}        claimant: {claimant}\n", file="f.yml")
        return str(shape(data, kind="event", places=places, ids={"claimant": {"dana-orrell", "ivo-tamm"}})[1][0])

    assert 'did you mean "dana-orrell"?' in told("Orrell")
    assert 'did you mean "ivo-tamm"?' in told("seeds/ivo-tamm.txt")
    assert "write one of the ids there are, such as dana-orrell, ivo-tamm" in told("The mayor")


def test_pairs_without_brackets_are_one_mistake() -> None:
    (problem,) = [p for p in problems("opposed: [a, b]\n", kind="dossier") if "opposed" in p]
    assert problem == "f.yml:1:10: each item of opposed: is a list itself; put brackets round each: opposed: [[a, b]] [wrong-type]"


def test_a_field_beside_the_block_is_moved_below_a_field_of_one_line() -> None:
    text = EVENT.replace("      - source: courier\n        exact: the bridge was shut", "      - exact: >-\n          a\n        source: b")
    (problem,) = problems(text.replace("    statement:", "    via: x\n    statement:"))
    assert 'move it there, below "source:" on line 10, with 8 spaces before it' in problem
    (problem,) = problems(EVENT.replace("source: courier\n        exact: the bridge was shut", "exact: >-\n          a"))
    assert 'add it below all that belongs to "exact:" on line 7, with 8 spaces before it' in problem
