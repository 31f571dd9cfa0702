"""Where the look of a site lies, a theme overlay for Material and its kin: templates, style sheet, scripts, icon.

Imports the standard library only. Must never know what a page says, nor which engine uses the look.
"""

from __future__ import annotations

from pathlib import Path

LOOK = Path(__file__).parent / "look"
"""The folder of the look; a theme folder that stands above the theme's own and below a user's `custom_dir`."""


def overlay() -> dict[str, bytes]:
    """Give every file of the look by its path inside a theme folder."""
    found = sorted(path for path in LOOK.rglob("*") if path.is_file())
    return {path.relative_to(LOOK).as_posix(): path.read_bytes() for path in found}
