"""What fields a shape has, as editors write them, and which shape stands at a path.

The shapes are few and never change, so what is asked of each is worked out once. Imports the model and the vocabulary
that readers of broken files work with. Must never know data, files or places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from generator.model.passages import NEEDED, Selector, Shape
from generator.reading.dossier import Path
from generator.reading.vocabulary import Vocabulary

_VERBATIM = frozenset({*Selector.model_fields, "attribution", "words"})
_NAMES = {
    "DossierHead": "dossier", "Happening": "claim", "Context": "claim", "CslName": "name", "Dated": "date",
}  # fmt: skip


@cache
def fields(shape: type[Shape]) -> Mapping[str, Any]:
    """Give the fields of a shape by the name editors write (`from`, not `from_`)."""
    return {info.alias or name: info for name, info in shape.model_fields.items()}


def shape_name(shape: type[Shape]) -> str:
    """Give the word for a shape in messages: `evidence`, `quotation limit`."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__).lower()
    return _NAMES.get(shape.__name__, plain)


def describe(shape: type[Shape], name: str) -> str:
    """Give the first sentence about a field, fit to follow a colon: `the id of the source, ...`."""
    text = " ".join((fields(shape)[name].description or "see the guide").split())
    first = re.split(r"(?<=[.])\s+(?=[A-Z`])", text)[0].rstrip(".")
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]


def holder(shape: type[Shape], path: Path) -> type[Shape]:
    """Give the shape that holds the fields at a path of data, or the nearest one above it."""
    for step in path:
        if isinstance(step, str) and step in fields(shape):
            shape = _shape_in(fields(shape)[step].annotation) or shape
    return shape


@cache
def names_below(shape: type[Shape]) -> frozenset[str]:
    """Give the names of all fields of a shape and of the shapes inside it."""
    inner = (found for info in fields(shape).values() if (found := _shape_in(info.annotation)) is not None)
    return frozenset(fields(shape)).union(*(names_below(one) for one in inner))


@cache
def vocabulary(shape: type[Shape]) -> Vocabulary:
    """Give the names of a shape's fields, for reading lines that are not YAML."""
    return Vocabulary(names_below(shape), _VERBATIM, _lists_below(shape))


def _lists_below(shape: type[Shape]) -> frozenset[str]:
    """Give the names of all fields of a shape, and of the shapes inside it, that hold a list of blocks."""
    inner = {name: found for name, info in fields(shape).items() if (found := _shape_in(info.annotation)) is not None}
    own = frozenset(name for name in inner if get_origin(fields(shape)[name].annotation) is list)
    return own.union(*(_lists_below(one) for one in inner.values()))


@cache
def shapes_under(shape: type[Shape]) -> Mapping[str, type[Shape]]:
    """Give the fields of a shape that hold shapes, as editors write them, and the shape that stands under each."""
    found = ((name, _shape_in(info.annotation)) for name, info in fields(shape).items())
    return {name: inner for name, inner in found if inner is not None}


@cache
def inner_shapes(shape: type[Shape]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a shape that hold shapes, alone or in a list: each as attribute and as editors write it."""
    infos: dict[str, Any] = shape.model_fields
    return tuple((name, info.alias or name) for name, info in infos.items() if _shape_in(info.annotation) is not None)


def shapes_below(shape: type[Shape]) -> dict[str, type[Shape]]:
    """Give a shape and all shapes inside it, by the name of their class."""
    inner = (found for info in fields(shape).values() if (found := _shape_in(info.annotation)) is not None)
    return {shape.__name__: shape, **{name: one for found in inner for name, one in shapes_below(found).items()}}


def fields_under(shape: type[Shape], name: str) -> frozenset[str]:
    """Give the names of the fields under one field of a shape; none where it holds no shape, or is no field."""
    inner = _shape_in(fields(shape)[name].annotation) if name in fields(shape) else None
    return frozenset(fields(inner)) if inner is not None else frozenset()


@cache
def needed_unless_withheld(shape: type[Shape]) -> tuple[str, ...]:
    """Give the names of the fields of a shape that may be left out only where its block is withheld."""
    return tuple(name for name, info in fields(shape).items() if info.json_schema_extra == NEEDED)


@cache
def _shape_in(annotation: Any) -> type[Shape] | None:
    """Find the one shape inside `list[...]`, `... | None` and `Annotated[...]`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Shape) else None
    return next((found for inner in get_args(annotation) if (found := _shape_in(inner)) is not None), None)
