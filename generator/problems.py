"""What can be wrong in a dossier, and where.

Holds the place of a mistake (Spot), the mistake itself (Problem) and the one table of problem codes
that `factsheet explain`, the Method page and the tests are made from.
Imports nothing of ours. Must never know how files are read or how problems are printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problem_codes import CODES, Code
from generator.problem_codes.code import Severity

__all__ = ["CODES", "Code", "Problem", "Severity", "Spot"]


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

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    def __str__(self) -> str:
        return f"{self.spot}: {self.message} [{self.code}]"
