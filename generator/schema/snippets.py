"""Blocks an editor can begin with: a claim, a passage, a value, a date.

May import the model's value and the words of schemas. Must never know a dossier. Text below `>-` is indented for the
deepest place its block is offered at; elsewhere it stands further in than it need, which means the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.passages import Value
from generator.schema.words import Schema, snippet


def _passage(first: int, *, indent: int) -> dict[str, Any]:
    return {"source": f"${first}", "exact": f">-\n{' ' * indent}${first + 1}"}


def _value(name: str) -> Schema:
    body = "{between: [$1, $2]}" if name == "between" else f"{{{name}: $1}}"
    shown = body.replace("$1", "...").replace("$2", "...")
    return snippet(shown, str(Value.model_fields[name].description), body)


_CLAIM = snippet("a claim", "One proposition; its further fields are offered below its id.", {"id": "$1"})
_PASSAGE = snippet("a passage", "Words of a source.", _passage(1, indent=6))
_DERIVED = snippet(
    "a derived date", "A date that no passage states: it follows from passages by the calendar alone.",
    {"derived": "$1", "from": [_passage(2, indent=8)], "because": "$4"},
)  # fmt: skip
_STATED = snippet(
    "a stated date", "A date that stands, in full, in a passage.",
    {"stated": "$1", "from": [_passage(2, indent=8)]},
)  # fmt: skip

OF_BLOCKS: Mapping[str, list[Schema]] = {
    "Value": [_value(name) for name in Value.model_fields if name != "scope"],
    "Dated": [_DERIVED, _STATED],
}
"""By the name of the shape's class."""

OF_ITEMS: Mapping[str, list[Schema]] = {
    **{name: [_CLAIM] for name in ("Term", "Happening", "Context", "Position", "Reply", "Role")},
    "Passage": [_PASSAGE],
    "Evidence": [_PASSAGE],
}
"""For lists, by the name of the class of their items: a list's own blocks begin with `- ` where one is needed.

Two fields at most: of a block begun by hand yaml-language-server offers the rest, and indents it as if it began on the
line of its `- `, which is right for one field only.
"""

OF_QUOTATIONS: list[Schema] = [
    snippet(">-", "Text below, on lines of its own; line breaks in it are spaces.", ">-\n  $1"),
    snippet('"..."', "Text in quote marks.", '"$1"'),
]
