"""What only follows from another mistake is told once that one is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.examining import examine
from tests.case_files import Case, lay_out

FERRY, BRIDGE = "facts/background/ferry-told.yml", "facts/background/heron-footbridge.yml"
QUESTION = "facts/questions/who-was-not-told.yml"
EVENT, GAZETTE = "facts/events/ferry-start.yml", "facts/sources/gazette.yml"
SHUT = """\
  - id: bridge-shut
    statement: The Heron Footbridge was closed six days after the meeting, on the morning of the first crossing.
    evidence:
      - source: bulletin
        exact: >-
          first crossing on Monday with 40 people on board. The Heron Footbridge was closed on the same morning, six days after the meeting.
"""  # noqa: E501  # as the example has it


def codes(tmp_path: Path, **change: object) -> list[str]:
    root = lay_out(Case("x", dict(change), ()), tmp_path / "dossier")
    return [problem.code for problem in examine(root)[1]]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (FERRY, "{words: nobody}", "{words: no one}", "value-not-in-quotation"),
        (BRIDGE, "{more_than: 300}", "{words: plenty}", "value-not-in-quotation"),
        (QUESTION, "[nobody, the", "[no-one, the", "unknown-answer"),
        (BRIDGE, "source: gazette", "source: bulletin", "quotation-not-found"),
        (BRIDGE, "claimant: mill-lane-residents", "claimant: ivo-tamm", "claimant-not-named"),
        (EVENT, SHUT, "", "unknown-claim"),
        ("seeds/gazette.txt", "Over 300", "Over 301", "text-changed"),
    ],
)
def test_one_mistake_is_one_problem(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    assert codes(tmp_path, replace={file: [[old, new]]}) == [code]


def test_once_it_is_mended_the_rest_is_told(tmp_path: Path) -> None:
    bridge = "facts/agreements/bridge-closure.yml"
    swaps = {EVENT: [[SHUT, ""]], bridge: [["\n    reported: [bridge-shut]", ""]]}
    assert codes(tmp_path, replace=swaps) == ["sentence-unaccounted"]
