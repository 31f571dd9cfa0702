"""Slips of the hand: each brings one message, at the words, with advice that mends the file when it is followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.examining import examine
from tests.slip_files import Slip, lay_out, printed, put_right, renewed, slips, under_carets

ALL = slips()
KINDS = {
    "misspelt key": ["misspelt-key"],
    "wrong indent": ["indent-too-far", "indent-too-little", "indent-of-text"],
    "missing quote mark": ["quote-mark-not-closed", "quote-mark-not-opened"],
    "smart quotes": ["smart-quotes", "smart-single-quotes"],
    "tab": ["tab"],
    "wrong id": ["wrong-id-of-a-source", "wrong-id-of-a-claimant", "wrong-id-of-a-question", "wrong-id-in-reply-to"],
    "wrong digit": ["wrong-digit-in-a-quotation", "wrong-digit-in-a-statement"],
    "duplicate id": ["duplicate-id"],
    "bad date": ["date-of-month-13", "date-with-points", "date-in-words", "date-reversed"],
    "list for a word": ["list-for-a-word"],
    "unknown status": ["status-typed-by-hand"],
    "missing reading": ["reading-missing"],
}
"""The kinds of mistake that must be among the slips, and the files that show them."""
LEAST = 26


@pytest.mark.parametrize("slip", ALL, ids=lambda slip: slip.name)
def test_slip_is_told_in_one_message_and_mended_by_its_advice(slip: Slip, tmp_path: Path) -> None:
    root = lay_out(slip, tmp_path / "dossier")
    _, problems = examine(root)
    assert len(problems) == 1, "\n".join(map(str, problems))
    text = printed(root)
    assert text == slip.says, f"what is printed has changed; renew it with: python -m tools.slips {slip.name}"
    assert under_carets(text) == slip.here
    put_right(slip, root)
    _, left = examine(root)
    assert [str(problem) for problem in left] == [], "the advice, followed, does not mend the file"


def test_kinds_are_all_there() -> None:
    names = {slip.name for slip in ALL}
    assert len(names) >= LEAST
    assert {name for files in KINDS.values() for name in files} <= names


@pytest.mark.parametrize("slip", ALL, ids=lambda slip: slip.name)
def test_snapshot_can_be_renewed(slip: Slip) -> None:
    whole = slip.path.read_text(encoding="utf-8")
    assert renewed(slip, slip.says) == whole
    other = renewed(slip, "a\n\nb\n")
    assert "says: |\n  a\n\n  b\n" in other
    assert re.sub(r"(?ms)^says: .*?^(?=\w)", "", other) == re.sub(r"(?ms)^says: .*?^(?=\w)", "", whole)


def test_carets_are_read_in_columns() -> None:
    assert under_carets("f:2:5: x\n    2 | a: bcd e\n      |    ^^^\n    3 | x\n      | ^\n") == "bcd"
    assert under_carets("f:1:1: x\n1 error\n") == ""
