"""Links that lead to the very words: a web address with text directives for the spans of a passage.

Follows WICG's URL Fragment Text Directives: `#:~:text=[prefix-,]start[,end][,-suffix]`, one directive a span.
Imports the standard library only. Must never know sources or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

SHORT = 10
"""Words that are quoted whole; of a longer passage only the first and the last words are."""
_ENDS = (4, 6, 8, 12, 20)  # words at either end of a longer passage: as few as find it
_NEAR = (2, 4, 8, 12)  # words before and after it: as few as tell it from the same words elsewhere
_LINE = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

Words = tuple[str, ...]


def link(url: str, text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Give the address that leads to the spans of a text; a fragment it has already stays.

    The words are those of the stored text, so that a page that prints them otherwise opens at its beginning.
    """
    directives = "&".join(f"text={directive(text, *span)}" for span in spans)
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def directive(text: str, start: int, end: int) -> str:
    """Give the shortest directive that finds this place of the text first; else one with all its neighbours.

    >>> directive("He came by car, she by car.", 20, 26)
    'car%2C%20she-,by%20car'
    """
    made = list(_candidates(text, start, end))
    found = next((item for item in made if _finds(text, *item) == (start, end)), made[-1])
    before, first, last, after = (_encoded(words) for words in found)
    terms = (f"{before}-" if before else "", first, last, f"-{after}" if after else "")
    return ",".join(term for term in terms if term)


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[Words, Words, Words, Words]]:
    """Give the words before, at the start, at the end and after, with ever more of them."""
    lines = [line.split() for line in _LINE.split(text[start:end]) if line.split()]
    before, after = _last_line(text[:start]).split(), _LINE.split(text[end:])[0].split()
    for count in (0, *_NEAR):
        near, far = tuple(before[-count:] if count else ()), tuple(after[:count])
        around = dict.fromkeys((((), ()), (near, ()), ((), far), (near, far)))
        for behind, ahead in around:
            if len(lines) == 1 and len(lines[0]) <= SHORT:
                yield behind, tuple(lines[0]), (), ahead
            else:
                for size in _ENDS:
                    yield behind, *_ends(lines, size), ahead


def _ends(lines: list[list[str]], size: int) -> tuple[Words, Words]:
    """Give the first words of the first line and the last of the last; on one line they do not overlap."""
    if len(lines) == 1:
        size = min(size, len(lines[0]) // 2)
    return tuple(lines[0][:size]), tuple(lines[-1][-size:])


def _last_line(text: str) -> str:
    return _LINE.split(text)[-1]


def _finds(text: str, before: Words, first: Words, last: Words, after: Words) -> tuple[int, int] | None:
    """Find what a browser finds: the first place where all terms stand in order, in any case, at word boundaries."""
    rest = rf".*?(?<!\w){_pattern(last)}(?!\w)" if last else ""
    lead = rf"(?<!\w){_pattern(before)}\s*" if before else ""
    tail = rf"\s*{_pattern(after)}(?!\w)" if after else ""
    found = re.search(rf"{lead}(?P<words>(?<!\w){_pattern(first)}(?!\w){rest}){tail}", text, re.IGNORECASE | re.DOTALL)
    return found.span("words") if found else None


def _pattern(words: Words) -> str:
    return r"\s+".join(map(re.escape, words))


def _encoded(words: Words) -> str:
    """Encode a term: all but letters, digits, `.`, `_` and `~`, and so the signs that part terms and directives."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
