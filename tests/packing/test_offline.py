"""Packing: a whole folder that opens from a disk, the same bytes for the same site, or a word on why not."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.packing.built import PackError, contents, folder_name
from generator.packing.offline import note, pack
from generator.packing.zips import EARLIEST, LATEST, zipped
from tests.packing.conftest import TOLD

MARCH = 1741600800  # 10 March 2025, 10:00 UTC


def entries(archive: Path) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        return {entry.filename: entry for entry in opened.infolist()}


def test_one_folder_holds_the_pages_and_a_note(site: Path, tmp_path: Path) -> None:
    packed = pack(site, tmp_path / "out" / "site.zip", moment=MARCH)
    found = entries(tmp_path / "out" / "site.zip")
    names = [
        "README.txt", "assets/a.js", "claims/x.html", "data/facts.json", "index.html", "search/search_index.js",
        "search/search_index.json",
    ]  # fmt: skip
    assert list(found) == [f"the-ferry-at-mill-lane/{name}" for name in names]
    size = (tmp_path / "out" / "site.zip").stat().st_size
    assert str(packed) == f"7 files in {size:,} bytes, under the-ferry-at-mill-lane/"
    with zipfile.ZipFile(tmp_path / "out" / "site.zip") as opened:
        assert opened.read("the-ferry-at-mill-lane/README.txt").decode() == note(TOLD)
        assert opened.read("the-ferry-at-mill-lane/claims/x.html") == b"x"


def test_the_same_site_gives_the_same_bytes_whatever_the_disk_says(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "one.zip", moment=MARCH)
    for number, path in enumerate(sorted(site.rglob("*"))):
        if path.is_file():
            path.chmod(0o600 if number % 2 else 0o755)
            os.utime(path, (number * 1e6, number * 1e6))
    pack(site, tmp_path / "two.zip", moment=MARCH)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    every = entries(tmp_path / "one.zip").values()
    assert {entry.date_time for entry in every} == {(2025, 3, 10, 10, 0, 0)}
    assert {oct(entry.external_attr >> 16) for entry in every} == {"0o100644"}
    assert {entry.create_system for entry in every} == {3}


def test_order_of_files_does_not_matter() -> None:
    one, two = {"a": b"1", "b": b"2"}, {"b": b"2", "a": b"1"}
    assert zipped(one, folder="x", moment=MARCH) == zipped(two, folder="x", moment=MARCH)
    assert zipped(one, folder="x", moment=MARCH) != zipped(one, folder="x", moment=MARCH + 86400)


@pytest.mark.parametrize(("moment", "year"), [(0, 1980), (-1, 1980), (EARLIEST, 1980), (LATEST, 2107), (10**12, 2107)])
def test_dates_no_zip_can_hold_become_its_first_or_last(moment: int, year: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a": b""}, folder="x", moment=moment))) as opened:
        assert datetime(*opened.infolist()[0].date_time).year == year  # noqa: DTZ001  # zip files know no zone


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The ferry, 2025!", "the-ferry-2025"),
        ("Café ../../etc", "cafe-etc"),
        ("Переговори", "fact-sheet"),
        ("word " * 20, "word-word-word-word-word-word-word-word"),
        ("x" * 60, "x" * 40),
    ],
)
def test_the_folder_has_a_plain_short_name(title: str, name: str) -> None:
    assert folder_name(title) == name


def test_the_note_says_how_to_open_it_how_far_it_reaches_its_licence_and_version() -> None:
    text = note(TOLD)
    assert text.startswith("The ferry at Mill Lane\n======================\n\n")
    assert "open index.html" in text
    assert "What it rests on: Three articles." in text
    assert "under CC0-1.0" in text
    assert "Version 0123456789ab, updated 2025-03-10" in text
    assert max(map(len, text.splitlines())) <= 78


@pytest.mark.parametrize("gone", ["index.html", "data/facts.json"])
def test_a_folder_without_a_site_is_refused(site: Path, tmp_path: Path, gone: str) -> None:
    (site / gone).unlink()
    with pytest.raises(PackError, match="holds no built fact sheet"):
        pack(site, tmp_path / "x.zip", moment=MARCH)
    assert not (tmp_path / "x.zip").exists()


def test_a_site_whose_search_needs_a_server_is_refused(site: Path) -> None:
    (site / "search" / "search_index.js").unlink()
    with pytest.raises(PackError, match=r"cannot open from a disk.*offline\.yml"):
        contents(site)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"version": "x", "dossier": {"title": "T"}}', '{"dossier": 1}'])
def test_a_strange_data_file_is_refused(site: Path, tmp_path: Path, text: str) -> None:
    (site / "data" / "facts.json").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"facts\.json.*build the site anew"):
        pack(site, tmp_path / "x.zip", moment=MARCH)


def test_the_zip_may_not_stand_in_what_it_holds(site: Path) -> None:
    with pytest.raises(PackError, match="lies inside"):
        pack(site, site / "downloads" / "x.zip", moment=MARCH)


def test_a_failed_write_leaves_the_old_zip_and_no_rest(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "x.zip").write_text("old", encoding="utf-8")

    def fail(*_: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PackError, match="No space left on device"):
        pack(site, out / "x.zip", moment=MARCH)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in out.iterdir()] == [("x.zip", "old")]


class TestTheCommand:
    def test_it_takes_the_date_from_the_environment(self, site: Path, tmp_path: Path) -> None:
        arguments = ["pack", str(site), str(tmp_path / "x.zip")]
        done = CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": str(MARCH)}, catch_exceptions=False)
        assert (done.exit_code, done.stdout[:8]) == (0, "7 files ")
        assert {entry.date_time[:3] for entry in entries(tmp_path / "x.zip").values()} == {(2025, 3, 10)}

    def test_without_a_date_it_is_1980_and_not_today(self, site: Path, tmp_path: Path) -> None:
        arguments = ["pack", str(site), str(tmp_path / "x.zip")]
        CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": None}, catch_exceptions=False)
        assert {entry.date_time[0] for entry in entries(tmp_path / "x.zip").values()} == {1980}

    def test_what_cannot_be_packed_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        done = CliRunner().invoke(main, ["pack", str(tmp_path / "empty"), str(tmp_path / "x.zip")])
        assert done.exit_code == 1
        assert "holds no built fact sheet" in done.stderr
