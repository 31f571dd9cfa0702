"""Advice that was tried: of the small edits to a broken file, the one after which its problems are gone.

May import problems and the edits. Must never know how a file is read: it is handed a function that reads one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.problems import Problem, Spot
from generator.reading.brackets import braced, braced_item, bracketed
from generator.reading.edits import Edit
from generator.reading.field_lines import line_at
from generator.reading.reindenting import item_marks, item_moved, moved, named, untabbed
from generator.reading.separators import retyped
from generator.reading.suggestions import nearest
from generator.reading.vocabulary import Vocabulary

Read = Callable[[str], Sequence[Problem]]
"""Reads the text of a file and gives its problems."""

_UNSURE = (
    "tab", "yaml-syntax", "swallowed-field", "quote-mark", "bracket", "colon-in-text", "unknown-field",
    "duplicate-key", "wrong-type", "missing-field",
)  # fmt: skip
"""Codes of problems that a slip of the hand may bring, the most telling first."""
_TORN = ("tab", "yaml-syntax", "quote-mark", "missing-space", "no-colon", "colon-in-text", "bracket")
"""Codes of problems after which the rest of a file is not read: nobody knows then whether its fields fit."""
_AS_IT_STANDS = ("quote-mark", "bracket", "colon-in-text", "missing-field")
"""Codes of problems that moving a line does not mend."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_TRIES = 200
_NEAR = 12
"""Lines round an edit in which a new problem may come from it."""
_LONGEST_LINE = 2_000
"""Characters of a line that somebody may have written by hand; a file with longer ones gets no advice that is tried."""
_A_FILE = 2_000_000
"""Characters that may be read again for one file."""


@dataclass(slots=True)
class Patience:
    """How many characters may still be read again to find advice: many broken files get none of their own."""

    left: int = 6_000_000

    def spend(self, many: int) -> bool:
        """Take characters from what is left; say whether it was enough."""
        self.left -= many
        return self.left >= 0


def mended(
    text: str, problems: Sequence[Problem], *, read: Read, vocabulary: Vocabulary, patience: Patience
) -> list[Problem]:
    """Give the problems of a file, with those that one small edit takes away told as that one edit."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    if max(map(len, lines)) > _LONGEST_LINE:
        return list(problems)
    tries = min(_TRIES, _A_FILE // max(1, len(text)))
    second_best: list[Problem] = []
    for trigger in _triggers(problems, lines, names=vocabulary.names):
        for edit in islice(_tried(trigger, lines, vocabulary), tries):
            if not patience.spend(len(text)):
                return second_best or list(problems)
            left = read("\n".join(edit.lines))
            if not left:
                return [_told(edit, trigger)]
            if not second_best and _mends_its_own(edit, left, problems):
                known = {(problem.code, problem.message) for problem in left}
                still = (problem for problem in problems if problem != trigger)
                second_best = [_told(edit, trigger), *(one for one in still if (one.code, one.message) in known)]
    return second_best or list(problems)


def _tried(trigger: Problem, lines: Sequence[str], vocabulary: Vocabulary) -> Iterator[Edit]:
    """Give the edits to try for a problem, the smallest first."""
    number, names = trigger.spot.line, vocabulary.names
    if trigger.code == "tab":
        yield from untabbed(lines, number)
        return
    yield from retyped(lines, number, names=names)
    yield from bracketed(lines, number)
    yield from braced(lines, number)
    yield from braced_item(lines, number, names=names)
    if trigger.code in _AS_IT_STANDS or _misspelt(trigger, lines, names=names):
        return
    yield from named(lines, number, names=vocabulary.lists)
    yield from item_marks(lines, number, names=names)
    yield from item_moved(lines, number) if trigger.code == "wrong-type" else moved(lines, number)


def _misspelt(problem: Problem, lines: Sequence[str], *, names: Collection[str]) -> bool:
    """Tell whether an unknown field has a name that no block has: such a field stands where it belongs.

    Several words before a colon that are like no name are no field at all, but text.
    """
    if problem.code != "unknown-field":
        return False
    words = line_at(lines, problem.spot.line).partition(":")[0].strip(" -")
    return words not in names and not (" " in words and not nearest(words, names))


def _triggers(problems: Sequence[Problem], lines: Sequence[str], *, names: Collection[str]) -> Iterator[Problem]:
    """Give the problems that an edit may mend, one of a code; of unknown fields rather those of another block."""
    for code in _UNSURE:
        found = [problem for problem in problems if problem.code == code]
        yield from sorted(found, key=lambda problem: (_misspelt(problem, lines, names=names), problem))[:1]


def _mends_its_own(edit: Edit, left: Sequence[Problem], problems: Sequence[Problem]) -> bool:
    """Tell whether an edit leaves only problems that it has nothing to do with: known ones, or ones far from it."""
    if len(problems) == 1 and problems[0].code in _TORN:  # the parser stopped there: what comes later is new
        told = any(_near(problem, edit) or problem.code in ("missing-field", *_TORN) for problem in left)
        return not told
    before = {(problem.code, problem.message) for problem in problems}
    return len(left) < len(problems) and all((problem.code, problem.message) in before for problem in left)


def _near(problem: Problem, edit: Edit) -> bool:
    if problem.code == "unknown-field" and problem.spot.line < edit.first:
        return False  # what stands above keeps its block, whatever is moved
    return edit.first - _NEAR < problem.spot.line < edit.last + _NEAR


def _told(edit: Edit, trigger: Problem) -> Problem:
    line, column, width = edit.place
    return Problem(Spot(trigger.spot.file, line, column, max(1, width)), edit.code, edit.message)
