"""Files taken apart into lines and put together again, and where blocks end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.changes import EditError
from generator.editing.layout import end_of_block, sheet
from generator.problems import Spot


@given(st.text(alphabet="ab:-# \n\r\ufeff\x85", max_size=60))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert sheet(text).text == text


@given(
    st.lists(st.sampled_from(["a", "", " b"]), max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.lists(st.sampled_from(["x", "", " y"]), max_size=3),
    st.data(),
)
def test_lines_put_in_leave_the_others_alone(old: list[str], end: str, new: list[str], data: st.DataObject) -> None:
    page = sheet(end.join(old))
    at = data.draw(st.integers(0, len(page.lines)))
    changed = page.with_lines(at, new)
    assert changed.lines == (*page.lines[:at], *new, *page.lines[at:])
    again = sheet(changed.text)
    assert again.lines == changed.lines
    assert again.ends[at + len(new) :] == page.ends[at:]


def test_new_lines_end_as_the_others_do() -> None:
    assert sheet("a: 1\r\nb: 2").with_lines(2, ["c: 3"]).text == "a: 1\r\nb: 2\r\nc: 3\r\n"


def test_a_block_ends_before_comments_of_the_next() -> None:
    lines = ["a:", "  - b: >-", "      x", "", "      # y", "    c: 1", "  # of the next", "", "  - b: z", "d: 1"]
    assert end_of_block(lines, 1, indent=2) == 6
    assert end_of_block(lines, 0, indent=0) == 9
    assert end_of_block(["a:", "- b", "- c", "d: 1"], 0, indent=0, items=True) == 3
    assert end_of_block(["a:", "- b", "- c", "d: 1"], 0, indent=0) == 1


def test_a_word_is_exchanged_at_its_place_only() -> None:
    page = sheet("a: [old, 'old', older]\n")
    assert page.exchanged(Spot("f", 1, 10), "old", "new").text == "a: [old, 'new', older]\n"
    with pytest.raises(EditError, match=r'"old" is written in another way at f:1:2'):
        page.exchanged(Spot("f", 1, 2), "old", "new")
