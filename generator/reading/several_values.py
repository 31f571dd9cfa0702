"""Misfits of several values that are one mistake: digits parted by a comma, pairs without brackets, two answers.

May import places, problems and the model's value. Must never know pydantic's words for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.passages import Value
from generator.problems import Problem, Spot
from generator.reading.dossier import Path, Places
from generator.reading.fields import fields
from generator.reading.quote_marks import put_round

_SCOPE, _BETWEEN = "scope", "between"


def value_at(data: Any, path: Path) -> Any:
    """Give what stands at a path of data, or None."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        else:
            data = data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None
    return data


def is_grouped(path: Path, *, data: Any) -> bool:
    """Tell whether an unknown field is the rest of a number whose digits a comma parts: `{at_least: 1,200}`."""
    return str(path[-1]).isdecimal() and value_at(data, path) is None


def grouped_numbers(paths: Iterable[Path], *, data: Any, places: Places) -> Iterator[Problem]:
    """Report each number that a comma parts, once."""
    blocks: dict[Path, list[str]] = {}
    for path in sorted(paths, key=lambda path: places.of_key(*path)):
        blocks.setdefault(path[:-1], []).append(str(path[-1]))
    for block, rest in blocks.items():
        names = [str(name) for name in value_at(data, block)]
        before = names[names.index(rest[0]) - 1] if names.index(rest[0]) else ""
        given = value_at(data, (*block, before)) if before else None
        last = places.of_key(*block, rest[-1])
        first = places.of(*block, before) if before else places.of_key(*block, rest[0])
        message = "a comma parts the fields between braces; leave it out of a number"
        if before == _BETWEEN:
            message = f"{before}: takes two numbers between brackets; write [{given}, {', '.join(rest)}]"
            first = places.of(*block, before)
        elif isinstance(given, int) and all(len(digits) == 3 for digits in rest):
            written = ",".join([str(given), *rest])
            message = f'the comma in "{written}" parts two fields; write {written.replace(",", "")} without it'
        width = last.column + last.width - first.column if first.line == last.line else first.width
        yield Problem(Spot(first.file, first.line, first.column, width), "unknown-field", message)


def whole_text(path: Path, *, data: Any) -> str:
    """Say what to do with text between braces that a comma parts: the field before has its first words."""
    block = value_at(data, path[:-1])
    names = list(block)
    before = names[names.index(path[-1]) - 1] if names.index(path[-1]) else ""
    if not isinstance(block.get(before), str):
        return "put quote marks round text with a comma"
    return put_round(f"{block[before]}, {path[-1]}", of=str(before))


def lists_of_lists(found: Sequence[tuple[Mapping[str, Any], Path]]) -> set[Path]:
    """Give the lists all of whose items should be lists themselves, and are none."""
    lists = (path for details, path in found if details["type"] == "list_type" and path)
    return {path[:-1] for path in lists if isinstance(path[-1], int)}


def list_of_pairs(path: Path, *, data: Any, places: Places) -> Problem:
    """Report a list whose items are no lists."""
    items = value_at(data, path)
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    example = ", ".join(map(str, items)) if all(isinstance(item, str) for item in items) and len(items) == 2 else "a, b"
    message = f"each item of {field}: is a list itself; put brackets round each: {field}: [[{example}]]"
    return Problem(places.of(*path), "wrong-type", message)


def one_answer(path: Path, *, data: Any, places: Places) -> Problem:
    """Report a value with no answer, or with more than one."""
    given = [str(name) for name in value_at(data, path) if name != _SCOPE]
    if len(given) < 2:
        names = ", ".join(name for name in fields(Value) if name != _SCOPE)
        return Problem(places.of(*path), "not-allowed", f"a value has one of {names}; add the one the quotation gives")
    spots = [places.of_key(*path, name) for name in given]
    listed = " and ".join(f'"{name}"' for name in given)
    advice = "keep the one that the quotation gives, and remove the rest"
    low, high = (value_at(data, (*path, name)) for name in ("at_least", "at_most"))
    if set(given) == {"at_least", "at_most"}:
        advice = f"keep the one that the quotation gives, or write {{between: [{low}, {high}]}}"
    return Problem(spots[1], "not-allowed", f"{listed} stand in one value, which has one answer; {advice}")
