"""Words beside a passage that tell its speaker, and words that do not."""

from __future__ import annotations

import pytest

from generator.evidence.cut_off import speaker_cut_off


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ", according to the council."),
        ("", " according to the council."),
        ("", ", the residents said."),
        ("", ", Orrell told the Courier."),
        ("", ",” said Dana Orrell, the leader."),
        ("", ", says Tamm."),
        ("Dana Orrell said that ", "."),
        ("Orrell told the reporters that ", "."),
        ("Orrell said: “", "”"),
        ("According to the council, ", "."),
    ],
)
def test_a_speaker_is_cut_off(before: str, after: str) -> None:
    assert speaker_cut_off(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "."),
        ("", " said the closure would last."),
        ("", ", though Lenford has not announced it."),
        ("", ", and the council said more."),
        ("", " per side"),
        ("Orrell is waiting, says ", "."),
        ("Tamm said the bridge is old and ", "."),
        ("Tamm did not say that ", "."),
    ],
)
def test_what_is_beside_names_nobody_who_says_it(before: str, after: str) -> None:
    assert speaker_cut_off(before, after) == ""
