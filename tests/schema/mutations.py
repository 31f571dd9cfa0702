"""Records of the example with one thing changed, in every place and in every way that an editor slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from inspect import get_annotations
from pathlib import Path
from typing import Any

from generator.model.records import FOLDERS, SHAPES, RecordKind
from generator.reading.fields import holder, vocabulary
from generator.reading.yaml_text import parse
from tests.case_files import EXAMPLE

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Written:
    """One fact file as plain data."""

    kind: RecordKind
    id: str
    file: str
    data: Any


@dataclass(frozen=True)
class Change:
    """One place in a record, and what is done there."""

    record: Written
    steps: Steps
    way: str

    @property
    def what(self) -> str:
        """Say which field of which shape is changed and how, the same wherever the field stands."""
        *before, last = self.steps
        field = next(step for step in reversed(self.steps) if isinstance(step, str))
        shape = holder(SHAPES[self.record.kind], tuple(before))
        declared = [one.__name__ for one in shape.__mro__ if field in get_annotations(one)]
        name = declared[0] if declared else shape.__name__
        return f"{name}.{field}{'' if isinstance(last, str) else ' (an item)'}: {self.way}"

    def made(self) -> Written:
        """Give the record with the change made."""
        data = deepcopy(self.record.data)
        block = data
        for step in self.steps[:-1]:
            block = block[step]
        last = self.steps[-1]
        if self.way == TAKEN_AWAY:
            del block[last]
        elif self.way == MISSPELT:
            block[f"{last}e"] = block.pop(last)
        elif self.way == STRANGER:
            block[last]["nobody"] = "knows"
        elif self.way == REPEATED:
            block[last] *= 3
        else:
            block[last] = deepcopy(OTHERS[self.way])
        return replace(self.record, data=data)


TAKEN_AWAY, MISSPELT = "taken away", "misspelt"
STRANGER, REPEATED = "with a field nobody knows", "with its items three times"
OTHERS: dict[str, Any] = {
    "an id nobody has": "no-such-id",
    "no id": "No_Id",
    "a long id": "a" * 81,
    "blank": " ",
    "nothing": None,
    "a number": 7,
    "a number with a part": 0.5,
    "true": True,
    "an empty list": [],
    "a list of text": ["x"],
    "an empty block": {},
    "a block": {"x": "y"},
    "unnamed": "unnamed",
    "a date": "2025-03-04",
    "a derived date": {"derived": "2025-03-04"},
    "a text of the example": "seeds/gazette.txt",
}
"""What else may stand in a place, by what it is."""

FOR_ONE_WORD = frozenset({
    "no id", "a long id", "a number with a part", "unnamed", "a date", "a derived date", "a text of the example",
})  # fmt: skip
"""Tried only where one word stands, such as an id or a date: anywhere else it is one more text, or of a wrong type."""


def written(root: Path = EXAMPLE) -> list[Written]:
    """Give every fact file of a dossier whose YAML can be read, as plain data."""
    places: list[tuple[Path, RecordKind]] = [(root / "facts" / "dossier.yml", "dossier")]
    for folder, kind in FOLDERS.items():
        places += [(place, kind) for place in sorted((root / "facts" / folder).glob("*.yml"))]
    return [record for place, kind in places for record in _read(place, kind=kind, root=root)]


def changes(record: Written) -> Iterator[Change]:
    """Give everything that can be changed in a record, one thing at a time."""
    for steps, value in _places(record.data, steps=()):
        yield Change(record, steps, TAKEN_AWAY)
        if isinstance(steps[-1], str):
            yield Change(record, steps, MISSPELT)
        if isinstance(value, dict):
            yield Change(record, steps, STRANGER)
        if isinstance(value, list) and value:
            yield Change(record, steps, REPEATED)
        one_word = isinstance(value, str) and " " not in value
        yield from (Change(record, steps, way) for way in OTHERS if one_word or way not in FOR_ONE_WORD)


def one_of_each(records: Iterable[Written]) -> list[Change]:
    """Give every change once, the first record it fits standing for all."""
    first: dict[str, Change] = {}
    for record in records:
        for change in changes(record):
            first.setdefault(change.what, change)
    return list(first.values())


def _read(place: Path, *, kind: RecordKind, root: Path) -> Iterator[Written]:
    if place.is_file():
        text = place.read_bytes().decode("utf-8", "replace")
        file = place.relative_to(root).as_posix()
        data, _, problems = parse(text, file=file, vocabulary=vocabulary(SHAPES[kind]))
        if data is not None and not problems:
            yield Written(kind, place.stem, file, data)


def _places(value: Any, *, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if steps:
        yield steps, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from _places(one, steps=(*steps, step))
