"""Plain data -> one frozen record, with every misfit as a problem at its place.

Runs the pydantic shape of a kind and puts pydantic's errors into the words of this project. May import pydantic, the
model and problems. Must never know how YAML is parsed or how records refer to each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError

from generator.model.claims import SecondReading
from generator.model.passages import FieldError, Shape, Value
from generator.model.records import SHAPES, RecordKind
from generator.problems import Problem, Spot, and_more
from generator.reading.dossier import Path, Places
from generator.reading.fields import (
    describe,
    fields,
    fields_under,
    holder,
    needed_unless_withheld,
    shape_name,
    shapes_under,
)
from generator.reading.misfits import misfit
from generator.reading.misplaced import (
    beside,
    home_of,
    items_of,
    meant,
    outside_items,
    together,
    unknown_field,
    unknown_fields,
)  # fmt: skip
from generator.reading.quote_marks import put_round
from generator.reading.several_values import (
    grouped_numbers,
    is_grouped,
    list_of_pairs,
    lists_of_lists,
    one_answer,
    value_at,
    whole_text,
)  # fmt: skip
from generator.reading.unseen import shown

_EVIDENCE = "evidence"
_WITHHELD = "withheld"
_MISBUILT = ("list_type", "dict_type", "model_type", "model_attributes_type")
"""Errors of values that are no list, or no block, where one belongs: nothing is missing below these."""
_HOLD_MORE = (dict, list)
_NOTHING: Mapping[str, type[Shape]] = {}
Found = tuple[Mapping[str, Any], Path]
"""One of pydantic's errors, and where in the data it is."""
_MOST = 2_000
"""Misfits of one file that are looked at; where there are more, they are counted."""
NO_IDS: Mapping[str, Collection[str]] = {}


def shape(
    data: object, *, kind: RecordKind, places: Places, ids: Mapping[str, Collection[str]] = NO_IDS
) -> tuple[Shape | None, list[Problem]]:
    """Fit data into the shape of a kind; give the record, or None and a problem for every misfit.

    `ids` are the ids of records there are, by the field that names them.
    """
    model = SHAPES[kind]
    empty: set[Path] = set()
    found: list[Found] = []
    if not _filled(data, model):
        empty = set(_empty(data, path=()))
        found = [_absence(path, name) for path, name in _absent(data, model=model, path=())]
    record: Shape | None = None
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        found += [(details, _path(details["loc"], data=data)) for details in error.errors(include_url=False)]
    problems: set[Problem] = set()
    left = len(found) + len(empty) - _MOST
    found, empty = found[:_MOST], set(islice(sorted(empty, key=str), _MOST)) if len(empty) > _MOST else empty
    if found:
        misfits = _Misfits(model=model, data=data, places=places, ids=ids)
        problems |= set(misfits.problems(found, empty=empty))
    problems |= {_empty_problem(path, model=model, data=data, places=places) for path in empty}
    if not problems:
        return record, []
    *told, last = sorted(problems)
    return None, [*told, and_more(last, left) if left > 0 else last]


def fits(data: object, *, kind: RecordKind) -> bool:
    """Tell whether data fits the shape of a kind."""
    if not _filled(data, SHAPES[kind]):
        return False
    try:
        SHAPES[kind].model_validate(data)
    except ValidationError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Misfits:
    """What pydantic found in one file, put together so that one mistake is one problem."""

    model: type[Shape]
    data: Any
    places: Places
    ids: Mapping[str, Collection[str]]

    def problems(self, found: Sequence[Found], *, empty: set[Path]) -> Iterator[Problem]:
        """Give the problems, and take from the empty fields those that are unknown: they are told as such."""
        unknown = {path for details, path in found if details["type"] == "extra_forbidden"}
        wrong = {path for details, path in found if details["type"] in ("string_type", "list_type")}
        empty -= unknown | {path for path in empty if any(path[: len(one)] == one and path != one for one in wrong)}
        grouped = {path for path in unknown if is_grouped(path, data=self.data)}
        yield from grouped_numbers(grouped, data=self.data, places=self.places)
        outside = list(self._outside(unknown - grouped))
        for of, group in outside:
            yield outside_items(group, of=of, places=self.places)
        listed = {path for _, group in outside for path in group}
        moved = together(unknown - listed - grouped, model=self.model, data=self.data, places=self.places)
        several = [group for group in moved if len(group) > 1]
        for group in several:
            yield unknown_fields(group, model=self.model, data=self.data, places=self.places)
        told = listed | grouped | {path for group in several for path in group}
        meant = {self._meant(path) for path in unknown} | {(group[0][:-1], of) for of, group in outside}
        misbuilt = {path for details, path in found if details["type"] in _MISBUILT}
        lists = lists_of_lists(found)
        for path in lists:
            yield list_of_pairs(path, data=self.data, places=self.places)
        for details, path in found:
            missing = details["type"] == "missing"
            if (missing and (path, details["loc"][-1]) in meant) or path[:-1] in lists:
                continue
            if missing and ((path, _WITHHELD) in meant or any(path[: len(one)] == one for one in misbuilt)):
                continue
            if not missing and (path in told or path in empty):
                continue
            if details["type"] == "value_error" and any(inner[:-1] == path for inner in empty | grouped):
                continue
            if details["type"] == "list_type" and any(path[:-1] == one[:-1] for one in grouped):
                continue
            # Twice where a value fits no arm of a union: the same problem, told once.
            yield self._problem(details, path=path)

    def _outside(self, unknown: set[Path]) -> Iterator[tuple[str, list[Path]]]:
        """Give the unknown fields of each block that belong to an item of a list beside which they stand."""
        blocks: dict[Path, list[Path]] = {}
        for path in sorted(unknown, key=lambda path: self.places.of_key(*path)):
            blocks.setdefault(path[:-1], []).append(path)
        for block, paths in blocks.items():
            if (of := items_of(paths, model=self.model)) and any(self._home(path) is None for path in paths):
                yield of, paths
                continue
            inside = fields_under(holder(self.model, block), _EVIDENCE)
            homeless = [path for path in paths if path[-1] in inside and self._home(path) is None]
            if homeless:
                yield _EVIDENCE, homeless

    def _home(self, path: Path) -> Path | None:
        return home_of(path, model=self.model, data=self.data, places=self.places)

    def _meant(self, path: Path) -> tuple[Path, str]:
        """Give the block and the field an unknown field was probably meant for: that field is not missing as well."""
        if (there := self._home(path)) is not None:
            return there, str(path[-1])
        return path[:-1], meant(str(path[-1]), holder(self.model, path[:-1]))

    def _problem(self, details: Mapping[str, Any], *, path: Path) -> Problem:
        places = self.places
        match details["type"]:
            case "extra_forbidden" if details["input"] is None and places.follows_another(*path):
                name = shown(str(details["loc"][-1]))
                block = shape_name(holder(self.model, path[:-1]))
                message = f'"{name}" is not a field of {block}; {whole_text(path, data=self.data)}'
                return Problem(places.of_key(*path), "unknown-field", message)
            case "extra_forbidden":
                return unknown_field(path, model=self.model, data=self.data, places=places)
            case "missing":
                name = str(details["loc"][-1])
                owner = holder(self.model, path)
                here = value_at(self.data, path)
                where = f" {beside(here, path, places)}" if path and isinstance(here, Mapping) and here else ""
                advice = f"add it{where}: {describe(owner, name)}"
                if owner is SecondReading:
                    advice = "remove second_reading:, and run factsheet read ID --by NAME, which writes it whole"
                message = f'"{name}" is missing from this {shape_name(owner)}; {advice}'
                return Problem(places.of(*path), "missing-field", message)
            case "value_error" if holder(self.model, path) is Value:
                return one_answer(path, data=self.data, places=places)
            case "value_error":
                error = details["ctx"]["error"]
                spot = places.of_key(*path, error.field) if isinstance(error, FieldError) else places.of(*path)
                return Problem(spot, "not-allowed", str(error))
        field = _field(path)
        in_list = bool(path) and isinstance(path[-1], int)
        code, message = misfit(details, field=field, in_list=in_list, ids=self.ids.get(field, ()))
        if field == "value" and "question" not in (value_at(self.data, path[:-3]) or ("question",)):
            message += "; the claim also needs question:, the id of what its value answers"
        at_key = details["loc"][-1:] == ("[key]",)
        return Problem(places.of_key(*path) if at_key else places.of(*path), code, message)


def _absent(data: object, *, model: type[Shape], path: Path) -> Iterator[tuple[Path, str]]:
    """Give block and field of everything that is left out, though its block is not withheld."""
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from _absent(value, model=model, path=(*path, index))
    elif isinstance(data, Mapping):
        if _WITHHELD not in data:
            yield from ((path, name) for name in needed_unless_withheld(model) if name not in data)
        for name, inner in shapes_under(model).items():
            if name in data:
                yield from _absent(data[name], model=inner, path=(*path, name))


def _filled(data: object, model: type[Shape] | None) -> bool:
    """Tell whether nothing is absent or empty in data that stands for a shape, or for none: as in nearly every file."""
    if type(data) is list:
        return all(_filled(value, model) if type(value) in _HOLD_MORE else value is not None for value in data)
    if type(data) is not dict:
        return data is not None
    if model is not None and _WITHHELD not in data:
        for name in needed_unless_withheld(model):
            if name not in data:
                return False
    under = shapes_under(model) if model is not None else _NOTHING
    for name, value in data.items():
        if value is None or (type(value) in _HOLD_MORE and not _filled(value, under.get(name))):
            return False
    return True


def _absence(path: Path, name: str) -> Found:
    """Tell what is left out in the form in which pydantic tells what is missing."""
    return {"type": "missing", "loc": (*path, name)}, path


def _empty(data: object, *, path: Path) -> Iterator[Path]:
    """Give the path of every empty value: a field without one was begun and not finished."""
    if data is None and path:
        yield path
        return
    steps = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _empty(value, path=(*path, step))


def _empty_problem(path: Path, *, model: type[Shape], data: object, places: Places) -> Problem:
    if not isinstance(path[-1], str):
        return Problem(
            places.of(*path), "missing-field", f"an item of {_field(path)}: is empty; write it, or remove the line"
        )
    key = places.of_key(*path)
    line = places.lines[key.line - 1] if key.line <= len(places.lines) else ""
    comment = re.match(r":\s+(#\S.*)", line[key.column - 1 + key.width :])
    if comment is not None:
        spot = Spot(key.file, key.line, key.column + key.width + comment.start(1), len(comment[1].rstrip()))
        found = f'"{shown(comment[1])}" is read as a comment, so {_field(path)}: is empty'
        return Problem(spot, "comment-in-text", f"{found}; {put_round(comment[1])}")
    owner = holder(model, path[:-1])
    info = fields(owner).get(path[-1])
    advice = "write a value, or remove the line"
    if info is not None and (info.is_required() or path[-1] in needed_unless_withheld(owner)):
        advice = f"write what belongs there: {describe(owner, path[-1])}"
    if places.follows_another(*path):
        advice = whole_text(path, data=data)
    return Problem(key, "missing-field", f"{_field(path)}: is empty; {advice}")


def _path(loc: tuple[int | str, ...], *, data: Any) -> Path:
    """Drop from a location what stands in no file: names of union arms, and the field a bare date is put in."""
    path: Path = ()
    for step in loc:
        in_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if in_list or (isinstance(data, Mapping) and step in data):
            data, path = data[step], (*path, step)
    return path


def _field(path: Path) -> str:
    """Name the field a path leads to; an item of a list by the list's name."""
    return shown(next((step for step in reversed(path) if isinstance(step, str) and step), "file"))
