"""Kinds of pages by their addresses."""

from __future__ import annotations

import pytest

from generator.model.records import FOLDERS
from generator.writing.page_kinds import kind_of


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("claims/x.md", "Claim"),
        ("claims/index.md", "List"),
        ("actors/ann-bell.md", "Actor"),
        ("index.md", "Home"),
        ("timeline.md", "Timeline"),
        ("sources/origins.md", "List"),
        ("about.md", "Page"),
    ],
)
def test_kind_of_a_page(page: str, kind: str) -> None:
    assert kind_of(page) == kind


def test_every_folder_of_records_has_a_kind() -> None:
    assert {folder: kind_of(f"{folder}/x.md") for folder in FOLDERS} == {
        folder: kind.capitalize() for folder, kind in FOLDERS.items()
    }
