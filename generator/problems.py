"""What can be wrong in a dossier, and where.

Holds the place of a mistake (Spot), the mistake itself (Problem) and the one table of problem codes
that `factsheet explain`, the Method page and the tests are made from.
Imports nothing of ours. Must never know how files are read or how problems are printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.problem_codes import CODES, Code
from generator.problem_codes.code import Severity

__all__ = ["CODES", "MOST", "Code", "Problem", "Severity", "Spot", "and_more", "limited"]

MOST = 1000
"""Problems of one code that are told of one file."""
_LONGEST = 1000
"""Characters of a message or a detail; of longer ones the middle is left out."""


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """Name a place in a file: path from the dossier's root with `/`, line and column from 1, in code points.

    `width` is how many code points of the line are meant, 0 where only the beginning is known; it makes no difference
    to which place it is.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Say what is wrong at a place and what to do about it.

    `message` is one line, lower case, quotes the offending text and ends with what to do.
    `details` are further lines (the nearest passage, a difference). `code` is a key of `CODES`.
    """

    spot: Spot
    code: str
    message: str
    details: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"no such problem code: {self.code}")
        if len(self.message) > _LONGEST or any(len(detail) > _LONGEST for detail in self.details):
            object.__setattr__(self, "message", _cut(self.message))
            object.__setattr__(self, "details", tuple(map(_cut, self.details)))

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    def __str__(self) -> str:
        return f"{self.spot}: {self.message} [{self.code}]"


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """Give every problem once, but of one code in one file a thousand at most; the last tells how many more."""
    kept: dict[tuple[str, str], dict[Problem, None]] = {}
    more: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = problem.spot.file, problem.code
        told = kept.setdefault(kind, {})
        if len(told) < MOST or problem in told:
            told[problem] = None
        else:
            more[kind] += 1
    for kind, many in more.items():
        last, _ = kept[kind].popitem()
        kept[kind][and_more(last, many)] = None
    return [problem for told in kept.values() for problem in told]


def and_more(problem: Problem, many: int) -> Problem:
    """Give the last problem of its kind that is told of a file, with how many more there are."""
    return replace(problem, details=(*problem.details, f"and {many} more such problems in this file"))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:600]} … {text[-(_LONGEST - 603) :]}"
