"""Mending a folder: only pages that need it are written, whole; what cannot be read is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.exports.search_index import SearchEntry
from generator.mending.pages import mend
from generator.output.emitting import EmitError
from generator.output.rewriting import rewrite, rewrite_search

TABLE = "<p>x</p><table><tr><td>1</td></tr></table>"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Lay out a site: two pages to mend, one that needs nothing, and a file that is no page."""
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text(TABLE, encoding="utf-8")
    (folder / "a" / "index.html").write_text(TABLE, encoding="utf-8")
    (folder / "plain.html").write_text("<p>é</p>", encoding="utf-8")
    (folder / "facts.json").write_text('"<table>"', encoding="utf-8")
    return folder


def test_pages_are_mended_and_the_rest_is_left(built: Path) -> None:
    left = {name: (built / name).stat().st_mtime_ns for name in ("plain.html", "facts.json")}
    done = rewrite(built)
    assert (done.changed, done.unchanged, done.missed) == (("a/index.html", "index.html"), 1, {})
    assert str(done) == "2 mended, 1 unchanged"
    assert (built / "index.html").read_text(encoding="utf-8") == mend(TABLE).html
    assert {name: (built / name).stat().st_mtime_ns for name in left} == left


def test_a_second_run_writes_nothing(built: Path) -> None:
    rewrite(built)
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*.html")}
    assert str(rewrite(built)) == "0 mended, 3 unchanged"
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*.html")} == before


def test_links_to_files_elsewhere_are_not_followed(built: Path, tmp_path: Path) -> None:
    outside = tmp_path / "mine.html"
    outside.write_text(TABLE, encoding="utf-8")
    (built / "mine.html").symlink_to(outside)
    rewrite(built)
    assert outside.read_text(encoding="utf-8") == TABLE


def test_a_page_that_is_not_utf8_is_told(built: Path) -> None:
    (built / "index.html").write_bytes(b"\xff")
    with pytest.raises(EmitError, match=r'index\.html" is not UTF-8'):
        rewrite(built)


def test_a_repair_without_a_place_is_told_with_its_first_page(built: Path) -> None:
    for name in ("index.html", "plain.html"):
        (built / name).write_text('<ul data-md-component="toc"></ul>', encoding="utf-8")
    assert rewrite(built).missed == {"title of the contents": "index.html"}


def test_the_search_of_another_engine_gets_what_is_known_of_each_page(built: Path) -> None:
    index = built / "search.json"
    home = {"location": "", "level": 1, "title": "cut", "text": "", "path": [], "tags": []}
    items = [home, {"location": "b/", "title": "B"}]
    index.write_text(json.dumps({"config": {}, "items": items}), encoding="utf-8")
    known = [SearchEntry("index.md", "Home", ("Words",), ("List",), 0.7), SearchEntry("none.md", "None", ("x",), (), 1)]
    assert rewrite_search(built, known)
    first, second = json.loads(index.read_text(encoding="utf-8"))["items"]
    assert first == {"location": "", "level": 1, "title": "Home", "text": "<p>Words</p>", "path": [], "tags": ["List"]}
    assert second == items[1]
    index.write_text("[]", encoding="utf-8")
    with pytest.raises(EmitError, match="is no search index"):
        rewrite_search(built, known)
    index.unlink()
    assert not rewrite_search(built, known)
