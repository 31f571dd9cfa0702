"""A field that its block does not have: misspelt, of another block, another word for one, or not for hands to write.

May import the model's fields, places and suggestions. Must never know YAML's parser, nor what a field means.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from generator.model.claims import Claim
from generator.model.dossier_head import DossierHead
from generator.model.passages import Shape, Value
from generator.model.records import Renamed
from generator.problems import Problem, Spot
from generator.reading.dossier import Path, Places
from generator.reading.fields import fields, fields_under, holder, shape_name, shapes_under
from generator.reading.several_values import value_at
from generator.reading.suggestions import did_you_mean, nearest
from generator.reading.unseen import shown

_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "quote": ("exact",),
    "quotation": ("exact",),
    "text": ("exact", "statement", "title"),
    "claim": ("statement",),
    "description": ("statement", "about"),
    "speaker": ("claimant",),
    "who": ("claimant", "held_by"),
    "by": ("claimant", "held_by"),
    "said_by": ("claimant",),
    "channel": ("via",),
    "answers": ("question",),
    "claims": ("terms", "roles"),
    "terms": ("claims",),
    "events": ("claims",),
    "statements": ("claims", "terms"),
    "passages": ("evidence",),
    "quotes": ("evidence",),
    "actors": ("about",),
    "url": ("URL",),
    "link": ("URL",),
    "lang": ("language",),
    "newspaper": ("container-title",),
    "publication": ("container-title",),
    "published": ("issued",),
    "date": ("issued",),
    "retrieved": ("accessed",),
    "aliases": ("names",),
    "name": ("title",),
    "title": ("name", "text", "statement"),
    "reason": ("because",),
    "why": ("because",),
    "number": ("exactly",),
    "count": ("exactly",),
    "amount": ("exactly",),
    "over": ("more_than",),
    "under": ("fewer_than",),
    "less_than": ("fewer_than",),
    "up_to": ("at_most",),
    "approximately": ("about",),
}
"""What editors write for a field, and the fields they may mean."""
_NOTES = frozenset({"note", "notes", "comment", "comments", "todo"})
_WORKED_OUT = frozenset({"status", "verified", "confirmed", "confidence", "certainty", "reliability"})


def meant(name: str, owner: type[Shape]) -> str:
    """Give the field of a shape that an unknown name probably means, or nothing."""
    known = fields(owner)
    word = name.strip().casefold().replace(" ", "_").replace("-", "_")
    if word not in known:
        for other in _OTHER_WORDS.get(word, ()):
            if other in known:
                return other
    return nearest(name, known)


def together(paths: Collection[Path], *, model: type[Shape], data: Any, places: Places) -> list[list[Path]]:
    """Put unknown fields of one block together that belong to one other block; the rest stands alone."""
    groups: dict[tuple[Path, object], list[Path]] = {}
    for path in sorted(paths, key=lambda path: places.of_key(*path)):
        home = home_of(path, model=model, data=data, places=places)
        groups.setdefault((path[:-1], path if home is None else home), []).append(path)
    return list(groups.values())


def unknown_fields(paths: Sequence[Path], *, model: type[Shape], data: Any, places: Places) -> Problem:
    """Say that several fields of a block belong to another one."""
    there = home_of(paths[0], model=model, data=data, places=places) or ()
    names = _listed([f'"{shown(str(path[-1]))}"' for path in paths])
    message = (
        f"{names} are no fields of {shape_name(holder(model, paths[0][:-1]))}, but of the "
        f"{shape_name(holder(model, there))}; move them there, {beside(value_at(data, there), there, places)}"
    )
    return Problem(places.of_key(*paths[0]), "unknown-field", message)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def items_of(paths: Sequence[Path], *, model: type[Shape]) -> str:
    """Give the list whose items have all of several unknown fields of one block, or nothing."""
    owner, names = holder(model, paths[0][:-1]), {str(path[-1]) for path in paths}
    return next((field for field in fields(owner) if len(names) > 1 and names <= fields_under(owner, field)), "")


def outside_items(paths: Sequence[Path], *, of: str, places: Places) -> Problem:
    """Report fields that stand beside a list instead of in an item of it."""
    names = _listed([f"{path[-1]}:" for path in paths])
    message = f'put {names} under {of}:, in an item that begins with "- ", not beside it'
    return Problem(places.of_key(*paths[0]), "unknown-field", message)


def unknown_field(path: Path, *, model: type[Shape], data: Any, places: Places) -> Problem:
    """Say what an unknown field is, and what to do with it."""
    name, owner = str(path[-1]), holder(model, path[:-1])
    advice = (
        _not_written(name, owner)
        or _elsewhere(path, model=model, data=data, places=places)
        or _told(meant(name, owner), name)
        or f"; its fields are {', '.join(fields(owner))}"
    )
    message = f'"{shown(name)}" is not a field of {shape_name(owner)}{advice}'
    return Problem(places.of_key(*path), "unknown-field", message)


def _told(guess: str, name: str) -> str:
    if not guess:
        return ""
    return did_you_mean(name, [guess]) or f'; it is called "{guess}" here'


def _not_written(name: str, owner: type[Shape]) -> str:
    """Tell of names that no editor has to write, in any block of their kind."""
    if name in _WORKED_OUT and issubclass(owner, Claim):
        return "; how far a claim is supported is worked out from its passages, never written: remove this line"
    if name == "id" and issubclass(owner, Renamed | DossierHead):
        return "; the name of the file is the id: remove this line"
    if name in _NOTES:
        return '; write a note as a comment, on lines of its own that begin with "# "'
    return ""


def _elsewhere(path: Path, *, model: type[Shape], data: Any, places: Places) -> str:
    """Tell of a field that belongs to another block."""
    if (there := home_of(path, model=model, data=data, places=places)) is None:
        return ""
    name, shape, block = str(path[-1]), holder(model, there), value_at(data, there)
    if name in block:
        return f"; the {shape_name(shape)} has it already, on line {places.of_key(*there, name).line}: remove this one"
    return f", but of the {shape_name(shape)}; move it there, {beside(block, there, places)}"


def home_of(path: Path, *, model: type[Shape], data: Any, places: Places) -> Path | None:
    """Give the block that takes an unknown field: the nearest above its own, or one inside it that does not have it."""
    name, owner = str(path[-1]), holder(model, path[:-1])
    for above in _blocks_above(path[:-1]):
        shape = holder(model, above)
        if name in fields(shape) and isinstance(value_at(data, above), Mapping) and shape is not owner:
            return above
    return next(_blocks_inside(path[:-1], name, owner=owner, data=data, places=places), None)


def beside(block: Mapping[str, object], path: Path, places: Places) -> str:
    """Name a line of a block below which a field may be written, with the same indent."""
    spots = {name: places.of_key(*path, name) for name in block}
    if places.of(*path) != next(iter(spots.values()), None):
        return f"between the braces on line {places.of(*path).line}"
    short = (name for name, spot in spots.items() if _on_one_line(block[name], spot, places.of(*path, name)))
    name = next(short, None)
    if name is not None:
        where = f'below "{shown(name)}:" on line {spots[name].line}'
    else:
        name = next(reversed(list(block)), "")
        where = f'below all that belongs to "{shown(name)}:" on line {places.of_key(*path, name).line}'
    spaces = places.of_key(*path, name).column - 1
    return f"{where}, with {spaces} spaces before it" if spaces else where


def _on_one_line(value: object, key: Spot, place: Spot) -> bool:
    return not isinstance(value, Mapping | list) and place.line == key.line


def _blocks_above(path: Path) -> Iterator[Path]:
    for end in range(len(path) - 1, -1, -1):
        if not path[:end] or isinstance(path[end - 1], int) or end == 0:
            yield path[:end]


def _blocks_inside(path: Path, name: str, *, owner: type[Shape], data: Any, places: Places) -> Iterator[Path]:
    """Give the blocks one step inside a block that can take a field and do not have it; the nearest above first."""
    here = places.of_key(*path, name)
    found: list[tuple[bool, int, Path]] = []
    for field in fields(owner):
        inner = shapes_under(owner).get(field)
        if inner is None or inner is Value or name not in fields(inner):
            continue
        given = (value_at(data, path) or {}).get(field)
        items = [((*path, field, index), item) for index, item in enumerate(given)] if isinstance(given, list) else []
        for place, block in [*items, ((*path, field), given)]:
            if isinstance(block, Mapping) and name not in block and block:
                spot: Spot = places.of(*place)
                found.append((spot.line > here.line, abs(spot.line - here.line), place))
    yield from (place for _, _, place in sorted(found, key=lambda one: one[:2]))
