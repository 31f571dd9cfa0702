"""Runs that end at a chosen point, as `kill -9` or a full disk ends them. Started as a program, by `Runs`.

For each line of input, a list of JSON, one process is forked; it does what the line says and its end is printed. Points
are the events that Python announces to audit hooks, each before it happens: a file is opened, linked, renamed, removed.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Any

from generator.cli import main, publishing
from generator.output.emitting import emit_files
from generator.output.replacing import replace_site
from generator.output.rewriting import rewrite
from generator.output.whole_files import write_all
from generator.site import Site
from generator.writing.pages import Page

CHANGES = frozenset({
    "os.mkdir", "os.chmod", "os.chown", "os.utime", "os.link", "os.rename", "os.remove", "os.rmdir", "os.scandir",
    "os.listdir", "fcntl.flock", "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.rmtree", "shutil.copystat",
})  # fmt: skip
MAKES = frozenset({"os.mkdir", "os.link", "tempfile.mkstemp", "tempfile.mkdtemp"})
"""What needs room."""


class Runs:
    """A process that forks one run for each call."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.killed_runs"], cwd=Path(__file__).parents[1], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __call__(self, action: str, *arguments: object, kill: int = 0, full: int = 0, error: int = errno.ENOSPC) -> str:
        """Do one thing, killed at the n-th point, or refused whatever needs room from the n-th point on.

        Give "done", "killed", or what was told of the error.
        """
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([action, [*map(str, arguments)], kill, full, error]) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def __enter__(self) -> Runs:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.process.communicate(timeout=60)


def contents(text: str) -> Mapping[str, bytes]:
    """Give the files of one version, as a JSON object of paths and texts."""
    return {path: content.encode() for path, content in json.loads(text).items()}


def _emit(out: str, text: str, in_place: str) -> None:
    emit_files(contents(text), Path(out), in_place=in_place == "True")


def _write_all(folder: str, text: str) -> None:
    write_all({Path(folder, path): content for path, content in contents(text).items()})


def _mend(folder: str) -> None:
    rewrite(Path(folder))


def _replace(old: str, new: str) -> None:
    replace_site(Path(new), Path(old))


def _command(text: str, *arguments: str) -> None:
    """Run the command `emit` over a site of these pages: what it reads and proves is tested elsewhere."""
    known: Any = publishing
    known.build = lambda *_: Site(tuple(Page(path, text, "") for path, text in contents(text).items()), (), ())
    main(["emit", *arguments], standalone_mode=False)


ACTIONS: Mapping[str, Callable[..., None]] = {
    "emit": _emit, "write_all": _write_all, "mend": _mend, "command": _command, "replace": _replace,
}  # fmt: skip


def _watched(kill: int, full: int, error: int) -> None:
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        makes = event in MAKES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT)
        if event in CHANGES or makes:
            count += 1
            if count == kill:
                os.kill(os.getpid(), signal.SIGKILL)
            if full and count >= full and makes:
                raise OSError(error, os.strerror(error))

    sys.addaudithook(hook)


def _run(action: str, arguments: list[str], kill: int, full: int, error: int) -> None:
    told, sys.stdout = sys.stdout, StringIO()
    _watched(kill, full, error)
    end = "done"
    try:
        ACTIONS[action](*arguments)
    except Exception as problem:  # noqa: BLE001  # what was told is what is tested
        end = f"{type(problem).__name__}: {problem}".replace("\n", " ")
    sys.stdout = told
    _tell(end)
    os._exit(0)


def _tell(end: str) -> None:
    sys.stdout.write(f"{end}\n")
    sys.stdout.flush()


def _serve() -> None:
    for line in sys.stdin:
        run = os.fork()
        if run == 0:
            _run(*json.loads(line))
        if os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) == -signal.SIGKILL:
            _tell("killed")


if __name__ == "__main__":
    _serve()
