"""Plain data -> lines of YAML as this project writes them: long text under `>-`, ids in brackets, values in braces.

May import scalars and `unseen` of reading. Must never know what a field means, only which fields hold long text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from generator.reading.scalars import resolve
from generator.reading.unseen import without_unseen

WIDTH = 110
"""Columns a line may take."""
FOLDED = frozenset({"exact", "statement", "because", "attribution"})
"""Fields whose text is folded, however short it is."""
BRACED = frozenset({"value"})
"""Fields whose block is written in braces, on one line."""
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}&#*!|>'\"%@`]|-(?=[^\s,\[\]{}:])")
_LIKE_A_FIELD = re.compile(r"(- )?[A-Za-z][A-Za-z_-]*:(\s|$)")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")

Data = Mapping[str, object]


def block(data: Data) -> list[str]:
    """Give the lines of a block of fields, without indent."""
    return [line for name, value in data.items() for line in _field(name, value, flow=name in BRACED)]


def lines_of(value: object) -> list[str]:
    """Give any plain data as lines: short data on one line, blocks of several fields and lists of blocks below it."""
    if isinstance(value, Mapping) and (len(value) > 1 or any(map(_deep, value.values()))):
        return block(value)
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return [line for one in value for line in item(one)]
    return [scalar(value) if isinstance(value, str) else _flow(value)]


def text_of(data: Data) -> str:
    """Give the text of a file that holds a block of fields."""
    return "".join(f"{line}\n" for line in block(data))


def item(data: Data) -> list[str]:
    """Give the lines of a list item: a dash, and the fields of its block."""
    first, *rest = block(data)
    return [f"- {first}", *(f"  {line}" if line else "" for line in rest)]


def folded(text: str, *, by: int = 2) -> list[str]:
    """Give a text as the lines below `>-`, each indented; none of them begins like a field."""
    words = one_line(text)
    lines = textwrap.wrap(words, WIDTH - by, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * by}{line}" for line in lines]


def scalar(text: str, *, inside: bool = False) -> str:
    """Give a text on one line: plain where YAML reads it as this very text, else in quote marks.

    `inside` says that it stands between brackets or braces, where commas part items.
    """
    plain = one_line(text)
    # A text that ends with a quote mark looks as if one were missing before it.
    risky = ": " in plain or " #" in plain or plain.endswith((":", '"')) or not _PLAIN.match(plain)
    if not risky and not (inside and re.search(r"[,\[\]{}:]", plain)) and resolve(plain) == plain:
        return plain
    if "'" not in plain:
        return f"'{plain}'"
    return '"{}"'.format(plain.replace("\\", "\\\\").replace('"', '\\"'))


def one_line(text: str) -> str:
    """Give a text on one line, without signs that cannot be seen."""
    return " ".join(without_unseen(text).split())


def _field(name: str, value: object, *, flow: bool) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(name, value)
    elif isinstance(value, Mapping) and not flow:
        yield f"{name}:"
        yield from (f"  {line}" if line else "" for line in block(value))
    elif isinstance(value, Sequence) and value and all(isinstance(one, Mapping) for one in value):
        yield f"{name}:"
        yield from (f"  {line}" if line else "" for one in value for line in item(one))
    else:
        yield f"{name}: {_flow(value)}"


def _text(name: str, value: str) -> Iterator[str]:
    written = scalar(value)
    lines = folded(value)
    long = name in FOLDED or len(name) + 2 + len(written) > WIDTH
    if long and not any(_LIKE_A_FIELD.match(line.strip()) for line in lines):
        yield f"{name}: >-"
        yield from lines
    else:
        yield f"{name}: {written}"


def _deep(value: object) -> bool:
    return isinstance(value, Mapping | Sequence) and not isinstance(value, str) and bool(value)


def _flow(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return scalar(value, inside=True)
        case Mapping():
            return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(map(_flow, value)) + "]"
    raise TypeError(f"no YAML for {type(value).__name__}")
