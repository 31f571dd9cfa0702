"""Explanations of problem codes."""

from __future__ import annotations

import pytest

from generator.printing.explaining import explain
from generator.problems import CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    text = explain(code)
    assert text.startswith(f"{code} (")
    assert all(f"\n{part}: " in text for part in ("means", "why", "mend"))
