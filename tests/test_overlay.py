"""The look: whole, readable by every engine, and apart from what is generated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.overlay import LOOK, overlay
from generator.site import build

EXAMPLE = Path(__file__).parent / "example"
TEMPLATES = sorted(LOOK.rglob("*.html"))


def test_it_is_every_file_of_the_folder() -> None:
    files = overlay()
    assert {"main.html", "factsheet.html", "404.html", "assets/factsheet.css", "assets/favicon.svg"} <= files.keys()
    assert len(files) == sum(path.is_file() for path in LOOK.rglob("*"))
    assert files["main.html"] == (LOOK / "main.html").read_bytes()


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_templates_call_no_methods_of_python(template: Path) -> None:
    """The template engine of Zensical knows none."""
    code = re.findall(r"\{[{%](.*?)[%}]\}", template.read_text(encoding="utf-8"), re.DOTALL)
    assert code
    assert [part for part in code if re.search(r"\.\w+\s*\(", part)] == []


def test_every_asset_a_template_names_is_there_or_generated() -> None:
    generated = {file.uri for file in build(EXAMPLE).files}
    text = "".join(template.read_text(encoding="utf-8") for template in TEMPLATES)
    named = set(re.findall(r"'(assets/[\w./-]+)' \| url", text))
    assert len(named) > 5
    assert named <= overlay().keys() | generated


def test_feeds_a_template_names_are_generated() -> None:
    named = re.findall(r"'(data/[\w./-]+)' \| url", (LOOK / "factsheet.html").read_text(encoding="utf-8"))
    assert named == ["data/corrections.xml", "data/additions.xml"]
    assert {*named} <= {file.uri for file in build(EXAMPLE).files}


def test_nothing_of_it_stands_where_a_file_is_generated() -> None:
    site = build(EXAMPLE)
    assert not overlay().keys() & {*(file.uri for file in site.files), *(page.uri for page in site.pages)}


def test_the_search_box_is_the_one_of_the_engine() -> None:
    assert not [path for path in overlay() if path.startswith("partials/")]
