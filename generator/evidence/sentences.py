"""Sentences and words of a text, as spans of offsets; a line break always ends a sentence.

Sentences inside a quotation are sentences of their own. May import abbreviations. Must never know passages or coverage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.evidence.abbreviations import BEFORE_FIGURES, ORDINARY, STARTERS, TITLES

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# scripts without spaces between words count sign by sign, as Unicode's word rules do for ideographs
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u200d\u00ad"
_LETTER = rf"(?![{_NO_SPACES}])[^\W_]"
_RUN = rf"(?:[0-9A-Z_a-z]++|{_LETTER}|[{_MARKS}])*+"  # letters of ASCII are letters too, only found faster
_WORD = re.compile(rf"[{_NO_SPACES}]|{_LETTER}{_RUN}(?:['\u2019.,:\u00b7]{_LETTER}{_RUN})*+")

_CLOSERS = "\"'\u201d\u2019\u00bb\u203a)\\]}\u300d\u300f\uff09\u3011"
_OPENERS = "\"'\u201c\u2018\u00ab\u2039\u201e\u201a(\\[{\u00bf\u00a1\u300c\u300e"
_LATIN = ".!?\u2026\u061f\u06d4\u0964\u0965\u0589\u1362\u203c\u2047-\u2049"
_WIDE = "\u3002\uff01\uff1f\uff61\uff0e"
_STOP = re.compile(
    rf"(?P<wide>[{_WIDE}]++[{_CLOSERS}]*+)|(?<![{_LATIN}])(?P<stop>[{_LATIN}]++)(?P<closers>[{_CLOSERS}]*+)(?=\s)"
)
_NEXT = re.compile(rf"\s*+(?P<openers>[{_OPENERS}\s\u2013\u2014-]*+)(?P<first>\w*+)")
_LONGEST = 12  # letters of a word that may be an abbreviation
_TOKEN_BEFORE = re.compile(rf"(?:[^\W_]{{1,2}}\.)*[^\W_]{{1,{_LONGEST}}}$")
_LIST_NUMBER = re.compile(rf"[\s{_OPENERS}]*(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,4}})\)?$")
_BULLETS = re.compile(
    r"[\s\u2022\u2023\u25aa\u25ab\u25cf\u25e6\u2043\u2219\u00b7*#>|]*+(?:[-\u2013\u2014]+\s+)?[\s\u2022*]*+"
)
_LOOK_BACK = 24  # characters before a full stop in which an abbreviation is looked for


def sentences(text: str) -> list[Span]:
    """Find the sentences, in order and without overlap; each holds at least one word, and every word is in one.

    A span has no leading bullet and no white space at its ends. Marks such as "[1]" hold a word and stay inside.
    """
    return [
        span
        for line in _LINE.finditer(text)
        for start, end in _pieces(text, line.start(), line.end())
        if (span := _trimmed(text, start, end)) is not None
    ]


def words(text: str) -> list[Span]:
    """Find the words: letters and digits with inner apostrophes, stops and commas ("1,200" is one), no hyphens."""
    return [match.span() for match in _WORD.finditer(text)]


def written_words(text: str) -> list[str]:
    """Give the words themselves, in half the time their places take."""
    return _WORD.findall(text)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, begin, stop, end):
            yield begin, stop.end()
            begin = stop.end()
    yield begin, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    begin = start + (text[start] == " ")
    if begin < end and text[begin].isascii() and text[begin].isalnum():
        start = begin  # as nearly every sentence begins
    elif (word := _WORD.search(text, start, end)) is None:
        return None
    else:
        bullets = _BULLETS.match(text, start, word.start())
        start = bullets.end() if bullets else start
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, begin: int, stop: re.Match[str], line_end: int) -> bool:
    """Tell whether a sentence ends at a stop that something follows on the same line."""
    following = _NEXT.match(text, stop.end(), line_end)
    first = following["first"] if following else ""
    if stop["wide"] is not None:
        return first != "" or (following is not None and following.end() < line_end)
    if first[:1].islower():
        return False  # "Really?" he asked
    if stop["stop"] != ".":
        return not (stop["closers"] == "" and stop["stop"] in ("...", "\u2026") and first == "I")
    return not _is_abbreviation(text, begin, stop, first)


def _is_abbreviation(text: str, begin: int, stop: re.Match[str], first: str) -> bool:  # noqa: PLR0911  # one answer a rule
    """Tell whether a full stop belongs to an abbreviation, an initial or a list number instead of a sentence."""
    before = text[max(begin, stop.start() - _LOOK_BACK) : stop.start()]
    if stop["closers"] and stop["closers"] != ")":
        return False
    if stop.start() - begin <= _LOOK_BACK and _LIST_NUMBER.fullmatch(before) and not stop["closers"]:
        return True
    word = _word_before(before)
    plain = word.lower()
    if not word:
        return False
    if plain in TITLES:
        return not (plain in ("st", "ft", "mt") and first.lower() in STARTERS)
    if plain in BEFORE_FIGURES and (word[0].isupper() or plain in ("p", "pp")):
        return first[:1].isdigit()
    initial = len(word) == 1 and word.isupper() and word != "I"
    if initial or plain in ORDINARY or "." in word:
        return first.lower() not in STARTERS or first == ""
    return False


def _word_before(text: str) -> str:
    """Give the word at the end of a text with its inner stops, such as `p.m`; nothing where none stands there."""
    piece = text.rpartition(" ")[2]
    if piece.isalnum():
        return piece[-_LONGEST:]
    found = _TOKEN_BEFORE.search(text)
    return found[0] if found else ""
