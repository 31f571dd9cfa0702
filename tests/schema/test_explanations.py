"""Explanations with examples: the same example in YAML, and never offered for insertion."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.passages import Shape
from generator.model.records import SHAPES
from generator.reading.fields import fields, shapes_below
from generator.reading.yaml_text import parse
from generator.schema.explanations import explained
from generator.yaml_lines import lines_of

CLASSES = {name: shape for record in SHAPES.values() for name, shape in shapes_below(record).items()}
FIELDS = [(shape, name) for shape in CLASSES.values() for name in fields(shape)]



def read_back(value: Any) -> Any:
    lines = "\n".join(f"  {line}" for line in lines_of(value))
    data, _, problems = parse(f"example:\n{lines}\n", file="x.yml")
    assert [str(problem) for problem in problems] == []
    assert isinstance(data, dict)
    return data["example"]


@pytest.mark.parametrize(("shape", "name"), FIELDS, ids=lambda part: part if isinstance(part, str) else part.__name__)
def test_every_field_has_an_explanation_and_an_example_that_reads_back(shape: type[Shape], name: str) -> None:
    info = fields(shape)[name]
    assert info.description
    assert info.examples
    for example in info.examples:
        assert read_back(example) == example


def test_short_examples_stand_in_the_line_and_long_ones_below() -> None:
    assert explained("A count.\nOf  heads.", example=40) == {
        "description": "A count. Of heads. Example: 40",
        "markdownDescription": "A count. Of heads.\n\nExample: `40`",
    }
    assert explained("What.", example={"more_than": 300})["description"] == "What. Example: {more_than: 300}"
    block = [
        {"source": "gazette", "exact": "on Tuesday, 4 March", "value": {"date": "2025-03-04"}, "about": ["a", "b"]}
    ]
    assert explained("What.", example=block)["markdownDescription"].splitlines()[4:] == [
        "```yaml",
        "- source: gazette",
        "  exact: >-",
        "    on Tuesday, 4 March",
        "  value: {date: 2025-03-04}",
        "  about: [a, b]",
        "```",
    ]


@pytest.mark.parametrize("text", ["true", "12", "~", "a: b", "a #b", "# a", "- a", "'a'", "[a", "*a", "a:"])
def test_text_that_yaml_would_read_otherwise_is_quoted(text: str) -> None:
    assert read_back(text) == text
    assert lines_of(text)[0].startswith(('"', "'"))
