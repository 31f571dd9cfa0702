"""What is read at a glance is what the long walk reads; where anything is wrong, a glance gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.records import FOLDERS, SHAPES
from generator.reading import yaml_text
from generator.reading.fields import vocabulary
from generator.reading.vocabulary import Vocabulary
from generator.reading.yaml_glance import DEEPEST, glance
from tests.case_files import EXAMPLE

FILES = sorted((EXAMPLE / "facts").rglob("*.yml"))
NAMES = vocabulary(SHAPES["event"])
PIECES = (
    "\n", "\n  ", "\n    ", "- ", ": ", ":", "title", "claims", "#", " # ", "'", '"', "|", ">-", "\n      ", "[", "]",
    "{", "}", ", ", "&a ", "*a", "!t ", "<<: ", "---", "...", "~", "12", "no", "?", "word words", "\\", "\u200b", "\t",
)  # fmt: skip


def looked_at(text: str, names: Vocabulary = NAMES) -> object:
    return glance(text, text.split("\n"), names)


def walked(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[object, int]:
    """Read a text by the long walk alone: data, and how many problems there are."""
    with monkeypatch.context() as patched:
        patched.setattr(yaml_text, "glance", lambda *_: None)
        data, _, problems = yaml_text.parse(text, file="f.yml", vocabulary=NAMES)
    return data, len(problems)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_every_sound_file_is_read_at_a_glance(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text(encoding="utf-8")
    kind = FOLDERS.get(file.parent.name, "dossier")
    found = looked_at(text, vocabulary(SHAPES[kind]))
    assert found is not None
    assert (found, 0) == walked(text, monkeypatch)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_it_never_gives_what_the_long_walk_does_not(text: str) -> None:
    found = looked_at(text)
    if found is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert (found, 0) == walked(text, monkeypatch)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "<<: {a: 1}\n",
        "- a\n",
        "text\n",
        "",
        "a: 1\n---\nb: 2\n",
        "? [a]\n: 1\n",
        'a: "\\u200b"\n',
        "a: b\u200bc\n",
        "a: [1\n",
        "a: >-\n  text\n  title: x\n",
        "title: text\n  - item\n",
        f"a: {'[' * DEEPEST}{']' * DEEPEST}\n",
    ],
)
def test_it_gives_up_where_something_may_be_wrong(text: str) -> None:
    assert looked_at(text) is None


def test_blocks_may_be_as_deep_as_the_long_walk_lets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"a: {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}\n"
    assert (looked_at(text), 0) == walked(text, monkeypatch)
