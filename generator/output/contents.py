"""Bytes by path that are read when they are asked for: a large site is more than memory should hold at once.

Imports the standard library only. Must never know what the bytes are, nor write them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Some(Mapping[str, bytes]):
    """Some of the contents, in an order of their own; each is read when it is asked for."""

    def __init__(self, contents: Mapping[str, bytes], paths: tuple[str, ...]) -> None:
        self._contents = contents
        self._paths = paths

    def __getitem__(self, path: str) -> bytes:
        return self._contents[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
