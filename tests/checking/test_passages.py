"""What the rules share: places in stored texts, the paragraph round a passage, short words for messages."""

from __future__ import annotations

import pytest

from generator.checking.passages import WIDTH, paragraph, place_in, shorten
from generator.evidence.quotations import Proof


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (1, 2, 1), (2, 2, 2), (3, 2, 3), (4, 3, 1), (5, 3, 2)]
)
def test_an_offset_is_a_line_and_a_column_from_one(offset: int, line: int, column: int) -> None:
    spot = place_in("\nab\ncd", offset, file="seeds/a.txt")
    assert (spot.file, spot.line, spot.column) == ("seeds/a.txt", line, column)


@pytest.mark.parametrize(
    ("words", "lines"),
    [("one", "one two"), ("two", "one two"), ("three", "three"), ("four", "four"), ("two\nthree", "one two\nthree")],
)
def test_a_paragraph_is_the_lines_a_passage_stands_on(words: str, lines: str) -> None:
    text = "one two\nthree\nfour"
    start = text.index(words)
    assert paragraph(text, Proof(((start, start + len(words)),), words)) == lines


def test_a_text_is_cut_at_a_word() -> None:
    assert shorten("a  red\nfox") == "a red fox"
    assert shorten("x" * WIDTH) == "x" * WIDTH
    assert shorten(f"red {'x' * (WIDTH - 3)}") == "red …"
    assert shorten(f"red fox {'x' * (WIDTH - 8)}y") == "red fox …"
