"""Characters no reader can see."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import pytest

from generator.reading.unseen import character_name, shown, unseen, without_unseen


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\x7f", "\x85", "\u200b", "\u200e", "\u202e", "\u2028", "\u2066", "\u2060", "\ufeff", "\ud800"],
)
def test_refused(character: str) -> None:
    assert list(unseen(f"ab{character}c")) == [(2, character)]
    assert without_unseen(f"ab{character}c") == "abc"


@pytest.mark.parametrize("text", ["soft\u00adhyphen", "no\u00a0break", "a\tb\r\nc", "می\u200cخواهم", "👩\u200d🚀", "❤\ufe0f"])
def test_allowed(text: str) -> None:
    assert not list(unseen(text))


@pytest.mark.parametrize("text", ["free\u200cdom", "mir\u200d", "мир\u200cа"])
def test_joiners_where_no_script_needs_them(text: str) -> None:
    assert list(unseen(text))


def test_names() -> None:
    assert character_name("\u202e") == "U+202E right-to-left override"
    assert character_name("\ud800") == "U+D800 lone surrogate"
    assert character_name("\x00") == "U+0000 null"
    assert character_name("\x01") == "U+0001 control character"


def test_shown_is_one_short_line() -> None:
    assert shown("a\nb\u202ec") == "a b<U+202E>c"
    assert len(shown("x" * 500)) == 60
