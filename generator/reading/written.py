"""One text as it is written in a file -> why YAML reads it otherwise than it was meant, if it does.

May import what knows lines, quote marks and text that is misread. Must never know YAML's parser.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.reading.edits import Place
from generator.reading.misread import (
    cut_message,
    cut_off,
    item_message,
    swallowed,
    swallowed_item,
    swallowed_message,
)  # fmt: skip
from generator.reading.quote_marks import STRAIGHT, close_it, not_opened, open_it, swallowed_line
from generator.reading.vocabulary import Vocabulary

Misreading = tuple[str, Place, str]
"""Code, place and message."""
_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was read, its style ("" plain, a quote mark, ">" or "|"), its ends, and the name of its field."""

    text: str
    style: str
    begins: tuple[int, int]
    ends: tuple[int, int]
    name: Callable[[], str]

    @property
    def several_lines(self) -> bool:
        return self.ends[0] > self.begins[0]


def sound(text: str, style: str, *, several_lines: bool, line: str) -> bool:
    """Tell at a glance that a text is what its editor meant, as nearly every text on one line is.

    `line` is the line it begins on, or empty where the whole file has no comment.
    """
    if several_lines or style in _BLOCKS:
        return False
    return style != "" or not (text.endswith('"') or "#" in line)


def misreading(written: Written, lines: Sequence[str], vocabulary: Vocabulary) -> Misreading | None:
    """Say why a text is not what its editor meant, or give nothing."""
    if written.style in STRAIGHT:
        return _left_open(written, lines, vocabulary) if written.several_lines else None
    if written.style in _BLOCKS:
        first, last = written.begins[0] + 1, written.ends[0] - (written.ends[1] == 1)
        number = swallowed(lines, first=first, last=last, names=vocabulary.names)
        return None if number is None else ("swallowed-field", *swallowed_message(lines, number))
    return _plain(written, lines, vocabulary)


def _left_open(written: Written, lines: Sequence[str], vocabulary: Vocabulary) -> Misreading | None:
    line, column = written.begins
    before = swallowed_line(lines, first=line + 1, last=written.ends[0], names=vocabulary.names)
    if not before:
        return None
    place = (line, column, len(lines[line - 1].rstrip()) - column + 1)
    return "quote-mark", place, close_it(lines, at=written.begins, before=before)


def _plain(written: Written, lines: Sequence[str], vocabulary: Vocabulary) -> Misreading | None:
    """Say why text without quote marks round it is misread: cut by a comment, grown by an item, or half quoted."""
    line, column = written.ends
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    if "#" in rest and (cut := cut_off(written.text, rest=rest)) is not None:
        place = (line, column + cut[0], len(cut[1].rstrip()))
        return "comment-in-text", place, cut_message(written.text, cut[1], of=written.name())
    if written.several_lines:
        number = swallowed_item(lines, first=written.begins[0] + 1, last=line)
        if number is not None:
            return "swallowed-field", *item_message(lines, number)
    if written.text.endswith('"') and not_opened(written.text) and written.name() not in vocabulary.verbatim:
        line, column = written.begins
        width = (written.ends[1] if not written.several_lines else len(lines[line - 1].rstrip()) + 1) - column
        return "quote-mark", (line, column, width), open_it(written.text, of=written.name())
    return None
