"""The plugin mends what MkDocs hands it, and tells once of each repair that the theme left no place for."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from generator.plugin import FactsheetPlugin

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
