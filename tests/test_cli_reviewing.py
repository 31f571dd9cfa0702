"""`diff` and `read` as a reviewer uses them, on a real repository."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.evidence.second_reading import standing
from generator.examining import examine
from generator.reviewing.to_read import ASKED
from tests.reviewing.test_revisions import git
from tests.test_cli import EXAMPLE, run, there

FILE = "facts/background/heron-footbridge.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    return root


def reword(root: Path) -> None:
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("cross the bridge every day.", "use it.", 1), encoding="utf-8")


class TestDiff:
    def test_the_disk_with_a_commit(self, root: Path) -> None:
        assert run("diff", "main", "--root", root).stdout == "no change in facts\n"
        reword(root)
        done = run("diff", "main", "--root", root)
        assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "1 claim changed")
        assert run("diff", "main", "--root", root, "--strict").exit_code == 1

    def test_two_commits_and_where_they_parted(self, root: Path) -> None:
        git(root, "checkout", "-qb", "side")
        reword(root)
        git(root, "commit", "-qam", "side")
        git(root, "checkout", "-q", "main")
        (root / "facts" / "background" / "ferry-told.yml").unlink()
        (root / "facts" / "questions" / "who-was-not-told.yml").unlink()
        git(root, "commit", "-qam", "main")
        before = there(root)
        assert run("diff", "main", "side", "--root", root).stdout.startswith("2 claims added, 1 claim changed")
        done = run("diff", "main", "side", "--merge-base", "--root", root, "--format", "json")
        assert [claim["id"] for claim in json.loads(done.stdout)["claims"]] == ["users-at-least-350"]
        assert run("diff", "main", "side", "--root", root, "--format", "markdown").stdout.startswith("### Facts: ")
        assert there(root) == before

    def test_a_commit_git_does_not_know(self, root: Path) -> None:
        done = run("diff", "nowhere", "--root", root)
        assert done.exit_code == 2
        assert 'git knows no commit "nowhere" here' in done.stderr

    def test_without_git(self, tmp_path: Path) -> None:
        root = shutil.copytree(EXAMPLE, tmp_path / "plain")
        assert run("diff", "main", "--root", root).exit_code == 2


class TestRead:
    def test_a_reading_is_recorded_and_void_when_something_changes(self, root: Path) -> None:
        claim = "users-at-least-350"
        assert f"{claim}  (not yet)" in run("read", "--root", root).stdout
        done = run("read", claim, "--by", "A. Reader", "--date", "2025-03-20", "--root", root)
        assert done.exit_code == 0
        assert "The Mill Lane Residents said that at least 350 people" in done.stdout
        assert "courier: “At least 350 people cross the bridge every day, the residents said.”" in done.stdout
        assert standing(examine(root)[0].claims[claim]) == "read"
        assert examine(root)[1] == []
        assert "updated: 2025-03-20\n" in (root / "facts" / "dossier.yml").read_text(encoding="utf-8")
        assert claim not in run("read", "--root", root).stdout
        assert "second reading: not yet → read" in run("diff", "main", "--root", root).stdout
        reword(root)
        assert f"{claim}  (changed since it was read)" in run("read", "--root", root).stdout
        told = run("read", claim, "--by", "B. Reader", "--root", root).stdout
        assert "takes the place of the reading by A. Reader on 2025-03-20" in told
        text = (root / FILE).read_text(encoding="utf-8")
        assert text.count("second_reading:") == 1
        assert "A. Reader" not in text

    @pytest.mark.parametrize(
        ("arguments", "code", "says"),
        [
            (("users-at-least-35", "--by", "A"), 1, 'did you mean "users-at-least-350"'),
            (("zzz",), 1, "factsheet read lists them"),
            (("users-at-least-350", "--by", " "), 2, "--by is empty"),
            (("users-at-least-350", "--by", "A", "--date", "tomorrow"), 1, '--date: "tomorrow" is not a date'),
            (("users-at-least-350", "--by", "A", "--date", "12 March 2025"), 1, "write 2025-03-12"),
        ],
    )
    def test_what_cannot_be_recorded(self, root: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
        before = there(root)
        done = run("read", *arguments, "--root", root)
        assert (done.exit_code, says in done.output) == (code, True)
        assert there(root) == before

    def test_without_a_name_it_shows_what_to_compare(self, root: Path) -> None:
        before = there(root)
        done = run("read", "users-at-least-350", "--root", root)
        assert done.exit_code == 0
        assert done.stdout.splitlines() == [
            "The Mill Lane Residents said that at least 350 people cross the bridge every day.",
            "  status: stated by one party. Stated by Mill Lane Residents (one source).",
            "  date: none recorded",
            "  about: mill-lane-residents",
            "",
            "1. courier (seeds/courier.txt, line 3, column 93)",
            "   says it: Mill Lane Residents",
            "   value: at least 350",
            "   “At least 350 people cross the bridge every day, the residents said.”",
            "   in its paragraph: Lenford and the Mill Lane Residents reached a deal on the Heron Footbridge on "
            "4 March 2025. »At least 350 people cross the bridge every day, the residents said.« Reports indicate that "
            "some of the boards are rotten.",
            "",
            *ASKED.splitlines(),
            'Then record it: factsheet read users-at-least-350 --by "Your Name"',
        ]
        assert there(root) == before

    def test_another_name_takes_no_place_silently(self, root: Path) -> None:
        claim = ("read", "users-at-least-350", "--root", root)
        run(*claim, "--by", "A. Reader", "--date", "2025-03-20")
        before = there(root)
        done = run(*claim, "--by", "B. Reader")
        assert done.exit_code == 1
        assert "was read by A. Reader on 2025-03-20, and has not changed since; add --again" in done.stderr
        assert there(root) == before
        assert run(*claim, "--by", "A. Reader", "--date", "2025-03-21").exit_code == 0
        assert run(*claim, "--by", "B. Reader", "--again").exit_code == 0
        assert "by: B. Reader" in (root / FILE).read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("statement: The Mill", "statemnt: The Mill", "unknown-field"),
            ("At least 350 people cross", "At least 350 persons cross", "quotation-not-found"),
        ],
    )
    def test_a_mistake_in_its_file_is_told(self, root: Path, old: str, new: str, code: str) -> None:
        path = root / FILE
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        done = run("read", "users-at-least-350", "--by", "A", "--root", root)
        assert done.exit_code == 1
        assert '"users-at-least-350" cannot be compared yet; mend this first:' in done.stderr
        assert f"[{code}]" in done.stderr
