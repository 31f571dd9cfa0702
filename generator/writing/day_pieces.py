"""The pieces of the timeline: days with their records and statements, as frozen values.

May import the pieces views are made of. Must never know a dossier, a page or how a day is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writing.pieces import Link, Statement, When


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One record under a day: the statements that are `shown`, and those folded away, counted in words by `folded`."""

    link: Link
    anchor: str
    kind: str
    shown: tuple[Statement, ...]
    more: tuple[Statement, ...]
    folded: str


@dataclass(frozen=True, slots=True)
class Day:
    """One date with what stands under it; `reasons` and `notes` tell how it is derived, where it is.

    `anchor` is its place on a page, `edtf` the date as written, `machine` the date for machines where there is one;
    `remarks` are sentences on what its form leaves open.
    """

    when: When
    anchor: str
    edtf: str
    machine: str
    remarks: tuple[str, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    entries: tuple[DayEntry, ...]
