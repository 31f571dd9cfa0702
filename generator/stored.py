"""Bytes that wait in a file without a name until they are read: a large site is more than memory should hold at once.

The first of them stay in memory, so that a site of common size never needs the file; and so do all where there is no
place for it. The system removes it with the process, however that ends.
Imports the standard library only. Must never know what the bytes are.
"""

from __future__ import annotations

from tempfile import TemporaryFile
from threading import Lock
from typing import BinaryIO
from weakref import finalize

IN_MEMORY = 32 << 20
"""Bytes that stay in memory before the file is begun: about a thousand facts."""


class Store:
    """One file, to which bytes are added and from which they are read."""

    def __init__(self, *, in_memory: int = IN_MEMORY) -> None:
        self._lock = Lock()
        self._room = in_memory
        self._end = 0
        self._file: BinaryIO | None = None

    def put(self, content: bytes) -> Kept:
        """Add bytes; give where they are, or the bytes themselves where they cannot be written."""
        with self._lock:
            if len(content) <= self._room:
                self._room -= len(content)
                return content
            try:
                self._write(content)
            except OSError:  # a full disk, for one; what was written of it is written over
                return content
            place = Stored(self, self._end, len(content))
            self._end += len(content)
            return place

    def _write(self, content: bytes) -> None:
        if self._file is None:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115  # open as long as this lives
            finalize(self, self._file.close)
        self._file.seek(self._end)
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) :]

    def read(self, start: int, size: int) -> bytes:
        """Read what was added at a place; raises OSError where the file has it no more."""
        if self._file is None:
            raise OSError("nothing was added")
        pieces = []
        with self._lock:
            self._file.seek(start)
            while size and (piece := self._file.read(size)):
                pieces.append(piece)
                size -= len(piece)
        if size:
            raise OSError("the file of what was made was cut short")
        return b"".join(pieces)


class Stored:
    """The place of some bytes. Equal to what has the same bytes, and to the bytes themselves."""

    __slots__ = ("_size", "_start", "_store")

    def __init__(self, store: Store, start: int, size: int) -> None:
        self._store = store
        self._start = start
        self._size = size

    def __bytes__(self) -> bytes:
        return self._store.read(self._start, self._size)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, bytes | Stored):
            return NotImplemented
        return len(self) == len(other) and bytes(self) == bytes(other)

    def __hash__(self) -> int:
        return hash(bytes(self))


Kept = bytes | Stored
"""Bytes, or where they are; `bytes` of either gives them, and `len` how many they are."""


def as_it_is(content: bytes) -> Kept:
    """Keep bytes in memory."""
    return content
