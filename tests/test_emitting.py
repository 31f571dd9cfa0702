"""Emitting: whole files, only what changed, only what was written before is removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.emitting import MANIFEST, EmitError, clashes, emit
from generator.exports import DataFile
from generator.site import Site
from generator.writing.pages import Page


def site(**pages: str) -> Site:
    made = tuple(Page(f"{name.replace('__', '/')}.md", text, "") for name, text in pages.items())
    return Site(made, (DataFile("data/facts.json", b"{}\n"),), ())


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


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


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', '{"../x": "y"}', '{"/x": "y"}'])
def test_a_broken_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(EmitError):
        emit(site(index="A"), tmp_path)


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    emit(site(index="A"), tmp_path)

    def fail(*_: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        emit(site(index="B"), tmp_path)
    assert files(tmp_path) == {"index.md": "A", "data/facts.json": "{}\n"}


@pytest.mark.parametrize(
    "path",
    ["claims/x.md", "claims/x/index.md", "claims/x/README.md", "claims/x.html", "data/facts.json", "Claims/X.md"],
)
def test_clashes_are_found_by_address(tmp_path: Path, path: str) -> None:
    found = clashes(site(claims__x="X"), [path, "about.md"])
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
