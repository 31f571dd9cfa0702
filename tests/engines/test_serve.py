"""`mkdocs serve` while an editor works: a change shows, a mistake is printed over the old page, a mended one shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.serving import Served, serving, wait_for

pytestmark = pytest.mark.engine


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as server:
        yield server


def test_an_editor_sees_each_change(served: Served) -> None:
    facts = "facts/background/heron-footbridge.yml"
    claim = "claims/users-at-least-350/"
    wait_for("the first page", lambda: "said that at least 350 people cross" in served.page(claim))

    served.replace(facts, "said that at least 350 people cross", "said that at least 350 people a day cross")
    wait_for("the edited page", lambda: "at least 350 people a day cross" in served.page(claim))

    served.replace(facts, "At least 350 people cross", "At least 360 people cross")
    wait_for("the problem", lambda: "[quotation-not-found]" in served.printed())
    assert f"{facts}:21:20: " in served.printed()
    assert "^^^" in served.printed()
    assert "at least 350 people a day cross" in served.page(claim)

    served.replace(facts, "At least 360 people cross", "At least 350 people cross")
    served.replace(facts, "at least 350 people a day cross", "at least 350 people a day use")
    wait_for("the mended page", lambda: "at least 350 people a day use" in served.page(claim))


def test_a_changed_source_text_is_noticed(served: Served) -> None:
    wait_for("the first page", lambda: "Heron" in served.page(""))
    served.replace("seeds/bulletin.txt", "ice cream", "ice creams")
    wait_for("the problem", lambda: "[text-changed]" in served.printed())
    assert "Heron" in served.page("")
