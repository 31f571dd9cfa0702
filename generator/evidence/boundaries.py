"""Where words and numbers begin and end: a quotation may not cut through one.

Words follow Unicode's word boundaries (UAX #29); numbers are whole with grouping, decimals, sign, currency and per cent
sign. May import the standard library only. Must never know quotations, or how typography is folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

# Word_Break property of UAX #29, one letter a class: A letter, H Hebrew letter, K Katakana, N digit, E low line,
# X mark or format sign, R regional indicator, L M B mid-letter, mid-number, both, Q D straight single and double
# quotation mark, Z line break, U letter of a script without spaces, O all else.
_LISTED = {
    **dict.fromkeys(":·\u0387\u055f\u05f4\u2027\ufe13\ufe55\uff1a", "L"),
    **dict.fromkeys(",;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b", "M"),
    **dict.fromkeys(".\u2018\u2019\u2024\ufe52\uff07\uff0e", "B"),
    **dict.fromkeys("\u055a\u055b\u055c\u055e\u05f3\u058a\ua789\ua78a\uab5b\u070f", "A"),
    **dict.fromkeys("\uff9e\uff9f\u0e33\u0eb3", "X"),  # sound marks; two vowels that hang on a consonant
    **dict.fromkeys("\u3031\u3032\u3033\u3034\u3035\u309b\u309c\u30fc\uff70", "K"),
    "'": "Q", '"': "D", "\n": "Z", "\u066b": "N", "\u19da": "N", "\u3030": "O",
}
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF), (0x2E80, 0x2FDF),
    (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303C), (0x3041, 0x309F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xA9E0, 0xA9FF), (0xAA60, 0xAADF), (0xF900, 0xFAFF), (0x11700, 0x1174F), (0x16FE0, 0x18CFF), (0x1B000, 0x1B2FF),
    (0x20000, 0x3FFFF),
)
_KATAKANA = (
    (0x30A0, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357), (0xFF66, 0xFF9D),
    (0x1AFF0, 0x1AFFE), (0x1B000, 0x1B000), (0x1B120, 0x1B122), (0x1B164, 0x1B167),
)
_HEBREW = ((0x05D0, 0x05F2), (0xFB1D, 0xFB28), (0xFB2A, 0xFB4F))
_LETTER_SIGNS = (
    (0x02C2, 0x02C5), (0x02D2, 0x02D7), (0x02DE, 0x02DF), (0x02E5, 0x02EB), (0x02ED, 0x02ED), (0x02EF, 0x02FF),
    (0xA708, 0xA721), (0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189),
)


def _among(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for first, last in ranges)


@lru_cache(maxsize=4096)
def word_class(character: str) -> str:  # noqa: C901, PLR0911  # a table of classes, one line each
    """Give the class of a character under UAX #29 as one letter (see the list above)."""
    if (listed := _LISTED.get(character)) is not None:
        return listed
    point, category = ord(character), unicodedata.category(character)
    if category in ("Mn", "Mc", "Me") or 0x1F3FB <= point <= 0x1F3FF:
        return "X"
    if category == "Cf":
        return "N" if point in (0x06DD, 0x08E2, 0x110BD, 0x110CD) or 0x0600 <= point <= 0x0605 else "X"
    if category == "Nd":
        return "N"
    if category == "Pc":
        return "E"
    if 0x1F1E6 <= point <= 0x1F1FF:
        return "R"
    if _among(point, _KATAKANA):
        return "K"
    if _among(point, _LETTER_SIGNS):
        return "A"
    if category[0] == "L" or category == "Nl":
        if _among(point, _UNSPACED):
            return "U"
        return "H" if _among(point, _HEBREW) else "A"
    return "O"


_LATIN = bytes(ord(word_class(chr(point))) for point in range(256))
_BEYOND_LATIN = re.compile("[^\x00-\xff]")


def _classes(text: str) -> bytes:
    """Give the class of every character, those of Latin-1 by one table."""
    classes = bytearray(text.encode("latin-1", "replace").translate(_LATIN))
    for match in _BEYOND_LATIN.finditer(text):
        classes[match.start()] = ord(word_class(match[0]))
    return bytes(classes)


_PLAIN = bytes(chr(point) in "AEN" for point in range(256))


def _inside_plain(classes: bytes) -> bytearray:
    """Mark each position between two letters, digits or low lines, which is never a boundary: most of all positions.

    All of them at once: a text is taken for one long number of a byte a character, and laid over itself moved by one.
    """
    plain = int.from_bytes(classes.translate(_PLAIN), "little")
    return bytearray((plain & plain << 8).to_bytes(len(classes) + 1, "little"))


_LETTERS_AND_DIGITS = r"(?:[AH]X*+(?:[LBQ]X*+(?=[AH]))?|(?<=H)DX*+(?=H)|NX*+(?:[MBQ]X*+(?=N))?)++"
_SEGMENT = rf"(?:{_LETTERS_AND_DIGITS}|(?:KX*+)++)"
_UNITS = (  # what else keeps together, by the classes that make it so; runs of A, E and N alone are done before
    (
        "BDHKLMQX",
        re.compile(
            rf"(?:(?<![AEN])(?=[AEN]*+[BDHKLMQX])|(?=[HK]))"
            rf"(?:(?:EX*+)*+{_SEGMENT}(?:(?:EX*+)++{_SEGMENT})*+(?:EX*+)*+|(?:EX*+)++)"
        ),
    ),
    ("Q", re.compile(r"HX*+QX*+")),  # a Hebrew letter keeps the mark of abbreviation that follows it
    ("R", re.compile(r"RX*+RX*+")),  # a flag is two regional indicators
    ("X", re.compile(r"[^Z]X++")),  # nothing is parted from its marks
)

_RARE = "DHKRX"
_JOINING = re.compile(r"[BLMQ](?:(?<=A[LBQ])(?=A)|(?<=N[MBQ])(?=N))")
"""A sign that keeps a word or number together, in a text without any sign of a rare class: there is nothing else."""

CURRENCY = "$¢-¥֏؋৲৳৻૱௹฿៛₠-⃀꠸﷼﹩＄￠￡￥￦"
_PER_CENT = "%‰‱٪％﹪"
_SIGN = "+\\-−–‒‐‑±∓＋－﹢﹣"  # an em dash is punctuation, never a sign
_MAY_BEGIN = re.compile(rf"[\d.{_SIGN}{CURRENCY}{_PER_CENT}]")
_NUMBER = re.compile(
    rf"""
    (?: (?<![\w{_PER_CENT}{CURRENCY}]) [{_SIGN}] (?=[.\d{CURRENCY}]) )?  # a hyphen after a letter or digit is no sign
    (?: (?P<priced>[{CURRENCY}])[ ]?[{_SIGN}]?(?=[.\d]) | (?<!\w)[{_PER_CENT}](?=\d) )?
    (?: (?<!\w)(?<![^\W\d_][-‐‑]) \d{{1,3}}(?:[ ]\d{{3}})+(?!\d) (?:[.,٫]\d+)*  # 1 200; not 2025 300, not A4 300
      | (?:(?<![\w.…])\.)? \d+(?:[.,;'’‘٫٬⁄]\d+)* )
    (?: [{_PER_CENT}] | [ ][{_PER_CENT}](?!\w) | (?(priced)(?!)|[ ]?[{CURRENCY}](?![{_SIGN}]?[.\d])) )?
    """,
    re.VERBOSE,
)


def number_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of all numbers written in digits, each whole with grouping, sign, currency and per cent sign.

    Groups may be parted by one space only where one to three digits are followed by groups of exactly three, so
    `2025 300` is two numbers and `12 300` is one. `18-25` is two numbers and neither is negative.
    """
    found: list[tuple[int, int]] = []
    end = 0
    for sign in _MAY_BEGIN.finditer(text):
        if sign.start() >= end and (match := _NUMBER.match(text, sign.start())) is not None:
            found.append(match.span())
            end = match.end()
    return found


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which positions of a text lie inside a word (or another unit that is never cut) or inside a number.

    `inside` has one byte a position, from 0 to the text's length: 0 is a boundary, 1 inside a word, 2 inside a number,
    3 inside both.
    """

    inside: bytes

    def breaks(self, at: int) -> bool:
        """Say whether a quotation may begin or end at a position."""
        return not self.inside[at]

    def next_break(self, at: int) -> int:
        """Give the first boundary at or after a position, or -1 behind the end."""
        return self.inside.find(0, at)

    def in_number(self, at: int) -> bool:
        """Say whether a position lies inside a number."""
        return self.inside[at] > 1

    def unit(self, at: int) -> tuple[int, int]:
        """Give the whole word or number that a position lies in; empty at a boundary."""
        return self.inside.rfind(0, 0, at + 1), self.inside.find(0, at)


def bounds(text: str, *, joined: Collection[int] = ()) -> Bounds:
    """Find all word and number boundaries of a text, in time linear in its length.

    `joined` are positions where a zero-width joiner stood before it was dropped: a joined emoji is never cut.
    """
    found = _classes(text)
    inside, classes = _inside_plain(found), found.decode("latin-1")
    if not any(sign in classes for sign in _RARE):
        for match in _JOINING.finditer(classes):
            inside[match.start()] = inside[match.end()] = 1
        units: tuple[tuple[str, re.Pattern[str]], ...] = ()
    else:
        units = _UNITS
    for signs, pattern in units:
        if any(sign in classes for sign in signs):
            for match in pattern.finditer(classes):
                start, end = match.span()
                inside[start + 1 : end] = b"\1" * (end - start - 1)
    for at in joined:
        if 0 < at < len(text) and unicodedata.category(text[at]) in ("So", "Sk", "Sm", "Po"):
            inside[at] = 1
    for start, end in number_spans(text):
        for at in range(start + 1, end):
            inside[at] |= 2
    return Bounds(bytes(inside))
