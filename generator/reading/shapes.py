"""Plain data -> one frozen record, with every misfit as a problem at its place.

Runs the pydantic shape of a kind and puts pydantic's errors into the words of this project. May import pydantic, the
model and problems. Must never know how YAML is parsed or how records refer to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from generator.model.passages import FieldError, Shape
from generator.model.records import SHAPES, RecordKind
from generator.problems import Problem
from generator.reading.dossier import Path, Places
from generator.reading.fields import (
    describe,
    fields,
    fields_under,
    holder,
    needed_unless_withheld,
    shape_name,
    shape_under,
)
from generator.reading.misfits import misfit
from generator.reading.suggestions import did_you_mean
from generator.reading.unseen import shown

_EVIDENCE = "evidence"
_WITHHELD = "withheld"
_COMMA = "put quote marks round text with a comma"


def shape(data: object, *, kind: RecordKind, places: Places) -> tuple[Shape | None, list[Problem]]:
    """Fit data into the shape of a kind; give the record, or None and a problem for every misfit."""
    model = SHAPES[kind]
    empty = set(_empty(data, path=())) if _holds_nothing(data) else set()
    absent = set(_absent(data, model=model, path=()))
    problems: set[Problem] = set()
    record: Shape | None = None
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        found = [(details, _path(details["loc"], data=data)) for details in error.errors(include_url=False)]
        unknown = {path for details, path in found if details["type"] == "extra_forbidden"}
        empty -= unknown
        misspelt = {_misspelt(path, model=model) for path in unknown}
        outside = {path for path in unknown if path[-1] in fields_under(holder(model, path[:-1]), _EVIDENCE)}
        problems |= set(_outside_evidence(outside, places=places))
        # The block is there, if outside its field: what it would hold is not missing as well.
        misspelt |= {(path[:-1], _EVIDENCE) for path in outside}
        absent -= misspelt
        for details, path in found:
            missing = details["type"] == "missing"
            if path in (outside if not missing else ()) or (path in empty and not missing):
                continue
            if missing and (path, details["loc"][-1]) in misspelt:
                continue
            if details["type"] == "value_error" and any(inner[:-1] == path for inner in empty):
                continue
            # A set, because a value that fits no arm of a union raises one error for each arm.
            problems.add(_problem(details, path=path, model=model, places=places))
    problems |= {_empty_problem(path, places=places) for path in empty}
    problems |= {_missing_problem(path, name, model=model, places=places) for path, name in absent}
    return (None, sorted(problems)) if problems else (record, [])


def _outside_evidence(paths: Iterable[Path], *, places: Places) -> Iterator[Problem]:
    """Report fields that stand beside `evidence:` instead of under it, once for each block."""
    blocks: dict[Path, list[Path]] = {}
    for path in sorted(paths, key=lambda path: places.of_key(*path)):
        blocks.setdefault(path[:-1], []).append(path)
    for block in blocks.values():
        names = " and ".join(f"{path[-1]}:" for path in block)
        message = f'put {names} under evidence:, in an item that begins with "- ", not beside it'
        yield Problem(places.of_key(*block[0]), "unknown-field", message)


def _misspelt(path: Path, *, model: type[Shape]) -> tuple[Path, str]:
    """Give the block and the field an unknown key was probably meant for: that field is then not missing as well."""
    guess = _guess(path, model=model)
    names = [name for name in fields(holder(model, path[:-1])) if f'"{name}"' in guess]
    return path[:-1], names[0] if names else ""


def _guess(path: Path, *, model: type[Shape]) -> str:
    return did_you_mean(str(path[-1]), fields(holder(model, path[:-1])))


def _absent(data: object, *, model: type[Shape], path: Path) -> Iterator[tuple[Path, str]]:
    """Give block and field of everything that is left out, though its block is not withheld."""
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from _absent(value, model=model, path=(*path, index))
    elif isinstance(data, Mapping):
        if data.get(_WITHHELD) is None:
            yield from ((path, name) for name in needed_unless_withheld(model) if name not in data)
        for name, value in data.items():
            if (inner := shape_under(model, str(name))) is not None:
                yield from _absent(value, model=inner, path=(*path, name))


def _holds_nothing(data: object) -> bool:
    """Tell whether an empty value stands anywhere in the data."""
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return None in values or any(_holds_nothing(value) for value in values if isinstance(value, dict | list))


def _empty(data: object, *, path: Path) -> Iterator[Path]:
    """Give the path of every empty value: a field without one was begun and not finished."""
    if data is None and path:
        yield path
        return
    steps = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _empty(value, path=(*path, step))


def _empty_problem(path: Path, *, places: Places) -> Problem:
    advice = _COMMA if _beside_another(path, places=places) else "write a value, or remove the line"
    message = f"{_field(path)}: is empty; {advice}"
    return Problem(places.of_key(*path), "missing-field", message)


def _beside_another(path: Path, *, places: Places) -> bool:
    """Tell whether another field of the block stands on the line of this one, before it: then the block has braces."""
    here = places.of_key(*path)
    others = (spot for other, spot in places.keys.items() if other[:-1] == path[:-1] and other != path)
    return any(spot.line == here.line and spot.column < here.column for spot in others)


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


def _missing_problem(path: Path, name: str, *, model: type[Shape], places: Places) -> Problem:
    owner = holder(model, path)
    message = f'"{name}" is missing from this {shape_name(owner)}; add it: {describe(owner, name)}'
    return Problem(places.of(*path), "missing-field", message)


def _problem(details: Mapping[str, Any], *, path: Path, model: type[Shape], places: Places) -> Problem:
    match details["type"]:
        case "extra_forbidden":
            owner = holder(model, path[:-1])
            name = str(details["loc"][-1])
            advice = _guess(path, model=model) or f"; its fields are {', '.join(fields(owner))}"
            if details["input"] is None and _beside_another(path, places=places):
                advice = f"; {_COMMA}"
            if name.isdecimal():
                advice = "; where a comma groups the digits of a number, leave it out"
            message = f'"{shown(name)}" is not a field of {shape_name(owner)}{advice}'
            return Problem(places.of_key(*path), "unknown-field", message)
        case "missing":
            return _missing_problem(path, str(details["loc"][-1]), model=model, places=places)
        case "value_error":
            error = details["ctx"]["error"]
            spot = places.of_key(*path, error.field) if isinstance(error, FieldError) else places.of(*path)
            return Problem(spot, "not-allowed", str(error))
    code, message = misfit(details, field=_field(path))
    at_key = details["loc"][-1:] == ("[key]",)
    return Problem(places.of_key(*path) if at_key else places.of(*path), code, message)
