"""Ids of actors and agreements in public catalogues, in the data and on their pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.site import Site, build

EXAMPLE = Path(__file__).parents[1] / "example"
GIVEN = {
    "facts/actors/lenford-council.yml": (
        "{wikidata: Q4115189}",
        '{ror: 03yrm5c26, viaf: "102333412", isni: "0000000121032683", wikidata: Q4115189}',
    ),
    "facts/agreements/bridge-closure.yml": (
        "parties: [lenford-council, mill-lane-residents]\n",
        'parties: [lenford-council, mill-lane-residents]\nidentifiers: {pax: "1234"}\n',
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("catalogued") / "root"))
    for name, (old, new) in GIVEN.items():
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")
    site = build(root)
    assert site.problems == ()
    return site


def told(site: Site) -> Any:
    return json.loads(next(file.content for file in site.files if file.uri == "data/facts.json"))


def test_data_have_the_ids_by_catalogue_in_one_order_and_as_iris(site: Site) -> None:
    facts = told(site)
    (council,) = [actor for actor in facts["actors"] if actor["id"] == "lenford-council"]
    assert list(council["identifiers"].items()) == [
        ("wikidata", "Q4115189"), ("isni", "0000000121032683"), ("viaf", "102333412"), ("ror", "03yrm5c26"),
    ]  # fmt: skip
    assert council["same_as"] == [
        "http://www.wikidata.org/entity/Q4115189", "https://isni.org/isni/0000000121032683",
        "http://viaf.org/viaf/102333412", "https://ror.org/03yrm5c26",
    ]  # fmt: skip
    (closure,) = facts["agreements"]
    assert (closure["identifiers"], closure["same_as"]) == ({"pax": "1234"}, ["https://www.peaceagreements.org/view/1234"])


def test_nobody_else_has_any(site: Site) -> None:
    facts = told(site)
    for one in (*facts["actors"], *facts["events"], *facts["disputes"], *facts["background"]):
        if one["id"] != "lenford-council":
            assert not {"identifiers", "same_as"} & one.keys()


def test_pages_link_to_the_catalogues(site: Site) -> None:
    pages = {page.uri: page.markdown for page in site.pages}
    council = pages["actors/lenford-council.md"]
    assert "In other catalogues\n:   Wikidata [Q4115189](https://www.wikidata.org/wiki/Q4115189), ISNI [" in council
    assert "PA-X [1234](https://www.peaceagreements.org/view/1234)" in pages["agreements/bridge-closure.md"]
    assert "In other catalogues" not in pages["actors/ivo-tamm.md"] + pages["events/ferry-start.md"]
