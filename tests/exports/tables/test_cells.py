"""The guard of cells: no text begins a formula, every text comes back as it was, nothing else is touched."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports.tables.cells import cells_as_text, guarded, unguarded

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
LEAD = st.text(st.sampled_from(" \t\r\n\x0b\x0c\x00\u00a0\u200b\u200f\u202e\u2066\u3000\ufeff'\""), max_size=4)
RISKY = st.builds("{}{}{}".format, LEAD, st.sampled_from(SIGNS), st.text(max_size=6))
TEXT = st.one_of(st.text(max_size=12), RISKY)


def begins_a_formula(cell: str) -> bool:
    """Say whether a spreadsheet would run a cell, or cut it at its first sign: written another way than the guard."""
    for sign in cell:
        if sign in f"{SIGNS}\t\r\n":
            return True
        if not sign.isspace() and unicodedata.category(sign) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}:
            return False
    return False


@given(TEXT)
@example("=1+1")
@example("'=1+1")
@example("''")
@example("\u200f=1+1")
@example("\n=1")
def test_no_cell_begins_a_formula_and_every_text_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not begins_a_formula(cell)
    assert unguarded(cell) == text
    assert cell in {text, "'" + text}


@pytest.mark.parametrize(
    "text",
    ["=HYPERLINK(\"https://a.example\")", "+1", "-1", "@SUM(1)", "\tx", "\rx", "  =1", "＝1", "－1", "\ufeff=1", "'=1"],
)  # fmt: skip
def test_what_may_be_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["1,000", "“=1”", "a=b", "x-y", "—", "«да»", "(-1)", "€5", "😀", "  two blanks"])
def test_what_is_none_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_only_texts_are_guarded() -> None:
    assert cells_as_text("text", ["-5", "a", None, ""]) == ["'-5", "a", None, ""]
    assert cells_as_text("number", [-5, -0.5, None]) == [-5, -0.5, None]
    assert cells_as_text("integer", [-5]) == [-5]
    assert cells_as_text("truth", [True, False, None]) == ["true", "false", None]
    assert cells_as_text("day", [date(2025, 3, 4)]) == [date(2025, 3, 4)]
