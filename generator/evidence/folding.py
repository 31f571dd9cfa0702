"""A text with its typography folded, and the way back: every folded character knows its place in the stored text.

Folded are: NFC, white space, kinds of quotation mark, apostrophe and dash, soft hyphens and other zero-width
characters, `[…]`. Nothing else is; never NFKC. May import boundaries. Must never know quotations, sources or files.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.evidence.boundaries import Bounds, bounds

Edit = tuple[int, int, str]
_OFFSET, _LONG_OFFSET = "H", "I"  # two bytes, and four
_LONG = 1 << 16  # characters; offsets in longer texts need more than two bytes, and their numbers are not kept

_ZERO_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_SELECTORS = "\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"  # they choose a glyph for the sign before
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}]+|([^\\s{_ZERO_WIDTH}{_SELECTORS}]?)[{_SELECTORS}]+")
_ODD_SPACE = re.compile(r"[^\S ]\s*| \s+")
_LINE_BREAK = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_LINE_END = re.compile("\r\n|\n|\r")
_ELLIPSIS_MARK = re.compile(r"(?<=\[)…(?=\])")
_FOLD = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛‹›ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("\n\t", " "),
}
_FOLDED_SIGN = re.compile(f"[{''.join(_FOLD)}]")


@dataclass(frozen=True)
class Folded:
    """A stored text folded for comparison; frozen, so fold a text once and use it for all its quotations.

    `text` is the folded text; its character `k` stands for `original[starts[k]:ends[k]]`. `plain` is as
    long as `text` and keeps the kinds of quotation mark and dash; in it a line break is `\\n` and any other white space
    of more than one character is `\\t`. Offsets are kept in few bytes: a dossier has many texts.
    """

    original: str
    text: str
    plain: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)

    @cached_property
    def bounds(self) -> Bounds:
        """Give the word and number boundaries, as positions in `text`."""
        return bounds(self.plain, joined=self._joined())

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Give the spans of the stored lines (paragraphs), as positions in `text`."""
        breaks = [match.start() for match in re.finditer("\n", self.plain)]
        return tuple(zip([0, *(at + 1 for at in breaks)], [*breaks, len(self.plain)], strict=True))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.original)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty span of `text` into offsets of the stored text."""
        return self.starts[start], self.ends[end - 1]

    def breaks(self, at: int) -> bool:
        """Say whether a passage may begin or end at a position of `text`."""
        return self.whole(at) and self.bounds.breaks(at)

    def whole(self, at: int) -> bool:
        """Say whether a position of `text` lies inside no character of the stored text."""
        return not 0 < at < len(self.text) or self.starts[at] >= self.ends[at - 1]

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column, both from 1, of an offset into the stored text."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _joined(self) -> frozenset[int]:
        if "\u200d" not in self.original:
            return frozenset()
        gaps = zip(self.ends, self.starts[1:], strict=False)
        return frozenset(at for at, (end, start) in enumerate(gaps, 1) if "\u200d" in self.original[end:start])


def fold(text: str) -> Folded:
    """Fold the typography of a text and keep the way back to its own offsets.

    >>> fold("«at\u00a0least  1,200»").text
    '"at least 1,200"'
    """
    if is_plain(text):
        return Folded(text, text, text, range(len(text)), range(1, len(text) + 1))
    draft = _Draft(text)
    if not text.isascii() and _INVISIBLE.search(text):
        draft.edit([(*match.span(), match[1] or "") for match in _INVISIBLE.finditer(draft.text)])
    draft.edit([(*match.span(), _space(match[0])) for match in _ODD_SPACE.finditer(draft.text)])
    if not unicodedata.is_normalized("NFC", draft.text):
        draft.edit(_composed(draft.text))
    if "[…]" in draft.text:
        draft.edit([(*match.span(), "...") for match in _ELLIPSIS_MARK.finditer(draft.text)])
    folded = _FOLDED_SIGN.sub(lambda match: _FOLD[match[0]], draft.text)
    return Folded(text, folded, draft.text, draft.starts, draft.ends)


def is_plain(text: str) -> bool:
    """Say whether nothing of a text is folded: letters, digits and signs of ASCII, parted by single spaces."""
    return text.isascii() and text.isprintable() and "  " not in text


class _Draft:
    """A text under edit, with the stored offsets of each of its characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._kind = _OFFSET if len(text) < _LONG else _LONG_OFFSET
        short = len(text) < _LONG
        counted = _counted(len(text).bit_length()) if short else array(_LONG_OFFSET, range(len(text) + 1))
        self.starts, self.ends = counted[: len(text)], counted[1 : len(text) + 1]

    def edit(self, edits: Iterable[Edit]) -> None:
        """Replace spans, given in order; what replaces a span stands for the whole of it."""
        pieces: list[str] = []
        starts, ends = array(self._kind), array(self._kind)
        done = 0
        for start, end, new in edits:
            pieces += self.text[done:start], new
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            starts += self.starts[start : start + 1] * len(new)
            ends += self.ends[end - 1 : end] * len(new)
            done = end
        if done:
            self.text = "".join(pieces) + self.text[done:]
            self.starts = starts + self.starts[done:]
            self.ends = ends + self.ends[done:]


@lru_cache(maxsize=32)
def _counted(bits: int) -> array[int]:
    """Give all numbers of so many bits, to be cut from: to count anew for each text takes longer than to fold it."""
    return array(_OFFSET, range(1 << bits))


def _space(run: str) -> str:
    if _LINE_BREAK.search(run):
        return "\n"
    return " " if len(run) == 1 else "\t"


def _composed(text: str) -> list[Edit]:
    """List the clusters of a text that NFC changes; a cluster is a character and all that may join it."""
    edits: list[Edit] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _may_join(text[at]):
            continue
        cluster = text[start:at]
        if (composed := unicodedata.normalize("NFC", cluster)) != cluster:
            edits.append((start, at, composed))
        start = at
    return edits


def _may_join(character: str) -> bool:
    if character < "\u0300":
        return False
    vowel_or_final = "\u1160" <= character <= "\u11ff"  # Hangul letters that compose with what stands before them
    return vowel_or_final or unicodedata.category(character)[0] == "M"
