"""Text that YAML cannot take as it stands: with a colon, a sign at its beginning, or quote marks that end too soon.

May import field lines, edits and quote marks. Must never know which YAML library complained.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.reading.edits import Place
from generator.reading.field_lines import FieldLine, field_at, line_at
from generator.reading.quote_marks import curly, instead_of_curly, not_opened, open_it, put_round

Slip = tuple[str, Place, str]
"""Code, place and message."""
COLON_IN_TEXT = "a colon stands in text without quote marks"
_AFTER_QUOTE = (
    "text goes on after a closing quote mark; "
    "put quote marks of the other kind round the whole text, or write it as >- on the next line"
)
_SIGNS = {">=": "at_least", "≥": "at_least", ">": "more_than", "<=": "at_most", "≤": "at_most", "<": "fewer_than"}
_COMPARED = re.compile(r"(?<=: )\{?\s*(>=|<=|[<>≥≤])\s*(\d+)\s*\}?")


@dataclass(frozen=True, slots=True)
class Torn:
    """A file that is no YAML: its lines, and the names that fields of its kind of record have."""

    lines: Sequence[str]
    names: Collection[str] = ()

    def text(self, number: int) -> str:
        """Give a line by its number."""
        return line_at(self.lines, number)

    def sign(self, line: int, column: int) -> str:
        """Give one character."""
        return self.text(line)[column - 1 : column]


def rest_of_line(torn: Torn, place: tuple[int, int]) -> Place:
    """Give a place with the rest of its line."""
    return (*place, len(torn.text(place[0]).rstrip()) - place[1] + 1)


def on_next_line(field: FieldLine) -> tuple[Place, str]:
    """Say where text goes that stands on the line of a ">" or "|"."""
    sign, _, text = field.value.partition(" ")
    place = (field.number, field.value_column + len(sign) + 1, max(1, len(text)))
    if re.fullmatch(r"[>|][\u2010-\u2015\u2212]", sign) and not text:
        return (field.number, field.value_column, len(sign)), f'"{sign}" has a dash for a hyphen; write "{sign[0]}-"'
    if not re.fullmatch(r"[>|][+-]?\d?", sign) or not text:
        place = (field.number, field.value_column, len(field.value))
        return place, f'text cannot begin with "{field.value[:1]}"; {put_round(field.value, of=field.name)}'
    spaces = field.column + 1
    moved = f'move "{text.split(maxsplit=1)[0]} ..." there, with {spaces} spaces before it'
    return place, f'after "{sign}" the text begins on the next line; {moved}'


def compared(line: int, torn: Torn) -> Slip | None:
    """Find a number with a sign such as >= before it, which YAML reads as its own."""
    if (match := _COMPARED.search(torn.text(line))) is None:
        return None
    place = (line, match.start() + 1, match.end() - match.start())
    instead = f"{{{_SIGNS[match[1]]}: {match[2]}}}"
    return "yaml-syntax", place, f'"{match[1]}" cannot stand before a number here; write {instead}'


def cannot_begin(stopped: tuple[int, int], torn: Torn) -> tuple[Place, str]:
    """Say what to do with text that begins with a sign of YAML's."""
    line, column = stopped
    field = field_at(torn.lines, line)
    whole = field is not None and field.value_column == column
    advice = put_round(field.value, of=field.name) if field and whole else "put quote marks round it"
    return (line, column, 1), f'text cannot begin with "{torn.sign(line, column)}"; {advice}'


def colon_in_text(stopped: tuple[int, int], field: FieldLine, torn: Torn) -> Slip:
    """Tell what to do with a colon inside the text of a field."""
    value, whole = field.value, (field.number, field.value_column, len(field.value))
    if curly(value):
        return "quote-mark", whole, f"{COLON_IN_TEXT}: {instead_of_curly(value, of=field.name)}"
    if not_opened(value):
        return "quote-mark", whole, open_it(value, of=field.name)
    if value.startswith(('"', "'")):
        return after_quote(stopped, torn)
    if (second := re.search(r", ([A-Za-z][\w-]*): ", value)) is not None and second[1] in torn.names:
        message = f'"{second[1]}:" is a field of its own; write each field on a line of its own, without the comma'
        return "yaml-syntax", (field.number, field.value_column + second.start(1), len(second[1]) + 1), message
    return "colon-in-text", (*stopped, 1), f"{COLON_IN_TEXT}; {put_round(value, of=field.name)}"


def after_quote(stopped: tuple[int, int], torn: Torn) -> Slip:
    """Tell what to do with text that goes on after a closing quote mark."""
    field = field_at(torn.lines, stopped[0])
    rest = rest_of_line(torn, stopped)
    if field is None or not field.value.startswith(('"', "'")):
        return "quote-mark", rest, _AFTER_QUOTE
    value, mark = field.value, field.value[0]
    if mark == "'" and re.match(r"'[^']*\w'\w", value) and not value.endswith("'") and '"' not in value:
        advice = "write \" in the place of its first ' and at its end"
        message = f"the apostrophe in the text of {field.name}: ends it; {advice}"
        return "quote-mark", (stopped[0], field.value_column, len(value)), message
    if value.startswith(mark * 2):
        message = (
            f"{mark * 2} stands where one {mark} belongs; write one at the beginning and at the end of {field.name}:"
        )
        return "quote-mark", (stopped[0], field.value_column, len(value)), message
    if not (value.endswith(mark) and len(value) > 2):
        return "quote-mark", rest, f"text goes on after a closing quote mark; {put_round(value, of=field.name)}"
    inner, other = value[1:-1], '"' if mark == "'" else "'"
    too_soon = f"a {mark} inside the text of {field.name}: ends it too soon"
    advice = f"write {other} in the place of {mark} at its beginning and at its end"
    if other in inner:
        advice = "write >- after the colon, and the text without marks round it on the next line, indented further"
    return "quote-mark", (stopped[0], field.value_column, len(value)), f"{too_soon}; {advice}"
