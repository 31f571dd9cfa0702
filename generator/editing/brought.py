"""The problems that a change brought: those that were not there before, wherever they stand.

May import problems. Must never judge them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.problems import Problem

_TOLD_APART = frozenset({"sentence-unaccounted"})
"""What the commands count by themselves: that a new text is not accounted for yet is no mistake of its editor."""
_PLACE = re.compile(r":\d+:\d+\b|\bline \d+|\bcolumn \d+")

Key = tuple[str, str, str]


def brought(
    before: Iterable[Problem], after: Iterable[Problem], *, renamed: tuple[str, str] = ("", "")
) -> list[Problem]:
    """Give the problems of `after` that are not among those of `before`, in their order.

    A problem whose line has only moved, or that names an id which was renamed, is the same.
    """
    known = Counter(_key(problem, renamed) for problem in before)
    new = []
    for problem in after:
        key = _key(problem, renamed)
        if known[key]:
            known[key] -= 1
        elif problem.code not in _TOLD_APART:
            new.append(problem)
    return new


def _key(problem: Problem, renamed: tuple[str, str]) -> Key:
    file, message = (_with_new_id(text, *renamed) for text in (problem.spot.file, problem.message))
    return file, problem.code, _PLACE.sub("", message)


def _with_new_id(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text) if old else text
