"""Every number of an English text, in digits and in words, with its place.

Vague words ("thousands", "several hundred", "both", "half") are no numbers, nor are digits glued to letters ("B24").
May import number_words. Must never know directions ("at least"), dates or who says a number.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.evidence.number_words import GLUED_SCALES, PARTS, SCALES, Row, Word, read_words

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
    (?P<chain>(?<!\w)\d++(?:\.\d++){{2,}}+) |
    (?P<sign>(?<![\w{DASHES}.,)\]%])[-\u2212](?=[\d]))?
    (?P<digits>
        (?<![\w.,])\.\d++ (?![\w.]\d)
      | (?<!\w)(?:
            \d{{1,3}}+(?:,\d{{3}}(?!\d))++ | \d{{1,3}}+(?:\u00a0\d{{3}}(?!\d))++ | \d{{1,3}}+(?:\u202f\d{{3}}(?!\d))++
          | \d{{1,3}}+(?:\u2009\d{{3}}(?!\d))++ | \d{{1,2}}+(?:,\d\d(?!\d))++,\d{{3}}(?!\d) | \d++
        )(?:\.\d++)?
    )
    (?P<glued>[^\W\d_]*+)
"""
_TOKEN = re.compile(rf"(?P<word>(?<![\w])[^\W\d_]++) | {_DIGITS} | \w++", re.VERBOSE)
_LINK = re.compile(rf"[^\S\n]+|[{DASHES}]")
_MAY_BE_NUMBER = re.compile(rf"\d|{'|'.join(PARTS)}")
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


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    value: int | Decimal | None = None
    glued: str = ""


class _Words:
    """The words of a text, each told with its link to the word before when somebody looks at it."""

    def __init__(self, text: str, tokens: Sequence[_Token]) -> None:
        self._text = text
        self._tokens = tokens

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, at: int) -> Word:
        token = self._tokens[at]
        return Word(token.text, bool(at) and bool(_LINK.fullmatch(self._text, self._tokens[at - 1].end, token.start)))


def numbers(text: str) -> list[Numeral]:
    """Find every number, in the order of the text."""
    if not _MAY_BE_NUMBER.search(text.lower()):
        return []
    tokens = _tokens(text)
    words = _Words(text, tokens)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        step = 1
        if tokens[at].value is not None:
            numeral, step = _from_digits(tokens, words, at)
            found.append(numeral)
        elif tokens[at].text in PARTS:
            in_words, step = _from_words(text, tokens, words, at)
            found.extend(in_words)
        at += step
    return found


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "word":
            tokens.append(_Token(found[0].lower(), *found.span()))
        elif found["chain"] is not None:  # 02.06.2025: three numbers, no decimals
            chain = re.finditer(r"\d+", found[0])
            tokens += [_Token("", found.start() + n.start(), found.start() + n.end(), _value(n[0])) for n in chain]
        elif found["digits"] is not None:
            tokens.append(_figures(found))
        else:
            tokens.append(_Token("", *found.span()))
    return tokens


def _figures(found: re.Match[str]) -> _Token:
    """Read digits with their sign; letters glued to them may be a unit, an ordinal's end or a scale, or make a code."""
    glued = found["glued"].lower()
    if glued and glued not in _UNITS and glued not in _ORDINAL_ENDS and glued not in GLUED_SCALES:
        return _Token("", *found.span())
    value = _value(found["digits"]) * (-1 if found["sign"] else 1) * GLUED_SCALES.get(glued, 1)
    return _Token("", found.start(), found.end("digits"), _whole(value), glued)


def _value(digits: str) -> int | Decimal:
    plain = re.sub(r"[,\u00a0\u202f\u2009]", "", digits)
    return Decimal(plain) if "." in plain or len(plain) > _LONGEST else int(plain)


def _whole(value: int | Decimal) -> int | Decimal:
    if isinstance(value, Decimal) and value.adjusted() < _LONGEST and value == value.to_integral_value():
        return int(value)
    return value


def _from_digits(tokens: Sequence[_Token], words: Row, at: int) -> tuple[Numeral, int]:
    token = tokens[at]
    value = token.value if token.value is not None else 0
    if token.glued in _ORDINAL_ENDS:
        return Numeral(value, token.start, token.end + len(token.glued), "ordinal"), 1
    scale, end, step = GLUED_SCALES.get(token.glued, 1), token.end, 1
    if token.glued:
        return Numeral(value, token.start, token.end + (len(token.glued) if scale > 1 else 0), "digits", scale=scale), 1
    while at + step < len(tokens) and words[at + step].linked and (worth := SCALES.get(words[at + step].text)):
        scale, end, step = scale * worth, tokens[at + step].end, step + 1
    return Numeral(_whole(value * scale), token.start, end, "digits", scale=scale), step


def _from_words(text: str, tokens: Sequence[_Token], words: Row, at: int) -> tuple[list[Numeral], int]:
    reading = read_words(words, at)
    if reading is None:
        return [], 1
    token, last = tokens[at], tokens[at + reading.words - 1]
    before = words[at - 1].text if at and words[at].linked else ""
    value: int | Decimal = reading.value
    if token.text in SCALES:
        if before in _VAGUE or before == "of":
            return [], reading.words
        if before == "a" and at > 1 and words[at - 1].linked and words[at - 2].text in ("half", *_VAGUE):
            if words[at - 2].text != "half":
                return [], reading.words
            value = _whole(Decimal(reading.value) / 2)
    pronoun = reading.words == 1 and token.text == "one" and _is_pronoun(text, tokens, words, at)
    form: NumeralForm = "ordinal" if reading.ordinal else "words"
    return [Numeral(value, token.start, last.end, form, pronoun, reading.scale)], reading.words


def _is_pronoun(text: str, tokens: Sequence[_Token], words: Row, at: int) -> bool:
    """Tell a "one" that stands for somebody or something from a "one" that counts."""
    before = words[at - 1].text if at and words[at].linked else ""
    if before in _ONE_COUNTS:
        return False
    if before in _ONE_AFTER or at + 1 >= len(tokens) or not words[at + 1].linked:
        return True
    gap, after = text[tokens[at].end : tokens[at + 1].start], words[at + 1].text
    return after in (_ONE_BEFORE if gap.isspace() else _ONE_IDIOMS)
