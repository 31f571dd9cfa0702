"""What the last checks found, from the user's folder for it.

May import what remembers, and where. Must never be needed: without the folder, or with a broken one, everything is
worked out again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from generator.problems import Problem
from generator.remembering import recall, remember, state_of, untouched
from generator.user_folder import user_folder


def known_or(find: Callable[[], list[Problem]], *, root: Path) -> list[Problem]:
    """Give what is wrong with a dossier: as it is known where not a byte has changed, else as it is found now."""
    place = user_folder("checks", environ=os.environ)
    state = state_of(root) if place is not None else None
    if place is None or state is None:
        return find()
    if (known := recall(place, state)) is not None:
        return known
    problems = find()
    if untouched(root, state):  # else it is not the state that was looked at
        remember(place, state, problems)
    return problems
