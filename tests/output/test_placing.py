"""What people write is no place to write to."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.placing import ORIGINALS, PlaceError, refuse_place


class TestThePlace:
    """What people write is no place to emit to."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        for name in ORIGINALS:
            (tmp_path / "above" / "root" / name).mkdir(parents=True)
        return tmp_path / "above" / "root"

    @pytest.mark.parametrize("name", ORIGINALS)
    @pytest.mark.parametrize("inner", ["", "new", "new/deeper", "../{name}/new"])
    def test_originals(self, root: Path, name: str, inner: str) -> None:
        with pytest.raises(PlaceError, match=rf"(is|lies inside) the folder {name}/ of the dossier"):
            refuse_place(root / name / inner.format(name=name), root=root)

    @pytest.mark.parametrize("inner", [".", "..", "../..", "build/.."])
    def test_the_root_and_what_holds_it(self, root: Path, inner: str) -> None:
        with pytest.raises(PlaceError, match=r"(is|holds) the folder of the dossier"):
            refuse_place(root / inner, root=root)

    @pytest.mark.parametrize("inner", ["build/pages", "site", "factsheet", "../out"])
    def test_a_folder_of_its_own(self, root: Path, inner: str) -> None:
        refuse_place(root / inner, root=root)

    def test_links_are_followed(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(root / "facts")
        with pytest.raises(PlaceError, match="lies inside the folder facts/"):
            refuse_place(tmp_path / "link" / "new", root=root)
        (root / "docs").rmdir()
        (tmp_path / "texts" / "pages").mkdir(parents=True)
        (root / "docs").symlink_to(tmp_path / "texts" / "pages")
        with pytest.raises(PlaceError, match="holds the folder docs/"):
            refuse_place(tmp_path / "texts", root=root)
        refuse_place(tmp_path / "texts" / "other", root=root)

    def test_another_name_of_the_same_folder(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where a file system takes two names for one, the folder counts and not the name."""
        (root / "FACTS").mkdir()
        monkeypatch.setattr(Path, "samefile", lambda one, other: str(one).casefold() == str(other).casefold())
        with pytest.raises(PlaceError, match="lies inside the folder facts/"):
            refuse_place(root / "FACTS" / "new", root=root)
