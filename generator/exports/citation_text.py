"""The words a citation is made of, and the small rules of punctuation and dates that all styles share.

May import EDTF dates and their words. Must never know one style from another, nor a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.evidence.edtf import MONTHS, EdtfPart
from generator.evidence.weighing import parse_or_none
from generator.writing.dates import in_words

_ENDED = re.compile(r"[.?!…]['\"’”»)\]]*\Z")
_FULL_STOP = re.compile(r"(?<=[^\W_])\.\Z|(?<=['\"’”»)])\.\Z")
_LAST_WORD = re.compile(r"\S+\Z")


@dataclass(frozen=True, slots=True)
class Updated:
    """The day of the last change: in our words, in American order, with the year first, and for programs.

    `exact` is one year, month or day without reserve; of any other date it is None, and all words are alike.
    """

    words: str
    american: str
    year_first: str
    exact: EdtfPart | None


@dataclass(frozen=True, slots=True)
class Words:
    """Everything one citation says, each on one line.

    `whole` is true where the whole site is cited and its title says all. `address` is empty where it is not known;
    `where` says then what is known.
    """

    title: str
    form: str
    site: str
    whole: bool
    editors: tuple[str, ...]
    updated: Updated
    version: str
    key: str
    address: str
    where: str


def ended(text: str) -> str:
    """Give the text with a full stop, unless a mark stands there that ends a sentence; nothing stays nothing."""
    return text if not text or _ENDED.search(text) else f"{text}."


def unended(text: str) -> str:
    """Give the text without its full stop, which comes after what follows; that of an abbreviation stays."""
    last = _LAST_WORD.search(text)
    word = last.group().strip("'\"‘’“”()[]") if last else ""
    if "." in word[:-1] or len(word) < 3:
        return text
    return _FULL_STOP.sub("", text)


def updated_on(edtf: str) -> Updated:
    """Say a date as citations do: `12 March 2025`, `March 12, 2025` and `2025, March 12`; what is no EDTF as it is."""
    date = parse_or_none(edtf)
    words = in_words(date) if date else edtf
    if date is None or date.form != "date" or date.parts[0].approximate or date.parts[0].uncertain:
        return Updated(words, words, words, None)
    part = date.parts[0]
    if part.month is None:
        return Updated(words, words, words, part)
    month = MONTHS[part.month - 1]
    if part.day is None:
        return Updated(words, words, f"{part.year}, {month}", part)
    return Updated(words, f"{month} {part.day}, {part.year}", f"{part.year}, {month} {part.day}", part)
