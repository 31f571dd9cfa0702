"""Examining a folder again with a memo: the same is found as without one, and what has not changed is the same."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.examining import examine
from generator.memo import Memo
from tests.case_files import EXAMPLE, cases, lay_out
from tests.edits_at_random import Edit, carry_out, edits


@settings(max_examples=8)
@given(edits(6))
def test_after_any_edits_the_same_is_found_as_by_looking_for_the_first_time(row: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, memo = Path(folder) / "dossier", Memo()
        shutil.copytree(EXAMPLE, root)
        examine(root, memo=memo)
        for edit in row:
            carry_out(edit, root)
            assert examine(root, memo=memo) == examine(root)


@pytest.mark.parametrize("first", range(4))
def test_from_one_case_to_the_next_the_same_is_found(first: int, tmp_path: Path) -> None:
    memo = Memo()
    for case in cases()[first * 5 :: 20]:
        root = lay_out(case, tmp_path / case.name)
        assert examine(root, memo=memo) == examine(root), case.name


def test_what_an_edit_does_not_touch_is_the_very_same(tmp_path: Path) -> None:
    root, memo = tmp_path / "dossier", Memo()
    shutil.copytree(EXAMPLE, root)
    before, _ = examine(root, memo=memo)
    file = root / "facts" / "background" / "ferry-told.yml"
    file.write_text(f"# a remark\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    after, problems = examine(root, memo=memo)
    assert problems == []
    changed = {id_ for id_, claim in after.claims.items() if claim is not before.claims[id_]}
    assert changed == {id_ for id_, claim in after.claims.items() if claim.entry.record.id == "ferry-told"}
    assert 0 < len(changed) < len(after.claims)
    assert all(after.texts[id_] is text for id_, text in before.texts.items())
    assert all(after.coverage[id_] is account for id_, account in before.coverage.items())
    asked = {claim.entry.data.question for id_, claim in after.claims.items() if id_ in changed}
    assert {id_ for id_, one in after.questions.items() if one is not before.questions[id_]} == asked - {None}
    records = {record.id: record for record in before.dossier.records()}
    assert [record.id for record in after.dossier.records() if record is not records[record.id]] == ["ferry-told"]
    assert sum(after.proofs[key] is not proof for key, proof in before.proofs.items()) < len(after.proofs) / 2
    assert after.names is before.names


def test_when_nothing_changes_everything_is_the_very_same() -> None:
    memo = Memo()
    before, after = examine(EXAMPLE, memo=memo)[0], examine(EXAMPLE, memo=memo)[0]
    assert all(after.claims[id_] is claim for id_, claim in before.claims.items())
    assert all(after.proofs[key] is proof for key, proof in before.proofs.items())
    assert after == before


def test_without_a_memo_nothing_is_kept() -> None:
    before, after = examine(EXAMPLE)[0], examine(EXAMPLE)[0]
    assert after == before
    assert not any(after.claims[id_] is claim for id_, claim in before.claims.items())
