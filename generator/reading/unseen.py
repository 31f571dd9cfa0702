"""Characters no reader can see: found in a text, and named.

Refused: C0 and C1 controls (but tab and line ends), DEL, line and paragraph separators, bidirectional controls,
zero-width and other format characters, tags, lone surrogates. Allowed: soft hyphen, no-break spaces, variation
selectors; and the zero-width joiner and non-joiner after a letter or sign of a script that needs them (Arabic, Indic,
emoji), not after Latin, Greek or Cyrillic.
Imports nothing of ours. Must never know what a file is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_NEEDS_JOINERS = "\u0590-\u1dff\u2100-\U000dffff"
_ALWAYS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(f"[{_ALWAYS}]|(?<![{_NEEDS_JOINERS}\u200c\u200d])[\u200c\u200d]")
_WHITE = re.compile(r"[\t\n\r]")
_MAY_BE_UNSEEN = re.compile(f"[{_ALWAYS}\u200c\u200d]")
_CONTROLS = {
    "\x00": "null", "\x07": "bell", "\x08": "backspace", "\x0b": "vertical tab", "\x0c": "form feed",
    "\r": "carriage return", "\x1b": "escape", "\x7f": "delete", "\x85": "next line", "\ufeff": "byte-order mark",
}  # fmt: skip


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Give offset and character of every refused character of a text."""
    if _MAY_BE_UNSEEN.search(text):
        yield from ((match.start(), match.group()) for match in _UNSEEN.finditer(text))


def without_unseen(text: str, *, instead: str = "") -> str:
    """Put another character, or nothing, in the place of every refused one."""
    return _UNSEEN.sub(instead, text)


def character_name(character: str) -> str:
    """Name a character by code point and Unicode name: `U+202E right-to-left override`."""
    if "\ud800" <= character <= "\udfff":
        name = "lone surrogate"
    else:
        name = _CONTROLS.get(character) or unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} {name}"


def visible(text: str) -> str:
    """Give a text with code points in the place of characters that cannot be seen, and a space for each line end."""
    return _UNSEEN.sub(lambda m: f"<U+{ord(m.group()):04X}>", _WHITE.sub(" ", text))


def shown(text: str, *, longest: int = 60) -> str:
    """Give a text fit to be quoted in one line: unseen characters as code points, tabs and line ends as spaces, cut."""
    seen = visible(text if len(text) <= longest else text[: longest + 1])  # a text of megabytes is not gone through
    return seen if len(seen) <= longest else seen[: longest - 3] + "..."
