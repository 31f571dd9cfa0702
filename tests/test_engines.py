"""Engines as programs: one that is missing is told, one that runs ends with us, whether it listens or not."""

from __future__ import annotations

import os
import signal
import sys
import threading
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import engines
from generator.cli import main
from generator.engines import ENGINES, EngineError, command, running, told_to_end
from tests.case_files import EXAMPLE
from tools.house import ROOT

DEAF = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"


def test_a_missing_engine_is_told_plainly() -> None:
    with pytest.raises(EngineError, match=r"^no_such_engine is not installed beside factsheet; run: .+ -m pip install"):
        command("no_such_engine")


def test_the_versions_that_were_tried_are_those_of_the_tests_and_of_the_guide() -> None:
    pinned = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]["dev"]
    page = (ROOT / "docs" / "guide" / "engines.md").read_text(encoding="utf-8")
    for name, version in ENGINES.items():
        if version:
            assert f"{name}{version}" in pinned
            assert f"`pip install {name}{version}`" in page


def test_the_command_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    done = CliRunner().invoke(main, ["serve", "--engine", "zensical", "--root", str(EXAMPLE)])
    assert (done.exit_code, done.output.startswith("Error: zensical is not installed beside factsheet; ")) == (1, True)

    (tmp_path / "facts").mkdir()
    done = CliRunner().invoke(main, ["serve", "--root", str(tmp_path)])
    assert (done.exit_code, "there is no mkdocs.yml" in done.output) == (2, True)
    done = CliRunner().invoke(main, ["serve", "--root", str(EXAMPLE), "--docs", "docs"])
    assert (done.exit_code, "--docs is for zensical" in done.output) == (2, True)


def test_an_engine_that_ends_by_itself_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.serving.command", lambda *_: [sys.executable, "-c", "raise SystemExit(3)"])
    done = CliRunner().invoke(main, ["serve", "--root", str(EXAMPLE)])
    assert (done.exit_code, done.output) == (1, "Error: mkdocs ended by itself; what it printed says why\n")


@pytest.mark.parametrize("text", ["import time; time.sleep(60)", DEAF])
def test_a_program_ends_with_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(engines, "_PATIENCE", 0.5)
    with running([sys.executable, "-c", text], folder=tmp_path) as process:
        assert process.poll() is None
    assert process.returncode is not None


def test_a_request_to_end_is_taken_as_ctrl_c() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), told_to_end():  # noqa: PT012  # the signal comes while the block waits
        threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
        signal.pause()
    assert signal.getsignal(signal.SIGTERM) is before
