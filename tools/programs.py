"""Programs that serve while something is tried or measured: a free port for one, and one that ends with the block.

Imports the standard library only. Must never know what a program serves.
"""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def free_port() -> int:
    """Give a port of this machine that nothing listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def running(
    command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program that prints into a file; end it as Ctrl+C does, and by force where it does not end then."""
    with log.open("w") as out, subprocess.Popen(  # noqa: S603  # our own programs
        command, cwd=cwd, env=env, stdout=out, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
