"""What a table is: its columns, what each holds, and the rows that a fact sheet gives it.

Descriptions, types and allowed words of a column come from the field that is told, so that nothing is said twice. CSV,
its description, the database and the tables of fields are all made from these shapes.
May import the base of what is told. Must never know a format, nor which tables there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Annotated, Any, Literal, get_args, get_origin

from generator.telling.facts import Facts
from generator.telling.told import Told

Cell = str | int | float | bool | Day | None
"""What a cell holds: None where it is not known, and never an empty text."""
Row = Mapping[str, Cell]
"""One row: cells by the names of their columns; a column that is not named is empty."""
Grid = list[tuple[Cell, ...]]
"""The cells of a table, row by row."""
Kind = Literal["text", "integer", "number", "truth", "day"]
_KINDS: Mapping[object, Kind] = {str: "text", int: "integer", float: "number", bool: "truth", Day: "day"}
WITHHELD = "withheld"
"""The column that says why the words of a row are withheld; where it is empty nothing is."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and which cells are allowed.

    `required` cells are never empty, but in rows that are withheld. `leads_to` names the table whose `id` it holds.
    `sought` columns have an index.
    """

    name: str
    description: str
    kind: Kind = "text"
    required: bool = False
    unique: bool = False
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    least: float | None = None
    most: float | None = None
    leads_to: str = ""
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its columns, the columns of its key, and its rows for a fact sheet.

    A withheld row keeps the columns `kept` alone; a table without any has no withheld rows. `label` names the column
    that stands for a row where another table leads to it, `facets` the columns by which rows are counted, and `sought`
    the column of text that is searched.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Facts], Iterator[Row]]
    kept: tuple[str, ...] = ()
    label: str = ""
    facets: tuple[str, ...] = ()
    sought: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def grid(self, facts: Facts) -> Grid:
        """Give the cells of all rows, in the order of the columns."""
        names = self.names
        return [tuple(map(row.get, names)) for row in self.rows(facts)]

    def filled(self, column: Column) -> bool:
        """Say whether a column is filled in every row, withheld ones too."""
        return column.required and (not self.kept or column.name in self.kept)


def told(*fields: tuple[type[Told], str], name: str = "", **more: Any) -> Column:
    """Make a column of a field that is told, or of a field of a field: described by the docstrings of them all.

    It is required where all of them are; `more` changes or adds what the last field does not say.
    """
    infos = [shape.model_fields[field] for shape, field in fields]
    last = infos[-1]
    kind, allowed = _meaning(last.annotation)
    extra = last.json_schema_extra if isinstance(last.json_schema_extra, dict) else {}
    listed = extra.get("enum", ())
    found = Column(
        name=name or fields[-1][1],
        description=" ".join(" ".join((info.description or "").split()) for info in infos),
        kind=kind,
        required=all(info.is_required() for info in infos) and not _open(last.annotation),
        allowed=tuple(map(str, listed)) if isinstance(listed, list) else allowed,
        pattern=_limit(last.metadata, "pattern") or "",
        least=_limit(last.metadata, "ge"),
        most=_limit(last.metadata, "le"),
    )
    return replace(found, **more)


def meaning_of(shape: type[Told]) -> str:
    """Say in one sentence what a shape is, for the table of such things."""
    return (shape.__doc__ or "").strip().splitlines()[0]


def _meaning(annotation: object) -> tuple[Kind, tuple[str, ...]]:
    """Give the kind of a field's value and, of one that is a choice, the words to choose from."""
    if get_origin(annotation) is Annotated:
        return _meaning(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return "text", tuple(map(str, get_args(annotation)))
    if annotation in _KINDS:
        return _KINDS[annotation], ()
    inner = [one for one in get_args(annotation) if one is not type(None)]
    if len(inner) != 1 or get_origin(annotation) in (list, dict, tuple):
        return "text", ()
    return _meaning(inner[0])


def _open(annotation: object) -> bool:
    return type(None) in get_args(annotation)


def _limit(metadata: list[Any], name: str) -> Any:
    return next((found for one in metadata if (found := getattr(one, name, None)) is not None), None)
