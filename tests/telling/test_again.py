"""Telling a dossier again with a memo: the same is told as without one, and what an edit does not touch is kept."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings

from generator.evidence.weighing import weigh
from generator.examining import examine
from generator.memo import Memo
from generator.telling import tell
from tests.case_files import EXAMPLE
from tests.edits_at_random import Edit, carry_out, edits


@settings(max_examples=8)
@given(edits(6))
def test_after_any_edits_the_same_is_told(row: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, memo = Path(folder) / "dossier", Memo()
        shutil.copytree(EXAMPLE, root)
        tell(examine(root, memo=memo)[0])
        for edit in row:
            carry_out(edit, root)
            weighed, problems = examine(root, memo=memo)
            if not any(problem.severity == "error" for problem in problems):
                assert tell(weighed) == tell(weigh(weighed.dossier))


def test_each_plain_edit_of_one_file_is_told(tmp_path: Path) -> None:
    root, memo = tmp_path / "dossier", Memo()
    shutil.copytree(EXAMPLE, root)
    before = tell(examine(root, memo=memo)[0])
    changes = (
        ("facts/actors/lenford-council.yml", "name: Lenford City Council", "name: The council"),
        ("facts/dossier.yml", "title: The closure", "title: The end"),
        ("facts/background/heron-footbridge.yml", "people cross the bridge", "people a day cross the bridge"),
        ("facts/sources/gazette.yml", "type: ", "URL: https://a.example/\ntype: "),
    )
    for name, old, new in changes:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        weighed, _ = examine(root, memo=memo)
        after = tell(weighed)
        assert after == tell(weigh(weighed.dossier)), name
        assert after != before, name
        before = after


def test_what_an_edit_does_not_touch_is_the_very_same(tmp_path: Path) -> None:
    root, memo = tmp_path / "dossier", Memo()
    shutil.copytree(EXAMPLE, root)
    before = {claim.id: claim for claim in tell(examine(root, memo=memo)[0]).claims}
    file = root / "facts" / "background" / "heron-footbridge.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("at least 350 people cross", "at least 350 people a day cross"), encoding="utf-8")
    after = {claim.id: claim for claim in tell(examine(root, memo=memo)[0]).claims}
    changed = {id_ for id_, claim in after.items() if claim is not before[id_]}
    assert "users-at-least-350" in changed
    assert len(changed) < len(after) / 2
