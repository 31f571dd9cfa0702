"""The strip above the timeline: every date one sign, in order, at equal steps, with the time between them in words.

Equal steps are no scale: days and years stand on one strip, so the words say how long it is between two days.
May import the drawings from left to right and from top to bottom. Must never know templates, records or colours.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.writing import placing
from generator.writing.strip_pieces import Marked, Strip
from generator.writing.strip_tall import tall
from generator.writing.strip_wide import fits, wide


def strip(dates: Iterable[Marked]) -> Strip:
    """Draw the dates; nothing for none, and only from top to bottom where they are too many for one row."""
    marks = tuple(sorted(dates, key=lambda marked: placing.order(marked.date)))
    if not marks:
        return Strip((), ())
    canvases = (wide(marks), tall(marks)) if fits(marks) else (tall(marks),)
    return Strip(canvases, _legend(marks, cut=any(not sign.whole for canvas in canvases for sign in canvas.signs)))


def _legend(marks: tuple[Marked, ...], *, cut: bool) -> tuple[str, ...]:
    """Name what needs explaining, in a fixed order."""
    found = {
        "stated": any(not marked.derived for marked in marks),
        "derived": any(marked.derived for marked in marks),
        "unsure": any(marked.date.uncertain or marked.date.approximate for marked in marks),
        "within": any(marked.kind == "within" for marked in marks),
        "through": any(marked.kind == "through" for marked in marks),
        "open": any(marked.date.open_start or marked.date.open_end for marked in marks),
        "cut": cut,
    }
    return tuple(name for name, there in found.items() if there)
