"""A YAML parser's complaint -> plain words, a place and advice for the commonest slips.

Imports problems. Must never know which YAML library complained; it is handed the complaint as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.problems import Problem, Spot

_TAB_INDENT = re.compile(r"[ ]*\t")
_TAG_COMPLAINTS = ("tag handle", "tag URI", "scanning a tag", "parsing a tag")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser was reading, what it found, and where (line and column from 1)."""

    reading: str
    found: str
    began: tuple[int, int]
    stopped: tuple[int, int]


def slips(complaint: Complaint, *, lines: Sequence[str], file: str) -> list[Problem]:
    """Say in plain words what is wrong; for tabs, every line from there on that is indented with one."""
    line, column = complaint.stopped
    if _TAB_INDENT.match(_line(lines, line)) or (_character(lines, line, column) == "\t"):
        return list(_tabs(lines, file=file, first=line, column=column))
    code, place, message = _slip(complaint, lines=lines)
    return [Problem(Spot(file, *place), code, message)]


def _tabs(lines: Sequence[str], *, file: str, first: int, column: int) -> Iterator[Problem]:
    advice = "replace it by spaces"
    if not _TAB_INDENT.match(_line(lines, first)):
        yield Problem(Spot(file, first, column), "tab", f"a tab stands where YAML wants spaces; {advice}")
    for number, line in enumerate(lines[first - 1 :], start=first):
        if match := _TAB_INDENT.match(line):
            yield Problem(Spot(file, number, match.end()), "tab", f"the line is indented with a tab; {advice}")


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _character(lines: Sequence[str], line: int, column: int) -> str:
    return _line(lines, line)[column - 1 : column]


def _slip(complaint: Complaint, *, lines: Sequence[str]) -> tuple[str, tuple[int, int], str]:
    """Give code, place and message; the order of the questions matters, the most telling first."""
    found, reading = complaint.found, complaint.reading
    both = f"{reading} {found}"
    if any(words in both for words in _TAG_COMPLAINTS):
        message = 'a tag (!name) stands here; remove it, or put quote marks round text that begins with "!"'
        return "tag", complaint.began, message
    if "Unicode character escape" in found:
        return (
            "control-character",
            complaint.began,
            "an escape (\\u or \\U) in this text gives no character (a lone surrogate?); write the character itself",
        )
    if "parsing a flow" in reading and _character(lines, *complaint.stopped) == ":":
        return "yaml-syntax", complaint.stopped, _COLON_IN_FLOW
    for words, at_beginning, message in _WORDS:
        if words in both:
            return "yaml-syntax", complaint.began if at_beginning else complaint.stopped, message
    return "yaml-syntax", *_by_line(complaint, lines=lines)


_WORDS: tuple[tuple[str, bool, str], ...] = (
    (
        "unexpected end of stream",
        True,
        "a quote mark is opened here and not closed before the file ends; add the closing quote mark",
    ),
    (
        "unexpected document indicator",
        True,
        "a quote mark is opened here and not closed before the document ends; add the closing quote mark",
    ),
    (
        "scanning an alias",
        True,
        'text cannot begin with "*"; put quote marks round it',
    ),
    ("scanning an anchor", True, 'text cannot begin with "&"; put quote marks round it'),
    (
        "scanning a block scalar",
        True,
        'after ">" or "|" text begins on the next line; move it there, or put quote marks round text that begins so',
    ),
    (
        "escape",
        False,
        "a backslash begins an escape here that YAML does not know; use single quote marks, or write two backslashes",
    ),
    ("hexdec", False, "an escape (\\x, \\u or \\U) lacks digits here; write the character itself"),
    (
        "could not find expected ':'",
        True,
        "this line has no colon after a name; write name: value, or indent the line further if it continues text",
    ),
    (
        "sequence entries are not allowed",
        False,
        "a list cannot begin on the line of its field; write each item on a line of its own",
    ),
    (
        "incompatible YAML document",
        False,
        "this file asks for another version of YAML; remove the line that begins with %",
    ),
    ("directive", True, 'text cannot begin with "%"; put quote marks round it'),
    (
        "parsing a flow sequence",
        True,
        'the list opened here with "[" is not closed as it should be; put commas between items and end with "]"',
    ),
    (
        "parsing a flow mapping",
        True,
        'the block opened here with "{" is not closed as it should be; put commas between fields and end with "}"',
    ),
)


def _by_line(complaint: Complaint, *, lines: Sequence[str]) -> tuple[tuple[int, int], str]:
    """Tell slips apart that the parser reports alike, by what stands before the place it stopped at."""
    line, column = complaint.stopped
    text = _line(lines, line)
    before, sign = text[: column - 1], text[column - 1 : column]
    if "mapping values are not allowed" in complaint.found:
        return _stray_colon(complaint.stopped, before=before)
    if any(words in complaint.found for words in _BAD_BEGINNINGS):
        return complaint.stopped, f'text cannot begin with "{sign}"; put quote marks round it'
    if not before.strip(" -"):
        if "'-' indicator" in complaint.found:
            return complaint.stopped, _NO_ITEM
        return complaint.stopped, "this line does not line up with those above; give it the indent of its neighbours"
    if before.rstrip().endswith(('"', "'")):
        return complaint.stopped, _AFTER_QUOTE
    rest = text[column - 1 :][:40]
    return complaint.stopped, f'YAML cannot go on at "{rest}"; check quote marks, colons and indents here and above'


def _stray_colon(stopped: tuple[int, int], *, before: str) -> tuple[tuple[int, int], str]:
    if ": " in before or before.lstrip(" -").startswith(('"', "'")):
        return stopped, _COLON_IN_TEXT
    return (stopped[0], len(before) - len(before.lstrip()) + 1), _DOES_NOT_FIT


_BAD_BEGINNINGS = ("cannot start any token", "mapping keys are not allowed", "node content")
_NO_ITEM = (
    'this line stands among the items of a list; begin it with "- ", or indent it like the field it belongs to'
)
_AFTER_QUOTE = (
    "text goes on after a closing quote mark; "
    "put quote marks of the other kind round the whole text, or write it as >- on the next line"
)
_COLON_IN_TEXT = (
    "a colon stands in text without quote marks; "
    "put quote marks round the text, or write it as >- with the text on the next line"
)
_COLON_IN_FLOW = (
    "a second colon stands between commas here; "
    "put quote marks round text with a colon or a comma, or a comma before the next field"
)
_DOES_NOT_FIT = (
    "this line does not fit below the line above; "
    "give it the indent of its neighbours, and in the line above put a space after the colon"
)
