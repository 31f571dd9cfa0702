"""The shapes of the strip as path data of SVG: squares for days, slender and broad bars for stretches of time.

A shape is told by where it begins and ends along the axis, and by its place across it; `upright` turns it.
Imports the standard library only. Must never know dates or pages.
"""

from __future__ import annotations

HALF_DAY = 6  # half the side of a day's square
_HALF_SLENDER, _HALF_BROAD = 3, 6  # half the breadth of a bar
_HALF_RULE = 8  # half the length of the line that ends a slender bar
_TIP = 9  # length of the point of a bar that goes on
_SHORTEST = 16

Extent = tuple[int, int]
"""Where something begins and ends along the axis."""


def square(along: int, across: int, *, upright: bool) -> str:
    """Draw the square of one day."""
    return _closed(_corners(along - HALF_DAY, along + HALF_DAY, across, half=HALF_DAY), upright=upright)


def stretched(extent: Extent) -> Extent:
    """Give a bar its least length, the same on both sides."""
    start, end = extent
    more = max(0, _SHORTEST - (end - start))
    return start - more // 2, end + more - more // 2


def bar(extent: Extent, across: int, *, broad: bool, tips: tuple[bool, bool], upright: bool) -> str:
    """Draw a bar; `tips` tell whether it is pointed at its start and at its end."""
    half = _HALF_BROAD if broad else _HALF_SLENDER
    (start, end), (open_start, open_end) = extent, tips
    low, high = (start + _TIP if open_start else start), (end - _TIP if open_end else end)
    points = _corners(low, high, across, half=half)
    if open_end:
        points[2:2] = [(end, across)]
    if open_start:
        points.append((start, across))
    return _closed(points, upright=upright)


def end_rules(extent: Extent, across: int, *, upright: bool) -> str:
    """Draw the lines that end a slender bar on either side."""
    return " ".join(
        _path([(along, across - _HALF_RULE), (along, across + _HALF_RULE)], upright=upright) for along in extent
    )


def line(points: list[tuple[int, int]]) -> str:
    """Draw a line through points of the canvas."""
    return _path(points, upright=False)


def broken(along: int, across: int, *, upright: bool) -> str:
    """Draw the sign of a broken axis: two slanted strokes across it."""
    strokes = [[(along + step - 2, across + 6), (along + step + 2, across - 6)] for step in (-3, 3)]
    return " ".join(_path(stroke, upright=upright) for stroke in strokes)


def _corners(low: int, high: int, across: int, *, half: int) -> list[tuple[int, int]]:
    return [(low, across - half), (high, across - half), (high, across + half), (low, across + half)]


def _closed(points: list[tuple[int, int]], *, upright: bool) -> str:
    return f"{_path(points, upright=upright)} Z"


def _path(points: list[tuple[int, int]], *, upright: bool) -> str:
    turned = [(across, along) if upright else (along, across) for along, across in points]
    return "M" + " L".join(f"{x} {y}" for x, y in turned)
