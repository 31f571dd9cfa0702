"""The schemas say no more and no less than the check: what one takes the other takes, wherever a schema can tell.

SAID lists what a schema can tell. What it cannot is listed with the reason, so that every code has its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.passages import Shape
from generator.model.records import Source
from generator.problems import CODES, Problem
from generator.reading.dossier import Dossier, Places, Record
from generator.reading.files import read
from generator.reading.joining import Unread, join
from generator.reading.references import unknown_references
from generator.reading.shapes import shape
from generator.reading.texts import read_texts
from tests.case_files import EXAMPLE, Case, cases, lay_out
from tests.schema.mutations import Written, changes, one_of_each, written
from tests.schema.schemas import complaints

SAID = frozenset({
    "unknown-field", "missing-field", "wrong-type", "not-allowed", "bad-id", "unknown-source", "unknown-actor",
    "unknown-party", "unknown-claim", "unknown-record", "unknown-question", "unknown-origin", "unknown-utterance",
    "outside-seeds", "missing-text", "not-a-mapping", "bad-identifier",
})  # fmt: skip
PARSED = frozenset({
    "yaml-syntax", "tab", "duplicate-key", "indent", "no-item", "no-colon", "no-comma", "missing-space",
    "colon-in-text", "bracket",
})  # fmt: skip
"""What the language server says itself, for it reads YAML as well, or a schema of what YAML makes of such a line."""

UNSAID: Mapping[str, str] = {
    "not-utf-8": "an editor has decoded the file before any schema sees it",
    "unreadable-file": "about the file, not what stands in it",
    "stray-file": "about the place of the file",
    "missing-dossier": "there is no file to mark",
    "comment-in-text": "the text is good YAML, only not the text that was meant",
    "swallowed-field": "as above",
    "quote-mark": "as above, but where the mark leaves no YAML",
    "anchor": "resolved before a schema sees the data; the language server marks only anchors nobody uses",
    "tag": "as above; the language server marks only tags it does not know",
    "merge-key": "resolved before a schema sees the data",
    "too-deep": "about nesting inside a field; the field itself is marked",
    "several-documents": "a schema is asked about each document by itself",
    "control-character": "a rule for every text of a file, those of names included, and not of a shape",
    "duplicate-id": "a schema sees one file, and no two places of it at once",
    "text-changed": "a schema does not compute sha256",
    "unused-text": "there is no place in a fact file for it",
    "unknown-type": "the list is CSL's, and the check names the type that was meant",
    "unknown-language": "as above: the check names the tag of a language",
    "bad-address": "whether an address names a host is more than a pattern tells",
    "schema-drift": "about the schemas",
}
ALL_CASES = cases()
RECORDS = written()
CHANGES = one_of_each(RECORDS)


def test_every_code_of_reading_has_its_place() -> None:
    reading = {code for code, entry in CODES.items() if entry.stage == "reading"}
    assert reading == SAID | PARSED | UNSAID.keys()
    assert len(reading) == len(SAID) + len(PARSED) + len(UNSAID)


def test_the_changes_are_many_and_of_every_kind() -> None:
    assert len(CHANGES) > 1000
    assert {change.record.kind for change in CHANGES} == {record.kind for record in RECORDS}


@pytest.fixture(scope="module")
def example() -> Dossier:
    return read(EXAMPLE)[0]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.file)
def test_unchanged_records_are_taken(record: Written, example: Dossier) -> None:
    assert complaints(record.data, kind=record.kind, dossier=example, root=EXAMPLE) == []


def test_each_change_is_taken_by_both_or_by_none(example: Dossier) -> None:
    apart = [f"{change.what}\n{told}" for change in CHANGES if (told := _apart(change.made(), example=example))]
    assert apart == []


@settings(max_examples=60)
@given(data=st.data())
def test_several_changes_are_taken_by_both_or_by_none(data: st.DataObject, example: Dossier) -> None:
    record = data.draw(st.sampled_from(RECORDS), label="record")
    for _ in range(data.draw(st.integers(2, 4), label="changes")):
        ways = list(changes(record))
        record = data.draw(st.sampled_from(ways)).made() if ways else record
    assert _apart(record, example=example) == ""


@pytest.mark.parametrize("case", [case for case in ALL_CASES if case.door == "check"], ids=lambda case: case.name)
def test_each_case_is_marked_where_a_schema_can_tell(case: Case, tmp_path: Path) -> None:
    root = lay_out(case, tmp_path / "dossier")
    dossier, problems = read(root)
    for record in written(root):
        said = [str(problem) for problem in problems if problem.spot.file == record.file and tells(problem)]
        found = complaints(record.data, kind=record.kind, dossier=dossier, root=root)
        assert bool(said) == bool(found), (said, found)


BEYOND = ("describe each text once", "name of a device", '"nan" is no number', '"inf" is no number')
"""Words of messages about what a schema has no words for."""


def tells(problem: Problem) -> bool:
    """Say whether a schema can tell a problem: by its code, and not of a file's name or of two places at once."""
    about_names = "the file's name" in problem.message or "rename the file" in problem.message
    return problem.code in SAID and not about_names and not any(words in problem.message for words in BEYOND)


def _apart(record: Written, *, example: Dossier) -> str:
    """Say how the check and the schema differ over a record, or nothing."""
    dossier, problems = _checked(record, example=example)
    found = complaints(record.data, kind=record.kind, dossier=dossier, root=EXAMPLE)
    if bool(problems) == bool(found):
        return ""
    return f"  check: {[str(problem) for problem in problems]}\n  schema: {found}"


def _checked(record: Written, *, example: Dossier) -> tuple[Dossier, list[Problem]]:
    """Read one record anew, as if its file had been saved so, and give what is wrong in it that a schema can tell."""
    fitted, problems = shape(record.data, kind=record.kind, places=Places(record.file, {}, {}))
    if fitted is None:
        return _without(record.file, example=example), list(filter(tells, problems))
    new = Record(record.kind, record.id, fitted, Places(record.file, {}, {}))
    if isinstance(fitted, Source):
        problems = read_texts({record.id: new}, root=EXAMPLE)[2]
    dossier = _with(new, example=example)
    problems += [problem for problem in unknown_references(dossier) if problem.spot.file == record.file]
    return dossier, list(filter(tells, problems))


def _with(new: Record[Shape], *, example: Dossier) -> Dossier:
    others = [other for other in example.records() if other.file != new.file]
    if new.kind == "dossier":
        return join(others, head=new, texts=example.texts)[0]
    return join([*others, new], head=_head(example), texts=example.texts)[0]


_LEFT_OUT: dict[str, Dossier] = {}


def _without(file: str, *, example: Dossier) -> Dossier:
    """Leave one record out, as one that cannot be read is."""
    if file not in _LEFT_OUT:
        kind = next(record.kind for record in RECORDS if record.file == file)
        others = [other for other in example.records() if other.file != file]
        head = None if kind == "dossier" else _head(example)
        unread = Unread(frozenset({Path(file).stem}), frozenset({kind}))
        _LEFT_OUT[file] = join(others, head=head, texts=example.texts, unread=unread)[0]
    return _LEFT_OUT[file]


def _head(example: Dossier) -> Record[Shape]:
    assert example.head is not None
    return Record("dossier", "dossier", example.head.data, example.head.places)
