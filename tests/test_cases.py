"""The case files: one change in the example dossier, and exactly the problems it brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.examining import examine
from generator.output.emitting import EmitError, emit
from generator.problems import CODES, Problem
from generator.schema.drift import drift, withheld_words
from generator.schema.renames import with_renames
from generator.site import build
from tests.case_files import EXAMPLE, Case, cases, lay_out, read_told, text_at, told
from tests.slip_files import slips

ALL = cases()
TOLD = read_told()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case_brings_its_problems_and_no_others(case: Case, tmp_path: Path) -> None:
    root = lay_out(case, tmp_path / "dossier")
    if case.door == "emit":
        with pytest.raises(EmitError, match=re.escape(case.problems[0].says)) as caught:
            emit(build(root), tmp_path / "out", static=root / "docs")
        assert case.problems[0].code in str(caught.value)
        return
    problems = problems_of(case, root)
    expected = [(one.at, one.code) for one in case.problems]
    wanted = [p for p in problems if (str(p.spot), p.code) in expected or p.code not in case.besides]
    assert sorted((str(p.spot), p.code) for p in wanted) == sorted(expected), "\n".join(map(str, problems))
    assert case.besides <= {p.code for p in problems}, "a code under besides: does not follow from this change"
    for one in case.problems:
        found = [p for p in problems if (str(p.spot), p.code) == (one.at, one.code)]
        assert any(_says(p, one.says, one.details) for p in found), "\n".join(f"{p}\n{p.details}" for p in found)
        if one.here:
            assert text_at(root, one.at).startswith(one.here)
    assert told(problems) == TOLD.get(case.name, ""), "what is told has changed; renew it with: python -m tools.slips"


@pytest.mark.parametrize("case", [case for case in ALL if case.pages], ids=lambda case: case.name)
def test_case_brings_its_pages(case: Case, tmp_path: Path) -> None:
    site = build(lay_out(case, tmp_path / "dossier"))
    pages = {page.uri: page.markdown for page in site.pages}
    for uri, wanted in case.pages.items():
        for pattern in wanted.get("has", []):
            assert re.search(pattern, pages[uri]), f"{uri} lacks {pattern}"
        for pattern in wanted.get("lacks", []):
            assert not re.search(pattern, pages[uri]), f"{uri} has {pattern}"


def test_what_is_told_belongs_to_cases() -> None:
    assert TOLD.keys() == {case.name for case in ALL if case.problems and case.door != "emit"}


def test_every_door_is_known() -> None:
    assert {case.door for case in ALL} == {*PROBLEMS, "emit"}


def test_every_code_has_a_case_or_a_slip() -> None:
    code = re.compile(r"^\S.*:\d+:\d+: .*\[([\w-]+)\]$", re.MULTILINE)
    found = {name for slip in slips() for name in code.findall(slip.says)}
    assert found | {one.code for case in ALL for one in case.problems} == CODES.keys()


def test_the_example_has_no_problems() -> None:
    _, problems = examine(EXAMPLE)
    assert [str(problem) for problem in problems] == []


def test_harmless_typography_is_told_apart_by_name() -> None:
    assert all(case.name.startswith("fine-") == (not case.problems) for case in ALL)


def _drift(root: Path) -> list[Problem]:
    weighed, problems = examine(root)
    renamed = with_renames(problems, weighed.dossier, root=root)
    return [*renamed, *drift(weighed.dossier, root=root), *withheld_words(weighed, root=root)]


def problems_of(case: Case, root: Path) -> list[Problem]:
    """Give the problems of a case that is laid out, at its door."""
    return list(PROBLEMS[case.door](root))


PROBLEMS: dict[str, Callable[[Path], Iterable[Problem]]] = {
    "check": lambda root: examine(root)[1],
    "build": lambda root: build(root).problems,
    "schema": _drift,
}
"""What is found at each door."""


def _says(problem: Problem, words: str, details: tuple[str, ...]) -> bool:
    beneath = "\n".join(problem.details)
    return words in problem.message and all(detail in beneath for detail in details)
