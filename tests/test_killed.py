"""Killed, out of room, refused, two at once: a folder is the old or the new, a file is whole, nothing else changes."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.mending.pages import mend
from generator.output import whole_folders
from generator.output.emitting import EmitError, emit_files
from generator.output.replacing import replace_site
from generator.output.whole_folders import beside, locked, must_stay
from tests.killed_runs import Runs

OLD = {"index.md": "1", "claims/a.md": "1", "claims/b.md": "same", "gone/x.md": "1", "data/facts.json": "{}"}
NEW = {"index.md": "2", "claims/a.md": "2", "claims/b.md": "same", "new/deep/y.md": "2", "data/facts.json": "{}"}
STRANGERS = {".nojekyll": "", ".git/config": "mine", "claims/notes.txt": "mine", "empty/": None, "link": "-> /nowhere"}
LEFT = re.compile(r"\.out\.factsheet-[a-z0-9_]{8}")

Tree = dict[str, str | None]


@pytest.fixture(scope="module")
def run() -> Iterator[Runs]:
    with Runs() as runs:
        yield runs


def contents(texts: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def tree(folder: Path) -> Tree:
    """Give all that is in a folder but lists of files: texts, links and empty folders."""
    found: Tree = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_dir():
            if not any(path.iterdir()):
                found[f"{name}/"] = None
        elif path.name != ".factsheet-manifest.json":
            found[name] = path.read_text(encoding="utf-8")
    return found


def laid_out(parent: Path) -> Path:
    """Lay out a folder that was written before, with files of others in it and beside it."""
    out = parent / "out"
    emit_files(contents(OLD), out)
    if not (out / ".git").exists():
        (out / ".git").mkdir()
        (out / "empty").mkdir(exist_ok=True)
        for name in (".nojekyll", ".git/config", "claims/notes.txt"):
            (out / name).write_text(str(STRANGERS[name]), encoding="utf-8")
        (out / "link").symlink_to("/nowhere")
        (parent / "facts").mkdir()
        for name in ("facts/a.yml", "out.txt", ".out"):
            (parent / name).write_text("mine", encoding="utf-8")
    return out


def around(parent: Path) -> Tree:
    """Give what is beside the folder, but for what a killed run may leave there."""
    return {name: text for name, text in tree(parent).items()
            if name.split("/")[0] != "out" and not LEFT.fullmatch(name.split("/")[0])}  # fmt: skip


def left(parent: Path) -> list[str]:
    return [path.name for path in parent.iterdir() if LEFT.fullmatch(path.name)]


class TestOneStep:
    """`emit` gives its folder new content in one step."""

    def test_killed_at_every_point_it_is_the_old_or_the_new(self, run: Runs, tmp_path: Path) -> None:
        ends, seen = [], []
        outside = around(laid_out(tmp_path).parent)
        for point in range(1, 1000):
            out = laid_out(tmp_path)
            ends.append(run("emit", out, json.dumps(NEW), False, kill=point))
            there = tree(out)
            assert there in ({**OLD, **STRANGERS}, {**NEW, **STRANGERS}), point
            seen.append(there == {**NEW, **STRANGERS})
            assert around(tmp_path) == outside
            emit_files(contents(NEW), out)
            assert tree(out) == {**NEW, **STRANGERS}
            assert left(tmp_path) == []
            if ends[-1] == "done":
                break
        assert len(ends) > 40
        assert ends == ["killed"] * (len(ends) - 1) + ["done"]
        assert seen == sorted(seen)
        assert 5 < seen.count(True) < len(seen) - 20

    def test_killed_when_it_is_first_written(self, run: Runs, tmp_path: Path) -> None:
        out = tmp_path / "build" / "out"
        for point in range(1, 1000, 5):
            end = run("emit", out, json.dumps(NEW), False, kill=point)
            assert (tree(out) if out.exists() else {}) in ({}, NEW)
            if end == "done":
                break
        assert tree(out) == NEW
        assert left(out.parent) == []

    def test_the_command_is_killed_too(self, run: Runs, tmp_path: Path) -> None:
        out = laid_out(tmp_path)
        versions = []
        for number in range(12):
            pages = {f"claims/{name}.md": f"{number}" for name in range(40)} | {"index.md": f"{number}"}
            versions.append({**pages, **STRANGERS})
            end = run("command", json.dumps(pages), out, "--root", tmp_path, kill=20 + 67 * number % 190)
            assert end == "killed"
            assert tree(out) in [{**OLD, **STRANGERS}, *versions]
        assert run("command", json.dumps(pages), out, "--root", tmp_path) == "done"
        assert tree(out) == versions[-1]
        assert left(tmp_path) == []

    @pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
    @pytest.mark.parametrize("in_place", [False, True])
    def test_without_room_or_refused_the_old_stays_and_it_is_told(
        self, run: Runs, tmp_path: Path, error: int, in_place: bool
    ) -> None:
        out = laid_out(tmp_path)
        outside, ends = around(tmp_path), []
        for point in range(1, 1000, 3):
            ends.append(run("emit", out, json.dumps(NEW), in_place, full=point, error=error))
            if ends[-1] == "done":
                break
            assert ends[-1].startswith("EmitError: cannot write ")
            assert ends[-1].endswith(os.strerror(error))
            assert tree(out) == {**OLD, **STRANGERS}
            assert (around(tmp_path), left(tmp_path)) == (outside, [])
        assert len(ends) > 5
        assert tree(out) == {**NEW, **STRANGERS}

    def test_unchanged_files_are_the_same_files(self, tmp_path: Path) -> None:
        out = laid_out(tmp_path)
        (out / "claims").chmod(0o750)
        names = ["claims/b.md", "data/facts.json", ".git/config"]
        before = {name: (out / name).stat() for name in names}
        emit_files(contents(NEW), out)
        after = {name: (out / name).stat() for name in names}
        assert [(one.st_ino, one.st_mtime_ns) for one in after.values()] == [
            (one.st_ino, one.st_mtime_ns) for one in before.values()
        ]
        assert {one.st_nlink for one in after.values()} == {1}
        assert (out / "claims").stat().st_mode & 0o777 == 0o750

    def test_what_somebody_writes_meanwhile_is_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        out = laid_out(tmp_path)
        link = whole_folders.link

        def slow(old: Path, new: Path, **given: frozenset[str]) -> None:
            link(old, new, **given)
            (out / "draft").mkdir()
            (out / "draft" / "late.md").write_text("late", encoding="utf-8")
            (out / "index.md").write_text("edited", encoding="utf-8")

        monkeypatch.setattr("generator.output.emitting.link", slow)
        done = emit_files(contents(NEW), out)
        assert tree(out) == {**NEW, **STRANGERS, "draft/late.md": "late"}
        (rest,) = done.left
        assert LEFT.fullmatch(rest.split("/")[1])
        assert (out / rest).read_text(encoding="utf-8") == "edited"
        assert str(done).endswith("delete it by hand if it is not wanted")
        assert emit_files(contents(NEW), out).left == (rest,)


class TestAFolderThatMustStay:
    """A mount point, the folder somebody stands in, one that is watched: each file changes whole, and a run repeats."""

    def test_killed_at_every_point_each_file_is_whole(self, run: Runs, tmp_path: Path) -> None:
        outside = around(laid_out(tmp_path).parent)
        for point in range(1, 1000):
            out = laid_out(tmp_path)
            inode = out.stat().st_ino
            end = run("emit", out, json.dumps(NEW), True, kill=point)
            there = {name: text for name, text in tree(out).items() if ".factsheet-" not in name}
            known = {**STRANGERS, **NEW}
            assert [name for name, text in there.items()
                    if not name.endswith("/") and text not in (OLD.get(name), known.get(name))] == []  # fmt: skip
            assert there.items() >= STRANGERS.items()
            assert (around(tmp_path), left(tmp_path)) == (outside, [])
            emit_files(contents(NEW), out, in_place=True)
            assert tree(out) == {**NEW, **STRANGERS}
            assert out.stat().st_ino == inode
            if end == "done":
                break
        assert point > 20

    def test_such_folders_are_known(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        out = laid_out(tmp_path)
        for name in (".", "claims"):
            monkeypatch.chdir(out / name)
            assert beside(out) is None
        monkeypatch.chdir(tmp_path)
        new = beside(out)
        assert new
        whole_folders.remove(new)
        listed = tmp_path / "mountinfo"
        monkeypatch.setattr(whole_folders, "_MOUNTED", listed)
        for point, stays in ((f"{out}/claims/a\\040b", True), (f"{out}", True), (f"{out}-2", False), ("/", False)):
            listed.write_text(f"1 2 8:1 / {point} rw - ext4 /dev/x rw\n", encoding="utf-8")
            assert must_stay(out) is stays
        monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "out")
        assert beside(out) is None

    @pytest.mark.parametrize("refused", ["beside", "link", "exchange"])
    def test_where_one_step_is_not_to_be_had_files_change_one_by_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
    ) -> None:
        out = laid_out(tmp_path)
        inode = out.stat().st_ino

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.EXDEV, "Invalid cross-device link")

        if refused == "beside":
            monkeypatch.setattr("tempfile.mkdtemp", refuse)
        elif refused == "link":
            monkeypatch.setattr("os.link", refuse)
        else:
            monkeypatch.setattr(whole_folders, "_rename", lambda: lambda *_: -1)
        done = emit_files(contents(NEW), out)
        assert (len(done.written), done.removed) == (3, ("gone/x.md",))
        assert tree(out) == {**NEW, **STRANGERS}
        assert (out.stat().st_ino, left(tmp_path)) == (inode, [])


class TestTwoAtOnce:
    def test_the_second_waits_then_gives_up_with_a_plain_message(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = laid_out(tmp_path)
        monkeypatch.setattr(whole_folders, "PATIENCE", 2)
        with locked(out), pytest.raises(EmitError, match=r"^another run is writing to .*; wait until it has ended$"):
            emit_files({"index.md": b"2"}, out)
        assert tree(out) == {**OLD, **STRANGERS}
        assert emit_files({"index.md": b"2"}, out).written == ("index.md",)

    def test_many_runs_leave_one_whole_version(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        script = (
            "import sys; from pathlib import Path; from generator.output.emitting import emit_files\n"
            "for number in range(8):\n"
            "    text = f'{sys.argv[2]} {number}'.encode()\n"
            "    emit_files({f'{name % 7}/{name}.md': text for name in range(20)}, Path(sys.argv[1]))\n"
        )
        started = [subprocess.Popen([sys.executable, "-c", script, str(out), name], stderr=subprocess.PIPE, text=True)
                   for name in "ab"]  # fmt: skip
        assert [process.communicate(timeout=60)[1] for process in started] == ["", ""]
        assert len(set(tree(out).values())) == 1
        assert len(tree(out)) == 20
        assert left(tmp_path) == []


class TestFiles:
    """Fact files, built pages and archives change whole, each by itself."""

    def test_fact_files_are_whole(self, run: Runs, tmp_path: Path) -> None:
        old, new = ({f"facts/{name}.yml": text * 1000 for name in "abc"} for text in ("old", "new"))
        for point in range(1, 100):
            for name, text in old.items():
                (tmp_path / name).parent.mkdir(exist_ok=True)
                (tmp_path / name).write_text(text, encoding="utf-8")
            end = run("write_all", tmp_path, json.dumps(new), kill=point)
            assert all((tmp_path / name).read_text(encoding="utf-8") in (old[name], new[name]) for name in old)
            if end == "done":
                break
        assert point > 8

    def test_without_room_no_fact_file_changes(self, run: Runs, tmp_path: Path) -> None:
        old, new = ({f"facts/{name}.yml": text * 1000 for name in "abc"} for text in ("old", "new"))
        (tmp_path / "facts").mkdir()
        for name, text in old.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        for point in range(1, 9):
            assert "No space left" in run("write_all", tmp_path, json.dumps(new), full=point)
            assert tree(tmp_path) == old

    def test_pages_that_are_mended_are_whole(self, run: Runs, tmp_path: Path) -> None:
        page = f"<html><head></head><body>{'<table><tr><td>1</td></tr></table>' * 50}</body></html>"
        for point in range(1, 100, 2):
            for name in ("index.html", "a.html", "b.html"):
                (tmp_path / name).write_text(page, encoding="utf-8")
            end = run("mend", tmp_path, kill=point)
            pages = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")]
            assert len(pages) == 3
            assert set(pages) <= {page, mend(page).html}
            if end == "done":
                break
        assert set(pages) == {mend(page).html}


class TestASite:
    """A new site takes the place of the last one in one step."""

    @staticmethod
    def laid_out(parent: Path) -> tuple[Path, Path]:
        new, site = parent / "build" / "new", parent / "site"
        for folder, text in ((new, "2"), (site, "1")):
            for name in ("index.html", f"only-{text}/index.html", "guide/a.html"):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
        (site / ".git").mkdir(exist_ok=True)
        for name in (".git/config", ".nojekyll"):
            (site / name).write_text("mine", encoding="utf-8")
        return new, site

    def test_killed_at_every_point_it_is_the_last_or_the_new(self, run: Runs, tmp_path: Path) -> None:
        kept: Tree = {".git/config": "mine", ".nojekyll": "mine"}
        last = {**kept, "index.html": "1", "only-1/index.html": "1", "guide/a.html": "1"}
        whole = {**kept, "index.html": "2", "only-2/index.html": "2", "guide/a.html": "2"}
        ends = []
        for point in range(1, 200):
            new, site = self.laid_out(tmp_path)
            ends.append(run("replace", site, new, kill=point))
            assert tree(site) in (last, whole)
            if ends[-1] == "done":
                break
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(site)
        assert len(ends) > 15
        assert tree(site) == whole
        assert [path.name for path in (tmp_path / "build").iterdir()] == []
        assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"]

    def test_a_folder_that_must_stay_gets_the_same_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        new, site = self.laid_out(tmp_path)
        inode = site.stat().st_ino
        monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")
        assert not replace_site(new, site)
        pages = dict.fromkeys(("index.html", "only-2/index.html", "guide/a.html"), "2")
        assert tree(site) == {**pages, ".git/config": "mine", ".nojekyll": "mine"}
        assert (site.stat().st_ino, new.exists()) == (inode, False)

    def test_the_first_site_of_all(self, tmp_path: Path) -> None:
        new, site = self.laid_out(tmp_path)
        shutil.rmtree(site)
        assert replace_site(new, site)
        assert (site / "index.html").read_text(encoding="utf-8") == "2"

    def test_only_a_site_takes_the_place_of_a_site(self, tmp_path: Path) -> None:
        new, site = self.laid_out(tmp_path)
        (site / "index.html").unlink()
        with pytest.raises(EmitError, match="holds something that is no built site"):
            replace_site(new, site)
        (new / "index.html").unlink()
        with pytest.raises(EmitError, match="holds no built site"):
            replace_site(new, site)
        assert (new / "only-2").exists()
        assert (site / "only-1").exists()
