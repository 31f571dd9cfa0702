"""Waiting for changes: they are told once files are quiet, and looking at a file is no change."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from generator.watching import watched


def test_a_change_is_told_once_and_a_look_is_none(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    file = tmp_path / "facts" / "a.yml"
    with watched(tmp_path, folders=("facts", "seeds")) as changes:
        threading.Timer(0.2, lambda: [file.write_text(text, encoding="utf-8") for text in ("a", "ab")]).start()
        assert changes.wait(timeout=20) == {str(file)}
        file.read_text(encoding="utf-8")
        time.sleep(0.3)
        assert changes.wait(timeout=0.1) == frozenset()
