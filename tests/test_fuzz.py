"""Every input that once failed, and a few of Hypothesis, through the targets that `make fuzz` feeds for hours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz_targets import CASES, TARGETS
from tests.fuzz_words import PROSE, TOKEN, spelt
from tools import fuzz
from tools.fuzz import NAMES

FOUND = sorted(path for path in CASES.glob("*/*") if path.is_file())
FEW = {"record": 15, "escaping": 40}
"""Inputs of targets that take long; of others there are more."""


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_failed_once(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_inputs(name: str) -> None:
    @given(st.binary(max_size=120))
    @settings(max_examples=FEW.get(name, 150))
    def feed(data: bytes) -> None:
        TARGETS[name](data)

    feed()


def test_the_targets_are_those_of_the_tool() -> None:
    assert tuple(TARGETS) == NAMES
    assert {path.parent.name for path in FOUND} <= set(NAMES)


def test_the_test_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz_targets.escape", lambda text: text)
    with pytest.raises(AssertionError):
        TARGETS["escaping"](b"\x00<b>x</b>")
    assert spelt(bytes([ord("a"), TOKEN]), PROSE) == "a" + PROSE[0]


def test_by_lot_what_fails_is_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def long_ones_fail(data: bytes) -> None:
        assert len(data) < 9

    monkeypatch.setattr(fuzz, "KEPT", tmp_path)
    assert fuzz._unguided("edtf", 20) == 0
    monkeypatch.setitem(TARGETS, "edtf", long_ones_fail)
    assert fuzz._unguided("edtf", 200) == 1
    (kept,) = (tmp_path / "edtf" / "found").iterdir()
    assert len(kept.read_bytes()) >= 9
