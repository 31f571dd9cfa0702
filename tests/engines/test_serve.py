"""`mkdocs serve` while an editor works: a change shows, a mistake is printed over the old page, a mended one shows."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.case_files import EXAMPLE
from tests.engines.sites import BIN

pytestmark = pytest.mark.engine
PATIENCE = 40
"""Seconds until a change must show; a rebuild of the example takes about one."""


class Served:
    """A server over a copy of the example dossier."""

    def __init__(self, root: Path, port: int, log: Path) -> None:
        self.root, self.port, self.log = root, port, log

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


@pytest.fixture
def served(tmp_path: Path, quiet: dict[str, str]) -> Iterator[Served]:
    root = tmp_path / "dossier"
    shutil.copytree(EXAMPLE, root)
    (root / "docs").mkdir(exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    with log.open("w") as out:
        command = [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with subprocess.Popen(command, cwd=root, env=quiet, stdout=out, stderr=subprocess.STDOUT) as process:
            try:
                yield Served(root, port, log)
            finally:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()


def test_an_editor_sees_each_change(served: Served) -> None:
    facts = "facts/background/heron-footbridge.yml"
    claim = "claims/users-at-least-350/"
    wait_for("the first page", lambda: "said that at least 350 people cross" in served.page(claim))

    served.replace(facts, "said that at least 350 people cross", "said that at least 350 people a day cross")
    wait_for("the edited page", lambda: "at least 350 people a day cross" in served.page(claim))

    served.replace(facts, "At least 350 people cross", "At least 360 people cross")
    wait_for("the problem", lambda: "[quotation-not-found]" in served.printed())
    assert f"{facts}:21:20: " in served.printed()
    assert "^^^" in served.printed()
    assert "at least 350 people a day cross" in served.page(claim)

    served.replace(facts, "At least 360 people cross", "At least 350 people cross")
    served.replace(facts, "at least 350 people a day cross", "at least 350 people a day use")
    wait_for("the mended page", lambda: "at least 350 people a day use" in served.page(claim))


def test_a_changed_source_text_is_noticed(served: Served) -> None:
    wait_for("the first page", lambda: "Heron" in served.page(""))
    served.replace("seeds/bulletin.txt", "ice cream", "ice creams")
    wait_for("the problem", lambda: "[text-changed]" in served.printed())
    assert "Heron" in served.page("")
