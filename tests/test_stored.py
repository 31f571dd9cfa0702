"""Bytes come back as they were put, wherever they waited."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import stored
from generator.output.emitting import emit
from generator.site import build
from generator.stored import Store, Stored

EXAMPLE = Path(__file__).parent / "example"


@given(st.lists(st.binary(max_size=40)), st.integers(0, 60))
def test_bytes_come_back_in_any_order(contents: list[bytes], in_memory: int) -> None:
    store = Store(in_memory=in_memory)
    kept = [store.put(content) for content in contents]
    assert [bytes(one) for one in reversed(kept)] == contents[::-1]
    assert [len(one) for one in kept] == [len(content) for content in contents]
    assert sum(len(one) for one in kept if isinstance(one, bytes)) <= max(in_memory, 0)


def test_what_has_the_same_bytes_is_the_same() -> None:
    one, other, longer = (Store(in_memory=0).put(content) for content in (b"ab", b"ab", b"abc"))
    assert isinstance(one, Stored)
    assert one == other == b"ab"
    assert one != longer
    assert one != "ab"
    assert len({one, other, b"ab"}) == 1


class _Full(io.BytesIO):
    def __init__(self, **_: object) -> None:
        super().__init__()

    def write(self, content: object, /) -> int:
        if self.tell() >= 4:
            raise OSError("no space left")
        return super().write(bytes(content)[:3])  # type: ignore[call-overload]  # a view of bytes


def _refused(**_: object) -> io.BytesIO:
    raise OSError("read-only")


@pytest.mark.parametrize("opened", [_Full, _refused])
def test_without_room_bytes_stay_in_memory(monkeypatch: pytest.MonkeyPatch, opened: Callable[..., io.BytesIO]) -> None:
    monkeypatch.setattr(stored, "TemporaryFile", opened)
    store = Store(in_memory=0)
    kept = [store.put(content) for content in (b"abcd", b"efghij", b"")]
    assert [bytes(one) for one in kept] == [b"abcd", b"efghij", b""]
    assert isinstance(kept[1], bytes)


def test_a_file_that_was_cut_short_is_no_content() -> None:
    store = Store(in_memory=0)
    kept = store.put(b"ab")
    assert store._file is not None
    store._file.truncate(1)
    with pytest.raises(OSError, match="cut short"):
        bytes(kept)


def test_the_file_goes_with_its_last_place() -> None:
    store = Store(in_memory=0)
    kept = store.put(b"ab")
    file = store._file
    assert file is not None
    del store
    assert bytes(kept) == b"ab"
    del kept
    gc.collect()
    assert file.closed


def test_a_site_is_the_same_wherever_it_waited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    site = build(EXAMPLE)
    monkeypatch.setattr(stored.Store.__init__, "__kwdefaults__", {"in_memory": 0})
    aside = build(EXAMPLE)
    assert all(isinstance(one.kept, Stored) for one in aside.pages)
    assert aside == site
    first, second = emit(site, tmp_path / "a"), emit(aside, tmp_path / "b")
    assert first == second
    for path in first.written:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()
