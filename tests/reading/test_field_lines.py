"""Lines of a fact file as an editor sees them."""

from __future__ import annotations

import pytest

from generator.reading.field_lines import FieldLine, field_above, field_at, last_below, line_above

LINES = ["title: x", "", "# a comment", "terms:", "  - id: a", "    exact: >-", "      words: here", "  - id: b"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: x", FieldLine(1, "title", 1, 6, "x", 8)),
        ("  - id:  a b ", FieldLine(1, "id", 5, 7, "a b", 10, dash=3)),
        ("terms:", FieldLine(1, "terms", 1, 6, "", 7)),
        ("sha256: 0", FieldLine(1, "sha256", 1, 7, "0", 9)),
        ("container-title: x", FieldLine(1, "container-title", 1, 16, "x", 18)),
        ("title:x", None),
        ("two words: x", None),
        ("- x", None),
        ("\ttitle: x", None),
        ("", None),
    ],
)
def test_field_at(line: str, expected: FieldLine | None) -> None:
    assert field_at([line], 1) == expected


def test_lines_above_and_below() -> None:
    assert [line_above(LINES, number) for number in (1, 4, 5)] == [0, 1, 4]
    above = field_above(LINES, 8)
    assert above is not None
    assert (above.number, above.name) == (7, "words")
    assert last_below(LINES, 5, deeper_than=2) == 7
    assert last_below(LINES, 8, deeper_than=2) == 8
    assert field_at(LINES, 99) is None
