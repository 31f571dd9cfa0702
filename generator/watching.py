"""Wait for changes of a dossier's files: the one room of watchdog.

May import watchdog. Must never know what a change means, nor look at a clock: it waits, others decide what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

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


class Watcher:
    """Takes the place of an observer: tells at once of each path that changes, and looks twice a second where the
    system tells of no changes.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._wanted: list[tuple[FileSystemEventHandler, Path]] = []
        self._observer: BaseObserver | None = None

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> None:
        """Watch a file, or a folder; a file by its folder, since editors put a new file in the place of the old."""
        del recursive
        self._wanted.append((handler, Path(path)))

    def start(self) -> None:
        """Begin."""
        try:
            self._observer = self._started(Observer())
        except OSError:  # such as too many folders for one user
            self._observer = self._started(PollingObserver(timeout=0.5))

    def stop(self) -> None:
        """End; `join` waits until it is done."""
        if self._observer is not None:
            self._observer.stop()

    def join(self) -> None:
        """Wait until all has ended."""
        if self._observer is not None:
            self._observer.join()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for handler, path in self._wanted:
            folder = path if path.is_dir() else path.parent
            observer.schedule(_Passer(self._tell, handler, path), str(folder), recursive=path.is_dir())
        observer.start()
        return observer


class _Passer(FileSystemEventHandler):
    def __init__(self, tell: Callable[[str], None], handler: FileSystemEventHandler, path: Path) -> None:
        self._tell, self._handler, self._path = tell, handler, path

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on whatever changes a file at the path or below it."""
        if event.event_type in _LOOKS or event.is_directory:
            return
        found = [str(path) for path in (event.src_path, event.dest_path) if path]
        below = [path for path in found if Path(path).is_relative_to(self._path)]
        for path in below:
            self._tell(path)
        if below:
            self._handler.on_any_event(event)
