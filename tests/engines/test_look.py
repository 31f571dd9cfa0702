"""The look reaches every site that names the plugin, asks no other host, and gives way to what a publisher changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.overlay import LOOK
from tests.case_files import EXAMPLE
from tests.engines.sites import BIN, Built, Reader, links_to, once, run

pytestmark = pytest.mark.engine

OURS = ("assets/search-start.js", "assets/notes.js", "assets/copy.js", "assets/repairs.js")
CHANGED = """
theme:
  name: material
  custom_dir: mine
extra_css: [mine.css]
extra: {guide: guide/}
"""


@pytest.fixture(scope="module")
def example(shared: Path) -> Built:
    """Build the example, whose configuration says nothing of the look."""
    command = (BIN / "mkdocs", "build", "--strict", "-f", EXAMPLE / "mkdocs.yml", "--site-dir")
    return once(shared, "example", lambda out: run(*command, out))


@pytest.fixture(scope="module")
def changed(shared: Path) -> Built:
    """Build the example with a theme folder of its publisher."""

    def make(out: Path) -> str:
        root = out.parent / "changed-example"
        shutil.copytree(EXAMPLE, root)
        (root / "mine" / "assets").mkdir(parents=True)
        (root / "mine" / "assets" / "copy.js").write_text("/* mine */\n", encoding="utf-8")
        (root / "docs" / "mine.css").write_text("/* mine */\n", encoding="utf-8")
        template = '{% extends "factsheet.html" %}\n{% block announce %}A draft{% endblock %}\n'
        (root / "mine" / "main.html").write_text(template, encoding="utf-8")
        configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
        configuration = re.sub(r"\ntheme:\n(  .*\n)+", CHANGED, configuration)
        (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        return run(BIN / "mkdocs", "build", "--strict", "--site-dir", out, cwd=root)

    return once(shared, "changed", make)


def loaded(site: Built, page: str) -> list[str]:
    """Give what a page loads, as paths from the site's root, in order."""
    found = (links_to(page, load) for load in Reader(site.pages()[page]).loads)
    return [target[0] for target in found if target]


def test_every_page_loads_style_and_scripts_that_are_there(example: Built) -> None:
    files = example.files()
    for page in example.pages():
        if page == "404.html":
            continue
        loads = loaded(example, page)
        assert {"assets/factsheet.css", *OURS} <= set(loads), page
        assert set(loads) <= files.keys(), page
    assert files["assets/factsheet.css"] == (LOOK / "assets" / "factsheet.css").read_bytes()


def test_no_other_host_is_asked_though_nobody_turned_fonts_off(example: Built) -> None:
    assert "font" not in (EXAMPLE / "mkdocs.yml").read_text(encoding="utf-8")
    loads = {load for html in example.pages().values() for load in Reader(html).loads}
    assert [load for load in loads if re.match(r"(https?:)?//", load)] == []


@pytest.mark.parametrize("engine", ["site", "proper", "zensical"])
def test_style_stands_after_the_theme_and_scripts_wait(engine: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(engine)
    html, loads = built.pages()["claims/index.html"], loaded(built, "claims/index.html")
    styles = [load for load in loads if load.endswith(".css")]
    scripts = [load for load in loads if load.endswith(".js")]
    assert styles[-1] == "assets/factsheet.css"
    assert re.sub(r"bundle\.\w+\.min", "bundle", " ".join(scripts)) == " ".join(
        [OURS[0], "assets/javascripts/bundle.js", *OURS[1:], "assets/filters.js"]
    )
    waiting = {src.rsplit("assets/", 1)[1] for src in re.findall(r'<script src="([^"]+)" defer', html)}
    assert waiting == {"notes.js", "copy.js", "repairs.js", "filters.js"}
    assert all(built.files()[load] == (LOOK / load).read_bytes() for load in [styles[-1], *OURS, "assets/filters.js"])


def test_a_guide_is_linked_where_there_is_one(example: Built, changed: Built) -> None:
    assert "guide" not in example.pages()["method/index.html"]
    linked = {name: html.count('href="../guide/"') for name, html in changed.pages().items() if name.count("/") == 1}
    assert {name for name, count in linked.items() if count == 2} == {"method/index.html"}
    assert {count for name, count in linked.items() if name != "method/index.html"} == {1}


def test_files_of_the_publisher_win(changed: Built) -> None:
    html = changed.pages()["index.html"]
    assert "A draft" in html
    assert 'rel="apple-touch-icon"' in html
    assert changed.files()["assets/copy.js"] == b"/* mine */\n"
    styles = [load for load in loaded(changed, "index.html") if load.endswith(".css")]
    assert styles[-2:] == ["assets/factsheet.css", "mine.css"]
