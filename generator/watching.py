"""Wait for changes of a dossier's files: the one room of watchdog.

May import watchdog. Must never know what a change means, nor look at a clock: it waits, others decide what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.1
"""Seconds without a further change after which files are taken to be written whole."""
_LOOKS = frozenset({"opened", "closed_no_write"})


class Changes:
    """The changes seen since somebody last waited for one."""

    def __init__(self) -> None:
        self._seen: SimpleQueue[str] = SimpleQueue()

    def tell(self, path: str) -> None:
        """Take note of a change."""
        self._seen.put(path)

    def wait(self, *, timeout: float | None = None) -> frozenset[str]:
        """Wait for a change, then until files are quiet; give the paths, or none where `timeout` seconds (s) passed."""
        try:
            found = {self._seen.get(timeout=timeout)}
        except Empty:
            return frozenset()
        while True:
            try:
                found.add(self._seen.get(timeout=QUIET))
            except Empty:
                return frozenset(found)


class _Teller(FileSystemEventHandler):
    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of whatever changes a file; that somebody only looked at one is no change."""
        if event.event_type not in _LOOKS and not event.is_directory:
            self._changes.tell(str(event.dest_path or event.src_path))


@contextmanager
def watched(root: Path, *, folders: tuple[str, ...]) -> Iterator[Changes]:
    """Watch folders below a root, as far as they are there, until the block ends."""
    changes = Changes()
    observer = Observer()
    for folder in folders:
        if (root / folder).is_dir():
            observer.schedule(_Teller(changes), str(root / folder), recursive=True)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()
