"""Two versions of a text, word by word: what stays, what goes, what comes. A room of difflib.

Imports the standard library only. Must never know what the text is, nor how a difference is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Kind = Literal["same", "gone", "come"]
KINDS: tuple[Kind, ...] = ("gone", "come")
_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: the same in both versions, gone from the old one, or come with the new one."""

    text: str
    kind: Kind


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts. The pieces that are not `come` make the old text, those that are not `gone` the new one."""
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(ours[a:b]), "same"))
        else:
            pieces += [Piece("".join(ours[a:b]), "gone")] * (b > a) + [Piece("".join(theirs[c:d]), "come")] * (d > c)
    return tuple(_joined(pieces))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give each run of changes as what goes and what comes; a blank alone between two changes belongs to both."""
    parted: list[Piece] = []
    for number, piece in enumerate(pieces):
        inside = piece.text == " " and 0 < number < len(pieces) - 1
        parted += [Piece(" ", "gone"), Piece(" ", "come")] if inside and piece.kind == "same" else [piece]
    for same, run in groupby(parted, key=lambda piece: piece.kind == "same"):
        found = list(run)
        if same:
            yield from found
        else:
            texts = {kind: "".join(piece.text for piece in found if piece.kind == kind) for kind in KINDS}
            yield from (Piece(text, kind) for kind, text in texts.items() if text)
