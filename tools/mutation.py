"""Mutation testing: does a test fail when a line of the rules of evidence is changed? `make mutation` runs it.

Results are kept in build/mutation/: a run goes on where it stopped, and a mutant that is killed is not tried again
until its function changes. May import the mutants and their runs. Must never know what a rule means.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

from tools.mutants import Mutant, mutants
from tools.mutation_runs import Reach, Reached, Runner, Verdict, forked

PACKAGES = ("generator/evidence", "generator/checking")
TESTS = (
    "tests/evidence", "tests/checking", "tests/test_cases.py", "tests/test_slips.py", "tests/test_withheld.py",
)  # fmt: skip
"""Tests that run these packages: no others, as whole sites and programs of their own cost minutes a mutant."""
OUTCOMES = ("killed", "timeout", "survived", "no test")


@dataclass(frozen=True)
class Plan:
    """What to try: folders of modules and tests below a root, and how long."""

    root: Path
    packages: tuple[str, ...] = PACKAGES
    tests: tuple[str, ...] = TESTS
    only: tuple[str, ...] = ()
    sample: int | None = None
    after: int = 0
    seconds: float = 4.0
    workers: int = 2

    @property
    def kept(self) -> Path:
        return self.root / "build" / "mutation"

    @property
    def files(self) -> dict[str, Path]:
        """Give every module of the packages by its dotted name."""
        paths = sorted(path for package in self.packages for path in (self.root / package).rglob("*.py"))
        names = {".".join(path.relative_to(self.root).with_suffix("").parts): path for path in paths}
        return {name.removesuffix(".__init__"): path for name, path in names.items()}

    @property
    def state(self) -> str:
        """Give a digest of the modules and tests: what survived is tried again when it changes."""
        return _digest(path for folder in ("generator", *self.packages, "tests", *self.tests)
                       for path in _files(self.root / folder))  # fmt: skip


def every_mutant(plan: Plan) -> tuple[list[Mutant], Counter[str]]:
    """Give all mutants in an order drawn by lot, and by module how many changes of code run at import are left out."""
    kept = plan.kept / "mutants.json"
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    maker = _digest([Path(__file__).with_name("mutants.py")])
    made: dict[str, dict[str, Any]] = {}
    for name, path in plan.files.items():
        digest = f"{maker} {_digest([path])}"
        made[name] = known.get(name, {})
        if made[name].get("digest") != digest:
            new, left_out = mutants(name, path)
            rows = [{**asdict(one), "lines": (one.lines.start, one.lines.stop)} for one in new]
            made[name] = {"digest": digest, "mutants": rows, "at_import": left_out}
    if made != known:
        _write(kept, made)
    found = [Mutant(**{**row, "lines": range(*row["lines"])}) for one in made.values() for row in one["mutants"]]
    found.sort(key=lambda one: one.lot)
    return found, Counter({name: one["at_import"] for name, one in made.items()})


def run(plan: Plan) -> int:
    """Try what has no result yet; print figures and survivors."""
    found, at_import = every_mutant(plan)
    only = plan.only or ("",)
    wanted = [one for one in found[plan.after :][: plan.sample] if any(_within(one.module, name) for name in only)]
    state = plan.state
    known = results(plan)
    left = [one for one in wanted if not _settled(known.get(one.key), state)]
    if left:
        print(f"{len(left)} of {len(wanted)} mutants to try", flush=True)
        runner = Runner(lambda it: _try(plan, it, left, state), plan.files, plan.seconds, plan.workers)
        options = ["-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:faulthandler", "-s", "--assert=plain",
                   "-m", "not engine and not browser", "-o", "addopts=", "--import-mode=importlib",
                   "-o", "tmp_path_retention_policy=none", "--basetemp", str(plan.kept / "tmp"),
                   "--rootdir", str(plan.root)]  # fmt: skip
        status = pytest.main([*options, *(str(plan.root / test) for test in plan.tests)], plugins=[runner])
        if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return int(status) or 1
    known = results(plan)
    print(table([(one, known[one.key]["outcome"]) for one in wanted if one.key in known], at_import))
    if len(wanted) < len(found):
        print(f"These are {len(wanted)} of {len(found)} mutants.")
    survivors = sorted((one.module, one.name, one.lines.start, one.diff()) for one in wanted
                       if known.get(one.key, {}).get("outcome") in ("survived", "no test"))  # fmt: skip
    told = plan.kept / "survivors.diff"
    told.write_text("\n\n".join(diff for *_, diff in survivors) + "\n", encoding="utf-8")
    print(f"The {len(survivors)} that survived are listed in {told.relative_to(plan.root)}")
    return 0


def results(plan: Plan) -> dict[str, dict[str, str]]:
    """Read what became of mutants in this and former runs, by key; the last word counts."""
    kept = plan.kept / "results.jsonl"
    rows = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    return {row["key"]: row for row in map(json.loads, rows)}


def table(judged: Iterable[tuple[Mutant, str]], at_import: Mapping[str, int]) -> str:
    """Give the figures by module and package as a table in Markdown."""
    counts: dict[str, Counter[str]] = {}
    for mutant, outcome in judged:
        for name in (mutant.module, mutant.module.rpartition(".")[0], "all"):
            counts.setdefault(name, Counter())[outcome] += 1
    lines = ["| module | mutants | killed | timeout | survived | no test | killed % | at import |", "|---" * 8 + "|"]
    for name in sorted(counts, key=lambda name: (name == "all", name)):
        count, size = counts[name], counts[name].total()
        dead = (count["killed"] + count["timeout"]) / size
        bound = 1.96 * math.sqrt(dead * (1 - dead) / size)
        share = f"{100 * dead:.1f}" + (f" ± {100 * bound:.1f}" if name == "all" else "")
        left = sum(number for module, number in at_import.items() if name == "all" or _within(module, name))
        figures = " | ".join(str(count[one]) for one in OUTCOMES)
        lines.append(f"| {name} | {size} | {figures} | {share} | {left} |")
    return "\n".join(lines)


def _try(plan: Plan, runner: Runner, left: Sequence[Mutant], state: str) -> None:
    reach = _reach(plan, runner)
    tally: Counter[str] = Counter()
    with (plan.kept / "results.jsonl").open("a", encoding="utf-8") as out:
        for verdict in runner.judge(left, reach):
            print(json.dumps(_row(verdict, state)), file=out, flush=True)
            tally[verdict.outcome] += 1
            if tally.total() % 100 == 0:
                print(f"{tally.total()} of {len(left)}: {dict(tally)}", flush=True)


def _reach(plan: Plan, runner: Runner) -> Reach:
    """Learn which tests run which lines; of a test whose file is the same, as long as the modules are, it is known."""
    kept = plan.kept / "reach.json"
    data = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    modules = _digest(plan.files.values())
    files = {path: _digest(_with_data(path)) for path in {item.path for item in runner.items.values()}}
    digests = {test: f"{modules} {files[item.path]}" for test, item in runner.items.items()}
    known = {test: row for test, row in data.items() if row["digest"] == digests.get(test)}
    if new := [test for test in runner.items if test not in known]:
        print(f"running {len(new)} tests once, to see which lines they run", flush=True)
        forked(lambda: _write(kept, known | {test: {**asdict(one), "digest": digests[test]}
                                             for test, one in runner.reach(new).items()}))  # fmt: skip
        known = json.loads(kept.read_text(encoding="utf-8"))
    return Reach({test: Reached(row["seconds"], row["lines"]) for test, row in known.items()})


def _row(verdict: Verdict, state: str) -> dict[str, str]:
    return {"key": verdict.mutant.key, "outcome": verdict.outcome, "by": verdict.by, "state": state}


def _settled(row: Mapping[str, str] | None, state: str) -> bool:
    return row is not None and (row["outcome"] in ("killed", "timeout") or row["state"] == state)


def _within(module: str, name: str) -> bool:
    return not name or f".{name}." in f".{module}."


def _with_data(test: Path) -> list[Path]:
    """Give a file of tests, and what its tests read: tests/test_cases.py reads tests/cases."""
    return [test, *_files(test.parent / test.stem.removeprefix("test_"))]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.is_file() and one.suffix in {".py", ".yml", ".txt"})


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="MODULE", help="try these only, as in evidence.numbers or checking")
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent)
    parser.add_argument("--package", action="append", help="a folder of modules below the root")
    parser.add_argument("--test", action="append", help="a file or folder of tests below the root")
    parser.add_argument("--sample", type=int, help="try so many mutants, drawn by lot but always the same")
    parser.add_argument("--after", type=int, default=0, help="leave out so many, the first of the lot")
    parser.add_argument("--seconds", type=float, default=4.0, help="of tests for one mutant, at most")
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args(arguments)
    root = told.root.resolve()
    sys.path.insert(0, str(root))
    os.chdir(root)
    packages, tests = tuple(told.package or PACKAGES), tuple(told.test or TESTS)
    return run(Plan(root, packages, tests, tuple(told.only), told.sample, told.after, told.seconds, told.workers))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
