"""The example after revisions: words withheld, a statement corrected, an id changed, a second reader recorded."""

# ruff: noqa: E501  # edits of files read best as the files stand

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

EXAMPLE = Path(__file__).parent / "example"
WITHHOLDING = {
    "facts/actors/ivo-tamm.yml": [("name: Ivo Tamm\n", "name: Ivo Tamm\nwithheld: legal\nidentifiers: {wikidata: Q777777777}\n")],
    "facts/background/ferry-told.yml": [
        ("  - id: nobody-told\n", "  - id: nobody-told\n    withheld: safety\n    added: 2025-03-11\n    corrections:\n"
         "      - {date: 2025-03-20, wrong: It said Tamm knew., now: It says that he did not.}\n"),
        ("  - id: residents-did-not-hear\n", "  - id: residents-did-not-hear\n    withheld: safety\n"),
    ],
    "facts/disputes/ferry-notice.yml": [("  - id: residents-not-told\n", "  - id: residents-not-told\n    withheld: minor\n")],
    "facts/agreements/bridge-closure.yml": [
        ("          Orrell spoke of «a closure of at least twelve weeks» and promised a ferry.\n",
         "          Orrell spoke of «a closure of at least twelve weeks» and promised a ferry.\n        withheld: legal\n"),
    ],
    "facts/questions/who-was-not-told.yml": [
        ("scope: As Ivo Tamm is quoted; the two articles render his remark in their own words.\n", ""),
    ],
}  # fmt: skip
REVISING = {
    "facts/events/ferry-start.yml": [
        ("  - id: bridge-shut\n", "  - id: bridge-shut\n    formerly: [bridge-closed]\n    corrections:\n"
         "      - {date: 2025-03-18, wrong: It said five days., now: 'It says six days, as the bulletin does.'}\n"),
    ],
}  # fmt: skip


def withholding(folder: Path) -> Path:
    """Lay out the example with claims, a passage and an actor withheld."""
    root = Path(shutil.copytree(EXAMPLE, folder))
    _edit(root, WITHHOLDING)
    question = root / "facts" / "questions" / "who-was-not-told.yml"
    text = question.read_text(encoding="utf-8")
    question.write_text(text[: text.index("# Words cannot be compared")], encoding="utf-8")
    return root


def revised(folder: Path) -> Path:
    """Lay out the same with a corrected claim, which had another id, and one that a second person has read."""
    root = withholding(folder)
    _edit(root, REVISING)
    read = ["read", "first-crossing", "--by", "A. Reader", "--date", "2025-03-21", "--root", str(root)]
    done = CliRunner().invoke(main, read)
    assert done.exit_code == 0, done.output
    return root


def _edit(root: Path, edits: Mapping[str, list[tuple[str, str]]]) -> None:
    for name, swaps in edits.items():
        path = root / name
        text = path.read_text(encoding="utf-8")
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
