"""A client of a language server over stdio: just enough of the Language Server Protocol to ask what an editor asks.

Every wait has an end: a server that says nothing fails the test, it does not hang it.
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

Message = dict[str, Any]
PATIENCE = 20.0
"""Seconds to wait for one answer."""


class LanguageServer:
    """One running server, told that a folder is open with some settings."""

    def __init__(self, command: Sequence[str | Path], *, root: Path, settings: Mapping[str, Any]) -> None:
        self.root = root
        self._settings = settings
        self._process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard: queue.Queue[Message | None] = queue.Queue()
        self._asked = 0
        self._opened = 0
        self._told_settings = False
        self._answers: dict[int, Message] = {}
        self._diagnostics: dict[str, list[Message]] = {}
        assert self._process.stdout is not None
        self._listener = threading.Thread(target=_listen, args=(self._process.stdout, self._heard), daemon=True)
        self._listener.start()
        folder = {"uri": root.as_uri(), "name": "an open folder"}
        self.request(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": CAPABILITIES},
        )
        self.tell("initialized", {})
        self._until(lambda: self._told_settings)

    def open(self, path: Path, text: str) -> str:
        """Open a document with a text, which need not be that of the file; give its address."""
        uri = path.as_uri()
        self._diagnostics.pop(uri, None)
        self._opened += 1  # the server keeps what it parsed by version, beyond the closing of a document
        document = {"uri": uri, "languageId": "yaml", "version": self._opened, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def close(self, uri: str) -> None:
        """Close a document, so that it can be opened with another text."""
        self._diagnostics.pop(uri, None)
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        self._until(lambda: uri in self._diagnostics)
        del self._diagnostics[uri]

    def diagnostics(self, uri: str) -> list[Message]:
        """Wait for what the server says of a document, and give it."""
        self._until(lambda: uri in self._diagnostics)
        return self._diagnostics[uri]

    def at(self, what: str, uri: str, *, line: int, column: int) -> Any:
        """Ask for `completion` or `hover` at a place; lines and columns count from 0."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return self.request(f"textDocument/{what}", place)

    def tell(self, method: str, params: Mapping[str, Any]) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def request(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Send a request and give its result."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, **({} if params is None else {"params": params})})
        self._until(lambda: number in self._answers)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def end(self) -> None:
        """Take leave as the protocol wants it; a server that stays is stopped."""
        self.request("shutdown")
        self.tell("exit", {})
        try:
            self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def _until(self, done: Any) -> None:
        while not done():
            try:
                message = self._heard.get(timeout=PATIENCE)
            except queue.Empty:
                raise TimeoutError(f"the language server said nothing for {PATIENCE:g} seconds") from None
            if message is None:
                raise EOFError("the language server has ended")
            self._take(message)

    def _take(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" not in message:
            self._answers[message["id"]] = message
        elif "id" in message:
            self._send({"id": message["id"], "result": self._reply(message["method"], message.get("params"))})

    def _reply(self, method: str, params: Any) -> Any:
        """Answer what the server asks of an editor: its settings, section by section; anything else with nothing."""
        if method != "workspace/configuration":
            return None
        self._told_settings = True
        return [section(self._settings, item.get("section", "")) for item in params["items"]]

    def _send(self, message: Message) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()


CAPABILITIES: Mapping[str, Any] = {
    "workspace": {
        "configuration": True,
        "workspaceFolders": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "formatting": {"dynamicRegistration": True},
    },
}
"""What an editor such as VS Code says it can do."""


def section(settings: Mapping[str, Any], name: str) -> Any:
    """Give one section of settings as an editor does: `yaml.a.b` becomes `a: {b: ...}` of the section `yaml`."""
    if name.startswith("["):
        return settings.get(name)
    found: dict[str, Any] = {}
    for key, value in settings.items():
        if key.startswith(f"{name}."):
            inner = found
            *steps, last = key.removeprefix(f"{name}.").split(".")
            for step in steps:
                inner = inner.setdefault(step, {})
            inner[last] = value
    return found or None


def _listen(stream: BinaryIO, heard: queue.Queue[Message | None]) -> None:
    """Put every message of the server into a queue, and nothing at the end."""
    while line := stream.readline():
        length = 0
        while line.strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
            line = stream.readline()
        heard.put(json.loads(stream.read(length)))
    heard.put(None)
