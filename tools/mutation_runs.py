"""Run tests against mutants: collect once, learn which tests reach which lines, then a fork of the process a mutant.

A plugin of pytest that takes the place of its loop. May import pytest, hypothesis, coverage and the mutants.
Must never know which package is tried, nor how results are kept.
"""

from __future__ import annotations

import functools
import gc
import os
import resource
import select
import signal
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

import coverage
import hypothesis
import pytest

from tools.mutants import Mutant, put_in_place, put_in_place_at_import, run_at_import

_EXAMPLES = 25  # of a property: derandomized, without shrinking, without a database
_SPARE = 1 << 31  # bytes a mutant may take beyond what the collected tests take
_FIXTURE = "fixture "


@dataclass(frozen=True)
class Reached:
    """What is known of a test: its seconds of CPU time and, by module, the lines it runs."""

    seconds: float
    lines: Mapping[str, Sequence[int]]


class Reach:
    """Which tests run a line, and how long each takes."""

    def __init__(self, tests: Mapping[str, Reached]) -> None:
        self.seconds = {test: one.seconds for test, one in tests.items()}
        self._tests: dict[tuple[str, int], set[str]] = defaultdict(set)
        for test, one in tests.items():
            for module, lines in one.lines.items():
                for line in lines:
                    self._tests[module, line].add(test)

        self._depth = {(test, module): len(lines) for test, one in tests.items() for module, lines in one.lines.items()}

    def of(self, module: str, lines: range) -> set[str]:
        """Give the tests that run one of some lines."""
        return set().union(*(self._tests.get((module, line), ()) for line in lines))

    def of_module(self, module: str) -> set[str]:
        """Give the tests that run any line of a module."""
        return {test for test, its in self._depth if its == module}

    def depth(self, test: str, module: str) -> int:
        """Count the lines of a module that a test runs: one that runs more of it sees more of what it does."""
        return self._depth[test, module]


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: killed, timeout, survived or no test; and the test that killed it."""

    mutant: Mutant
    outcome: str
    by: str = ""


@dataclass(eq=False)
class Runner:
    """Hold what one run needs; `work` is called once tests are collected."""

    work: Callable[[Runner], None]
    files: Mapping[str, Path]
    seconds: float = 4.0
    workers: int = 2
    items: dict[str, pytest.Item] = field(default_factory=dict)
    failed: str = ""
    _told: str = ""
    _context: str = ""
    _coverage: coverage.Coverage | None = None
    _killers: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the work in place of running every test once."""
        if session.testsfailed:
            raise session.Interrupted("tests could not be collected")
        self.items = {item.nodeid: item for item in session.items}
        for item in session.items:
            _lean(item)
        # Made now: each fork would begin by emptying the folder in which another is at work.
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        gc.collect()
        gc.freeze()  # a fork then copies less
        self.work(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self.failed = report.nodeid
            self._told = report.longreprtext

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Note what a fixture that serves several tests runs as the fixture's own lines."""
        shared = self._coverage is not None and fixturedef.scope != "function"
        if shared and self._coverage is not None:
            self._coverage.switch_context(_FIXTURE + fixturedef.argname)
        try:
            return (yield)
        finally:
            if shared and self._coverage is not None:
                self._coverage.switch_context(self._context)

    def reach(self, tests: Sequence[str]) -> dict[str, Reached]:
        """Run tests once under coverage, in this very process: only to be called in a fork of it."""
        caches = _caches(self.files)
        self._coverage = coverage.Coverage(
            data_file=None, config_file=False, include=[str(path) for path in self.files.values()]
        )
        seconds = {}
        self._coverage.start()
        for nodeid, after in zip_longest(tests, tests[1:]):
            for cache in caches:
                cache.cache_clear()
            self._context = nodeid
            self._coverage.switch_context(nodeid)
            self.failed, begun = "", time.process_time()
            self._run(nodeid, after)
            if self.failed:  # as one that counts time does on a busy machine
                print(f"left out, as it fails before anything is changed: {nodeid}\n{self._told}", flush=True)
                del self.items[nodeid]
                continue
            seconds[nodeid] = time.process_time() - begun
        self._coverage.stop()
        by_context: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        data = self._coverage.get_data()
        for module, path in self.files.items():
            for line, contexts in data.contexts_by_lineno(str(path)).items():
                for context in contexts:
                    by_context[context][module].add(line)
        found = {}
        for nodeid, taken in seconds.items():
            whole: dict[str, set[int]] = defaultdict(set)
            shared = (_FIXTURE + name for name in getattr(self.items[nodeid], "fixturenames", ()))
            for context in (nodeid, *shared):
                for module, lines in by_context.get(context, {}).items():
                    whole[module] |= lines
            found[nodeid] = Reached(taken, {module: sorted(lines) for module, lines in whole.items()})
        return found

    def _run(self, test: str, after: str | None) -> None:
        item = self.items[test]
        item.ihook.pytest_runtest_protocol(item=item, nextitem=self.items[after] if after else None)

    def judge(self, mutants: Sequence[Mutant], reach: Reach) -> Iterator[Verdict]:
        """Try mutants, several at a time; give what became of each as soon as it is known."""
        caches = _caches(self.files)
        at_import = {module: run_at_import(path) for module, path in self.files.items()}
        waiting = list(reversed(mutants))
        running: dict[int, tuple[int, Mutant]] = {}
        while waiting or running:
            while waiting and len(running) < self.workers:
                mutant = waiting.pop()
                again = mutant.name in at_import[mutant.module] and not reach.of(mutant.module, mutant.lines)
                tests = self._chosen(mutant, reach, whole_module=again)
                if not tests:
                    yield Verdict(mutant, "no test")
                    continue
                pipe, end = os.pipe()
                if (pid := os.fork()) == 0:
                    os.close(pipe)
                    put = put_in_place_at_import if again else put_in_place
                    self._try(functools.partial(put, mutant), tests, (end, caches, reach.seconds))
                os.close(end)
                running[pipe] = (pid, mutant)
            for pipe in select.select(list(running), [], [], 5)[0] if running else []:
                pid, mutant = running.pop(pipe)
                with os.fdopen(pipe, encoding="utf-8") as told:
                    answer = told.read()
                yield self._verdict(mutant, answer, os.waitpid(pid, 0)[1])

    def _verdict(self, mutant: Mutant, answer: str, status: int) -> Verdict:
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
            return Verdict(mutant, "timeout")
        if answer == "survived":
            return Verdict(mutant, "survived")
        by = answer.removeprefix("killed ")
        self._killers[f"{mutant.module}:{mutant.name}"][by] += 1
        return Verdict(mutant, "killed", by)

    def _chosen(self, mutant: Mutant, reach: Reach, *, whole_module: bool) -> list[str]:
        """Give the tests that reach a mutant: what killed its neighbours, its module's own, those that see much."""
        killers = self._killers[f"{mutant.module}:{mutant.name}"]
        stem = f"test_{mutant.module.rpartition('.')[2]}.py"
        reached = reach.of_module(mutant.module) if whole_module else reach.of(mutant.module, mutant.lines)

        def rank(test: str) -> tuple[bool, int]:
            own = f"/{stem}::" in test
            return not own, 0 if own else -reach.depth(test, mutant.module)

        tests = sorted(
            reached & self.items.keys(),
            key=lambda test: (-killers.get(test, 0), *rank(test), reach.seconds[test], test),
        )
        chosen: list[str] = []
        left = self.seconds
        for test in tests:
            if not chosen or reach.seconds[test] <= left:
                chosen.append(test)
                left -= reach.seconds[test]
        return chosen

    def _try(self, put: Callable[[], None], tests: list[str], told: tuple[int, Any, Mapping[str, float]]) -> None:
        """Be the fork: change the code, run tests until one fails, say which, and go."""
        end, caches, seconds = told
        try:
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nothing, stream)
            taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (taken + _SPARE, taken + _SPARE))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                put()
            for cache in caches:
                cache.cache_clear()
            answer = "survived"
            for test, after in zip_longest(tests, tests[1:]):
                signal.setitimer(signal.ITIMER_PROF, 1 + 10 * seconds[test])
                self._run(test, after)
                if self.failed:
                    answer = f"killed {self.failed}"
                    break
            os.write(end, answer.encode())
        except BaseException as error:  # noqa: BLE001  # whatever a mutant brings down has noticed it
            os.write(end, f"killed {error!r}".encode())
        finally:
            os._exit(0)


def forked(work: Callable[[], None]) -> None:
    """Do something in a fork of this process, which leaves no trace here; its failure is ours."""
    if (pid := os.fork()) == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:  # noqa: BLE001  # told, then told by the status
            print(error, flush=True)
        finally:
            os._exit(status)
    if os.waitpid(pid, 0)[1]:
        pytest.exit("a test fails before anything is changed, or could not be run", returncode=1)


def _lean(item: pytest.Item) -> None:
    """Give a property few examples, always the same, and no time for making a failure small."""
    test = getattr(item, "obj", None)
    test = getattr(test, "__func__", test)
    if test is None or not hasattr(test, "hypothesis"):
        return
    told = getattr(test, "_hypothesis_internal_use_settings", None) or hypothesis.settings()
    test._hypothesis_internal_use_settings = hypothesis.settings(  # the only way to change them after the fact
        told, max_examples=min(told.max_examples, _EXAMPLES), derandomize=True, database=None, deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate), report_multiple_bugs=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip


def _caches(files: Mapping[str, Path]) -> list[Any]:
    """Give every cache of functions in the packages that are tried: answers kept there would hide a change."""
    tops = {name.partition(".")[0] for name in files}
    kind = type(functools.lru_cache(len))
    gc.unfreeze()
    found = [one for one in gc.get_objects() if isinstance(one, kind)]
    gc.freeze()
    return [one for one in found if getattr(one, "__module__", "").partition(".")[0] in tops]
