"""Signs that no fact file may have, in words: characters nobody can see, and YAML's anchors, aliases and tags.

May import problems and `unseen`. Must never know YAML's parser.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.problems import MOST, Problem, Spot, and_more
from generator.reading.unseen import character_name, shown

_LINE_END = re.compile(r"\r\n|\n|\r")
_OR_QUOTE = "or put quote marks round text that begins with"


def alias_message(name: str) -> str:
    """Refuse `*name`."""
    return f'"*{shown(name)}" is an alias; write the text out, {_OR_QUOTE} "*"'


def anchor_message(name: str) -> str:
    """Refuse `&name`."""
    out = f'remove it, and write the text out wherever "*{shown(name)}" stands'
    return f'"&{shown(name)}" is an anchor; {out}, {_OR_QUOTE} "&"'


def tag_message(name: str) -> str:
    """Refuse `!name`."""
    return f'"{shown(name.replace("tag:yaml.org,2002:", "!!"))}" is a tag; remove it, {_OR_QUOTE} "!"'


def unseen_problems(text: str, *, found: list[tuple[int, str]], file: str) -> list[Problem]:
    problems, line, start, ends = [], 1, 0, _LINE_END.finditer(text)
    end = next(ends, None)
    for offset, character in found[:MOST]:
        while end is not None and end.end() <= offset:
            line, start, end = line + 1, end.end(), next(ends, None)
        problems.append(unseen_problem(Spot(file, line, offset - start + 1), character))
    return [*problems[:-1], and_more(problems[-1], len(found) - MOST)] if len(found) > MOST else problems


def unseen_problem(spot: Spot, character: str) -> Problem:
    spot = replace(spot, width=max(1, spot.width))
    return Problem(spot, "control-character", f"{character_name(character)} cannot be seen here; delete it")
