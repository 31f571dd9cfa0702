"""The texts that rule 11 reads are all that editors write in the site's own voice, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checking.prose import LOADED, loaded_words, prose
from generator.reading.files import read
from tests.case_files import change_files, copy_example, text_at

OWN_VOICE = re.compile(
    r"""
      dossier:(title|question|scope\.text|scope\.not_covered\.\d+|summary\.\d+\.asks|origins\.\d+\.(about|because)
        |wanted\.\d+\.(what|why)|quotation_limit\.because)
    | sources/[\w-]+:(parts|set_aside)\.\d+\.because | sources/[\w-]+:cautions\.\d+\.text
    | actors/[\w-]+:utterances\.\d+\.about
    | questions/[\w-]+:(text|scope|readings\.\d+\.because)
    | (agreements|events|disputes|background)/[\w-]+:title
    | disputes/[\w-]+:question
    | agreements/[\w-]+:implementation\.\d+\.what
    | .*(date|written|until)\.because
    | .*\.statement
    """,
    re.VERBOSE,
)
"""Where such a text stands: file and path. What is left: ids, names, words of sources, notes of the editors' work."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("prose") / "dossier"
    copy_example(root)
    derived = "derived: 2025-03-04, because: It was the day of the meeting."
    date = f"{{{derived}, from: [{{source: gazette, exact: 'on Tuesday, 4 March 2025'}}]}}"
    change = {
        "facts/sources/gazette.yml": [("origin: meeting-notice\n", f"origin: meeting-notice\nwritten: {date}\n")],
        "facts/agreements/bridge-closure.yml": [("  - id: free-ferry\n", f"  - id: free-ferry\n    date: {date}\n")],
    }
    change_files(root, {"replace": change}, name="texts the example lacks")
    return root


def strings(data: Any, *path: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from strings(value, *path, str(key))
    elif isinstance(data, str):
        yield ".".join(path), " ".join(data.split())


def test_every_text_of_the_editors_is_read_and_no_other(root: Path) -> None:
    dossier, problems = read(root)
    assert [str(problem) for problem in problems] == []
    found = set()
    for record, where, text in prose(dossier):
        spot = record.places.inside(*where, text=text, start=0, end=len(text))
        name = spot.file.removeprefix("facts/").removesuffix(".yml")
        found.add((f"{name}:{'.'.join(map(str, where))}", " ".join(text.split())))
        assert text_at(root, str(spot)).split()[0].strip("'\"") == text.split()[0]
    wanted = set()
    for file in (root / "facts").rglob("*.yml"):
        name = file.relative_to(root / "facts").with_suffix("").as_posix()
        for place, text in strings(yaml.safe_load(file.read_text(encoding="utf-8"))):
            if OWN_VOICE.fullmatch(f"{name}:{place}"):
                wanted.add((f"{name}:{place}", text))
    assert found == wanted
    assert len(found) > 50


def test_every_loaded_word_is_told_in_any_letters_with_another_for_it(root: Path) -> None:
    dossier, _ = read(root)
    assert dossier.head is not None
    title = " ".join(f"They {word}, it “{word}” un{word} {word.upper()}." for word in LOADED)
    head = replace(dossier.head, data=dossier.head.data.model_copy(update={"title": title}))
    told = [problem.message for problem in loaded_words(head)]
    assert told == [
        f'"{form}" is not a word of the site\'s own voice; write "{instead}", or quote the source'
        for word, instead in LOADED.items()
        for form in (word, word.upper())
    ]
