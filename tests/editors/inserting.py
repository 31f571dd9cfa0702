"""What an editor does with a text: where the cursor stands, and how a completion is put in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.editors.language_server import LanguageServer

CURSOR = "|"


def place(text: str) -> tuple[str, int, int]:
    """Take the cursor out of a text, and give the text, line and column, counted from 0."""
    before, _, after = text.partition(CURSOR)
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def completions(server: LanguageServer, path: Path, text: str) -> list[dict[str, Any]]:
    """Ask what can stand at the cursor of a text, were it the content of a file."""
    content, line, column = place(text)
    uri = server.open(path, content)
    items: list[dict[str, Any]] = server.at("completion", uri, line=line, column=column)["items"]
    server.close(uri)
    return items


def labels(items: list[dict[str, Any]]) -> list[str]:
    return sorted(item["label"] for item in items)


def inserted(text: str, item: dict[str, Any]) -> str:
    """Put a completion in, as an editor does: later lines get the indent of the line it is put in."""
    lines = place(text)[0].split("\n")
    edit = item["textEdit"]
    start, end = edit["range"]["start"], edit["range"]["end"]
    line = lines[start["line"]]
    indent = re.match(r" *", line[: start["character"]])
    new = filled(edit["newText"]).replace("\n", "\n" + (indent.group() if indent else ""))
    lines[start["line"]] = line[: start["character"]] + new + line[end["character"] :]
    return "\n".join(lines)


def filled(snippet: str) -> str:
    """Fill the places of a snippet: with what is proposed there, or with a word."""
    snippet = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", snippet)
    return re.sub(r"\$\d+|\$\{\d+\}", "word", snippet)
