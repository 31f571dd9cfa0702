"""Problems as text for a terminal: sorted, each with its line and a caret, capped where one mistake repeats, counted.

What cannot be seen is shown by its code point: a source text may hold signs that steer a terminal.
May import problems, excerpts and `unseen`. Must never read a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.problems import Problem, Severity, Spot
from generator.reading.unseen import visible

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
REPEATS = 20
"""How many problems of one code in one file are printed in full."""
Excerpt = Callable[[Spot], tuple[str, ...]]
"""Gives the lines that show a place, or none."""


def no_excerpt(_: Spot) -> tuple[str, ...]:
    """Show no place."""
    return ()


def problems_as_text(problems: Iterable[Problem], *, excerpt: Excerpt = no_excerpt) -> str:
    """Print problems one after the other, each with its place shown and its details indented; the last line counts."""
    ordered = sorted(problems)
    lines: list[str] = []
    shown: Counter[tuple[str, str]] = Counter()
    for problem in ordered:
        shown[problem.spot.file, problem.code] += 1
        if shown[problem.spot.file, problem.code] <= REPEATS:
            lines.extend(lines_of(problem, excerpt=excerpt))
    for (file, code), count in sorted(shown.items()):
        if count > REPEATS:
            lines.append(f"{file}: {count - REPEATS} more of the same kind [{code}]")
    return "\n".join([*lines, count_problems(ordered)])


def lines_of(problem: Problem, *, excerpt: Excerpt = no_excerpt) -> Iterator[str]:
    """Give the lines that tell one problem: place, message and code; the place shown; the details."""
    mark = "" if problem.severity == "error" else f"{problem.severity}: "
    yield visible(f"{problem.spot}: {mark}{problem.message} [{problem.code}]")
    yield from excerpt(problem.spot)
    yield from (f"    {visible(detail)}" for detail in problem.details)


def count_problems(problems: Iterable[Problem]) -> str:
    """Count problems in one line: `2 errors, 1 warning`, or `no problems`."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "no problems"
    return ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in SEVERITIES
        if counts[severity]
    )
