"""Plain data -> one frozen record, with every misfit as a problem at its place.

Runs the pydantic shape of a kind and puts pydantic's errors into the words of this project. May import pydantic, the
model and problems. Must never know how YAML is parsed or how records refer to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from generator.model.passages import Shape
from generator.model.records import SHAPES, RecordKind
from generator.problems import Problem
from generator.reading.dossier import Path, Places
from generator.reading.fields import describe, fields, holder, shape_name
from generator.reading.misfits import misfit
from generator.reading.suggestions import did_you_mean
from generator.reading.unseen import shown


def shape(data: object, *, kind: RecordKind, places: Places) -> tuple[Shape | None, list[Problem]]:
    """Fit data into the shape of a kind; give the record, or None and a problem for every misfit."""
    model = SHAPES[kind]
    empty = set(_empty(data, path=()))
    problems: set[Problem] = set()
    record: Shape | None = None
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        found = [(details, _path(details["loc"], data=data)) for details in error.errors(include_url=False)]
        unknown = {path for details, path in found if details["type"] == "extra_forbidden"}
        empty -= unknown
        misspelt = {_misspelt(path, model=model) for path in unknown}
        for details, path in found:
            missing = details["type"] == "missing"
            if (path in empty and not missing) or (missing and (path, details["loc"][-1]) in misspelt):
                continue
            # A set, because a value that fits no arm of a union raises one error for each arm.
            problems.add(_problem(details, path=path, model=model, places=places))
    problems |= {_empty_problem(path, places=places) for path in empty}
    return (None, sorted(problems)) if problems else (record, [])


def _misspelt(path: Path, *, model: type[Shape]) -> tuple[Path, str]:
    """Give the block and the field an unknown key was probably meant for: that field is then not missing as well."""
    guess = _guess(path, model=model)
    names = [name for name in fields(holder(model, path[:-1])) if f'"{name}"' in guess]
    return path[:-1], names[0] if names else ""


def _guess(path: Path, *, model: type[Shape]) -> str:
    return did_you_mean(str(path[-1]), fields(holder(model, path[:-1])))


def _empty(data: object, *, path: Path) -> Iterator[Path]:
    """Give the path of every empty value: a field without one was begun and not finished."""
    if data is None and path:
        yield path
        return
    steps = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _empty(value, path=(*path, step))


def _empty_problem(path: Path, *, places: Places) -> Problem:
    message = f"{_field(path)}: is empty; write a value, or remove the line"
    return Problem(places.of_key(*path), "missing-field", message)


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


def _problem(details: Mapping[str, Any], *, path: Path, model: type[Shape], places: Places) -> Problem:
    match details["type"]:
        case "extra_forbidden":
            owner = holder(model, path[:-1])
            name = str(details["loc"][-1])
            advice = _guess(path, model=model) or f"; its fields are {', '.join(fields(owner))}"
            if name.isdecimal():
                advice = "; where a comma groups the digits of a number, leave it out"
            message = f'"{shown(name)}" is not a field of {shape_name(owner)}{advice}'
            return Problem(places.of_key(*path), "unknown-field", message)
        case "missing":
            name = str(details["loc"][-1])
            owner = holder(model, path)
            message = f'"{name}" is missing from this {shape_name(owner)}; add it: {describe(owner, name)}'
            return Problem(places.of(*path), "missing-field", message)
        case "value_error":
            return Problem(places.of(*path), "not-allowed", str(details["ctx"]["error"]))
    code, message = misfit(details, field=_field(path))
    at_key = details["loc"][-1:] == ("[key]",)
    return Problem(places.of_key(*path) if at_key else places.of(*path), code, message)
