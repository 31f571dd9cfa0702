"""A folder of facts and sources in, the weighed dossier and every problem out: read, weigh, check.

May import reading, evidence, checking and the collector. Must never know pages or exports: a check is fast because it
loads none.
"""

from __future__ import annotations

from pathlib import Path

from generator.checking.rules import check
from generator.collector import paused
from generator.evidence.weighing import Weighed, weigh
from generator.problems import Problem
from generator.reading.files import read


def examine(root: Path) -> tuple[Weighed, list[Problem]]:
    """Read, weigh and check the dossier under a folder; all problems of all files, sorted by place."""
    with paused():
        dossier, found = read(root)
        weighed = weigh(dossier)
        return weighed, sorted({*found, *check(weighed)})
