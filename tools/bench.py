"""Measure checking and building invented dossiers of several sizes, beside what MkDocs takes for the same pages.

`make bench` or `python -m tools.bench 100 1000 5000 10000`; the last takes half an hour. No test: other work on the
machine makes times swing, so compare processor time, and two runs after each other. May import the invented dossiers
and the standard library; builds run in processes of their own. Must never change a dossier or a site of the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.synthetic import CONFIGURATION, write

ROOT = Path(__file__).parent.parent
PLACE = ROOT / "build" / "bench"
SIZES = (100, 1000)
ROUNDS = 3
HEAD = (
    "facts", "check, wall", "check, CPU", "build, CPU", "a fact", "of it typeset", "peak", "mkdocs, CPU",
    "build to mkdocs",
)  # fmt: skip
BUILD = """
import json, sys, time
from pathlib import Path
from generator import site

typeset = 0.0

def timed(function):
    def run(*arguments, **named):
        global typeset
        begun = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            typeset += time.process_time() - begun
    return run

site.brief_pdf, site.pictures = timed(site.brief_pdf), timed(site.pictures)
begun = time.process_time()
built = site.build(Path(sys.argv[1]))
print(json.dumps({"build": time.process_time() - begun, "typeset": typeset, "pages": len(built.pages)}))
"""
"""Builds one site and tells what it took; the brief and the picture are set by typst, which takes about as long for any
dossier."""


@dataclass(frozen=True)
class Run:
    """One run of a program: seconds on the clock, seconds of the processor, the most memory in bytes, what it said."""

    wall: float
    cpu: float
    peak: int
    said: str


@dataclass(frozen=True)
class Measured:
    """What one size takes, in seconds; `build` is of the processor, without loading modules, `peak` is in bytes."""

    facts: int
    check_wall: float
    check_cpu: float
    build: float
    typeset: float
    peak: int
    mkdocs: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sizes asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of facts, 100 and 1000 if not given")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is run; the median counts")
    given = parser.parse_args(arguments)
    print("\n".join(table([measure(facts, rounds=given.rounds) for facts in given.sizes])))
    return 0


def measure(facts: int, *, rounds: int) -> Measured:
    """Write a dossier of so many facts and measure it."""
    root, pages = PLACE / str(facts), PLACE / f"{facts}-pages"
    shutil.rmtree(root, ignore_errors=True)
    write(facts, root)
    checks = [run([sys.executable, "-m", "generator.cli", "check", "--no-cache", str(root)]) for _ in range(rounds)]
    builds = [run([sys.executable, "-c", BUILD, str(root)]) for _ in range(rounds)]
    told = [json.loads(one.said) for one in builds]
    run([sys.executable, "-m", "generator.cli", "emit", str(pages), "--root", str(root)])
    plain = PLACE / f"{facts}-plain.yml"
    plain.write_text(without_plugin(CONFIGURATION, docs=pages.name, site=f"{facts}-site"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain)]
    return Measured(
        facts=facts,
        check_wall=middle(checks, lambda one: one.wall),
        check_cpu=middle(checks, lambda one: one.cpu),
        build=statistics.median(one["build"] for one in told),
        typeset=statistics.median(one["typeset"] for one in told),
        peak=max(one.peak for one in builds),
        mkdocs=middle([run(command) for _ in range(rounds)], lambda one: one.cpu),
    )


def run(command: Sequence[str]) -> Run:
    """Run a program to its end; raises where it fails."""
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output)  # noqa: S603  # our own programs
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return Run(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, said)


def middle(runs: Sequence[Run], of: Callable[[Run], float]) -> float:
    """Give the median of one figure."""
    return statistics.median(map(of, runs))


def without_plugin(configuration: str, *, docs: str, site: str) -> str:
    """Give the configuration of the invented dossiers for pages that are written already: same theme and extensions."""
    changed = {"docs_dir: docs": f"docs_dir: {docs}\nsite_dir: {site}", "[search, factsheet]": "[search]"}
    for old, new in changed.items():
        if old not in configuration:
            raise ValueError(f'"{old}" does not stand in the configuration of the invented dossiers')
        configuration = configuration.replace(old, new)
    return configuration


def table(measured: Sequence[Measured]) -> list[str]:
    """Give the lines of the table: its head, a rule, a line for each size."""
    rows = [cells(one) for one in measured]
    widths = [max(len(name), *(len(row[name_at]) for row in rows)) for name_at, name in enumerate(HEAD)]
    lines = [HEAD, tuple("-" * width for width in widths), *rows]
    return [f"| {' | '.join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))} |" for line in lines]


def cells(one: Measured) -> tuple[str, ...]:
    """Give the cells of one line of the table."""
    return (
        f"{one.facts:,}",
        f"{one.check_wall:.2f} s",
        f"{one.check_cpu:.2f} s",
        f"{one.build:.2f} s",
        f"{1000 * one.build / one.facts:.2f} ms",
        f"{one.typeset:.2f} s",
        f"{one.peak / 1e6:,.0f} MB",
        f"{one.mkdocs:.1f} s",
        f"{one.build / one.mkdocs:.1%}",
    )



if __name__ == "__main__":
    sys.exit(main())
