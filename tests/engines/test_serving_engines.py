"""`factsheet serve`: with each engine a change shows, a mistake is told over the old page, Ctrl+C leaves nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.engines.serving import Served, serving, wait_for

pytestmark = pytest.mark.engine

FACTS = "facts/background/heron-footbridge.yml"
CLAIM = "claims/users-at-least-350/"


def children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def has_search_of_the_dossier(served: Served, name: str) -> bool:
    return '"tags":["Claim","stated by one party"' in served.page(name)


@pytest.mark.parametrize(
    ("engine", "index"),
    [("mkdocs", "search/search_index.json"), ("zensical", "search.json")],
    ids=["mkdocs", "zensical"],
)
def test_a_change_shows_and_the_end_leaves_nothing(tmp_path: Path, engine: str, index: str) -> None:
    with serving(tmp_path, engine) as served:
        wait_for("the first page", lambda: "said that at least 350 people cross" in served.page(CLAIM))
        wait_for("the mended table", lambda: 'role="region"' in served.page("who-says-what/"))
        wait_for("the search", lambda: has_search_of_the_dossier(served, index))

        served.replace(FACTS, "At least 350 people cross", "At least 360 people cross")
        wait_for("the problem", lambda: "[quotation-not-found]" in served.printed() and "stays up" in served.printed())
        assert f"{FACTS}:21:20: " in served.printed()
        assert "said that at least 350 people cross" in served.page(CLAIM)

        served.replace(FACTS, "At least 360 people cross", "At least 350 people cross")
        served.replace(FACTS, "said that at least 350 people cross", "said that at least 350 people a day cross")
        wait_for("the edited page", lambda: "at least 350 people a day cross" in served.page(CLAIM))
        (child,) = children(served.process)
        assert is_running(child)

    assert "Traceback" not in served.printed()
    assert [process for process in (served.process, child) if is_running(process)] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "serve.log"]
    assert {path.name for path in served.root.iterdir()} <= {"docs", "facts", "seeds", "mkdocs.yml", ".cache"}
