"""The files of schemas: the committed ones are those the facts and shapes make, with the same bytes every time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.examining import examine
from generator.model.records import SHAPES
from generator.reading.files import read
from generator.schema.drift import FOLDER, drift, drifted, id_files, withheld_words
from generator.schema.files import schema_files
from tests.case_files import EXAMPLE
from tools.house import ROOT


def made(root: Path) -> dict[str, bytes]:
    return schema_files(read(root)[0], root=root)


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["dossier", "example"])
def test_committed_schemas_are_those_of_the_facts(root: Path) -> None:
    assert drifted(made(root), root=root) == []
    assert {path.name for path in (root / FOLDER).iterdir()} == {*(f"{kind}.json" for kind in SHAPES), "ids.json"}


def test_reading_passes_over_them() -> None:
    assert not any(problem.spot.file.startswith(FOLDER) for problem in read(EXAMPLE)[1])


def test_only_the_ids_differ_between_dossiers() -> None:
    mine, other = made(ROOT), made(EXAMPLE)
    assert [path for path in mine if mine[path] != other[path]] == [f"{FOLDER}/ids.json"]


def test_bytes_are_plain_and_stable() -> None:
    for content in made(EXAMPLE).values():
        assert content.endswith(b"}\n")
        assert b"\r" not in content
        assert (json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n").encode() == content
    assert made(EXAMPLE) == made(EXAMPLE)


class TestDrift:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))

    def found(self, root: Path) -> list[str]:
        return [str(problem.spot) for problem in drift(read(root)[0], root=root)]

    def test_a_new_id_shows(self, root: Path) -> None:
        assert self.found(root) == []
        (root / "facts" / "questions" / "new.yml").write_text("text: New?\nkind: words\n", encoding="utf-8")
        assert self.found(root) == [f"{FOLDER}/ids.json:1:1"]

    def test_a_missing_file_shows(self, root: Path) -> None:
        (root / FOLDER / "ids.json").unlink()
        assert self.found(root) == [f"{FOLDER}/ids.json:1:1"]
        assert drifted(id_files(read(root)[0], root=root), root=root) == [f"{FOLDER}/ids.json"]

    def test_a_dossier_without_schemas_wants_none(self, root: Path) -> None:
        shutil.rmtree(root / FOLDER)
        assert self.found(root) == []

    @pytest.mark.parametrize("file", ["facts/dossier.yml", "facts/events/ferry-start.yml"])
    def test_a_file_that_cannot_be_read_is_the_news(self, root: Path, file: str) -> None:
        (root / file).write_text("title: [\n", encoding="utf-8")
        assert self.found(root) == []


def test_the_lists_written_again_hold_no_withheld_words(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    file = root / "facts" / "background" / "heron-footbridge.yml"
    text = file.read_text(encoding="utf-8")
    line = "  - id: rotten-boards\n"
    file.write_text(text.replace(line, f"{line}    withheld: safety\n"), encoding="utf-8")
    assert [problem.code for problem in withheld_words(examine(root)[0], root=root)] == ["withheld-in-schema"]
    for path, content in id_files(read(root)[0], root=root).items():
        assert b"boards are rotten" not in content
        assert content.count("begins “".encode()) == 4  # of two sources, in two lists
        (root / path).write_bytes(content)
    assert list(withheld_words(examine(root)[0], root=root)) == []
