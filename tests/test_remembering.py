"""What a check found is known again for the same bytes alone, and never hides or makes up a problem."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from generator import remembering
from generator.cli import known, main
from generator.problems import Problem, Spot
from generator.remembering import MOST, recall, remember, state_of, untouched
from generator.user_folder import user_folder
from tests.case_files import EXAMPLE, cases, copy_example, lay_out
from tests.edits_at_random import Edit, carry_out, edits

FOUND = [
    Problem(Spot("facts/a.yml", 2, 3, 4), "bad-id", "a \u201cword\u201d \ud800", ("one", "two")),
    Problem(Spot("facts/b.yml"), "bad-id", "b"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_example(tmp_path / "dossier", schemas=True)
    return tmp_path / "dossier"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder for remembering, which the command uses."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("FACTSHEET_NO_CACHE")
    return tmp_path / "cache" / "factsheet" / "checks"


def printed(root: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *options, str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def held(place: Path) -> list[Path]:
    return sorted(place.glob("*"))


class TestACheck:
    def test_of_the_same_bytes_is_known(self, root: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (root / "facts" / "actors" / "ivo-tamm.yml").write_text("name: [\n", encoding="utf-8")
        first = printed(root)
        assert first[0] == 1
        monkeypatch.setattr("generator.cli.whole_check.all_problems", None)
        assert printed(root) == first
        assert len(held(place)) == 1

    def test_without_the_cache_works_everything_out(self, root: Path, place: Path) -> None:
        assert printed(root, "--no-cache") == (0, "no problems\n")
        assert held(place) == []

    def test_that_is_told_so_by_the_environment_does(
        self, root: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FACTSHEET_NO_CACHE", "1")
        assert printed(root)[0] == 0
        assert held(place) == []

    def test_needs_no_folder_of_the_user(self, root: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (place.parents[1]).write_text("no folder", encoding="utf-8")
        assert printed(root) == (0, "no problems\n")
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(Path, "home", _nobody)
        assert user_folder("checks", environ={}) is None
        assert printed(root) == (0, "no problems\n")

    @pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
    def test_prints_the_same_byte_for_byte(self, form: str, place: Path, tmp_path: Path) -> None:
        for case in cases()[:: len(cases()) // 5]:
            broken = lay_out(case, tmp_path / case.name)
            plain = printed(broken, "--no-cache", "--format", form)
            assert printed(broken, "--format", form) == plain
            assert printed(broken, "--format", form) == plain
        assert len(held(place)) >= 5

    @settings(max_examples=6)
    @given(edits(5))
    def test_finds_the_same_after_any_edits(self, row: list[Edit]) -> None:
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
            patched.setenv("XDG_CACHE_HOME", folder)
            patched.delenv("FACTSHEET_NO_CACHE")
            root = Path(folder) / "dossier"
            shutil.copytree(EXAMPLE, root)
            for edit in row:
                carry_out(edit, root)
                assert printed(root) == printed(root) == printed(root, "--no-cache")


def _nobody() -> Path:
    raise RuntimeError("no home")


class TestAState:
    def test_is_that_of_the_bytes(self, root: Path, tmp_path: Path) -> None:
        before = state_of(root)
        shutil.copytree(root, tmp_path / "other")
        other = state_of(tmp_path / "other")
        assert before
        assert other
        assert before.digest == other.digest
        assert before.marks != other.marks

    @pytest.mark.parametrize(
        "change",
        [
            lambda root: (root / "facts" / "dossier.yml").write_bytes(
                (root / "facts" / "dossier.yml").read_bytes() + b" "
            ),
            lambda root: (root / "seeds" / "new").write_bytes(b""),
            lambda root: (root / "seeds" / "empty").mkdir(),
            lambda root: (root / "facts" / ".schema" / "ids.json").unlink(),
            lambda root: (root / "seeds" / "courier.txt").rename(root / "seeds" / "courier2.txt"),
            lambda root: shutil.rmtree(root / "seeds"),
        ],
        ids=["byte", "file", "folder", "schema", "name", "seeds"],
    )
    def test_is_another_after_any_change(self, change: object, root: Path) -> None:
        before = state_of(root)
        assert before is not None
        assert untouched(root, before)
        change(root)  # type: ignore[operator]  # one of the functions above
        after = state_of(root)
        assert after is not None
        assert after.digest != before.digest
        assert not untouched(root, before)

    def test_is_touched_by_a_write_of_the_same_bytes(self, root: Path) -> None:
        before = state_of(root)
        file = root / "facts" / "dossier.yml"
        content = file.read_bytes()
        file.write_bytes(b"x")
        file.write_bytes(content)
        os.utime(file, ns=(1, 1))
        assert before is not None
        assert not untouched(root, before)

    def test_of_names_and_contents_that_run_together_is_another(self, tmp_path: Path) -> None:
        for name, content in (("ab", b"c"), ("a", b"bc")):
            (tmp_path / name / "facts").mkdir(parents=True)
            (tmp_path / name / "facts" / name).write_bytes(content)
        one, other = state_of(tmp_path / "ab"), state_of(tmp_path / "a")
        assert one
        assert other
        assert one.digest != other.digest

    def test_of_another_program_is_another(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = state_of(root)
        for name, value in (("sys.version", "4.0"), ("sys.path", [])):
            with monkeypatch.context() as patched:
                patched.setattr(name, value)
                after = state_of(root)
                assert before
                assert after
                assert after.digest != before.digest
        copied = shutil.copytree(Path(remembering.__file__).parent, root.parent / "generator")
        with (copied / "checking" / "rules.py").open("a", encoding="utf-8") as file:
            file.write("# another rule\n")
        monkeypatch.setattr(remembering, "__file__", str(copied / "remembering.py"))
        after = state_of(root)
        assert before
        assert after
        assert after.digest != before.digest

    def test_cannot_be_told_of_links_and_odd_files(self, root: Path) -> None:
        (root / "seeds" / "link").symlink_to("courier.txt")
        assert state_of(root) is None
        (root / "seeds" / "link").unlink()
        os.mkfifo(root / "facts" / "pipe")
        assert state_of(root) is None

    def test_that_changed_while_it_was_checked_is_not_remembered(self, root: Path, place: Path) -> None:
        def changing(*_: object) -> list[Problem]:
            (root / "facts" / "dossier.yml").write_text("title: [", encoding="utf-8")
            return []

        assert known.known_or(changing, root=root) == []
        assert held(place) == []


class TestWhatIsHeld:
    def test_comes_back_as_it_was(self, root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        assert recall(place, state) is None
        remember(place, state, FOUND)
        back = recall(place, state)
        assert back == FOUND
        assert [problem.spot.width for problem in back] == [4, 0]

    def test_that_is_damaged_is_passed_over(self, root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        remember(place, state, FOUND)
        (file,) = held(place)
        whole = file.read_bytes()
        for at in range(0, len(whole), 7):
            for damaged in (whole[:at], whole[:at] + b"#" + whole[at + 1 :], whole[:at] + b"0" + whole[at:]):
                file.write_bytes(damaged)
                assert recall(place, state) in (None, FOUND)
                assert damaged == whole or recall(place, state) is None or json.loads(damaged) == json.loads(whole)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"null",
            b"[]",
            b"{}",
            b'{"of": 1}',
            b"[" * 100_000,
            b"\xff",
            b'{"of": "X", "problems": [], "digest": ""}',
            b"\x80\x04cos\nsystem\n(S'false'\ntR.",
        ],
    )
    def test_that_is_foreign_is_passed_over(self, content: bytes, root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        place.mkdir(parents=True)
        (place / f"{state.digest}.json").write_bytes(content.replace(b"X", state.digest.encode()))
        assert recall(place, state) is None
        assert printed(root) == (0, "no problems\n")

    @pytest.mark.parametrize(
        "row",
        [
            ["f", 1, 1, 0, "no-such-code", "m", []],
            ["f", True, 1, 0, "bad-id", "m", []],
            ["f", 1, 1, 0, "bad-id", 3, []],
            ["f", 1, 1, 0, "bad-id", "m"],
        ],
    )
    def test_with_a_seal_but_no_problem_is_passed_over(self, row: list[object], root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        place.mkdir(parents=True)
        held = {"of": state.digest, "problems": [row], "digest": remembering._seal(state.digest, [row])}
        (place / f"{state.digest}.json").write_text(json.dumps(held), encoding="utf-8")
        assert recall(place, state) is None

    def test_is_only_so_much(self, root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        many = remembering.LARGEST // 500
        remember(place, state, [Problem(Spot("f", line + 1), "bad-id", "x" * 500) for line in range(many)])
        assert held(place) == []
        for number in range(MOST + 3):
            remember(place, remembering.State(f"{number:04}", ()), [])
        assert len(held(place)) == MOST

    def test_is_for_its_user_alone(self, root: Path, place: Path) -> None:
        state = state_of(root)
        assert state is not None
        remember(place, state, FOUND)
        assert place.stat().st_mode & 0o077 == 0
