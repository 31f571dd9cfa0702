"""The plugin brings the look, says where a page is edited, mends what MkDocs hands it and tells what it could not."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files

from generator import pagefind_index
from generator.mending.pages import without_effect
from generator.mending.policy import POLICY, extended
from generator.overlay import LOOK
from generator.plugin import FactsheetPlugin

EXAMPLE = Path(__file__).parent / "example"

PAGE: Any = SimpleNamespace(file=SimpleNamespace(dest_uri="a/index.html"))
CHANGED = '<ul data-md-component="toc"></ul>'


@pytest.fixture
def plugin() -> FactsheetPlugin:
    made = FactsheetPlugin()
    made.load_config({})
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


class TestThePolicy:
    """Pages get a policy where they are published, with what the publisher adds."""

    @staticmethod
    def policy(command: str, *plugins: object) -> Any:
        config = load_config(str(EXAMPLE / "mkdocs.yml"), plugins=list(plugins))
        made: Any = config.plugins["factsheet"]
        made.on_startup(command=command, dirty=False)
        made.on_config(config)
        return made

    def test_a_built_page_has_one_and_a_served_one_none(self) -> None:
        page = "<html><head></head><body></body></html>"
        built = self.policy("build", "factsheet")
        built.missed = set()
        assert "default-src 'none'" in built.on_post_page(page, page=PAGE, config=None)
        assert "default-src 'none'" in built.on_post_template(page, template_name="404.html", config=None)
        served = self.policy("serve", "factsheet")
        served.missed, served.live = set(), None
        assert served.on_post_page(page, page=PAGE, config=None) == page

    def test_the_publisher_adds_to_it_or_does_without(self) -> None:
        more = {"factsheet": {"policy": {"script-src": ["'wasm-unsafe-eval'"]}}}
        assert self.policy("build", more).policy == extended(POLICY, {"script-src": ["'wasm-unsafe-eval'"]})
        none = {"factsheet": {"policy": False}}
        assert self.policy("build", none).policy is None
        wrong = {"factsheet": {"policy": {"script-src": "'unsafe-inline'"}}}
        with pytest.raises(PluginError, match="list of sources for each directive"):
            self.policy("build", wrong)

    def test_a_copy_for_a_disk_may_read_its_neighbours(self) -> None:
        made = self.policy("build", "search", "material/offline", "factsheet")
        assert made.policy["style-src"] == ("'self'", "file:")

    def test_what_a_page_may_not_do_is_one_warning(
        self, plugin: FactsheetPlugin, caplog: pytest.LogCaptureFixture
    ) -> None:
        config: Any = None
        plugin.policy = POLICY
        with caplog.at_level(logging.WARNING, logger="mkdocs.plugins.factsheet"):
            for _ in range(2):
                plugin.on_post_page('<head></head><p style="x">', page=PAGE, config=config)
        told = [record.getMessage() for record in caplog.records]
        assert told == [without_effect("the attribute style=", "a/index.html")]


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


class TestWhichSearch:
    """What answers the search box; a search that cannot be had is told, and another one stays."""

    def told(
        self, caplog: pytest.LogCaptureFixture, *, claims: int = 9, flat: bool = False, **options: str
    ) -> tuple[bool, str]:
        made = FactsheetPlugin()
        assert made.load_config(options) == ([], [])
        with caplog.at_level(logging.INFO, logger="mkdocs.plugins.factsheet"):
            chosen = made._with_pagefind(claims, flat=flat)
        return chosen, " ".join(f"{record.levelname} {record.getMessage()}" for record in caplog.records)

    def test_a_small_site_keeps_the_search_of_the_theme(self, caplog: pytest.LogCaptureFixture) -> None:
        assert self.told(caplog) == (False, "")

    def test_by_choice(self, caplog: pytest.LogCaptureFixture) -> None:
        assert self.told(caplog, search="pagefind") == (True, "")

    def test_not_from_a_disk(self, caplog: pytest.LogCaptureFixture) -> None:
        chosen, told = self.told(caplog, flat=True, search="pagefind")
        assert (chosen, told.partition(":")[0]) == (False, "INFO search")

    def test_what_is_not_installed_is_a_warning(
        self, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pagefind_index, "installed", lambda: False)
        chosen, told = self.told(caplog, search="pagefind")
        assert not chosen
        assert told.startswith("WARNING search: this site has ")
        assert 'pip install "pagefind[bin]"' in told

    def test_another_word_is_refused(self) -> None:
        errors, _ = FactsheetPlugin().load_config({"search": "lunr"})
        assert [name for name, _ in errors] == ["search"]
