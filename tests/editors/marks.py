"""What a language server marks in texts, were they the content of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.editors.language_server import LanguageServer

Mark = dict[str, Any]
MODELINE = "# yaml-language-server: $schema={}\n"


def marks(server: LanguageServer, files: Iterable[tuple[Path, str]]) -> list[list[Mark]]:
    """Open all files, then wait for what the server says of each: it waits a moment for an editor to go on typing."""
    opened = [server.open(path, text) for path, text in files]
    said = [server.diagnostics(uri) for uri in opened]
    for uri in opened:
        server.close(uri)
    return said


def marked(text: str, mark: Mark) -> str:
    """Give the marked part of a text; it stands on one line."""
    start, end = mark["range"]["start"], mark["range"]["end"]
    assert start["line"] == end["line"]
    line: str = text.split("\n")[start["line"]]
    return line[start["character"] : end["character"]]
