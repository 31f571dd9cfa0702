"""YAML text -> plain data at a glance, where nothing in it is unusual, as in nearly every file; else nothing.

What it gives is what `yaml_text` gives by its long walk, which finds every problem and every place, in half the time.
May import yaml, scalars and what tells misread text. Must never judge: where anything may be wrong it gives up.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Any

import yaml

from generator.reading.scalars import resolve
from generator.reading.unseen import unseen
from generator.reading.vocabulary import Vocabulary
from generator.reading.written import Written, misreading, sound

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Used for its parser only. The pure one gives the same data about ten times slower."""
DEEPEST = 30
"""Blocks within blocks a file may have; records need about eight."""
LARGEST = 50_000
"""Names and values a file may have; records of a dozen claims have about a thousand."""


def glance(text: str, lines: Sequence[str], vocabulary: Vocabulary) -> dict[str, Any] | None:
    """Give the data of a file whose top level is a block of fields; None where the long walk has to look."""
    if "\\" in text or any(unseen(text)):  # an escape may stand for what cannot be seen
        return None
    if len(text) > LARGEST:  # no name or value is shorter than one sign
        return None
    try:
        return _data(text, lines, vocabulary)
    except yaml.YAMLError:
        return None


def _data(  # noqa: C901, PLR0911, PLR0912  # one loop over all events: a call for each takes as long as the parser
    text: str, lines: Sequence[str], vocabulary: Vocabulary
) -> dict[str, Any] | None:
    comments = "#" in text
    take = LOADER(text).get_event
    scalar, start, begin, alias = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent
    ends, document = (yaml.MappingEndEvent, yaml.SequenceEndEvent), yaml.DocumentStartEvent
    root: dict[str, Any] | None = None
    given: Any
    block: Any = None  # the innermost block or list
    key: str | None = None  # the field whose value comes next; None where a field's name does, and in a list
    above: list[tuple[Any, str | None]] = []
    documents = 0
    while (event := take()) is not None:
        kind = type(event)
        if kind is scalar:
            if event.anchor is not None or event.tag is not None or block is None:
                return None
            value, style = event.value, event.style
            if type(block) is dict and key is None:
                if value in block or (value == "<<" and not style):
                    return None
                key = value
                continue
            given = value if style else resolve(intern(value))  # ids and names, each in many places
            if type(given) is str and _misread(event, key or "", lines, vocabulary, comments):
                return None
        elif kind is start or kind is begin:
            if event.anchor is not None or event.tag is not None or len(above) + 1 >= DEEPEST:
                return None
            given = {} if kind is start else []
            if block is None:
                if kind is begin or root is not None:
                    return None
                root = block = given
                continue
            if type(block) is dict:
                if key is None:
                    return None
                block[key] = given
            else:
                block.append(given)
            above.append((block, None))
            block, key = given, None
            continue
        elif kind in ends:
            block, key = above.pop() if above else (None, None)
            continue
        elif kind is alias:
            return None
        else:
            documents += kind is document
            if documents > 1:
                return None
            continue
        if key is not None:
            block[key], key = given, None
        else:
            block.append(given)
    return root


def _misread(event: Any, name: str, lines: Sequence[str], vocabulary: Vocabulary, comments: bool) -> bool:
    """Tell whether a text is read otherwise than it was meant."""
    first, last, style = event.start_mark.line, event.end_mark.line, event.style or ""
    if style in ("|", ">"):
        for line in lines[first + 1 : last + 1]:
            if ":" in line:
                break
        else:
            return False
    elif sound(event.value, style, several_lines=first != last, line=lines[first] if comments else ""):
        return False
    begins, ends = (first + 1, event.start_mark.column + 1), (last + 1, event.end_mark.column + 1)
    return misreading(Written(event.value, style, begins, ends, lambda: name), lines, vocabulary) is not None
