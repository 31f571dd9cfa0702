"""A folder of facts and sources in, the weighed dossier and every problem out: read, weigh, check.

May import reading, evidence, checking, the memo and the collector. Must never know pages or exports: a check is fast
because it loads none.
"""

from __future__ import annotations

from pathlib import Path

from generator.checking.rules import check
from generator.collector import paused
from generator.evidence.weighing import Weighed, weigh
from generator.memo import FORGETFUL, Memo
from generator.problems import Problem
from generator.reading.files import read


def examine(root: Path, *, memo: Memo | None = None) -> tuple[Weighed, list[Problem]]:
    """Read, weigh and check the dossier under a folder; all problems of all files, sorted by place.

    A memo that is handed in again spares whatever is as it was: records, claims, proofs and accounts that rest on
    files with the same bytes are the very same objects. What is found is the same with and without it.
    """
    kept = FORGETFUL if memo is None else memo
    with paused(), kept.round():
        dossier, found = read(root, memo=kept)
        weighed = weigh(dossier, memo=kept)
        return weighed, sorted({*found, *check(weighed)})
