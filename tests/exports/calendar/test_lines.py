"""Lines of iCalendar: escaped, folded at 75 octets between characters, unfolded to what they were."""

from __future__ import annotations

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.calendar.lines import folded, text, written


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_folded_lines_are_short_whole_characters_and_the_same_text(words: str) -> None:
    line = f"DESCRIPTION:{words}".encode()
    lines = folded(line).removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(one) <= 75 for one in lines)
    assert all(one.startswith(b" ") for one in lines[1:])
    for one in lines:
        one.decode("utf-8", "strict")  # no character is cut in two
    assert lines[0] + b"".join(one[1:] for one in lines[1:]) == line


def test_lines_are_as_long_as_they_may_be() -> None:
    assert [len(one) for one in folded(b"x" * 200).split(b"\r\n")] == [75, 75, 52, 0]
    assert folded(b"x" * 75) == b"x" * 75 + b"\r\n"
    assert [len(one) for one in folded("🧵".encode() * 40).split(b"\r\n")] == [72, 73, 17, 0]


@given(st.text(st.one_of(st.sampled_from("\\;,n\nN:\"'"), st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_escaped_text_is_read_back(words: str) -> None:
    calendar = written([("BEGIN", "VCALENDAR"), ("DESCRIPTION", text(words)), ("END", "VCALENDAR")])
    assert icalendar.Calendar.from_ical(calendar)["description"] == words
