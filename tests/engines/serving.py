"""`mkdocs serve` over a copy of the example dossier, as an editor works with it."""

from __future__ import annotations

import contextlib
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.case_files import EXAMPLE
from tests.engines.sites import BIN, environment
from tools.programs import free_port, running

PATIENCE = 90
"""Seconds until a change must show; a rebuild of the example takes about one."""


class Served:
    """A server over a copy of the example dossier."""

    def __init__(self, root: Path, port: int, log: Path, process: int = 0) -> None:
        self.root, self.port, self.log, self.process = root, port, log, process

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")


def wait_for(what: str, happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if happens():
            return
        time.sleep(0.2)
    pytest.fail(f"{what} did not happen within {PATIENCE} seconds")


@contextlib.contextmanager
def serving(tmp_path: Path, engine: str = "") -> Iterator[Served]:
    """Serve a copy of the example dossier with MkDocs, as an editor does, or by our command with a named engine."""
    root = tmp_path / "dossier"
    shutil.copytree(EXAMPLE, root)
    (root / "docs").mkdir(exist_ok=True)
    port, log = free_port(), tmp_path / "serve.log"
    command = [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    if engine:
        command = [str(BIN / "factsheet"), "serve", "--engine", engine, "--port", str(port)]
    env = environment(PYTHONUNBUFFERED="1", TMPDIR=str(tmp_path))
    with running(command, cwd=root, env=env, log=log) as process:
        yield Served(root, port, log, process.pid)
