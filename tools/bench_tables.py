"""The tables of the bench: what each size takes, in seconds and beside MkDocs, and which targets are met.

Everything in them is computed from the rounds that were measured, the verdicts as well.
Imports the standard library only. Must never run anything.
"""

from __future__ import annotations

import json
import os
import platform
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

BEGUN, ENDED = "<!-- made by tools/bench.py: figures -->", "<!-- end -->"
NONE = "not measured"
LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "zensical", "jinja2", "pydantic", "pyyaml")
ENGINES = ("MkDocs", "Zensical")
_CPU = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """One run of a program: seconds on the clock, seconds of the processor, the most memory in bytes, what it told."""

    wall: float
    cpu: float
    peak: int
    said: str = ""

    def told(self, name: str) -> float:
        """Give a figure that the program measured itself."""
        return float(json.loads(self.said)[name])


Round = Mapping[str, Run]
"""The runs of one round by their names; of a large dossier not every round has those of other engines."""
Sizes = Mapping[int, Sequence[Round]]
Figure = Callable[[Round], float]


@dataclass(frozen=True)
class Target:
    """What is aimed at, what was reached, and the most it may be; nothing is reached where nothing was measured."""

    aim: str
    facts: str
    reached: float | None
    most: float
    unit: str

    @property
    def line(self) -> tuple[str, ...]:
        if self.reached is None:
            return self.aim, self.facts, self._said(self.most), "not measured", "not measured"
        met = "met" if self.reached <= self.most else "not met"
        return self.aim, self.facts, self._said(self.most), self._said(self.reached), met

    def _said(self, value: float) -> str:
        if self.unit == "%":
            return f"{100 * value:.1f} %"
        digits = 0 if self.unit == "MB" else 2
        return f"{value:,.{digits}f} {self.unit}".strip()


def report(sizes: Sizes, on: str) -> str:
    """Give the tables with a line on the machine, as Markdown."""
    counted = sorted({len(rounds) for rounds in sizes.values()})
    engines = " ".join(f"{name} ran in {_rounds_of(name.lower(), sizes)}." for name in ENGINES)
    return "\n".join(
        (
            f"Measured on {on}.",
            "",
            f"Medians of {' or '.join(map(str, counted))} rounds. {engines} Time is that of the processor but where it "
            "says otherwise, and memory is the most a process ever had.",
            "",
            *table(("facts", "check", "check, clock", "check again, clock", "build", "of it typeset", "a fact",
                    "memory of build", "memory of emit", "MkDocs alone", "memory of MkDocs"),
                   [_amounts(facts, rounds) for facts, rounds in sizes.items()]),
            "",
            "The same beside MkDocs alone on the pages that are on disk already, which is 1:",
            "",
            *table(("facts", "check", "build", "emit", "emit, nothing changed", "emit, one edit", "Zensical, cold",
                    "Zensical, nothing changed", "Zensical, one edit"),
                   [_ratios(facts, rounds) for facts, rounds in sizes.items()]),
            "",
            "What is aimed at:",
            "",
            *table(("target", "facts", "at most", "reached", "verdict"), [target.line for target in targets(sizes)]),
        )
    )  # fmt: skip


def _rounds_of(engine: str, sizes: Sizes) -> str:
    """Say in how many rounds an engine ran, with the sizes that have as many together."""
    at: dict[int, list[str]] = {}
    for facts, rounds in sizes.items():
        at.setdefault(len(_having(engine, rounds)), []).append(f"{facts:,}")
    return "; ".join(f"{many or 'none'} at {', '.join(found)} facts" for many, found in at.items())


def targets(sizes: Sizes) -> Iterator[Target]:
    """Give every target with what was reached."""
    a_fact = {facts: 1000 * middle(rounds, _built) / facts for facts, rounds in sizes.items()}
    for facts in (1000, 5000):
        yield Target("build, processor time a fact", f"{facts:,}", a_fact.get(facts), 0.6, "ms")
    for facts in (1000, 5000):
        reached = _beside(sizes[facts], _built) if facts in sizes else None
        yield Target("build, on top of MkDocs alone", f"{facts:,}", reached, 0.06, "%")
    grown = a_fact[10_000] / a_fact[1000] if {1000, 10_000} <= a_fact.keys() else None
    yield Target("build, a fact, beside a fact at 1,000", "10,000", grown, 1.2, "")
    large = sizes.get(10_000)
    for name, most in (("check", 5.0), ("check again", 1.0)):
        reached = middle(large, _clock(name)) if large else None
        words = "check, on the clock" if name == "check" else "check when nothing changed, on the clock"
        yield Target(words, "10,000", reached, most, "s")
    peak = middle(large, _peak("build")) if large else None
    yield Target("build, memory", "10,000", peak, 300, "MB")
    thousand = _having("zensical edited", sizes.get(1000, ()))
    warm = middle(thousand, _warm) if thousand else None
    yield Target("emit and Zensical after one edit, beside the same from nothing", "1,000", warm, 0.25, "%")


def machine() -> str:
    """Name the machine and the versions of what runs on it."""
    cpus = _CPU.findall(_read("/proc/cpuinfo"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    libraries = ", ".join(f"{name} {found}" for name in LIBRARIES if (found := _version(name)))
    return (
        f"{cpus[0] if cpus else platform.processor() or platform.machine()}, {cores} cores, {memory:.0f} GB of memory, "
        f"{platform.system()}, Python {platform.python_version()}, {libraries}"
    )


def written(page: str, told: str) -> str:
    """Give the page with the tables between its marks; raises where it has none."""
    before, begun, rest = page.partition(BEGUN)
    _, ended, after = rest.partition(ENDED)
    if not begun or not ended:
        raise ValueError(f'the page has no part between "{BEGUN}" and "{ENDED}"')
    return f"{before}{BEGUN}\n\n{told}\n\n{ENDED}{after}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines of a table: its head, a rule, its rows, with columns under each other."""
    widths = [max(len(line[at]) for line in (head, *rows)) for at in range(len(head))]
    rule = ["-" * (width - 1) + ":" if at else "-" * width for at, width in enumerate(widths)]
    return [f"| {' | '.join(_padded(line, widths))} |" for line in (head, rule, *rows)]


def _padded(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(line, widths, strict=True)):
        yield cell.rjust(width) if at else cell.ljust(width)


def middle(rounds: Sequence[Round], of: Figure) -> float:
    """Give the median of one figure."""
    return statistics.median(map(of, rounds))


def _having(name: str, rounds: Sequence[Round]) -> list[Round]:
    return [one for one in rounds if name in one]


def _cpu(name: str) -> Figure:
    return lambda one: one[name].cpu


def _clock(name: str) -> Figure:
    return lambda one: one[name].wall


def _peak(name: str) -> Figure:
    return lambda one: one[name].peak / 1e6


def _amounts(facts: int, rounds: Sequence[Round]) -> tuple[str, ...]:
    build = middle(rounds, _built)
    emitted, engine = _having("emit", rounds), _having("mkdocs", rounds)
    return (
        f"{facts:,}",
        f"{middle(rounds, _cpu('check')):.2f} s",
        f"{middle(rounds, _clock('check')):.2f} s",
        f"{middle(rounds, _clock('check again')):.2f} s",
        f"{build:.2f} s",
        f"{middle(rounds, lambda one: one['build'].told('typeset')):.2f} s",
        f"{1000 * build / facts:.2f} ms",
        f"{middle(rounds, _peak('build')):,.0f} MB",
        f"{middle(emitted, _peak('emit')):,.0f} MB" if emitted else NONE,
        f"{middle(engine, _cpu('mkdocs')):.1f} s" if engine else NONE,
        f"{middle(engine, _peak('mkdocs')):,.0f} MB" if engine else NONE,
    )


def _ratios(facts: int, rounds: Sequence[Round]) -> tuple[str, ...]:
    others = ("emit", "emit again", "emit edited", "zensical", "zensical again", "zensical edited")
    found = [_beside(rounds, _cpu("check")), _beside(rounds, _built)]
    found += [_beside(_having(name, rounds), _cpu(name)) for name in others]
    return (f"{facts:,}", *(NONE if one is None else f"{one:.3f}" for one in found))


def _beside(rounds: Sequence[Round], of: Figure) -> float | None:
    """Give the median of a figure beside MkDocs alone, each of the same round."""
    engine = _having("mkdocs", rounds)
    return middle(engine, lambda one: of(one) / one["mkdocs"].cpu) if engine else None


def _built(one: Round) -> float:
    """Give the processor time of one build, without loading modules."""
    return one["build"].told("build")


def _warm(one: Round) -> float:
    """Give what emitting and Zensical take after one edit, beside the same from nothing."""
    return (one["emit edited"].cpu + one["zensical edited"].cpu) / (one["emit"].cpu + one["zensical"].cpu)


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
