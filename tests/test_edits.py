"""The edits that are measured: each changes its file, and none breaks the dossier."""

from __future__ import annotations

from pathlib import Path

from generator.examining import examine
from tools.edits import edits, line
from tools.synthetic import write


def test_each_edit_changes_something_and_breaks_nothing(tmp_path: Path) -> None:
    write(400, tmp_path)
    for edit in edits():
        path = tmp_path / edit.file
        before = path.read_text(encoding="utf-8")
        path.write_text(edit.change(before), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != before, edit.kind
    _, problems = examine(tmp_path)
    assert [problem for problem in problems if problem.severity == "error"] == []


def test_a_line_says_what_took_how_long() -> None:
    assert line("statement", 0.4567) == "| statement            |   0.46 s |"
