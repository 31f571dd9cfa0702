"""Serve a built site on this machine and open it in chromium, as a reader does."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.engines.sites import Built

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Silent(SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address, which ends in a slash."""
    handler = functools.partial(Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    """Start chromium; where it is missing the test is left out with its reason, and fails where CI runs it."""
    if not os.access(CHROMIUM, os.X_OK):
        message = "chromium is not installed (on Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def one_of_each_kind(site: Built) -> list[str]:
    """Give the front page and, of each folder, its first and second page."""
    chosen: dict[str, list[str]] = {}
    for name in site.pages():
        kind = name.split("/")[0] if name.count("/") > 1 else name
        chosen.setdefault(kind, []).append(name)
    return [name.removesuffix("index.html") for names in chosen.values() for name in names[:1] if name != "404.html"]
