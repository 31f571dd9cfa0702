"""The user's folder: one for each use, below the place that each system has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.user_folder import user_folder

HOME = Path("/home/somebody")


@pytest.mark.parametrize(
    ("system", "named", "folder"),
    [
        ("linux", {}, HOME / ".cache" / "factsheet" / "pages"),
        ("darwin", {}, HOME / "Library" / "Caches" / "factsheet" / "pages"),
        ("linux", {"XDG_CACHE_HOME": "/elsewhere"}, Path("/elsewhere/factsheet/pages")),
        ("linux", {"XDG_CACHE_HOME": "not/from/the/root"}, HOME / ".cache" / "factsheet" / "pages"),
        ("win32", {"LOCALAPPDATA": "/of/a/user", "XDG_CACHE_HOME": "/elsewhere"}, Path("/of/a/user/factsheet/pages")),
    ],
)
def test_each_system_has_its_place(
    system: str, named: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(Path, "home", lambda: HOME)
    assert user_folder("pages", environ=named) == folder
    assert user_folder("checks", environ=named) == folder.with_name("checks")
