"""A YAML parser's complaint -> plain words, a place and advice for the commonest slips.

May import problems and what knows lines, indents and quote marks. Must never know which YAML library complained; it is
handed the complaint as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem, Spot
from generator.reading.edits import Place
from generator.reading.field_lines import FieldLine, field_above, field_at, indent_of, line_above
from generator.reading.quote_marks import (
    close_it,
    put_round,
    swallowed_line,
)
from generator.reading.separators import mistyped
from generator.reading.text_slips import (
    COLON_IN_TEXT,
    Slip,
    Torn,
    after_quote,
    cannot_begin,
    colon_in_text,
    compared,
    on_next_line,
    rest_of_line,
)

_TAB_INDENT = re.compile(r"[ ]*\t")
_TAG_COMPLAINTS = ("tag handle", "tag URI", "scanning a tag", "parsing a tag")
_NOT_CLOSED = ("unexpected end of stream", "unexpected document indicator")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser was reading, what it found, and where (line and column from 1)."""

    reading: str
    found: str
    began: tuple[int, int]
    stopped: tuple[int, int]


def slips(complaint: Complaint, torn: Torn, *, file: str) -> list[Problem]:
    """Say in plain words what is wrong; for tabs, every line from there on that is indented with one."""
    line, column = complaint.stopped
    if _TAB_INDENT.match(torn.text(line)) or torn.sign(line, column) == "\t":
        return list(_tabs(torn, file=file, first=line, column=column))
    code, (line, column, width), message = _slip(complaint, torn)
    return [Problem(Spot(file, line, column, max(1, width)), code, message)]


def _tabs(torn: Torn, *, file: str, first: int, column: int) -> Iterator[Problem]:
    """Report tabs: of several lines in a row the first, which names the last."""
    if not _TAB_INDENT.match(torn.text(first)):
        yield Problem(
            Spot(file, first, column, 1), "tab", "a tab stands where YAML wants spaces; write a space instead"
        )
        first += 1
    number = first
    while number <= len(torn.lines):
        if not (match := _TAB_INDENT.match(torn.text(number))):
            number += 1
            continue
        last = number
        while _TAB_INDENT.match(torn.text(last + 1)):
            last += 1
        where = "this line is" if last == number else f"the lines {number} to {last} are"
        advice = "write spaces in the place of tabs, as many as the lines beside have"
        yield Problem(Spot(file, number, match.end(), 1), "tab", f"{where} indented with tabs; {advice}")
        number = last + 1


def _slip(complaint: Complaint, torn: Torn) -> Slip:
    """Give code, place and message; the order of the questions matters, the most telling first."""
    found, reading = complaint.found, complaint.reading
    both = f"{reading} {found}"
    if any(words in both for words in _TAG_COMPLAINTS):
        message = 'a tag (!name) stands here; remove it, or put quote marks round text that begins with "!"'
        return "tag", (*complaint.began, 1), message
    if "Unicode character escape" in found:
        message = "an escape (\\u or \\U) here gives no character (a lone surrogate?); write the character itself"
        return "control-character", (*complaint.began, 1), message
    line = complaint.stopped[0]
    if any(words in both for words in _NOT_CLOSED):
        end = len(torn.lines)
        before = swallowed_line(torn.lines, first=complaint.began[0] + 1, last=end, names=torn.names) or end + 1
        message = close_it(torn.lines, at=complaint.began, before=before)
        return "quote-mark", rest_of_line(torn, complaint.began), message
    near = dict.fromkeys((line_above(torn.lines, line), complaint.began[0], line))
    if (edit := mistyped(torn.lines, list(near), names=torn.names)) is not None:
        return edit.code, edit.place, edit.message
    return _syntax(complaint, torn, both=both)


def _syntax(complaint: Complaint, torn: Torn, *, both: str) -> Slip:
    if "parsing a flow" in complaint.reading:
        return _in_flow(complaint, torn)
    line = complaint.stopped[0]
    if "scanning a block scalar" in both and (field := field_at(torn.lines, line)) is not None:
        return compared(line, torn) or ("yaml-syntax", *on_next_line(field))
    if "could not find expected ':'" in both:
        return "yaml-syntax", *_no_field(complaint.began[0], torn)
    if any(words in both for words in _SIGNS_OF_YAML):
        return "yaml-syntax", *cannot_begin(complaint.began, torn)
    for words, at_beginning, message in _WORDS:
        if words in both:
            return "yaml-syntax", (*(complaint.began if at_beginning else complaint.stopped), 1), message
    return _by_line(complaint, torn)


def _no_field(number: int, torn: Torn) -> tuple[Place, str]:
    """Say what to do with a line that is no field, and seems to go on with the text above."""
    text = torn.text(number)
    place = (number, indent_of(text) + 1, len(text.strip()))
    if (owner := field_above(torn.lines, number)) is None:
        return place, 'this line has no colon after a name; write "name: value"'
    return place, (
        f'this line begins no field; where it goes on with the text of "{owner.name}:" on line {owner.number}, '
        "indent it further than that name; else begin it with a name and a colon, or delete it"
    )


_SIGNS_OF_YAML = (
    "scanning an alias",
    "scanning an anchor",
    "could not find expected directive",
    "scanning a directive",
)
_WORDS: tuple[tuple[str, bool, str], ...] = (
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
        "sequence entries are not allowed",
        False,
        'a list cannot begin on the line of its field; write each item on a line of its own, or put " before and after '
        'text that begins with "-"',
    ),
    (
        "incompatible YAML document",
        False,
        "this file asks for another version of YAML; remove the line that begins with %",
    ),
)


def _in_flow(complaint: Complaint, torn: Torn) -> Slip:
    """Tell what is wrong between brackets or braces."""
    began, stopped = complaint.began, complaint.stopped
    if (told := compared(complaint.stopped[0], torn)) is not None:
        return told
    opening = _opening(began, torn)
    what, closing = ("list", "]") if opening == "[" else ("block", "}")
    if stopped[0] > began[0]:
        where = "at the end of this line" if _ends_whole(torn.text(began[0])) else "where it ends"
        message = f'the {what} that "{opening}" opens here is not closed; put "{closing}" {where}'
        return "bracket", rest_of_line(torn, began), message
    if torn.sign(*stopped) == ":":
        return "colon-in-text", (*stopped, 1), _COLON_IN_FLOW
    parts, ahead = "items" if what == "list" else "fields", torn.text(stopped[0])[stopped[1] - 1 :][:20]
    message = f'the {what} that "{opening}" opens here goes wrong before "{ahead}"; '
    message += f'put commas between {parts} and end with "{closing}"'
    return "bracket", (*began, max(1, stopped[1] - began[1])), message


def _opening(began: tuple[int, int], torn: Torn) -> str:
    """Give the bracket or brace that was opened last at a place or before it, on its line."""
    return max("[{", key=torn.text(began[0])[: began[1]].rfind)


def _ends_whole(text: str) -> bool:
    """Tell whether a line does not end in the middle of a list or block written over several lines."""
    return not text.rstrip().endswith((",", "[", "{", ":"))


def _by_line(complaint: Complaint, torn: Torn) -> Slip:
    """Tell slips apart that the parser reports alike, by what stands before the place it stopped at."""
    line, column = complaint.stopped
    text = torn.text(line)
    before = text[: column - 1]
    if "mapping values are not allowed" in complaint.found:
        return _stray_colon(complaint.stopped, torn)
    if any(words in complaint.found for words in _BAD_BEGINNINGS):
        return compared(complaint.stopped[0], torn) or ("yaml-syntax", *cannot_begin(complaint.stopped, torn))
    field = field_at(torn.lines, line)
    if not before.strip(" -"):
        message = _NO_ITEM if "'-' indicator" in complaint.found else _NOT_IN_LINE
        return "yaml-syntax", _name(field) if field else rest_of_line(torn, complaint.stopped), message
    if before.rstrip().endswith(('"', "'")):
        return after_quote(complaint.stopped, torn)
    if field is not None and field.value[:1] in ("[", "{") and column > field.value_column:
        message = f'text cannot begin with "{field.value[0]}"; {put_round(field.value, of=field.name)}'
        if before.rstrip().endswith(("]", "}")) and not field.value.startswith("[..."):
            message = f'"{text[column - 1 :].rstrip()}" stands behind "{before.rstrip()[-1]}"; delete it, or '
            message += f"{put_round(field.value, of=field.name)} where all of it is text"
        return "yaml-syntax", (line, field.value_column, len(field.value)), message
    ahead = text[column - 1 :][:40]
    message = f'YAML cannot go on at "{ahead}"; check quote marks, colons and indents here and above'
    return "yaml-syntax", (line, column, len(ahead)), message


def _name(field: FieldLine) -> Place:
    """Give the place of a field's name and colon."""
    return field.number, field.column, field.colon - field.column + 1


def _stray_colon(stopped: tuple[int, int], torn: Torn) -> Slip:
    """Tell whether a colon stands in text, or makes a field of a line that is indented too far."""
    line, column = stopped
    field = field_at(torn.lines, line)
    if field is not None and column > field.colon:
        return colon_in_text(stopped, field, torn)
    if field is not None and field.name in torn.names:
        return "yaml-syntax", _name(field), _DOES_NOT_FIT
    if torn.text(line).lstrip(" -").startswith(('"', "'")):
        return after_quote(stopped, torn)
    owner = field_above(torn.lines, line)
    if owner is None or not owner.value:
        return "yaml-syntax", rest_of_line(torn, (line, indent_of(torn.text(line)) + 1)), _DOES_NOT_FIT
    whole = " ".join([owner.value, *(torn.text(number) for number in range(owner.number + 1, line + 1))])
    if field is not None:
        found = f'"{field.name}:" stands inside the text of "{owner.name}:" on line {owner.number}'
        advice = f'where it is a field, give it the indent of "{owner.name}:"; where it is text, '
        return "colon-in-text", _name(field), f"{found}; {advice}{put_round(whole, of=owner.name)}"
    return "colon-in-text", (line, column, 1), f"{COLON_IN_TEXT}; {put_round(whole, of=owner.name)}"


_BAD_BEGINNINGS = ("cannot start any token", "mapping keys are not allowed", "node content")
_NO_ITEM = 'this line stands among the items of a list; begin it with "- ", or indent it like the field it belongs to'
_NOT_IN_LINE = "this line does not line up with those above; give it the indent of its neighbours"
_COLON_IN_FLOW = (
    "a second colon stands between commas here; "
    "put quote marks round text with a colon or a comma, or a comma before the next field"
)
_DOES_NOT_FIT = (
    "this line does not fit below the line above; "
    "give it the indent of its neighbours, and put a space after the colon of the line above where none is"
)
