"""A change of files as a value: what is written and what goes; carried out whole, or not at all.

May import how files are written. Must never know what a file says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.output.whole_files import write_all


class EditError(Exception):
    """Say why a change cannot be made, and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Files by their path from the dossier's root: their whole new content, and those that go."""

    written: Mapping[str, bytes] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    def carry_out(self, root: Path) -> None:
        """Make the change. Raises EditError where the system refuses; then every file is as it was."""
        try:
            write_all(
                {root / file: content for file, content in self.written.items()},
                removed=[root / file for file in self.removed],
            )
        except OSError as error:
            raise EditError(f'cannot write "{error.filename}": {error.strerror or error}') from error
