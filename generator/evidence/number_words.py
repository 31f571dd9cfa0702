"""English number words: what each is worth, and how a row of them is read as one number.

Imports the standard library only. Must never know texts or offsets, only rows of words.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Rank = Literal["unit", "teen", "ten", "scale"]

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNIT_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEEN_ORDINALS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
_TEN_ORDINALS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
GLUED_SCALES = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word in lower case, and whether only a space or a hyphen parts it from the word before."""

    text: str
    linked: bool


class Row(Protocol):
    """Words in a row, such as a list of them."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> Word: ...


@dataclass(frozen=True, slots=True)
class Part:
    """Say what one number word is worth and which place it can take in a number."""

    rank: Rank
    value: int
    ordinal: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a number read from a row of words: its value, whether it is ordinal, how many words it took.

    `scale` is what its last words multiply by ("two hundred thousand": 100,000), 1 where a smaller number follows.
    """

    value: int
    ordinal: bool
    words: int
    scale: int


def _table() -> dict[str, Part]:
    table = {"zero": Part("teen", 0, ordinal=False)}
    rows: tuple[tuple[Rank, list[str], list[str], int, int], ...] = (
        ("unit", _UNITS, _UNIT_ORDINALS, 1, 1),
        ("teen", _TEENS, _TEEN_ORDINALS, 10, 1),
        ("ten", _TENS, _TEN_ORDINALS, 20, 10),
    )
    for rank, cardinals, ordinals, first, step in rows:
        for at, (cardinal, ordinal) in enumerate(zip(cardinals, ordinals, strict=True)):
            table[cardinal] = Part(rank, first + at * step, ordinal=False)
            table[ordinal] = Part(rank, first + at * step, ordinal=True)
    for name, worth in SCALES.items():
        table[name] = Part("scale", worth, ordinal=False)
        if name != "dozen":
            table[name + "th"] = Part("scale", worth, ordinal=True)
    return table


PARTS = _table()
_HUNDRED, _THOUSAND = 100, 1000


def read_words(words: Row, at: int) -> Reading | None:
    """Read the longest number that begins at a word; None where that word is no number."""
    first = PARTS.get(words[at].text)
    if first is None:
        return None
    group = _group(words, at)
    if group is None:  # a bare "thousand"
        group = Reading(1, ordinal=False, words=0, scale=1)
    total, limit, end = 0, 10**15, at
    while True:
        end += group.words
        part = _part(words, end, bare=end == at)
        if group.ordinal or part is None or part.rank != "scale" or part.value >= limit or part.value == _HUNDRED:
            scale = group.scale if total == 0 else 1
            return Reading(total + group.value, ordinal=group.ordinal, words=end - at, scale=scale)
        total, limit, end = total + group.value * part.value, part.value, end + 1
        scale = part.value * group.scale if total == group.value * part.value else 1
        following = None if part.ordinal or part.value < _THOUSAND else _rest(words, end, limit)
        if following is None:
            return Reading(total, ordinal=part.ordinal, words=end - at, scale=scale)
        end, group = following


def _rest(words: Row, at: int, limit: int) -> tuple[int, Reading] | None:
    """Read what follows "thousand": a smaller number, with or without "and"; not the second of two numbers."""
    if at < len(words) and words[at].text == "and" and words[at].linked:
        at += 1
    if _part(words, at) is None or (group := _group(words, at)) is None:
        return None
    after = _part(words, at + group.words)
    if after is not None and after.rank == "scale" and after.value >= limit:
        return None
    return at, group


def _part(words: Row, at: int, *, bare: bool = False) -> Part | None:
    if at < len(words) and (bare or words[at].linked):
        return PARTS.get(words[at].text)
    return None


def _below_hundred(words: Row, at: int) -> Reading | None:
    part = PARTS.get(words[at].text) if at < len(words) else None
    if part is None or part.rank == "scale":
        return None
    if part.rank == "ten" and not part.ordinal:
        unit = _part(words, at + 1)
        if unit is not None and unit.rank == "unit":
            return Reading(part.value + unit.value, ordinal=unit.ordinal, words=2, scale=1)
    return Reading(part.value, ordinal=part.ordinal, words=1, scale=1)


def _group(words: Row, at: int) -> Reading | None:
    """Read a number below a thousand (or "twelve hundred"); None at a bare "thousand"."""
    head = _below_hundred(words, at)
    if head is None:
        if PARTS[words[at].text].value != _HUNDRED:
            return None
        head = Reading(1, ordinal=False, words=0, scale=1)
    hundred = _part(words, at + head.words, bare=head.words == 0)
    if head.ordinal or hundred is None or hundred.value != _HUNDRED or hundred.rank != "scale":
        return head
    end, value = at + head.words + 1, head.value * _HUNDRED
    whole = Reading(value, ordinal=hundred.ordinal, words=end - at, scale=_HUNDRED)
    if hundred.ordinal:
        return whole
    start = end + 1 if end < len(words) and words[end].text == "and" and words[end].linked else end
    tail = _below_hundred(words, start) if _part(words, start) is not None else None
    if tail is None:
        return whole
    after = _part(words, start + tail.words)
    if after is not None and after.rank == "scale" and after.value == _HUNDRED:
        return whole  # "between one hundred and two hundred": two numbers
    return Reading(value + tail.value, ordinal=tail.ordinal, words=start + tail.words - at, scale=1)
