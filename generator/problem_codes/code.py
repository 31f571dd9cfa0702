"""The shape of one entry in the table of problem codes.

Imports nothing of ours. Must never know a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal[
    "reading",
    "quotations",
    "dates",
    "values",
    "differences",
    "statements",
    "evidence",
    "people",
    "coverage",
    "site",
]


Severity = Literal["error", "warning", "note"]
"""An error fails every check, a warning only a strict one, a note none."""


@dataclass(frozen=True, slots=True)
class Code:
    """Explain one code: its stage, whether it fails `check`, what it means, why it matters, how to mend it."""

    stage: Stage
    severity: Severity
    means: str
    why: str
    mend: str


def error(stage: Stage, means: str, why: str, mend: str) -> Code:
    """Make an entry for a mistake that fails `check`."""
    return Code(stage, "error", means, why, mend)


def warning(stage: Stage, means: str, why: str, mend: str) -> Code:
    """Make an entry for a mistake that fails `check --strict` only."""
    return Code(stage, "warning", means, why, mend)


def note(stage: Stage, means: str, why: str, mend: str) -> Code:
    """Make an entry for what an editor should know, and what fails no check."""
    return Code(stage, "note", means, why, mend)
