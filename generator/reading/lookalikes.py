"""Letters of other scripts that look like Latin ones: a word with one of them is another word that nobody can see.

Imports the standard library only. Must never know where a word stands.
"""

from __future__ import annotations

import unicodedata

_OTHERS = "аеорсухіјѕԁһАВЕКМНОРСТХІЅЈοΟαΑΒΕΖΗΙΚΜΝΡΤΥΧ"
_LATIN = dict(zip(_OTHERS, "aeopcyxijsdhABEKMHOPCTXISJoOaABEZHIKMNPTYX", strict=True))
"""Cyrillic and Greek letters, and the Latin ones they look like."""


def lookalikes(word: str, meant: str) -> list[str]:
    """Give the letters by which a word only looks like the one that is meant; none where they differ in more."""
    if word == meant or "".join(_LATIN.get(letter, letter) for letter in word).casefold() != meant.casefold():
        return []
    return list(dict.fromkeys(letter for letter in word if letter in _LATIN))


def told(letters: list[str], *, meant: str) -> str:
    """Say which letters of a word are not what they look like, and what to type."""
    script = _script(letters[0])
    named = " and ".join(f'"{letter}"' for letter in letters)
    if len(letters) == 1:
        return f'{named} is a {script} letter that only looks like a Latin one; type "{meant}" anew'
    return f'{named} are {script} letters that only look like Latin ones; type "{meant}" anew'


def _script(letter: str) -> str:
    return unicodedata.name(letter).partition(" ")[0].capitalize()
