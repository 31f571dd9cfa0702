"""Files that are none, lead elsewhere, never end, or are too many: refused at once, in bounded time and memory."""

from __future__ import annotations

import os
import subprocess
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.examining import examine
from generator.model.passages import LONGEST_TEXT
from generator.printing.problem_text import REPEATS
from generator.problems import MOST, Problem
from generator.reading.files import read
from generator.reading.misfits import DEVICES
from generator.reading.octets import FACTS_LIMIT, MEGABYTE, TEXT_LIMIT
from generator.reading.yaml_glance import DEEPEST, LARGEST
from tests.case_files import copy_example, lock

FACT, TEXT = "facts/events/x.yml", "seeds/gazette.txt"
SECONDS = 20.0
"""Of the processor; every case here takes less than one on a quiet machine."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_example(tmp_path / "d")
    return tmp_path / "d"


def found(root: Path, file: str) -> list[Problem]:
    """Check the dossier in bounded time, and give the problems of one file."""
    started = time.process_time()
    _, problems = examine(root)
    assert time.process_time() - started < SECONDS
    return [problem for problem in problems if problem.spot.file == file]


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, _: Path) -> None:
    path.mkdir()


def circle(path: Path, _: Path) -> None:
    path.symlink_to(path)


def nowhere(path: Path, _: Path) -> None:
    path.symlink_to("nowhere")


def device(path: Path, _: Path) -> None:
    path.symlink_to("/dev/zero")


def outside(path: Path, elsewhere: Path) -> None:
    (elsewhere / "secret").write_text("title: secret\n", encoding="utf-8")
    path.symlink_to(elsewhere / "secret")


def linked_folder(path: Path, elsewhere: Path) -> None:
    (elsewhere / "folder").mkdir()
    path.symlink_to(elsewhere / "folder")


def huge(path: Path, _: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


Maker = Callable[[Path, Path], None]
MAKERS: tuple[Maker, ...] = (pipe, folder, circle, nowhere, device, outside, linked_folder, huge)
IN_FACTS: dict[Maker, str] = {
    pipe: "unreadable-file",
    circle: "stray-file",
    nowhere: "unreadable-file",
    huge: "unreadable-file",
}
IN_SEEDS: dict[Maker, str] = {
    pipe: "unreadable-file",
    folder: "unreadable-file",
    nowhere: "missing-text",
    huge: "unreadable-file",
}


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_fact_file_that_is_none(make: Maker, root: Path, tmp_path: Path) -> None:
    make(root / FACT, tmp_path)
    tracemalloc.start()
    problems = found(root, FACT)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [problem.code for problem in problems] == [IN_FACTS.get(make, "stray-file")]
    assert "secret" not in problems[0].message
    assert peak < 30_000_000


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_source_text_that_is_none(make: Maker, root: Path, tmp_path: Path) -> None:
    (root / TEXT).unlink()
    make(root / TEXT, tmp_path)
    tracemalloc.start()
    problems = found(root, TEXT) + found(root, "facts/sources/gazette.yml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [problem.code for problem in problems] == [IN_SEEDS.get(make, "outside-seeds")]
    assert peak < 30_000_000


def test_a_file_without_rights(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / FACT).touch()
    opened = Path.open

    def refused(path: Path, *given: Any, **named: Any) -> Any:  # the superuser of a test may read every file
        if path.name == "x.yml":
            raise PermissionError(path)
        return opened(path, *given, **named)

    monkeypatch.setattr(Path, "open", refused)
    assert [problem.code for problem in found(root, FACT)] == ["unreadable-file"]


def test_folders_nested_deeper_than_python_goes(root: Path) -> None:
    top = root / "facts" / "events" / "a"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    try:
        for _ in range(1100):
            os.mkdir("a", dir_fd=here)
            deeper = os.open("a", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = deeper
        assert read(root)[1] == []
    finally:
        os.close(here)
        subprocess.run(["rm", "-r", top], check=True)  # what removes folders of tests goes no deeper than Python


@pytest.mark.parametrize("id_", ["con", "nul", "aux", "com1"])
def test_names_of_devices_are_no_ids(id_: str, root: Path) -> None:
    assert id_ in DEVICES
    (root / "facts/events/ferry-start.yml").rename(root / f"facts/events/{id_}.yml")
    assert [problem.code for problem in found(root, f"facts/events/{id_}.yml")] == ["bad-id"]
    claim = root / "facts/background/heron-footbridge.yml"
    claim.write_text(claim.read_text(encoding="utf-8").replace("id: rotten-boards", f"id: {id_}"), encoding="utf-8")
    told = found(root, "facts/background/heron-footbridge.yml")
    assert "bad-id" in [problem.code for problem in told]


@pytest.mark.parametrize("stem", ["nul.txt", "x.", "x ", "X", "a" * 81, "а", "..x", "-x", "x\u202ey"])
def test_names_of_files_that_are_no_ids(stem: str, root: Path) -> None:
    (root / f"facts/events/{stem}.yml").write_text("title: x\n", encoding="utf-8")
    problems = [problem for problem in read(root)[1] if problem.code in ("bad-id", "stray-file")]
    assert stem.startswith(".") or len(problems) == 1
    assert "\u202e" not in "".join(map(str, problems))


BIG = {
    "signs that cannot be seen": "title: " + "a\u202e" * 300_000,
    "a line end for each problem": "title: x\n" + "k: 1\n" * 200_000,
    "fields nobody knows": "".join(f"titel{n}: x\n" for n in range(20_000)),
    "claims of nobody": "title: x\nclaims:\n" + "  - {id: a, evidence: [{source: b, exact: c}]}\n" * 10_000,
    "brackets": "title: x\nclaims: [" + "[]," * 500_000,
    "depth of 100,000 in brackets": "a: " + "[" * 100_000,
    "depth of 100,000 in dashes": "- " * 100_000 + "x",
    "depth of 1,900 in lines": "".join(" " * n + "a:\n" for n in range(1_900)),
    "colons": "title: " + "a: " * 600_000,
    "anchors": "".join(f"a{n}: &x{n} y\n" for n in range(20_000)),
    "empty fields": "".join(f"a{n}:\n" for n in range(20_000)),
    "quote marks": "title: x\nclaims: " + '"' * 1_900_000,
    "digits": "text: x\nkind: amount\nunit: " + "1" * 1_900_000,
    "escapes": 'title: "' + "\\u0000" * 300_000 + '"\n',
}


@pytest.mark.parametrize("name", BIG)
def test_megabytes_of_mistakes_bring_few_problems(name: str, root: Path) -> None:
    (root / FACT).write_text(BIG[name][:1_999_000], encoding="utf-8")
    problems = found(root, FACT)
    assert 1 <= len(problems) <= 3 * MOST
    assert max(len(str(problem)) for problem in problems) < 1_200


def test_thousands_of_problems_are_counted_and_printed_in_bounds(root: Path) -> None:
    (root / FACT).write_text("title: x\n" + "".join(f"titel{n}: y\n" for n in range(10_000)), encoding="utf-8")
    for form, longest in (("text", 20_000), ("github", 40_000), ("json", 1_000_000), ("sarif", 2_000_000)):
        result = CliRunner().invoke(main, ["check", "--root", str(root), "--format", form])
        assert result.exit_code == 1
        assert 500 < len(result.output) < longest, form
        assert "Traceback" not in result.output
    assert "more such problems in this file" in found(root, FACT)[-1].details[-1]


def test_signs_of_a_source_text_steer_no_terminal(root: Path) -> None:
    text = (root / TEXT).read_text(encoding="utf-8")
    (root / TEXT).write_text(text.replace("free ferry", "free \x1b]0;x\x07\u202e ferry"), encoding="utf-8")
    lock(root, "gazette")
    result = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert "<U+001B>" in result.output
    assert not set(result.output) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("words", ["[...] ", "[…] a ", "“", "‘", "1,", "Monday, ", "Dana Orrell ", "and ", "a\u0301"])
@pytest.mark.parametrize("field", ["statement", "exact"])
def test_the_longest_text_of_the_worst_shape(field: str, words: str, root: Path) -> None:
    path = root / "facts/background/heron-footbridge.yml"
    text = path.read_text(encoding="utf-8")
    old = "Some of the boards are rotten, reports indicate."
    if field == "exact":
        old = "Reports indicate that some of the boards are rotten."
    long = (words * 5_000)[:9_900].replace("'", "''")
    path.write_text(text.replace(f">-\n          {old}", f"'{long} x'").replace(old, f"'{long} x'"), encoding="utf-8")
    assert found(root, "facts/background/heron-footbridge.yml") != []


def test_a_text_longer_than_any_is_refused(root: Path) -> None:
    (root / "facts/questions/people-per-day.yml").write_text(f"text: {'a ' * 5_001}b\nkind: amount\n", encoding="utf-8")
    told = found(root, "facts/questions/people-per-day.yml")
    assert "a text has 10000 at most" in told[0].message


def test_the_guide_tells_the_limits() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "writing-facts.md").read_text(encoding="utf-8")
    _, _, limits = guide.partition("## Limits")
    told = (FACTS_LIMIT // MEGABYTE, LARGEST, TEXT_LIMIT // MEGABYTE, LONGEST_TEXT, DEEPEST, MOST, REPEATS)
    assert [number for number in told if f"{number:,}" not in limits.partition("## ")[0]] == []
