"""Emitting: whole files, only what changed, only what was written before is removed."""

from __future__ import annotations

import json
import resource
from pathlib import Path

import pytest

from generator.exports import DataFile
from generator.output.clashing import clashes
from generator.output.emitting import MANIFEST, EmitError, emit
from generator.site import Site
from generator.writing.pages import Page


def site(**pages: str) -> Site:
    made = tuple(Page(f"{name.replace('__', '/')}.md", text.encode(), "") for name, text in pages.items())
    return Site(made, (DataFile("data/facts.json", b"{}\n"),), ())


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace") for path in found}


def test_pages_data_and_hand_written_files_are_written(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "assets" / "a.css").write_text("x", encoding="utf-8")
    (docs / ".hidden").write_text("x", encoding="utf-8")
    done = emit(site(index="A", claims__x="Š"), tmp_path / "out", static=docs)
    assert files(tmp_path / "out") == {
        "index.md": "A", "claims/x.md": "Š", "data/facts.json": "{}\n", "assets/a.css": "x",
    }  # fmt: skip
    assert len(done.written) == 4
    assert str(done) == "4 written, 0 unchanged, 0 removed"


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    emit(site(index="A", b="B"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    again = emit(site(index="A", b="B"), tmp_path)
    assert again.written == ()
    assert {path: path.stat().st_mtime_ns for path in before} == before
    done = emit(site(index="A", b="C"), tmp_path)
    assert done.written == ("b.md",)
    assert (tmp_path / "index.md").stat().st_mtime_ns == before[tmp_path / "index.md"]


def test_what_is_gone_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    emit(site(index="A", claims__x="X"), tmp_path)
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = emit(site(index="A"), tmp_path)
    assert done.removed == ("claims/x.md",)
    assert not (tmp_path / "claims").exists()
    assert (tmp_path / "mine.txt").exists()


def test_a_file_somebody_changed_is_left_and_named(tmp_path: Path) -> None:
    emit(site(index="A", b="B"), tmp_path)
    (tmp_path / "b.md").write_text("mine", encoding="utf-8")
    done = emit(site(index="A"), tmp_path)
    assert done.left == ("b.md",)
    assert '"' not in str(done).splitlines()[0]
    assert "b.md" in str(done)
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("known", [True, False])
def test_a_strange_file_is_not_overwritten(tmp_path: Path, known: bool) -> None:
    if known:
        emit(site(index="A"), tmp_path)
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    with pytest.raises(EmitError, match=r"index\.md.*(changed since|not written by this command)"):
        emit(site(index="New", other="O"), tmp_path)
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "other.md").exists()


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    with pytest.raises(EmitError, match="stands in the way"):
        emit(site(index="A"), tmp_path)


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, "[]", '{"a": 1}', '{"a": "b"}', '{"a": [1]}', '{"../x": ["y"]}', '{"/x": ["y"]}']
)
def test_a_broken_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(EmitError):
        emit(site(index="A"), tmp_path)


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    emit(site(index="A"), tmp_path)

    def fail(*_: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EmitError, match=r'^cannot write ".*": disk full$'):
        emit(site(index="B"), tmp_path, in_place=True)
    assert files(tmp_path) == {"index.md": "A", "data/facts.json": "{}\n"}


@pytest.mark.parametrize(
    "path",
    ["claims/x.md", "claims/x/index.md", "claims/x/README.md", "claims/x.html", "data/facts.json", "Claims/X.md"],
)
def test_clashes_are_found_by_address(tmp_path: Path, path: str) -> None:
    found = clashes(["claims/x.md", "data/facts.json"], [path, "about.md"])
    assert [(problem.code, problem.spot.file) for problem in found] == [("page-clash", f"docs/{path}")]
    place = tmp_path / "docs" / path
    place.parent.mkdir(parents=True)
    place.write_text("mine", encoding="utf-8")
    with pytest.raises(EmitError, match="has the address of the generated"):
        emit(site(claims__x="X"), tmp_path / "out", static=tmp_path / "docs")
    assert not (tmp_path / "out").exists()


def test_the_manifest_lists_what_was_written(tmp_path: Path) -> None:
    emit(site(index="A"), tmp_path)
    assert sorted(json.loads((tmp_path / MANIFEST).read_bytes())) == ["data/facts.json", "index.md"]


def test_the_manifest_of_a_whole_run_accepts_one_content_a_file(tmp_path: Path) -> None:
    emit(site(index="A", gone="G"), tmp_path)
    emit(site(index="B"), tmp_path)
    listed = json.loads((tmp_path / MANIFEST).read_bytes())
    assert {path: len(digests) for path, digests in listed.items()} == {"data/facts.json": 1, "index.md": 1}


class TestAKilledRun:
    """What a run that was killed left is taken up by the next one; tests/test_killed.py kills them."""

    def test_unfinished_files_are_swept_and_others_are_not(self, tmp_path: Path) -> None:
        emit(site(index="A", claims__x="X"), tmp_path / "out")
        ours = [tmp_path / "out" / name for name in (".factsheet-ab_c1234", "claims/.factsheet-zzzzzzzz")]
        others = [
            tmp_path / name
            for name in (
                ".factsheet-ab_c1234",
                "out/.factsheet-notes.md",
                "out/factsheet-ab_c1234",
                "out/mine/.factsheet-ab_c1234",
            )
        ]
        (tmp_path / "out" / "mine").mkdir()
        for place in (*ours, *others):
            place.write_text("x", encoding="utf-8")
        link = tmp_path / "out" / ".factsheet-linklink"
        link.symlink_to(tmp_path / ".factsheet-ab_c1234")
        emit(site(index="A"), tmp_path / "out")
        assert [place for place in ours if place.exists()] == []
        assert [place for place in (*others, link) if not place.exists()] == []
        assert not (tmp_path / "out" / "claims").exists()

    def test_a_change_by_hand_is_seen_after_a_killed_run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        emit(site(a="1", b="1", gone="1"), tmp_path)
        replace = Path.replace

        def stop_at_b(self: Path, target: Path) -> Path:
            if target.name == "b.md":
                raise KeyboardInterrupt
            return replace(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", stop_at_b)
            with pytest.raises(KeyboardInterrupt):
                emit(site(a="2", b="2"), tmp_path, in_place=True)
        assert files(tmp_path) == {"a.md": "2", "b.md": "1", "data/facts.json": "{}\n"}
        (tmp_path / "b.md").write_text("mine", encoding="utf-8")
        with pytest.raises(EmitError, match=r"b\.md.*changed since"):
            emit(site(a="3", b="3"), tmp_path)
        assert emit(site(a="3"), tmp_path).left == ("b.md",)


class TestWhatTheSystemRefuses:
    """An OSError is told with the place, and nothing is half done."""

    def test_a_file_where_the_folder_is_wanted(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", encoding="utf-8")
        for out in (tmp_path / "file", tmp_path / "file" / "out"):
            with pytest.raises(EmitError, match=r'^cannot write ".*file.*": (Not a directory|File exists)$'):
                emit(site(index="A"), out)
        assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"

    def test_a_file_where_a_folder_of_pages_is_wanted_is_found_before_anything_is_written(self, tmp_path: Path) -> None:
        (tmp_path / "claims").write_text("mine", encoding="utf-8")
        with pytest.raises(EmitError, match=r"claims.*stands in the way"):
            emit(site(a="A", claims__x="X"), tmp_path)
        assert files(tmp_path) == {"claims": "mine"}

    def test_no_room(self, tmp_path: Path) -> None:
        emit(site(a="A"), tmp_path)
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, before[1]))
        try:
            with pytest.raises(EmitError, match=r'^cannot write ".*b\.md": File too large$'):
                emit(site(a="new", b="B" * 10_000), tmp_path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert files(tmp_path) == {"a.md": "A", "data/facts.json": "{}\n"}
        assert emit(site(a="newer", b="B"), tmp_path).written == ("a.md", "b.md")

    @pytest.mark.parametrize("name", ["read_bytes", "exists", "is_symlink"])
    def test_a_folder_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        emit(site(a="A"), tmp_path)

        def refuse(_: Path) -> bool:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, name, refuse)
        with pytest.raises(EmitError, match=r'^cannot (read|write) ".*": Permission denied$'):
            emit(site(a="B"), tmp_path)

    def test_a_file_that_may_not_be_removed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        emit(site(a="A", b="B"), tmp_path)

        def refuse(_: Path, missing_ok: bool = False) -> None:  # noqa: ARG001  # as pathlib has it
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "unlink", refuse)
        with pytest.raises(EmitError, match=r'^cannot remove ".*b\.md": Permission denied$'):
            emit(site(a="A"), tmp_path, in_place=True)


class TestLinksInsideTheFolder:
    """They are never followed: nothing outside is read as ours, written or removed."""

    @pytest.fixture
    def outside(self, tmp_path: Path) -> Path:
        (tmp_path / "outside").mkdir()
        return tmp_path / "outside"

    def test_a_link_to_a_folder(self, tmp_path: Path, outside: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "claims").symlink_to(outside)
        with pytest.raises(EmitError, match=r"claims.*stands in the way"):
            emit(site(a="A", claims__x="X"), tmp_path / "out")
        assert list(outside.iterdir()) == []
        assert not (tmp_path / "out" / "a.md").exists()

    @pytest.mark.parametrize("name", ["a.md", MANIFEST])
    @pytest.mark.parametrize("there", [True, False])
    def test_a_link_to_a_file(self, tmp_path: Path, outside: Path, name: str, there: bool) -> None:
        emit(site(a="A"), tmp_path / "out")
        target = outside / "target"
        if there:
            target.write_bytes((tmp_path / "out" / name).read_bytes())
        before = target.read_bytes() if there else None
        (tmp_path / "out" / name).unlink()
        (tmp_path / "out" / name).symlink_to(target)
        with pytest.raises(EmitError, match=r"stands in the way|is a link"):
            emit(site(a="B"), tmp_path / "out")
        assert (target.read_bytes() if target.exists() else None) == before
        assert (tmp_path / "out" / name).is_symlink()

    def test_nothing_is_removed_through_a_link(self, tmp_path: Path, outside: Path) -> None:
        emit(site(a="A", claims__x="X"), tmp_path / "out")
        (tmp_path / "out" / "claims").rename(outside / "claims")
        (outside / "claims" / ".factsheet-abcdefgh").write_text("x", encoding="utf-8")
        (tmp_path / "out" / "claims").symlink_to(outside / "claims")
        assert emit(site(a="A"), tmp_path / "out").left == ("claims/x.md",)
        assert sorted(path.name for path in (outside / "claims").iterdir()) == [".factsheet-abcdefgh", "x.md"]

    def test_the_folder_itself_may_be_a_link(self, tmp_path: Path, outside: Path) -> None:
        (tmp_path / "out").symlink_to(outside)
        emit(site(a="A"), tmp_path / "out")
        assert (outside / "a.md").exists()
