"""A field's explanation with its example, for the help an editor shows: as plain text and as Markdown.

The example is part of the text and no `examples:` of the schema, since editors offer those for insertion: invented
words would get into a dossier. May import the words of schemas and how data is written. Must never know a field.
"""

from __future__ import annotations

from typing import Any

from generator.schema.words import Schema
from generator.yaml_lines import lines_of


def explained(text: str, *, example: Any) -> Schema:
    """Give a text of one line or more with an example, which is plain data."""
    text = " ".join(text.split())
    lines = lines_of(example)
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
