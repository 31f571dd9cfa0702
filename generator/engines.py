"""Site engines as programs beside ours: whether one is installed, and running one that ends when we do.

Imports the standard library only. Must never know what an engine serves, nor a dossier.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ENGINES = {"mkdocs": "", "properdocs": "==1.6.7", "zensical": "==0.0.73"}
"""Each engine by the name of its package and command, with the version that was tried where factsheet brings none."""

_PATIENCE = 5
"""Seconds an engine may take to end before it is ended."""


class EngineError(Exception):
    """Say why an engine cannot run, and what to do."""


def command(engine: str, *arguments: str) -> list[str]:
    """Give the command that runs an engine of this environment. Raises EngineError where it is not installed."""
    if find_spec(engine) is None:
        package = f"{engine}{ENGINES.get(engine, '')}"
        raise EngineError(f"{engine} is not installed beside factsheet; run: {sys.executable} -m pip install {package}")
    return [sys.executable, "-m", engine, *arguments]


@contextmanager
def running(command: Sequence[str], *, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in a folder until the block ends; then the program has ended as well, however the block ended."""
    process = subprocess.Popen(command, cwd=folder)  # noqa: S603  # one of ENGINES, found above
    try:
        yield process
    finally:
        _end(process)


@contextmanager
def told_to_end() -> Iterator[None]:
    """Take a closed terminal and a request to end (SIGHUP, SIGTERM) as Ctrl+C while the block runs."""
    told = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.default_int_handler) for number in told}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program. It may be ending by the Ctrl+C that told us; if not it is told, and ended if it goes on."""
    if _has_ended(process, within=0.5):
        return
    process.send_signal(signal.SIGINT)
    if not _has_ended(process, within=_PATIENCE):
        process.kill()
        process.wait()


def _has_ended(process: subprocess.Popen[bytes], *, within: float) -> bool:
    try:
        process.wait(timeout=within)
    except subprocess.TimeoutExpired:
        return False
    return True
