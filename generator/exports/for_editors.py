"""The script and the style with which editors select words of a source to cite; they come with a served site alone.

May import the shape of a data file. Must never know a dossier.
"""

from __future__ import annotations

from pathlib import Path

from generator.exports.data_file import DataFile

_FOLDER = Path(__file__).parent / "select_to_cite"


def select_to_cite() -> list[DataFile]:
    """Give the files of a served site that a published one does not have."""
    return [DataFile(f"assets/{path.name}", path.read_bytes()) for path in sorted(_FOLDER.iterdir()) if path.is_file()]
