"""The plugin brings the look, says where a page is edited, mends what MkDocs hands it and tells what it could not."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files

from generator import pagefind_index
from generator.overlay import LOOK
from generator.plugin import FactsheetPlugin
from generator.site import Site, build

EXAMPLE = Path(__file__).parent / "example"

PAGE: Any = SimpleNamespace(file=SimpleNamespace(dest_uri="a/index.html"))
CHANGED = '<ul data-md-component="toc"></ul>'


@pytest.fixture
def plugin() -> FactsheetPlugin:
    made = FactsheetPlugin()
    made.missed = set()
    return made


def test_pages_and_page_like_templates_are_mended(plugin: FactsheetPlugin) -> None:
    config: Any = None
    table = "<table><tr><td>1</td></tr></table>"
    assert "fs-frame" in plugin.on_post_page(table, page=PAGE, config=config)
    assert "fs-frame" in plugin.on_post_template(table, template_name="404.html", config=config)
    assert plugin.on_post_template(table, template_name="sitemap.xml", config=config) == table


def test_a_repair_without_a_place_is_one_warning(plugin: FactsheetPlugin, caplog: pytest.LogCaptureFixture) -> None:
    config: Any = None
    with caplog.at_level(logging.WARNING, logger="mkdocs.plugins.factsheet"):
        for _ in range(3):
            plugin.on_post_page(CHANGED, page=PAGE, config=config)
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 1
    assert messages[0].startswith('a/index.html: the repair "title of the contents" found no place')


class TestTheLook:
    """The look stands above the theme and below what the user changes."""

    def test_above_the_theme(self, plugin: FactsheetPlugin) -> None:
        config = load_config(str(EXAMPLE / "mkdocs.yml"))
        plugin.on_config(plugin.on_config(config))
        assert config.theme.dirs[0] == str(LOOK)
        assert config.theme.dirs.count(str(LOOK)) == 1

    def test_below_a_folder_of_the_user(self, plugin: FactsheetPlugin, tmp_path: Path) -> None:
        config = load_config(str(EXAMPLE / "mkdocs.yml"), theme={"name": "material", "custom_dir": str(tmp_path)})
        assert plugin.on_config(config).theme.dirs[:2] == [str(tmp_path), str(LOOK)]


@pytest.mark.parametrize(("docs", "way"), [("docs", ".."), ("pages/by-hand", "../..")])
def test_an_edit_link_leads_from_the_hand_written_pages_to_the_facts(tmp_path: Path, docs: str, way: str) -> None:
    (tmp_path / docs).mkdir(parents=True)
    for name in ("facts", "seeds"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: {docs}\nplugins: [factsheet]\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_pre_build(config=config)
    files: Files = config.plugins.on_files(get_files(config), config=config)
    assert files.src_uris["claims/ivo-tamm-chair.md"].edit_uri == f"{way}/facts/actors/ivo-tamm.yml"
    assert files.src_uris["timeline.md"].edit_uri is None


@pytest.fixture(scope="module")
def site() -> Site:
    return build(EXAMPLE)


class TestWhichSearch:
    """What answers the search box; a search that cannot be had is told, and another one stays."""

    def told(
        self, site: Site, caplog: pytest.LogCaptureFixture, *, flat: bool = False, **options: str
    ) -> tuple[bool, str]:
        made = FactsheetPlugin()
        assert made.load_config(options) == ([], [])
        made.site = site
        with caplog.at_level(logging.INFO, logger="mkdocs.plugins.factsheet"):
            chosen = made._with_pagefind(flat=flat)
        return chosen, " ".join(f"{record.levelname} {record.getMessage()}" for record in caplog.records)

    def test_a_small_site_keeps_the_search_of_the_theme(self, site: Site, caplog: pytest.LogCaptureFixture) -> None:
        assert self.told(site, caplog) == (False, "")

    def test_by_choice(self, site: Site, caplog: pytest.LogCaptureFixture) -> None:
        assert self.told(site, caplog, search="pagefind") == (True, "")

    def test_not_from_a_disk(self, site: Site, caplog: pytest.LogCaptureFixture) -> None:
        chosen, told = self.told(site, caplog, flat=True, search="pagefind")
        assert (chosen, told.partition(":")[0]) == (False, "INFO search")

    def test_what_is_not_installed_is_a_warning(
        self, site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pagefind_index, "installed", lambda: False)
        chosen, told = self.told(site, caplog, search="pagefind")
        assert not chosen
        assert told.startswith("WARNING search: this site has ")
        assert 'pip install "pagefind[bin]"' in told

    def test_another_word_is_refused(self) -> None:
        errors, _ = FactsheetPlugin().load_config({"search": "lunr"})
        assert [name for name, _ in errors] == ["search"]
