"""The generated parts of the docs: whole, in step with the code, and able to drift."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.model.records import SHAPES
from generator.problems import CODES
from tools import handbook
from tools.house import ROOT

GUIDE = ROOT / handbook.GUIDE


@pytest.mark.parametrize("name", handbook.FILES)
def test_docs_are_in_step(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert handbook.rewrite(text) == text


def test_every_block_is_used_once() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in handbook.FILES]
    used = [mark for text in texts for mark in re.findall(r"made by tools/handbook\.py: (\w+)", text)]
    assert sorted(used) == sorted(handbook.BLOCKS)


def test_every_code_and_every_shape_is_told() -> None:
    codes = "\n".join(handbook.codes())
    assert all(f"`{code}`" in codes for code in CODES)
    told = {shape for _, shapes in handbook.SHAPES for shape in shapes}
    assert set(SHAPES.values()) <= told


def test_drift_shows() -> None:
    def other() -> Iterator[str]:
        yield "new"

    text = "a\n<!-- made by tools/handbook.py: codes -->\n\nold\n\n<!-- end -->\nb\n"
    assert handbook.rewrite(text, blocks={"codes": other}) == text.replace("old", "new")


def test_quick_start_shows_the_two_commands_first() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Quick start\n", 1)[1]
    assert re.findall(r"```sh\n(.*?)```", section, re.DOTALL)[0].splitlines()[:2] == ["make site", "make test"]


def test_code_in_a_table_is_not_escaped() -> None:
    told = "\n".join(handbook.fields())
    assert "`/claims/<id>/`" in told
    assert "facts/sources/&lt;id>.yml" in "\n".join(handbook.codes())


@pytest.mark.parametrize(
    ("page", "folder", "count"),
    [("writing-facts", ROOT / "tests" / "example", 3), ("publishing", ROOT, 1), ("engines", ROOT, 1)],
)
def test_files_that_a_page_shows_whole_are_the_real_ones(page: str, folder: Path, count: int) -> None:
    text = (GUIDE / f"{page}.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/-]+\.yml)`,\s+whole:", text)
    assert len(named) == count
    for name in named:
        block = re.split(rf"`{name}`,\s+whole:", text)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
        assert (folder / name).read_text(encoding="utf-8") == block


def test_every_command_has_an_example() -> None:
    helps = (GUIDE / "commands.md").read_text(encoding="utf-8").split("\n## `factsheet ")[1:]
    told = sorted(text.split("`", 1)[0] for text in helps)
    assert [name for name in told if " " not in name] == sorted(COMMANDS)
    assert {f"new {name}" for name in ("claim", "event", "dispute", "actor")} <= set(told)
    assert [text for text in helps if "  Example: factsheet " not in text] == []


def test_pages_of_the_guide_read_alike_here_and_on_the_site() -> None:
    """What lies inside an item of a list is indented by four: the site's Markdown asks for it."""
    for path in GUIDE.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
        assert not re.search(r"^ {1,3}(```|[-*] |\d+\. )", prose, re.MULTILINE), path
        assert "\n- [ ] " not in text, path
