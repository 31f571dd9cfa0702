"""Mutation testing finds the change that a test notices, the one that none does, and the one that never ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.house import ROOT
from tools.mutants import Mutant, mutants, put_in_place
from tools.mutation import Plan, results, table

MODULE = '''\
from functools import lru_cache


@lru_cache
def larger(one, other):
    return one if one > other else other


def down(number):
    while number > 0:
        number -= 1
    return number


def forgotten(number):
    return number + 1


def doubled(number):
    return number * 2


FOUR = doubled(2)


class Box:
    @property
    def size(self):
        return 3
'''
TESTS = '''\
import pytest
from invented.thing import FOUR, Box, down, larger


@pytest.fixture(scope="module")
def box():
    return Box().size


def test_larger():
    assert (larger(1, 2), larger(2, 1)) == (2, 2)


def test_four():
    assert larger(FOUR, 1) == 4


def test_down():
    assert down(3) == 0


def test_first_to_use_the_box(box):
    assert box


def test_second_to_use_the_box(box):
    assert box == 3
'''


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, str]:
    root = tmp_path_factory.mktemp("invented")
    (root / "invented").mkdir()
    (root / "invented" / "thing.py").write_text(MODULE, encoding="utf-8")
    (root / "test_thing.py").write_text(TESTS, encoding="utf-8")
    plan = Plan(root, ("invented",), ("test_thing.py",))
    return plan, run(plan)


def run(plan: Plan) -> str:
    command = [sys.executable, "-m", "tools.mutation", "--root", str(plan.root), "--package", "invented"]
    done = subprocess.run([*command, "--test", "test_thing.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def outcomes(plan: Plan) -> dict[str, str]:
    """Give what became of each changed line."""
    found = {one.key: one for one in mutants("invented.thing", plan.root / "invented" / "thing.py")[0]}
    return {changed_line(found[key]): row["outcome"] for key, row in results(plan).items()}


def changed_line(mutant: Mutant) -> str:
    before = mutant.original.splitlines()
    return next(line.strip() for line in mutant.changed.splitlines() if line not in before)


def test_every_change_gets_its_verdict(tried: tuple[Plan, str]) -> None:
    found = outcomes(tried[0])
    assert found["return one if (one > other) and False else other"] == "killed"  # below a cache
    assert found["return one if one >= other else other"] == "survived"  # the same
    assert found["return 4"] == "killed"  # below a property, reached through another test's fixture
    assert found["return number / 2"] == "killed"  # run while its module is imported, and never again
    assert found["number += 1"] == "timeout"
    assert found["return number - 1"] == "no test"


def test_the_killer_is_named(tried: tuple[Plan, str]) -> None:
    by = {row["by"] for key, row in results(tried[0]).items() if ":Box.size:" in key}
    assert by == {"test_thing.py::test_second_to_use_the_box"}


def test_survivors_are_listed_as_diffs(tried: tuple[Plan, str]) -> None:
    listed = (tried[0].kept / "survivors.diff").read_text(encoding="utf-8")
    assert "-    return one if one > other else other\n+    return one if one >= other else other\n" in listed
    assert "number += 1" not in listed


def test_a_second_run_tries_only_what_survived_and_only_after_a_change(tried: tuple[Plan, str]) -> None:
    plan, before = tried
    rows = (plan.kept / "results.jsonl").read_text(encoding="utf-8")
    assert "mutants to try" not in run(plan)
    assert (plan.kept / "results.jsonl").read_text(encoding="utf-8") == rows
    assert before.count("mutants to try") == 1


def test_table_counts_by_module_and_package() -> None:
    def mutant(module: str) -> Mutant:
        return Mutant(module, "f", "", "", range(1))

    judged = [(mutant("p.a"), "killed"), (mutant("p.a"), "survived"), (mutant("p.b"), "timeout")]
    rows = table(judged, {"p.a": 5, "p.b": 1}).splitlines()[2:]
    assert rows == [
        "| p | 3 | 1 | 1 | 1 | 0 | 66.7 | 6 |",
        "| p.a | 2 | 1 | 0 | 1 | 0 | 50.0 | 5 |",
        "| p.b | 1 | 0 | 1 | 0 | 0 | 100.0 | 1 |",
        "| all | 3 | 1 | 1 | 1 | 0 | 66.7 ± 53.3 | 6 |",
    ]


def test_a_key_outlives_a_move_within_the_file(tmp_path: Path) -> None:
    path = tmp_path / "thing.py"
    keys = []
    for above in ("", "A = 1\n\n\n"):
        path.write_text(above + MODULE, encoding="utf-8")
        found, at_import = mutants("thing", path)
        keys.append({one.key for one in found})
        assert at_import == (5 if above else 3)
    assert keys[0] == keys[1]


def test_a_result_is_a_line_of_json(tried: tuple[Plan, str]) -> None:
    lines = (tried[0].kept / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert {frozenset(json.loads(line)) for line in lines} == {frozenset({"key", "outcome", "by", "state"})}


def test_a_mutant_takes_the_place_of_a_function_others_have_imported() -> None:
    from generator.evidence import ahead  # noqa: PLC0415  # changed below

    imported = ahead.speaks_ahead
    code = imported.__code__
    changed = "def speaks_ahead(text):\n    return len(text) == 1\n"
    mutant = Mutant("generator.evidence.ahead", "speaks_ahead", "", changed, range(1))
    try:
        put_in_place(mutant)
        assert imported("x")
    finally:
        imported.__code__ = code
    assert not imported("x")
