"""The digest of a second reading: it holds as long as statement and passages stand as they were read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.evidence.second_reading import digest, standing
from generator.examining import examine

EXAMPLE = Path(__file__).parents[1] / "example"
FILE = "facts/background/heron-footbridge.yml"
CLAIM = "users-at-least-350"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


def digest_after(root: Path, *swaps: tuple[str, str]) -> str:
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return digest(examine(root)[0].claims[CLAIM])


@pytest.mark.parametrize(
    "swap",
    [
        ("statement: The Mill Lane Residents said that at", "statement: The Mill Lane Residents say that at"),
        ("bridge every day, the residents said.", "bridge every day, the residents"),
        ("claimant: mill-lane-residents", "claimant: ivo-tamm"),
        ("claimant: mill-lane-residents", "claimant: mill-lane-residents\n        stance: refutes"),
        ("claimant: mill-lane-residents", "claimant: mill-lane-residents\n        via: X"),
    ],
)
def test_it_changes_with_a_word_or_a_speaker(root: Path, swap: tuple[str, str]) -> None:
    assert digest_after(root) != digest_after(root, swap)


def test_it_does_not_change_with_layout(root: Path) -> None:
    before = digest_after(root)
    swaps = (
        ("statement: The Mill Lane Residents said", "statement: >-\n      The Mill Lane\n      Residents said"),
        ("          At least 350 people cross", "          At least 350 people\n          cross"),
        ("value: {at_least: 350}", "value: {at_least: 350, scope: each day}"),
    )
    assert digest_after(root, *swaps) == before


def test_a_reading_holds_until_something_changes(root: Path) -> None:
    def state() -> str:
        return standing(examine(root)[0].claims[CLAIM])

    assert state() == "not yet"
    found = digest_after(root)
    reading = f"value: {{at_least: 350}}\n    second_reading: {{by: A, date: 2025-03-20, digest: {found!r}}}"
    digest_after(root, ("value: {at_least: 350}", reading))
    assert state() == "read"
    digest_after(root, ("cross the bridge every day, the residents said.", "cross the bridge every day, the residents"))
    assert state() == "void"


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        ("bridge-shut", "d89c891109d08c21"),
        ("ferry-announced", "39049a506d4a0f2c"),
        ("residents-not-told", "3a52247f3d3474ba"),
        ("rotten-boards", "b1bd7fdbe8252f09"),
    ],
)
def test_digests_that_stand_in_fact_files_stay_good(claim: str, written: str) -> None:
    """A reading that was recorded would be void if the digest of the same claim were another one."""
    assert digest(examine(EXAMPLE)[0].claims[claim]) == written
