"""Everything that is wrong with a dossier: what the rules find, and what its schemas tell.

Loaded only where it is not known already. May import what reads, weighs and checks, and schemas. Must never hold a
rule, print anything or load what writes pages.
"""

from __future__ import annotations

from pathlib import Path

from generator.cli.arguments import fails
from generator.examining import examine
from generator.memo import Memo
from generator.problems import Problem
from generator.schema.drift import drift, withheld_words
from generator.schema.renames import with_renames


def all_problems(root: Path, *, memo: Memo | None = None) -> list[Problem]:
    """Give every problem of a dossier, sorted by place."""
    weighed, found = examine(root, memo=memo)
    # While something is wrong, the ids may be other than they were meant; of a stray text that is told already.
    unsure = fails(found, strict=False) or any(problem.code == "unused-text" for problem in found)
    drifting = [] if unsure else drift(weighed.dossier, root=root)
    told = with_renames(found, weighed.dossier, root=root)
    return sorted([*told, *drifting, *withheld_words(weighed, root=root)])
