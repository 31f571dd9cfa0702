"""A field's explanation with its example, for the help an editor shows: as plain text and as Markdown.

The example is part of the text and no `examples:` of the schema, since editors offer those for insertion: invented
words would get into a dossier. May import the words of schemas and scalars. Must never know a field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.reading.scalars import resolve
from generator.schema.words import Schema

_PLAIN = re.compile(r"[^\W_](?:[^\s:#]|:(?=\S)|[ ](?=[^\s#]))*")
_MARKS_OF_FLOW = re.compile(r"[\[\]{},]")


def explained(text: str, *, example: Any) -> Schema:
    """Give a text of one line or more with an example, which is plain data."""
    text = " ".join(text.split())
    lines = list(as_yaml(example))
    if len(lines) == 1:
        return {
            "description": f"{text} Example: {lines[0]}",
            "markdownDescription": f"{text}\n\nExample: `{lines[0]}`",
        }
    block = "\n".join(lines)
    return {
        "description": f"{text} Example:\n{block}",
        "markdownDescription": f"{text}\n\nExample:\n\n```yaml\n{block}\n```",
    }


def as_yaml(value: Any) -> Iterator[str]:
    """Write plain data as lines of YAML, as an editor would: short lists and blocks on one line, long ones below."""
    if isinstance(value, dict) and (len(value) > 1 or any(map(_long, value.values()))):
        for key, inner in value.items():
            yield from _under(f"{key}:", inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            first, *rest = as_yaml(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _on_one_line(value)


def _under(key: str, value: Any) -> Iterator[str]:
    lines = list(as_yaml(value))
    if len(lines) == 1 and not lines[0].startswith("- "):
        yield f"{key} {lines[0]}"
    else:
        yield key
        yield from (f"  {line}" for line in lines)


def _long(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_long, value)))


def _on_one_line(value: Any, *, inside: bool = False) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_on_one_line(one, inside=True)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(_on_one_line(one, inside=True) for one in value) + "]"
        case str() if _is_plain(value, inside=inside):
            return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(text: str, *, inside: bool) -> bool:
    """Tell whether a text needs no quote marks to be read as that text, inside brackets or outside."""
    return bool(_PLAIN.fullmatch(text)) and resolve(text) == text and not (inside and _MARKS_OF_FLOW.search(text))
