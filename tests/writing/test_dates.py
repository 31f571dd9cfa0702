from __future__ import annotations

import pytest

from generator.evidence.edtf import parse_edtf
from generator.writing.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-06-02", "2 June 2025"),
        ("2025-06", "June 2025"),
        ("2025", "2025"),
        ("2025-06~", "about June 2025"),
        ("2025-06-02?", "2 June 2025 (uncertain)"),
        ("2025-06%", "about June 2025 (uncertain)"),
        ("2025-06-02/2025-06-09", "2 to 9 June 2025"),
        ("2025-05-28/2025-06-09", "28 May to 9 June 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025-05/2025-06", "May to June 2025"),
        ("2024/2025", "2024 to 2025"),
        ("2025-06-02/2025-06-02", "2 June 2025"),
        ("2025-06-02~/2025-06-09", "about 2 June 2025 to 9 June 2025"),
        ("[2025-06-07..2025-06-08]", "7 or 8 June 2025"),
        ("[2025-05-31..2025-06-01]", "31 May or 1 June 2025"),
        ("[2025-06-02..2025-06-09]", "one day from 2 to 9 June 2025"),
        ("[2025-06-02,2025-06-09]", "2 June 2025 or 9 June 2025"),
        ("../2025-06-09", "until 9 June 2025"),
        ("2025-06-09/..", "from 9 June 2025"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert in_words(parse_edtf(edtf)) == words
