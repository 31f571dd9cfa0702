"""The strip from left to right, for broad pages and few dates: days on an axis, stretches of time in lanes below it.

May import the pieces and shapes of the strip. Must never know templates, records or colours.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from generator.writing.strip_pieces import (
    BIG,
    LINE,
    SMALL,
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
    width_of,
    wrapped,
)
from generator.writing.strip_shapes import HALF_DAY, broken, line, stretched

WIDTH = 720
MOST_DAYS = 8  # more would leave no room for their words
_BROADEST = 180  # from one day to the next, where there are few
_BETWEEN = 6  # from the words of one day to those of the next
_PAD = 4
_LANE_TOP = 12  # from the top of a lane to the middle of its bar
_LANE_WORDS = 22  # and to the top of its words
_BESIDE = 12  # least room between two signs in one lane


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sign in a lane: where its bar begins and ends, its words and where they begin."""

    marked: Marked
    start: int
    end: int
    lines: list[tuple[str, bool]]
    text: int
    left: int
    right: int


def fits(marks: tuple[Marked, ...]) -> bool:
    """Tell whether the dates are few enough, and every word on the axis slender enough, for one row."""
    days = days_of(marks)
    if len(days) > MOST_DAYS:
        return False
    width = _step(days) - _BETWEEN
    lines = [line for marked in marks for line in label(marked, width=width)]
    lines += [line for day in days for line in tick(day, width=width)]
    return all(width_of(text, size=SMALL if soft else BIG) <= width for text, soft in lines)


def _step(days: tuple[dt.date, ...]) -> int:
    return min(WIDTH // len(days), _BROADEST)


def wide(marks: tuple[Marked, ...]) -> Canvas:
    """Draw dates, which are in order and fit, from left to right."""
    days = days_of(marks)
    step = _step(days)
    at = {day: step * number + step // 2 for number, day in enumerate(days)}
    on_axis = {day: marked for marked in reversed(marks) if marked.kind == "day" and (day := marked.date.earliest)}
    width = step - _BETWEEN
    words = {day: label(on_axis[day], width=width) if day in on_axis else tick(day, width=width) for day in at}
    axis = max(len(lines) for lines in words.values()) * LINE + 2 * _PAD + HALF_DAY + 4
    gaps = tuple(line for pair in pairwise(days) for line in _gap(*pair, at=at, axis=axis))
    below = max((gap.y for gap in gaps), default=axis + HALF_DAY) + 10
    others = [marked for marked in marks if marked not in on_axis.values()]
    laid, height = _stacked(_lanes([_laid(marked, at=at) for marked in others]), below=below, axis=axis)
    signs = {sign.anchor: sign for sign in laid}
    for day, marked in on_axis.items():
        signs[marked.anchor] = _on_axis(marked, words[day], x=at[day], axis=axis, step=step)
    return Canvas(
        name="wide",
        width=WIDTH,
        height=height,
        axis=_axis(at, axis=axis),
        signs=tuple(signs[marked.anchor] for marked in marks),
        ticks=tuple(line for day in at if day not in on_axis for line in _above(words[day], x=at[day], axis=axis)),
        gaps=gaps,
    )


def _axis(at: dict[dt.date, int], *, axis: int) -> str:
    places = list(at.items())
    far = [(x + y) // 2 for (one, x), (other, y) in pairwise(places) if (other - one).days > 1]
    return " ".join([f"M{places[0][1]} {axis} H{places[-1][1]}", *(broken(x, axis, upright=False) for x in far)])


def _gap(one: dt.date, other: dt.date, *, at: dict[dt.date, int], axis: int) -> list[Line]:
    lines = wrapped(gap_in_words(one, other), width=at[other] - at[one] - 2 * HALF_DAY, size=SMALL)
    middle = (at[one] + at[other]) // 2
    top = axis + HALF_DAY + SMALL + 2
    return [Line(text, middle, top + LINE * number, centred=True, soft=True) for number, text in enumerate(lines)]


def _above(lines: list[tuple[str, bool]], *, x: int, axis: int) -> tuple[Line, ...]:
    """Set lines above the axis, the last nearest to it."""
    foot = axis - HALF_DAY - 8
    return tuple(
        Line(text, x, foot - LINE * (len(lines) - 1 - number), centred=True, soft=soft)
        for number, (text, soft) in enumerate(lines)
    )


def _on_axis(marked: Marked, lines: list[tuple[str, bool]], *, x: int, axis: int, step: int) -> Sign:
    top = axis - HALF_DAY - 8 - LINE * (len(lines) - 1) - BIG - _PAD
    hit = Box(x - step // 2 + 2, top, step - 4, axis + HALF_DAY + 4 - top)
    drawn = shape(marked, (x, x), axis, upright=False)
    return sign(marked, drawn, leader="", hit=hit, words=_above(lines, x=x, axis=axis))


def _laid(marked: Marked, *, at: dict[dt.date, int]) -> _Laid:
    """Measure a sign that stands below the axis; its words begin under its bar, or further left where it ends late."""
    first, last = ends(marked)
    right = max(at.values()) + min(at.values()) - 2
    start, end = at[first] if first else 2, at[last] if last else right
    low, high = (start - HALF_DAY, end + HALF_DAY) if marked.kind == "day" else stretched((start, end))
    one = [(f"{marked.words}, {marked.note}", False)]
    fits = width_of(one[0][0], size=BIG) <= WIDTH - 2 * _PAD
    lines = one if fits else label(marked, width=WIDTH - 2 * _PAD)
    width = max(width_of(text, size=SMALL if soft else BIG) for text, soft in lines)
    text = max(_PAD, min(low, WIDTH - _PAD - width))
    left, most = max(0, min(low, text) - _PAD), min(WIDTH, max(high, text + width) + _PAD)
    return _Laid(marked, start, end, lines, text, left, most)


def _lanes(laid: list[_Laid]) -> list[list[_Laid]]:
    """Part signs into lanes in which none touches another, in the order of dates."""
    lanes: list[list[_Laid]] = []
    for item in laid:
        free = (lane for lane in lanes if all(_apart(item, other) for other in lane))
        lane = next(free, None)
        if lane is None:
            lanes.append([item])
        else:
            lane.append(item)
    return lanes


def _apart(one: _Laid, other: _Laid) -> bool:
    return one.left >= other.right + _BESIDE or other.left >= one.right + _BESIDE


def _stacked(lanes: list[list[_Laid]], *, below: int, axis: int) -> tuple[list[Sign], int]:
    """Put lanes under each other; give their signs and the height of it all."""
    signs = []
    top = below
    for lane in lanes:
        height = _LANE_WORDS + LINE * max(len(item.lines) for item in lane) + 2 * _PAD
        signs += [_in_lane(item, top=top, height=height, axis=axis) for item in lane]
        top += height + _PAD
    return signs, top


def _in_lane(item: _Laid, *, top: int, height: int, axis: int) -> Sign:
    words = tuple(
        Line(text, item.text, top + _LANE_WORDS + LINE * number + BIG - 1, centred=False, soft=soft)
        for number, (text, soft) in enumerate(item.lines)
    )
    first, last = ends(item.marked)
    feet = dict.fromkeys(x for x, known in ((item.start, first), (item.end, last)) if known)
    leader = " ".join(line([(x, axis), (x, top + _LANE_TOP)]) for x in feet)
    hit = Box(item.left, top, item.right - item.left, height)
    drawn = shape(item.marked, (item.start, item.end), top + _LANE_TOP, upright=False)
    return sign(item.marked, drawn, leader=leader, hit=hit, words=words)
