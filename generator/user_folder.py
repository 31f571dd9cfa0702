"""Where a user's programs keep what they can do without: results of checks, pages that were built.

It is a folder of the user, never of the dossier: what others commit cannot put anything there. Imports the standard
library only. Must never know what is kept, and must never be needed: without the folder all is worked out again.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def user_folder(use: str, *, environ: Mapping[str, str]) -> Path | None:
    """Give the folder for one use, which may not be there yet; None where the user has none.

    `environ` is the environment, which tells where the system has put it.
    """
    given = environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if Path(given).is_absolute():
        return Path(given) / "factsheet" / use
    try:
        home = Path.home()
    except RuntimeError:
        return None
    below = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return home.joinpath(*below, "factsheet", use) if home.is_absolute() else None
