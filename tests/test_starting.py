"""Beginning a dossier: whole or not at all, and a dossier that stands."""

from __future__ import annotations

import os
import re
import stat
from copy import deepcopy
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.examining import examine
from generator.printing.excerpts import excerpts
from generator.printing.problem_text import lines_of
from generator.reading.files import read
from generator.reading.lines import lines_below
from generator.schema.drift import drifted
from generator.schema.files import schema_files
from generator.starting import STARTER, StartError, TakenError, start, starter
from tools.house import ROOT


def run(*arguments: str | Path) -> Result:
    # A copy, and through the group: click keeps the help option of a first use, and other tests look at that.
    return CliRunner().invoke(deepcopy(main), ["init", *map(str, arguments)], catch_exceptions=False)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def without_schemas(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in files(folder).items() if not path.startswith("facts/.schema/")}


class TestWhatIsWritten:
    def test_every_file_of_the_package_folder_hidden_ones_too(self, tmp_path: Path) -> None:
        told = run(tmp_path / "x")
        assert (told.exit_code, told.stderr) == (0, "")
        assert told.stdout.startswith(f"{len(starter())} files in {tmp_path}/x/\n")
        assert without_schemas(tmp_path / "x") == files(STARTER) == starter()
        assert drifted(schema_files(read(tmp_path / "x")[0], root=tmp_path / "x"), root=tmp_path / "x") == []
        assert {".gitignore", "README.md", "docs/.gitkeep", "facts/dossier.yml", "mkdocs.yml"} <= starter().keys()
        assert [path.name for path in tmp_path.iterdir()] == ["x"]

    def test_an_empty_folder_is_filled_and_stays_the_folder_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "x").mkdir()
        monkeypatch.chdir(tmp_path / "x")
        before = Path().stat().st_ino
        assert run(".").exit_code == 0
        assert Path().stat().st_ino == before
        assert without_schemas(Path()) == starter()

    def test_folders_and_files_have_the_rights_of_their_user(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            start(tmp_path / "x")
        finally:
            os.umask(before)
        rights = [stat.S_IMODE((tmp_path / "x" / name).stat().st_mode) for name in (".", "facts", "README.md")]
        assert rights == [0o750, 0o750, 0o640]


class TestWhatIsRefused:
    """A place where something is stays as it is."""

    def test_a_folder_that_is_not_empty(self, tmp_path: Path) -> None:
        (tmp_path / "x").mkdir()
        (tmp_path / "x" / ".hidden").write_text("mine", encoding="utf-8")
        told = run(tmp_path / "x")
        assert (told.exit_code, told.stdout) == (2, "")
        assert "is not empty; name a folder that is not there yet" in told.stderr
        assert files(tmp_path) == {"x/.hidden": b"mine"}

    def test_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_text("mine", encoding="utf-8")
        with pytest.raises((TakenError, StartError), match="is a file"):
            start(tmp_path / "x")
        assert files(tmp_path) == {"x": b"mine"}

    def test_a_folder_inside_one_that_is_not_there(self, tmp_path: Path) -> None:
        told = run(tmp_path / "a" / "b")
        assert told.exit_code == 2
        assert f'there is no folder "{tmp_path}/a"' in told.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_link_to_where_something_is(self, tmp_path: Path) -> None:
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "file").write_text("mine", encoding="utf-8")
        (tmp_path / "x").symlink_to(tmp_path / "full")
        with pytest.raises(TakenError, match="is not empty"):
            start(tmp_path / "x")

    def test_a_link_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "x").symlink_to(tmp_path / "x")
        with pytest.raises(StartError):
            start(tmp_path / "x")

    def test_what_the_system_refuses_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "write_bytes", refuse)
        told = run(tmp_path / "x")
        assert (told.exit_code, told.stdout) == (1, "")
        assert told.stderr == f'Error: cannot write "{tmp_path}/x": Permission denied\n'

    @pytest.mark.parametrize("there", [False, True], ids=["not there", "empty"])
    @pytest.mark.parametrize("method", ["write_bytes", "rename"])
    @pytest.mark.parametrize("after", [0, 2])
    def test_nothing_is_left_where_the_system_refuses(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, method: str, after: int
    ) -> None:
        if there:
            (tmp_path / "x").mkdir()
        done = getattr(Path, method)
        calls = iter(range(100))

        def refuse(path: Path, *rest: object) -> object:
            if next(calls) >= after:
                raise OSError(28, "No space left on device")
            return done(path, *rest)

        with monkeypatch.context() as patch:
            patch.setattr(Path, method, refuse)
            if method == "rename" and after and not there:
                start(tmp_path / "x")  # one rename is all it takes
                return
            with pytest.raises(StartError, match=r'^cannot write ".*x": No space left on device$'):
                start(tmp_path / "x")
        assert [path.name for path in tmp_path.rglob("*")] == (["x"] if there else [])


class TestTheDossier:
    """What a new dossier holds, and that it holds."""

    def test_nothing_is_wrong_with_it_and_no_sentence_is_left(self) -> None:
        weighed, problems = examine(STARTER)
        assert problems == []
        states = {one.state for account in weighed.coverage.values() for one in account.sentences}
        assert "left" not in states

    def test_it_has_a_little_of_everything(self) -> None:
        weighed, _ = examine(STARTER)
        dossier = weighed.dossier
        assert (len(dossier.sources), len(dossier.actors), len(dossier.events), len(dossier.agreements)) == (2, 3, 1, 1)
        assert [question.data.readings[0].reading for question in dossier.questions.values()] == ["undecided"]
        assert len({claim.status.name for claim in weighed.claims.values()}) >= 3

    def test_each_file_of_a_first_of_its_kind_says_what_it_is_for(self) -> None:
        ours = {name: content for name, content in starter().items() if "ISSUE_TEMPLATE" not in name}
        texts = {name: content.decode() for name, content in ours.items() if name.endswith(".yml")}
        folders = {name.rpartition("/")[0] for name, text in texts.items() if text.startswith("# ")}
        assert folders == {name.rpartition("/")[0] for name in texts}

    def test_it_is_not_the_example(self) -> None:
        example = files(ROOT / "tests" / "example")
        assert sum(map(len, starter().values())) < sum(map(len, example.values()))
        assert not {*starter().values()} & {*example.values()} - {b""}

    def test_the_readme_shows_five_commands_that_exist(self) -> None:
        block = re.findall(r"```sh\n(.*?)```", starter()["README.md"].decode(), re.DOTALL)[0]
        commands = [line.split("#")[0].split()[:2] for line in block.splitlines()]
        assert len(commands) == 5
        assert {part for name, part in commands if name == "factsheet"} == {"check", "coverage", "explain"}


class TestTheGuide:
    """What the page *Start here* tells of a new dossier is so."""

    @pytest.fixture
    def page(self) -> str:
        return (ROOT / "docs" / "guide" / "index.md").read_text(encoding="utf-8")

    def test_the_first_change(self, page: str, tmp_path: Path) -> None:
        told = page.split("## The first change")[1]
        prose = re.sub(r"```.*?```|`factsheet check`", "", told, flags=re.DOTALL)
        name, before, after, then = re.findall(r"`([^`\n]+)`", prose)[:4]
        start(tmp_path / "x")
        file = tmp_path / "x" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")
        show = excerpts(lines_below(tmp_path / "x"))
        problems = ["\n".join(lines_of(problem, excerpt=show)) for problem in examine(tmp_path / "x")[1]]
        assert problems == re.findall(r"```text\n(.*?)\n```", told, re.DOTALL)
        file.write_text(text.replace(before, then), encoding="utf-8")
        assert examine(tmp_path / "x")[1] == []

    def test_every_part_is_told(self, page: str) -> None:
        rows = re.findall(r"^\| (`.*?) \|", page.split("## Begin")[1].split("## ", maxsplit=1)[0], re.MULTILINE)
        told = tuple(path for row in rows for path in re.findall(r"`([^`]+)`", row))
        assert [path for path in starter() if not path.startswith((".", *told))] == []
