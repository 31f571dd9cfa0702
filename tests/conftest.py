"""What all tests share: their order, and how generous hypothesis is with time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A slow or busy machine is no bug; the examples themselves stay few.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")

# What a check found must come from the code as it is; tests of remembering say where.
os.environ["FACTSHEET_NO_CACHE"] = "1"

LATE = ("engine", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast tests first: units, then cases, then whole builds, then the browser."""
    items.sort(key=_lateness)


def _lateness(item: pytest.Item) -> int:
    late = [number for number, marker in enumerate(LATE, start=2) if item.get_closest_marker(marker)]
    return max(late) if late else int(item.path.name == "test_cases.py")
