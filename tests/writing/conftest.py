"""The example dossier, weighed once, and its pages by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.writing.pages import Page, pages


@pytest.fixture(scope="session")
def weighed() -> Weighed:
    found, problems = examine(Path(__file__).parents[1] / "example")
    assert problems == []
    return found


@pytest.fixture(scope="session")
def written(weighed: Weighed) -> dict[str, Page]:
    return {page.uri: page for page in pages(weighed)}
