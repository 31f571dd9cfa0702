"""References to an id that was there when the schemas were last written: it may have been renamed by hand.

May import reading and drift. Must never rename anything: it only says how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.problems import Problem
from generator.reading.dossier import Dossier
from generator.reading.references import WANTS, known_ids
from generator.schema.drift import last_known

_CODES = frozenset(code for code, _, _ in WANTS.values())
_QUOTED = re.compile(r'"([a-z][a-z0-9-]*)"')


def with_renames(problems: Iterable[Problem], dossier: Dossier, *, root: Path) -> Iterator[Problem]:
    """Give the problems; where one is about an id that was known before, its advice says how to rename as well."""
    problems = list(problems)
    if not any(problem.code in _CODES for problem in problems):
        yield from problems
        return
    before, now = last_known(root), {id_ for ids in known_ids(dossier).values() for id_ in ids or ()}
    for problem in problems:
        named = _QUOTED.findall(problem.message) if problem.code in _CODES else []
        old = next((id_ for id_ in named if id_ in before and id_ not in now), "")
        new = next((id_ for id_ in named if id_ in now and id_ not in before), "<new id>")
        if not old or old in dossier.unread:
            yield problem
            continue
        joined = f"{problem.message}{'' if problem.message.endswith('?') else ';'} or, if you meant to rename it"
        how = f'write "{old}" back where it is defined, and run factsheet rename {old} {new}'
        yield replace(problem, message=f"{joined}, {how}")
