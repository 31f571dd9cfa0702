"""The generated parts of the docs: whole, in step with the code, and able to drift."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.model.records import SHAPES
from generator.problems import CODES
from tools import handbook
from tools.house import ROOT


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


def test_whole_files_in_the_guide_are_those_of_the_example() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in re.findall(r"`(facts/\S+\.yml)`, whole:", guide):
        block = guide.split(f"`{name}`, whole:", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
        assert (ROOT / "tests" / "example" / name).read_text(encoding="utf-8") == block
