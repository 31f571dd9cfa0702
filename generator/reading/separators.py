"""What is typed wrong between the parts of a line: a space, a dash, a colon or a comma is missing or another sign.

May import field lines and edits. Must never know files, nor YAML's parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from generator.reading.edits import Edit, of_line, suspects
from generator.reading.field_lines import line_at

_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_LEAD = r"(?P<lead> *(?:- +)*)(?P<name>[A-Za-z][\w-]*)"
_NO_BREAK = re.compile(rf"(?P<lead> *)(?P<gap>[{_SPACES}][{_SPACES} ]*)(?=(?:- +)*(?P<name>[A-Za-z][\w-]*):)")
_AFTER_COLON = re.compile(rf"{_LEAD}:(?P<gap>[{_SPACES}]+)")
_OTHER_DASH = re.compile(r"(?P<lead> *)(?P<sign>[\u2010-\u2015\u2022*\u2212])(?P<gap>[ \u00a0]*)(?P<rest>\S.*)")
_CLOSE_DASH = re.compile(r"(?P<lead> *)-(?P<rest>[^\s-].*)")
_CLOSE_COLON = re.compile(rf"{_LEAD}:(?P<rest>[^\s:/].*)")
_OTHER_COLON = re.compile(rf"{_LEAD}\s*(?P<sign>[=;\uff1a\ufe55\ua789])\s*(?P<rest>[^=].*)")
_NO_COLON = re.compile(rf"{_LEAD}(?P<rest>(?: +[^:\s].*)?)")
_INSIDE = re.compile(r"(?P<before>[{,]\s*)(?P<name>[A-Za-z][\w-]*)(?P<gap>:(?=[^\s:])| +(?=[^\s:]))")
_NO_COMMA = re.compile(r"(?<=[^\s,{\[:]) +(?P<name>[A-Za-z][\w-]*): ")
_COLON_INSIDE = re.compile(r"(?<=[{,:] )(?P<text>[^\s\"'{}\[\],:][^\"'{}\[\],]*+)(?=[,}])")
_Find = Callable[[Sequence[str], int, Collection[str]], Iterator[Edit]]


def retyped(lines: Sequence[str], number: int, *, names: Collection[str]) -> Iterator[Edit]:
    """Give edits of the lines that may be wrong where a file goes wrong at a line."""
    for at in suspects(lines, number):
        for find in _FINDS:
            yield from find(lines, at, names)


def mistyped(lines: Sequence[str], numbers: Collection[int], *, names: Collection[str]) -> Edit | None:
    """Give the one edit of some lines that is sure without trying it, if there is one."""
    sure = (_no_break_space, _other_dash, _close_dash, _close_colon, _other_colon)
    return next((edit for at in numbers for find in sure for edit in find(lines, at, names)), None)


def _no_break_space(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    line = line_at(lines, number)
    if (match := _NO_BREAK.match(line)) is not None and match["name"] in names:
        message = "this line is indented with no-break spaces, as web pages have them; write plain spaces instead"
        place = (number, match.start("gap") + 1, len(match["gap"]))
        now = f"{match['lead']}{' ' * len(match['gap'])}{line[match.end() :]}"
        yield of_line("missing-space", place, message, lines, now=now)
    if (match := _AFTER_COLON.match(line)) is not None and match["name"] in names:
        message = f'a no-break space follows "{match["name"]}:", as web pages have it; write a plain space in its place'
        place = (number, match.start("gap") + 1, len(match["gap"]))
        now = f"{match['lead']}{match['name']}: {line[match.end() :].lstrip()}"
        yield of_line("missing-space", place, message, lines, now=now)


def _other_dash(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    match = _OTHER_DASH.fullmatch(line_at(lines, number))
    if match is not None and (name := _begins(match["rest"], names)):
        message = f'"{match["sign"]}" begins no item of a list; write a hyphen and a space: "- {name}"'
        place = (number, match.start("sign") + 1, match.start("rest") + len(name) - match.start("sign"))
        yield of_line("missing-space", place, message, lines, now=f"{match['lead']}- {match['rest']}")


def _close_dash(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    match = _CLOSE_DASH.fullmatch(line_at(lines, number))
    if match is not None and (name := _begins(match["rest"], names)):
        message = f'a space is missing after "-"; write "- {name}"'
        place = (number, len(match["lead"]) + 1, len(name) + 1)
        yield of_line("missing-space", place, message, lines, now=f"{match['lead']}- {match['rest']}")


def _begins(text: str, names: Collection[str]) -> str:
    """Give the name of a field, with its colon, that a text begins with."""
    match = re.match(r"([A-Za-z][\w-]*):(?=\s|$)", text)
    return match[0] if match is not None and match[1] in names else ""


def _close_item(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    """Give an edit of an item that is text, not a field."""
    match = _CLOSE_DASH.fullmatch(line_at(lines, number))
    if match is not None and not _begins(match["rest"], names):
        first = match["rest"].split()[0]
        message = f'a space is missing after "-"; write "- {first}"'
        place = (number, len(match["lead"]) + 1, len(first) + 1)
        yield of_line("missing-space", place, message, lines, now=f"{match['lead']}- {match['rest']}")


def _close_colon(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    match = _CLOSE_COLON.fullmatch(line_at(lines, number))
    if match is not None and match["name"] in names:
        message = f'a space is missing after "{match["name"]}:"; write one before "{match["rest"].split()[0]}"'
        place = (number, match.start("name") + 1, len(match["name"]) + 1)
        now = f"{match['lead']}{match['name']}: {match['rest']}"
        yield of_line("missing-space", place, message, lines, now=now)


def _other_colon(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    match = _OTHER_COLON.fullmatch(line_at(lines, number))
    if match is not None and match["name"] in names:
        message = f'"{match["sign"]}" stands where a colon belongs; write "{match["name"]}: {match["rest"].split()[0]}"'
        place = (number, match.start("name") + 1, match.end("sign") - match.start("name"))
        now = f"{match['lead']}{match['name']}: {match['rest']}"
        yield of_line("no-colon", place, message, lines, now=now)


def _no_colon(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    match = _NO_COLON.fullmatch(line_at(lines, number))
    if match is not None and match["name"] in names:
        message = f'a colon is missing after "{match["name"]}"; write "{match["name"]}:"'
        place = (number, match.start("name") + 1, len(match["name"]))
        now = f"{match['lead']}{match['name']}:{match['rest']}"
        yield of_line("no-colon", place, message, lines, now=now)


def _inside_braces(lines: Sequence[str], number: int, names: Collection[str]) -> Iterator[Edit]:
    line = line_at(lines, number)
    for match in _INSIDE.finditer(line):
        if match["name"] in names:
            place = (number, match.start("name") + 1, match.end() - match.start("name"))
            now = f"{line[: match.end('name')]}: {line[match.end() :]}"
            message = f'a colon is missing after "{match["name"]}"; write "{match["name"]}:"'
            code = "no-colon"
            if match["gap"] == ":":
                code = "missing-space"
                message = f'a space is missing after "{match["name"]}:"; write one after the colon'
            yield of_line(code, place, message, lines, now=now)
    for match in re.finditer(r"(?<=\{)([^,:{}]*\w) +(?=[\[{])", line):
        place = (number, match.start() + 1, len(match[1]))
        message = f'a colon is missing after "{match[1]}"; write "{match[1]}:"'
        yield of_line("no-colon", place, message, lines, now=f"{line[: match.end(1)]}: {line[match.end() :]}")
    for match in re.finditer(r":(?=[\[{])", line):
        place = (number, match.start() + 1, 1)
        message = f'a space is missing after the colon; write one before "{line[match.end()]}"'
        yield of_line("missing-space", place, message, lines, now=f"{line[: match.end()]} {line[match.end() :]}")
    for match in _NO_COMMA.finditer(line):
        if match["name"] in names and "{" in line[: match.start()]:
            place = (number, match.start("name") + 1, len(match["name"]) + 1)
            message = f'a comma is missing before "{match["name"]}:"; put one'
            yield of_line("no-comma", place, message, lines, now=f"{line[: match.start()]},{line[match.start() :]}")


def _slashes(lines: Sequence[str], number: int, _: Collection[str]) -> Iterator[Edit]:
    line = line_at(lines, number)
    if (match := re.match(r"( *)//\s*", line)) is not None:
        message = 'a comment begins with "# "; write that in the place of "//"'
        place = (number, len(match[1]) + 1, 2)
        yield of_line("yaml-syntax", place, message, lines, now=f"{match[1]}# {line[match.end() :]}")


def _comma_too_many(lines: Sequence[str], number: int, _: Collection[str]) -> Iterator[Edit]:
    line = line_at(lines, number)
    for match in re.finditer(r"(?<=[\[{])\s*,\s*|,(?=\s*,)", line):
        message = "a comma stands here with nothing before it; delete it"
        place = (number, match.start() + match[0].index(",") + 1, 1)
        yield of_line("yaml-syntax", place, message, lines, now=line[: match.start()] + line[match.end() :])


def _comma_at_end(lines: Sequence[str], number: int, _: Collection[str]) -> Iterator[Edit]:
    line = line_at(lines, number).rstrip()
    if line.endswith(",") and line.count("[") == line.count("]") and line.count("{") == line.count("}"):
        message = "a comma ends this line; YAML has commas between brackets and braces only: delete it"
        yield of_line("yaml-syntax", (number, len(line), 1), message, lines, now=line[:-1])


def _text_inside_braces(lines: Sequence[str], number: int, _: Collection[str]) -> Iterator[Edit]:
    """Give edits that put quote marks round text with a colon, between braces."""
    line = line_at(lines, number)
    for match in _COLON_INSIDE.finditer(line):
        if ": " not in match["text"]:
            continue
        words = match["text"].split()
        place = (number, match.start() + 1, len(match["text"]))
        message = f'a colon stands in text without quote marks; put " before "{words[0]}" and after "{words[-1]}"'
        now = f'{line[: match.start()]}"{match["text"].rstrip()}"{line[match.end() :]}'
        yield of_line("colon-in-text", place, message, lines, now=now)


_FINDS: tuple[_Find, ...] = (
    _no_break_space, _other_dash, _close_dash, _close_item, _close_colon, _other_colon, _no_colon, _inside_braces,
    _text_inside_braces, _comma_at_end, _comma_too_many, _slashes,
)  # fmt: skip
