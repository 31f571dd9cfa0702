"""Quotation marks inside quotation marks: double ones become single there, and back.

Imports the standard library only. Must never know what is quoted: the stored words themselves are never changed.
"""

from __future__ import annotations

import re

_PAIRS = (
    ("“", re.compile(r"“(?P<in>[^“”]*)”")),
    ('"', re.compile(r'(?<![^\s(\[—–“‘])"(?P<in>[^"]*)"(?!\w)')),
)
_SINGLE = re.compile(r"(?<!\w)‘(?P<in>(?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)")


def inside(text: str) -> str:
    """Give the text as it stands inside double quotation marks: double marks become single, single ones in them double.

    Apostrophes stay, and so does a mark without its partner.
    """
    for sign, pair in _PAIRS:
        if sign in text:  # looking for the sign alone is far cheaper, and most texts have none
            text = pair.sub(_turned, text)
    return text


def outside(text: str) -> str:
    """Give the text of a quotation as it stood before it was put inside double marks: single marks become double."""
    return _SINGLE.sub(r"“\g<in>”", text)


def _turned(found: re.Match[str]) -> str:
    within = _SINGLE.sub(r"“\g<in>”", found["in"])
    return f"‘{within}’"
