"""A block of fields or a list of a file while it is read, and what it says of fields that stand in it twice.

May import paths and problems. Must never know YAML's parser, nor what a field means.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problems import Spot
from generator.reading.dossier import Path
from generator.reading.unseen import shown


@dataclass(slots=True)
class Block:
    """A block of fields or a list whose end is not reached yet. `kept` is False inside what the data leaves out."""

    path: Path
    data: dict[str, object] | list[object]
    kept: bool
    wants_key: bool
    braces: bool = False
    is_key: bool = False
    key: str = ""
    key_kept: bool = True
    lines: dict[str, int] = field(default_factory=dict)
    twice: list[tuple[str, Spot]] = field(default_factory=list)

    def twice_message(self) -> str:
        """Say which fields stand twice: one by itself, or several, as of an item without its mark."""
        name, spot = self.twice[0]
        if len(self.twice) == 1:
            where = f"on line {self.lines[name]} and on line {spot.line}"
            return f'"{shown(name)}" is written twice in one block, {where}; remove or rename one of them'
        names = ", ".join(f'"{shown(name)}"' for name in list(dict(self.twice))[:3])
        found = f"several fields stand twice from line {spot.line} on ({names})"
        if self.path and isinstance(self.path[-1], int):
            instead = f'"- " in the place of the 2 spaces before "{shown(name)}:"'
            return f"{found}; begin the new item of the list with {instead}"
        return f"{found}; remove them, or write them to a new item of a list or a file of their own"
