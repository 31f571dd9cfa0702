"""The pieces of the strip above the timeline, as frozen values: boxes, lines of text, signs, gaps, canvases.

All lengths are whole units of the canvas, x to the right, y downwards; `d` is path data of SVG.
May import dates, their words and places, and shapes. Must never know templates, records or colours.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.evidence.edtf import EdtfDate, parse_edtf
from generator.writing import placing, strip_shapes
from generator.writing.dates import in_words
from generator.writing.strip_shapes import Extent

Kind = Literal["day", "within", "through"]

BIG, SMALL = 14, 12  # sizes of letters; the style sheet has the same
LINE = 17  # from one line of text to the next
_KEPT = "\xa0"  # a space at which no line breaks
_WIDE_LETTERS = 62  # per cent of their size that letters take in width, in the widest of usual fonts


@dataclass(frozen=True, slots=True)
class Marked:
    """A date to draw: its anchor and its words, the date, whether it is derived, and how many records it has."""

    anchor: str
    words: str
    date: EdtfDate
    derived: bool
    records: int

    @property
    def kind(self) -> Kind:
        """Tell a single day from a stretch of time, and from some time within one."""
        if placing.is_one_day(self.date):
            return "day"
        return "through" if self.date.form == "interval" else "within"

    @property
    def note(self) -> str:
        """Say in words what the sign says by its shape, and how many records there are."""
        count = f"{self.records} record{'' if self.records == 1 else 's'}"
        return f"{'derived' if self.derived else 'stated'}: {count}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; x is where it begins or, where it is `centred`, its middle, y the foot of its letters."""

    text: str
    x: int
    y: int
    centred: bool
    soft: bool

    @property
    def box(self) -> Box:
        """Give the room it takes, estimated for a wide font."""
        size = SMALL if self.soft else BIG
        width = width_of(self.text, size=size)
        return Box(self.x - width // 2 if self.centred else self.x, self.y - size, width, size + 3)


@dataclass(frozen=True, slots=True)
class Sign:
    """One day of the timeline on a canvas: a link with a name, the room it answers to, its words and its shape.

    `body` is filled where a source states the date and hollow where it is derived, dashed where it is `unsure`;
    `rules` are the lines that end a slender bar, `leader` the hairlines to its words or to the axis.
    """

    anchor: str
    name: str
    kind: Kind
    derived: bool
    unsure: bool
    whole: bool
    """Its bar is as long as it should be; only where too many overlap it is cut short."""
    hit: Box
    words: tuple[Line, ...]
    body: str
    rules: str
    leader: str


@dataclass(frozen=True, slots=True)
class Canvas:
    """One drawing: `wide` from left to right, `tall` from top to bottom.

    `axis` is path data; `ticks` name days at which something only begins or ends; `gaps` say how long it is between
    two days.
    """

    name: Literal["wide", "tall"]
    width: int
    height: int
    axis: str
    signs: tuple[Sign, ...]
    ticks: tuple[Line, ...]
    gaps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: a sign, by its CSS classes and path data or nothing, and what it says."""

    words: str
    classes: str = ""
    body: str = ""


_SQUARE = "M9 3 L21 3 L21 15 L9 15 Z"
_KEYS = {
    "stated": Key("filled: a source states the date", "fs-strip-stated", _SQUARE),
    "derived": Key("hollow: derived, the list says how", "fs-strip-derived", _SQUARE),
    "unsure": Key("dashed: uncertain or approximate", "fs-strip-derived fs-strip-unsure", _SQUARE),
    "within": Key(
        "slender bar with ends: some time between them",
        "fs-strip-derived",
        "M3 6 L27 6 L27 12 L3 12 Z M3 1 L3 17 M27 1 L27 17",
    ),
    "through": Key("broad bar: a stretch of time", "fs-strip-derived", "M3 3 L27 3 L27 15 L3 15 Z"),
    "open": Key("pointed: an end that is not given", "fs-strip-derived", "M3 3 L18 3 L27 9 L18 15 L3 15 Z"),
    "cut": Key("short bar where many overlap: its words say how long it is"),
}


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawings of one timeline, the first for broad pages, and which signs their legend explains."""

    canvases: tuple[Canvas, ...]
    legend: tuple[str, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """Give the rows of the legend in its order."""
        return tuple(_KEYS[name] for name in self.legend)


def ends(marked: Marked) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day of a date; None is an open end."""
    return marked.date.earliest, marked.date.latest


def days_of(marks: tuple[Marked, ...]) -> tuple[dt.date, ...]:
    """Give every day at which something is, begins or ends, in order."""
    return tuple(sorted({day for marked in marks for day in ends(marked) if day}))


def gap_in_words(first: dt.date, last: dt.date) -> str:
    """Say how long it is from one day to a later one: in days up to 60 of them, then in about months or years."""
    days = (last - first).days
    if days <= 60:
        return "1 day" if days == 1 else f"{days} days"
    months = round(days / 30.44)
    return f"about {months} months" if months <= 24 else f"about {round(days / 365.25)} years"


def width_of(text: str, *, size: int) -> int:
    """Estimate the width of a text, rather too wide than too narrow."""
    return -(-len(text) * size * _WIDE_LETTERS // 100)


def wrapped(text: str, *, width: int, size: int) -> list[str]:
    """Break a text between words into lines that fit a width; a word longer than that keeps a line to itself."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if lines[-1] and width_of(longer, size=size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def label(marked: Marked, *, width: int) -> list[tuple[str, bool]]:
    """Give the words of a sign in lines, each with whether it is a soft one."""
    words = [(line, False) for line in wrapped(marked.words, width=width, size=BIG)]
    standing, _, count = marked.note.partition(" ")
    kept = wrapped(f"{standing} {count.replace(' ', _KEPT)}", width=width, size=SMALL)
    return words + [(line.replace(_KEPT, " "), True) for line in kept]


def tick(day: dt.date, *, width: int) -> list[tuple[str, bool]]:
    """Give the words of a day that is only an end of something, in soft lines."""
    return [(line, True) for line in wrapped(in_words(parse_edtf(day.isoformat())), width=width, size=SMALL)]


def shape(marked: Marked, extent: Extent, across: int, *, upright: bool) -> tuple[str, str]:
    """Give the body and the end lines of a date that is drawn in this extent of the axis."""
    if marked.kind == "day":
        return strip_shapes.square(extent[0], across, upright=upright), ""
    broad, tips = marked.kind == "through", (marked.date.open_start, marked.date.open_end)
    extent = strip_shapes.stretched(extent)
    body = strip_shapes.bar(extent, across, broad=broad, tips=tips, upright=upright)
    return body, "" if broad else strip_shapes.end_rules(extent, across, upright=upright)


def sign(marked: Marked, drawn: tuple[str, str], *, leader: str, hit: Box, words: tuple[Line, ...]) -> Sign:
    """Put a sign together from its shape, its hairlines, its room and its words."""
    return Sign(
        anchor=marked.anchor,
        name=f"{marked.words}, {marked.note}",
        kind=marked.kind,
        derived=marked.derived,
        unsure=marked.date.uncertain or marked.date.approximate,
        whole=True,
        hit=hit,
        words=words,
        body=drawn[0],
        rules=drawn[1],
        leader=leader,
    )
