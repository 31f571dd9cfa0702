"""Real builds of the real dossier: strict and clean, the same with every engine, the same bytes everywhere."""

from __future__ import annotations

import logging
import re

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from tests.engines.sites import ROOT, Built, Reader, links_to

pytestmark = pytest.mark.engine


def test_strict_build_is_clean(site: Built) -> None:
    assert not re.search(r"\b(WARNING|ERROR)\b", site.output), site.output
    assert "index.html" in site.pages()


def test_strict_build_checks_links_and_anchors() -> None:
    validation = load_config(str(ROOT / "mkdocs.yml")).validation
    levels = {**validation.nav, **validation.links}
    assert [name for name, level in levels.items() if level < logging.WARNING and name != "absolute_links"] == []


def test_two_builds_give_the_same_bytes(site: Built, elsewhere: Built) -> None:
    here, there = site.files(), elsewhere.files()
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_properdocs_builds_the_same_pages_and_words(site: Built, proper: Built) -> None:
    ours, theirs = site.pages(), proper.pages()
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if Reader(ours[name]).text() != Reader(theirs[name]).text()] == []
    assert any(Reader(html).text() for html in ours.values())


def test_zensical_builds_the_same_pages(site: Built, zensical: Built) -> None:
    assert site.pages().keys() == zensical.pages().keys()


def test_zensical_has_every_statement(site: Built, zensical: Built) -> None:
    ours, theirs = site.pages(), zensical.pages()
    for name in ours:
        if name.startswith("claims/") and name != "claims/index.html":
            assert len(Reader(ours[name]).notes) == len(Reader(theirs[name]).notes) > 0, name


def test_data_is_the_same_whichever_engine(site: Built, zensical: Built) -> None:
    assert site.files()["data/facts.json"] == zensical.files()["data/facts.json"]


def hidden(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith(".")


def test_injected_pages_equal_emitted_ones(emitted: Built) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = config.plugins.on_files(get_files(config), config=config)
    injected = {file.src_uri: file.content_bytes for file in files if not hidden(file.src_uri)}
    plain = {name: content for name, content in emitted.files().items() if not hidden(name)}
    assert injected.keys() == plain.keys()
    assert [name for name in injected if injected[name] != plain[name]] == []


def test_every_internal_link_and_anchor_leads_somewhere(site: Built) -> None:
    files = site.files().keys()
    pages = {name: Reader(html) for name, html in site.pages().items()}
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        for link in {*page.links, *page.loads}:
            target = links_to(name, link)
            if target is None:
                continue
            file, fragment = target
            anchored = not fragment or file not in pages or fragment in pages[file].ids
            if file not in files or not anchored:
                broken.append(f"{name}: {link}")
    assert broken == []


def test_nothing_is_loaded_from_another_host(site: Built) -> None:
    loads = {load for html in site.pages().values() for load in Reader(html).loads}
    assert [load for load in loads if re.match(r"(https?:)?//", load)] == []
