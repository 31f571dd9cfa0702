"""Work grows with the dossier and no faster, counted in lines run: no other work on the machine changes that."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.examining import examine
from generator.site import build
from tools.synthetic import write

SIZES = (60, 120, 240)
PACKAGE = str(Path(__file__).parent.parent / "generator")


# A build grows a little faster: the table of who says what has a cell for each question and each source, up to twenty
# sources, and the largest size has lists in two parts, which the middle one has not.
@pytest.mark.parametrize(("work", "room"), [(examine, 1.003), (build, 1.012)], ids=["check", "build"])
def test_twice_the_facts_take_twice_the_lines(work: Callable[[Path], object], room: float, tmp_path: Path) -> None:
    small, middle, large = (_lines(work, facts, tmp_path / str(facts)) for facts in SIZES)
    each, last = (middle - small) / (SIZES[1] - SIZES[0]), (large - middle) / (SIZES[2] - SIZES[1])
    assert 0 < last <= room * each


def _lines(work: Callable[[Path], object], facts: int, root: Path) -> int:
    """Count the lines of ours that run; a loop on one line counts at every turn."""
    write(facts, root)
    work(root)  # what is loaded and kept at the first use is no part of the count
    count = 0

    def at_line(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return at_line

    def at_call(frame: FrameType, _: str, __: Any) -> Any:
        return at_line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(at_call)
    try:
        work(root)
    finally:
        sys.settrace(before)
    return count
