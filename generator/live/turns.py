"""One thing at a time: what somebody asks for comes before the work that goes on by itself.

May import the collector. Must never know what the work is, nor look at a clock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.collector import paused


class Turns:
    """A lock that whoever asks takes before the background does, however many steps that has left."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._count = threading.Lock()
        self._asking = 0
        self._closed = False

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Take a turn as soon as the step that is being taken has ended."""
        with self._count:
            self._asking += 1
        try:
            with self._free, paused():
                yield
        finally:
            with self._count:
                self._asking -= 1
            with self._free:
                self._free.notify_all()

    def go_on(self, step: Callable[[], None], *, wanted: Callable[[], bool]) -> None:
        """Take one step after another while there is one to take and nobody asks; returns when turns are closed."""
        while True:
            with self._free:
                self._free.wait_for(lambda: self._closed or (not self._asking and wanted()))
                if self._closed:
                    return
                with paused():
                    step()

    def close(self) -> None:
        """Let the background end after the step that it is taking."""
        with self._free:
            self._closed = True
            self._free.notify_all()
