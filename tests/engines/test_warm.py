"""A build with the pages of earlier builds gives the same bytes as one without, and makes only changed pages anew."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.structure.pages import Page

from generator.live.warm import octets
from generator.writing.pieces import Link
from tests.case_files import EXAMPLE
from tests.engines.live_site import loaded

pytestmark = pytest.mark.engine
BRIDGE = "facts/background/heron-footbridge.yml"


def built(root: Path, out: Path, *, cache: bool) -> dict[str, bytes]:
    """Build the dossier below a folder, with or without what earlier builds have kept."""
    config = loaded(root, out)
    config.plugins["factsheet"].config["cache"] = cache
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_what_was_kept_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "dossier"))
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "by-hand.md").write_text("# By hand\n\n[it](claims/users-over-300.md)\n", encoding="utf-8")
    built(root, tmp_path / "first", cache=True)
    kept = sorted((tmp_path / "cache").rglob("*.json"))
    assert len(kept) > 40

    path = root / BRIDGE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("at least 350 people cross", "at least 350 people a day cross"), encoding="utf-8")
    kept[3].write_bytes(kept[3].read_bytes()[:-9])  # as a full disk leaves a file
    kept[5].write_text('{"html": "not ours"}', encoding="utf-8")
    rendered: list[str] = []
    render = Page.render

    def counted(page: Page, *given: object) -> None:
        rendered.append(page.file.src_uri)
        render(page, *given)  # type: ignore[arg-type]  # as MkDocs gives it

    monkeypatch.setattr(Page, "render", counted)
    warm = built(root, tmp_path / "warm", cache=True)
    anew, rendered[:] = {*rendered}, []
    assert {"by-hand.md", "claims/users-at-least-350.md", "claims/index.md"} <= anew
    assert len(anew) < 20
    assert warm == built(root, tmp_path / "cold", cache=False)
    assert len(rendered) > 40
    assert b"a day cross" in warm["claims/users-at-least-350/index.html"]
    assert len([*(tmp_path / "cache").rglob("*.json")]) == len(kept)


def test_equal_values_are_told_alike_whichever_objects_they_are() -> None:
    one = "".join(["a", " word"])
    assert octets(Link(one, one)) == octets(Link("".join(["a", " ", "word"]), "a word"))
    assert octets(Link(one, one)) != octets(Link(one, "a wore"))


def test_where_nothing_can_be_kept_the_site_is_built_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with caplog.at_level(logging.INFO, logger="mkdocs.plugins.factsheet"):
        files = built(EXAMPLE, tmp_path / "out", cache=True)
    assert "claims/users-over-300/index.html" in files
    assert any("No page is kept for the next build" in record.getMessage() for record in caplog.records)


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    config = loaded(EXAMPLE, tmp_path / "out")
    config.plugins.on_startup(command="build", dirty=False)
    assert not config.plugins["factsheet"].config["cache"]
    config.plugins["factsheet"].on_pre_build(config=config)
    assert not (tmp_path / "cache").exists()
