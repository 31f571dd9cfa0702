"""Values in tables: what a passage answers, in the same five columns wherever a value stands.

May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.exports.tables.columns import Column, Row, told
from generator.telling.passages import Value

_FORMS = tuple(name for name in Value.model_fields if name != "scope")
_MEANINGS = " ".join(f"`{name}`: {Value.model_fields[name].description}" for name in _FORMS)
VALUE = (
    Column("value_form", f"How the value is given. {_MEANINGS}", allowed=_FORMS),
    Column("value_number", "The amount or bound; of `between` the lower one.", "number"),
    Column("value_upper", "The upper bound of `between`.", "number"),
    Column("value_text", "The date in EDTF, or the words."),
    told((Value, "scope"), name="value_scope"),
)
"""The columns of a value; all are empty where there is none."""


def value_cells(value: Value | None) -> Row:
    """Give the cells of a value."""
    if value is None:
        return {}
    form, given = _given(value)
    low, high = given if isinstance(given, tuple) else (given, None)
    return {
        "value_form": form,
        "value_number": None if isinstance(low, str) else low,
        "value_upper": high,
        "value_text": low if isinstance(low, str) else None,
        "value_scope": value.scope,
    }


def _given(value: Value) -> tuple[str, Any]:
    fields: Mapping[str, Any] = value.__dict__
    return next((name, fields[name]) for name in _FORMS if fields[name] is not None)
