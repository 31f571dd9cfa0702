"""Letters of other scripts that look like Latin ones."""

from __future__ import annotations

import unicodedata

import pytest

from generator.reading.lookalikes import _LATIN, lookalikes, told
from generator.reading.suggestions import did_you_mean


@pytest.mark.parametrize(
    ("word", "meant", "letters"),
    [
        ("sour\u0441e", "source", ["\u0441"]),
        ("\u0440\u0435rson", "person", ["\u0440", "\u0435"]),
        ("\u041ever", "Over", ["\u041e"]),
        ("sorce", "source", []),
        ("source", "source", []),
        ("\u0441ource", "source", []),
        ("", "", []),
    ],
)
def test_lookalikes(word: str, meant: str, letters: list[str]) -> None:
    assert lookalikes(word, meant) == letters


def test_the_script_is_named() -> None:
    one = '"\u0441" is a Cyrillic letter that only looks like a Latin one; type "source" anew'
    assert told(["\u0441"], meant="source") == one
    assert "are Greek letters that only look like Latin ones" in told(["\u03bf", "\u03b1"], meant="oats")
    assert did_you_mean("s\u043eurce", ["source"]).endswith('type "source" anew')


def test_every_pair_is_a_letter_of_another_script_and_a_latin_one() -> None:
    for other, latin in _LATIN.items():
        assert unicodedata.name(latin).startswith("LATIN")
        assert unicodedata.name(other).split()[0] in ("CYRILLIC", "GREEK")
