"""What the last checks found, where a user's programs keep what they can do without.

It is a folder of the user, never of the dossier: what others commit cannot put anything there. May import what
remembers. Must never be needed: without the folder, or with a broken one, everything is worked out again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.problems import Problem
from generator.remembering import recall, remember, state_of, untouched


def known_or(find: Callable[[], list[Problem]], *, root: Path) -> list[Problem]:
    """Give what is wrong with a dossier: as it is known where not a byte has changed, else as it is found now."""
    place = folder()
    state = state_of(root) if place is not None else None
    if place is None or state is None:
        return find()
    if (known := recall(place, state)) is not None:
        return known
    problems = find()
    if untouched(root, state):  # else it is not the state that was looked at
        remember(place, state, problems)
    return problems


def folder() -> Path | None:
    """Give the folder; None where the user has none."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if Path(given).is_absolute():
        return Path(given) / "factsheet"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    below = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return home.joinpath(*below, "factsheet") if home.is_absolute() else None
