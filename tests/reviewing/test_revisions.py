"""Dossiers read from commits: byte for byte, without a look at the work tree."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.reviewing.revisions import RevisionError, parted, revision


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody in particular."""
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@a.example", *arguments],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in {"facts/a b.yml": b"a: \xc3\xa9\r\n", "seeds/x.txt": b"\n\n", "other.txt": b"x"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "facts" / "link.yml").symlink_to("/etc/hostname")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_facts_and_seeds_come_byte_for_byte_and_links_do_not(root: Path) -> None:
    (root / "facts" / "a b.yml").write_text("changed", encoding="utf-8")
    with revision(root, "HEAD") as folder:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found == {"facts/a b.yml": b"a: \xc3\xa9\r\n", "seeds/x.txt": b"\n\n"}
    assert not folder.exists()
    assert (root / "facts" / "a b.yml").read_text(encoding="utf-8") == "changed"
    assert git(root, "status", "--porcelain") == 'M "facts/a b.yml"'


def test_a_dossier_below_the_top_of_the_repository(root: Path) -> None:
    (root / "sub").mkdir()
    git(root, "mv", "facts", "seeds", "sub")
    git(root, "commit", "-qm", "two")
    with revision(root / "sub", "HEAD") as folder:
        assert sorted(path.name for path in folder.iterdir()) == ["facts", "seeds"]
    with pytest.raises(RevisionError, match='"HEAD" holds no folder facts/ here'), revision(root, "HEAD"):
        pass


def test_where_a_branch_parted(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-qb", "side")
    git(root, "commit", "-qm", "side", "--allow-empty")
    git(root, "checkout", "-q", "main")
    git(root, "commit", "-qm", "main", "--allow-empty")
    assert parted(root, "main", "side") == first


@pytest.mark.parametrize("name", ["nowhere", "--help", "HEAD:facts", ""])
def test_what_is_no_commit_is_told(root: Path, name: str) -> None:
    with pytest.raises(RevisionError, match="git knows no commit"), revision(root, name):
        pass


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not a git repository"), revision(tmp_path, "HEAD"):
        pass
