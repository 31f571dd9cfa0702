"""What heads of built pages tell programs is the same whichever engine built them, and JSON in every page."""

from __future__ import annotations

import json

import pytest

from tests.engines.sites import Built
from tests.exports.linked_data.reading import Scripts

pytestmark = pytest.mark.engine


def told(site: Built) -> dict[str, list[str]]:
    return {name: Scripts(text).told for name, text in site.pages().items()}


def test_pages_of_records_tell_what_they_are_about(site: Built) -> None:
    scripts = told(site)
    claims = [name for name in scripts if name.count("/") == 2 and name.startswith("claims/")]
    assert len(claims) > 100
    for name in ("index.html", *claims):
        (text,) = scripts[name]
        assert json.loads(text)["@graph"]
    assert json.loads(scripts["timeline/index.html"][0])["@type"] == "WebPage"
    assert scripts["404.html"] == []


@pytest.mark.parametrize("engine", ["proper", "zensical"])
def test_every_engine_tells_the_same(request: pytest.FixtureRequest, site: Built, engine: str) -> None:
    assert told(request.getfixturevalue(engine)) == told(site)
