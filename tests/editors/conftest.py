"""One language server for all tests of a module, with the settings this project gives to editors."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editors.language_server import LanguageServer
from tools.house import ROOT

VERSION = "1.25.0"
PACKAGE = ROOT / ".cache" / f"yamlls-{VERSION}" / "node_modules" / "yaml-language-server"
Command = list[str | Path]


@pytest.fixture(scope="session")
def command() -> Command:
    """Give the server's command; where it or node is missing tests are left out with the reason, and fail in CI."""
    missing = "" if shutil.which("node") else "node is not installed"
    missing = missing or ("" if PACKAGE.is_dir() else "yaml-language-server is not installed")
    if missing:
        message = f"{missing}; run make langserver (on Debian: apt install npm)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    assert json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"] == VERSION
    return ["node", PACKAGE / "bin" / "yaml-language-server", "--stdio"]


@pytest.fixture(scope="module")
def server(command: Command) -> Iterator[LanguageServer]:
    """Open this project in an editor."""
    started = LanguageServer(command, root=ROOT, settings=project_settings())
    yield started
    started.end()


@pytest.fixture(scope="module")
def bare(command: Command) -> Iterator[LanguageServer]:
    """Open this project in an editor without settings of ours, but for those that keep it from the web."""
    offline = {"yaml.schemaStore.enable": False, "yaml.kubernetesCRDStore.enable": False}
    started = LanguageServer(command, root=ROOT, settings=offline)
    yield started
    started.end()


def project_settings() -> dict[str, Any]:
    """Read the settings of this project as an editor does: JSON, and lines of comment."""
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    settings: dict[str, Any] = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    return settings
