"""The strip from top to bottom, for narrow pages and for many dates: one row a date, bars beside the axis.

May import the pieces and shapes of the strip. Must never know templates, records or colours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.writing import placing
from generator.writing.strip_pieces import (
    BIG,
    LINE,
    Box,
    Canvas,
    Line,
    Marked,
    Sign,
    days_of,
    ends,
    gap_in_words,
    label,
    shape,
    sign,
    tick,
)
from generator.writing.strip_shapes import HALF_DAY, broken, line

WIDTH = 300
_AXIS = 14  # x of the axis
_LANE = 20  # from one lane to the next
_MOST_LANES = 3  # of bars as long as they should be; one more holds those cut short
_BEFORE_WORDS = 14
_EDGE = 16  # above the first row and below the last: open ends reach into it
_PAD = 6  # above and below the words of a row
_GAP = 30  # height of the room that says how long it is to the next row


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its day, what is drawn in it or None for a bare end of a bar, its lines, its top and its height."""

    day: dt.date
    marked: Marked | None
    lines: list[tuple[str, bool]]
    top: int
    height: int

    @property
    def middle(self) -> int:
        return self.top + self.height // 2


def tall(marks: tuple[Marked, ...]) -> Canvas:
    """Draw dates, which are in order, from top to bottom."""
    lanes = _lanes(marks)
    room = max(lanes.values(), default=0) + (len(lanes) < len(marks))
    text = _AXIS + _LANE * room + _BEFORE_WORDS
    rows = _rows(marks, width=WIDTH - text)
    pairs = [(one, other) for one, other in pairwise(rows) if one.day != other.day]
    axis = [f"M{_AXIS} {rows[0].middle} V{rows[-1].middle}"]
    axis += [broken(_between(*pair), _AXIS, upright=True) for pair in pairs if (pair[1].day - pair[0].day).days > 1]
    return Canvas(
        name="tall",
        width=WIDTH,
        height=(height := rows[-1].top + rows[-1].height + _EDGE),
        axis=" ".join(axis),
        signs=tuple(_signs(rows, lanes, text=text, height=height)),
        ticks=tuple(line for row in rows if not row.marked for line in _lines(row, x=text)),
        gaps=tuple(_gap(*pair, x=text) for pair in pairs),
    )


def _lanes(marks: tuple[Marked, ...]) -> dict[str, int]:
    """Give the lane of everything by its anchor, 0 for the axis; what finds no lane has none and is cut short."""
    lanes = {marked.anchor: 0 for marked in marks if marked.kind == "day"}
    until: list[dt.date] = []
    bars = [marked for marked in marks if marked.kind != "day"]
    for marked in sorted(bars, key=lambda bar: (bar.date.sort_key, bar.anchor)):
        first, last, _ = marked.date.sort_key
        free = next((number for number, end in enumerate(until) if end < first), len(until))
        if free < _MOST_LANES:
            until[free : free + 1] = [last]
            lanes[marked.anchor] = free + 1
    return lanes


def _rows(marks: tuple[Marked, ...], *, width: int) -> list[_Row]:
    rows: list[_Row] = []
    top = _EDGE
    for day in days_of(marks):
        here: list[Marked | None] = [marked for marked in marks if placing.place(marked.date) == day]
        for marked in here or [None]:
            lines = label(marked, width=width) if marked else tick(day, width=width)
            if rows and rows[-1].day != day:
                top += _GAP
            height = LINE * len(lines) + 2 * _PAD
            rows.append(_Row(day, marked, lines, top, height))
            top += height
    return rows


def _reach(rows: list[_Row]) -> dict[dt.date, tuple[int, int]]:
    """Give the middle of the first and of the last row of every day."""
    reach: dict[dt.date, tuple[int, int]] = {}
    for row in rows:
        reach[row.day] = (reach.get(row.day, (row.middle, 0))[0], row.middle)
    return reach


def _signs(rows: list[_Row], lanes: dict[str, int], *, text: int, height: int) -> Iterator[Sign]:
    reach = _reach(rows)
    spare = max(lanes.values(), default=0) + 1
    for row in rows:
        if row.marked:
            lane = lanes.get(row.marked.anchor)
            first, last = ends(row.marked)
            extent = row.middle, row.middle
            if row.marked.kind != "day" and lane is not None:
                extent = reach[first][0] if first else 2, reach[last][1] if last else height - 2
            x = _AXIS + _LANE * (spare if lane is None else lane)
            leader = line([(x + HALF_DAY + 4, row.middle), (text - 5, row.middle)])
            drawn = shape(row.marked, extent, x, upright=True)
            hit = Box(0, row.top, WIDTH, row.height)
            made = sign(row.marked, drawn, leader=leader, hit=hit, words=_lines(row, x=text))
            yield replace(made, whole=lane is not None)


def _lines(row: _Row, *, x: int) -> tuple[Line, ...]:
    return tuple(
        Line(text, x, row.top + _PAD + LINE * number + BIG - 1, centred=False, soft=soft)
        for number, (text, soft) in enumerate(row.lines)
    )


def _between(one: _Row, other: _Row) -> int:
    return (one.top + one.height + other.top) // 2


def _gap(one: _Row, other: _Row, *, x: int) -> Line:
    return Line(gap_in_words(one.day, other.day), x, _between(one, other) + 4, centred=False, soft=True)
