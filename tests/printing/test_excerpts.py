"""The line of a problem with carets under the words that are meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.printing.excerpts import WIDEST, excerpt, excerpts
from generator.problems import Spot


def pointed_at(line: str, column: int, width: int) -> str:
    """Give what the carets stand under; every sign here takes one column."""
    shown, carets = excerpt(line, Spot("f", 7, column, width))
    assert shown.startswith("    7 | ")
    assert carets.startswith("      | ")
    start = carets.index("^")
    return shown[start : start + carets.count("^")]


@pytest.mark.parametrize(
    ("line", "column", "width", "meant"),
    [
        ("    sorce: courier", 5, 5, "sorce"),
        ("a: b", 1, 0, "a"),
        ("a: b", 4, 9, "b"),
        ("a:", 3, 4, ""),
        ("x" * 300 + "HERE" + "y" * 300, 301, 4, "HERE"),
        ("x" * 96 + "HERE" + "y", 97, 4, "HERE"),
    ],
)
def test_carets_stand_under_the_words(line: str, column: int, width: int, meant: str) -> None:
    assert pointed_at(line, column, width) == meant


def test_what_cannot_be_seen_is_shown_and_counted() -> None:
    shown, carets = excerpt("\ta\u202eb", Spot("f", 1, 4, 1))
    assert shown == "    1 | →   a<U+202E>b"
    assert carets.index("^") == shown.index("b")


def test_wide_and_combining_signs_move_the_carets() -> None:
    shown, carets = excerpt("漢字e\u0301x", Spot("f", 1, 5, 1))
    assert shown.endswith("x")
    assert carets == "      |      ^"
    assert carets.index("^") == len("    1 | ") + 5


@example(line="a" * 20 + "\t" + "\x00" * 11, column=33, width=0)
@given(st.text(alphabet="ab é–\t漢\u202e\x00", max_size=300), st.integers(1, 320), st.integers(0, 320))
def test_any_line_fits_and_has_a_caret(line: str, column: int, width: int) -> None:
    shown, carets = excerpt(line, Spot("f", 1, column, width))
    columns = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in shown)
    assert columns <= WIDEST + 20
    assert len(carets) <= WIDEST + 20
    assert "^" in carets
    assert "\t" not in shown


def test_each_file_is_read_once_and_a_line_that_is_not_there_is_left_out() -> None:
    asked = []

    def lines(file: str) -> Sequence[str]:
        asked.append(file)
        return ("one", "two")

    show = excerpts(lines)
    assert show(Spot("f", 2, 1)) == ("    2 | two", "      | ^")
    assert show(Spot("f", 3, 1)) == ()
    assert show(Spot("f")) == (), "the file as a whole is no place in it"
    assert show(Spot("f", 1, 1, 3)) == ("    1 | one", "      | ^^^")
    assert asked == ["f"]


def test_of_a_line_of_megabytes_the_part_round_the_place_is_shown() -> None:
    line = "x" * 1_000_000 + "\u202ewrong" + "y" * 1_000_000
    shown, carets = excerpt(line, Spot("f", 1, 1_000_002, 5))
    assert "<U+202E>wrong" in shown
    assert shown.index("wrong") == carets.index("^^^^^")
    assert (shown.count("…"), shown.startswith("    1 | …"), shown.endswith("…")) == (2, True, True)
    assert len(shown) < 150
