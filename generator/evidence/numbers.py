"""Every number of an English text, in digits and in words, with its place.

Vague words ("thousands", "several hundred", "both", "half") are no numbers, nor are digits glued to letters ("B24").
May import number_words. Must never know directions ("at least"), dates or who says a number.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.evidence.number_words import GLUED_SCALES, PARTS, SCALES, Word, read_words

NumeralForm = Literal["digits", "words", "ordinal"]
DASHES = r"\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold one number: its value, its place in the text and its form.

    `pronoun` marks a "one" that counts nothing ("one of the few", "no one", "one side"): leave it out when numbers of
    a statement are looked up in its evidence. "Second" is always the ordinal. `scale` is what a trailing word
    multiplies by ("1.2 million": 1,000,000). A grouped number has its separators inside the span; currency and
    per cent signs stand outside it.
    """

    value: int | Decimal
    start: int
    end: int
    form: NumeralForm
    pronoun: bool = False
    scale: int = 1

    @property
    def year_like(self) -> bool:
        """Tell whether it may be a year: four digits written together, from 1000 to 2100."""
        return self.form == "digits" and self.end - self.start == len("2025") and 1000 <= self.value <= 2100  # years


# Kinds of token begin with different signs, so their order is free: words come first, as most tokens are words.
_DIGITS = rf"""
    (?=[\d.\-\u2212])  # what a number may begin with; spares most places the rest
    (?: (?P<chain>(?<!\w)\d++(?:\.\d++){{2,}}+)
      | (?P<sign>(?<![\w{DASHES}.,)\]%])[-\u2212](?=[\d]))?
        (?P<digits>
            (?<![\w.,])\.\d++ (?![\w.]\d)
          | (?<!\w)(?:
                \d{{1,3}}+(?:,\d{{3}}(?!\d))++ | \d{{1,3}}+(?:\u00a0\d{{3}}(?!\d))++
              | \d{{1,3}}+(?:\u202f\d{{3}}(?!\d))++ | \d{{1,3}}+(?:\u2009\d{{3}}(?!\d))++
              | \d{{1,2}}+(?:,\d\d(?!\d))++,\d{{3}}(?!\d) | \d++
            )(?:\.\d++)?
        )
        (?P<glued>[^\W\d_]*+)
    )
"""
_TOKEN = re.compile(rf"(?P<word>(?<![\w])[^\W\d_]++) | {_DIGITS} | \w++", re.VERBOSE)
_FIGURES = re.compile(_DIGITS, re.VERBOSE)
_MAY_BEGIN = re.compile(r"[\d.\-\u2212]")
_LINK = re.compile(rf"[^\S\n]+|[{DASHES}]")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")
_GROUPING = re.compile(r"[,\u00a0\u202f\u2009]")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
# letters that may be glued to a number without making it a code
_UNITS = frozenset(
    "s am pm h hrs m km cm mm kg g kw mw gw kwh mph kmh mb gb tb kb pc pct c f ft lb lbs oz yr yrs x min sec ms".split()
)
_LONGEST = 40  # digits; a longer row would be slow to turn into an int
_VAGUE = frozenset("several few many couple some numerous various multiple".split())
_ONE_AFTER = frozenset("no any every each this that the which some another not such last".split())
_ONE_BEFORE = frozenset(
    "of another who whom whose that which can could may might must will would should has had is was does did or and "
    "side sides party hand day time thing way by to in on for as another's".split()
)
_ONE_COUNTS = frozenset("least than only exactly just over about most up".split())
_ONE_IDIOMS = frozenset("sided off to on way stop size self".split())


class _Row:
    """The words and figures of a text in their order; the word of a figure, or of anything else, is empty."""

    def __init__(self, text: str, *, words: bool = True) -> None:
        self.text = text
        self.found = list(_TOKEN.finditer(text)) if words else _figures(text)

    def word(self, at: int) -> str:
        """Give a word in lower case."""
        return self.found[at][0].lower() if self.found[at].lastgroup == "word" else ""

    def linked(self, at: int) -> bool:
        """Say whether only a space or a hyphen parts a word from the one before."""
        return at > 0 and bool(_LINK.fullmatch(self.text, self.found[at - 1].end(), self.found[at].start()))

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, at: int) -> Word:
        return Word(self.word(at), self.linked(at))


def numbers(text: str) -> list[Numeral]:
    """Find every number, in the order of the text."""
    if not PARTS.keys().isdisjoint(map(str.lower, _WORDS.findall(text))):
        row = _Row(text)
    elif _DIGIT.search(text):
        row = _Row(text, words=False)  # none of them tells anything
    else:
        return []
    found: list[Numeral] = []
    at, end = 0, len(row)
    while at < end:
        step = 1
        match = row.found[at]
        if match.lastgroup == "word":
            if match[0].lower() in PARTS:
                in_words, step = _from_words(row, at)
                found += in_words
        elif match["chain"] is not None:
            in_chain, step = _from_chain(row, at)
            found += in_chain
        elif match["digits"] is not None:
            in_digits, step = _from_digits(row, at)
            found += in_digits
        at += step
    return found


def _figures(text: str) -> list[re.Match[str]]:
    """Find what `_TOKEN` finds of figures; looked for only where one may begin, which is faster."""
    found: list[re.Match[str]] = []
    end = 0
    for sign in _MAY_BEGIN.finditer(text):
        if sign.start() >= end and (match := _FIGURES.match(text, sign.start())) is not None:
            found.append(match)
            end = match.end()
    return found


def _value(digits: str) -> int | Decimal:
    plain = _GROUPING.sub("", digits)
    return Decimal(plain) if "." in plain or len(plain) > _LONGEST else int(plain)


def _whole(value: int | Decimal) -> int | Decimal:
    if isinstance(value, Decimal) and value.adjusted() < _LONGEST and value == value.to_integral_value():
        return int(value)
    return value


def _from_chain(row: _Row, at: int) -> tuple[list[Numeral], int]:
    """Read 02.06.2025 as three numbers, which have no decimals."""
    start = row.found[at].start()
    *firsts, last = re.finditer(r"\d+", row.found[at][0])
    numerals = [Numeral(_value(one[0]), start + one.start(), start + one.end(), "digits") for one in firsts]
    scaled, step = _scaled(row, at, _value(last[0]), start=start + last.start())
    return [*numerals, scaled], step


def _from_digits(row: _Row, at: int) -> tuple[list[Numeral], int]:
    """Read digits with their sign, and what is glued to them: an ordinal's end, a scale, a unit; else it is a code."""
    match = row.found[at]
    start, end, glued = match.start(), match.end("digits"), match["glued"].lower()
    scale = GLUED_SCALES.get(glued, 1)
    value = _whole(_value(match["digits"]) * (-1 if match["sign"] else 1) * scale)
    if glued in _ORDINAL_ENDS:
        return [Numeral(value, start, end + len(glued), "ordinal")], 1
    if glued:
        known = scale > 1 or glued in _UNITS
        glued_end = end + len(glued) if scale > 1 else end
        return [Numeral(value, start, glued_end, "digits", scale=scale)] if known else [], 1
    scaled, step = _scaled(row, at, value, start=start)
    return [scaled], step


def _scaled(row: _Row, at: int, value: int | Decimal, *, start: int) -> tuple[Numeral, int]:
    """Multiply a number by the words that follow it: thousand, million."""
    scale, step = 1, 1
    while at + step < len(row) and (worth := SCALES.get(row.word(at + step))) and row.linked(at + step):
        scale, step = scale * worth, step + 1
    return Numeral(_whole(value * scale), start, row.found[at + step - 1].end(), "digits", scale=scale), step


def _from_words(row: _Row, at: int) -> tuple[list[Numeral], int]:
    reading = read_words(row, at)
    if reading is None:
        return [], 1
    before = row.word(at - 1) if row.linked(at) else ""
    value: int | Decimal = reading.value
    if row.word(at) in SCALES:
        if before in _VAGUE or before == "of":
            return [], reading.words
        if before == "a" and row.linked(at - 1) and (first := row.word(at - 2)) in ("half", *_VAGUE):
            if first != "half":
                return [], reading.words
            value = _whole(Decimal(reading.value) / 2)
    pronoun = reading.words == 1 and row.word(at) == "one" and _is_pronoun(row, at)
    form: NumeralForm = "ordinal" if reading.ordinal else "words"
    start, end = row.found[at].start(), row.found[at + reading.words - 1].end()
    return [Numeral(value, start, end, form, pronoun, reading.scale)], reading.words


def _is_pronoun(row: _Row, at: int) -> bool:
    """Tell a "one" that stands for somebody or something from a "one" that counts."""
    before = row.word(at - 1) if row.linked(at) else ""
    if before in _ONE_COUNTS:
        return False
    if before in _ONE_AFTER or at + 1 >= len(row) or not row.linked(at + 1):
        return True
    gap = row.text[row.found[at].end() : row.found[at + 1].start()]
    return row.word(at + 1) in (_ONE_BEFORE if gap.isspace() else _ONE_IDIOMS)
