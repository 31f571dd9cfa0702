"""The linked data of the example, read without a network; and a hostile fact sheet."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.linked_data import SHAPES, URI, linked_data
from generator.telling import Facts, tell
from generator.telling.told import plain
from tests.exports.linked_data.reading import Data
from tests.test_withheld import root

withheld_root = root
"""The example with claims, passages and a person withheld."""

EXAMPLE = Path(__file__).parents[2] / "example"
ADDRESS = "https://a.example/sheet/"
HOSTILE = (
    'He said "x, y",\nthen ]]> --> </script><script>alert(1)</script> <!--<script> & &amp; =HYPERLINK("http://e.test")'
    " \u202eעברית\u200f \u2028\u0085\ufeff 👩\u200d🚀 {{ 7*7 }} {% endraw %} {# x #}"
    " **b** [l](javascript:x) `c` \\ \\u003c '#'"
)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection: what is read needs nothing from elsewhere."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("somebody asked for the network")

    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def weighed() -> Weighed:
    return examine(EXAMPLE)[0]


@pytest.fixture(scope="session")
def facts(weighed: Weighed) -> Facts:
    return tell(weighed, site_url=ADDRESS)


@pytest.fixture(scope="session")
def written(facts: Facts) -> dict[str, bytes]:
    return {file.uri: file.content for file in linked_data(facts)}


@pytest.fixture
def data(written: dict[str, bytes]) -> Data:
    """The file as JSON, fresh for each test, which may break it."""
    found: Data = json.loads(written[URI])
    return found


@pytest.fixture(scope="session")
def shapes(written: dict[str, bytes]) -> Graph:
    return Graph().parse(data=written[SHAPES], format="turtle", publicID=f"{ADDRESS}{SHAPES}")


@pytest.fixture(scope="session")
def hostile(facts: Facts) -> Facts:
    """The example with every text for people made hostile; quotations keep the length their offsets say."""
    return Facts.model_validate(_soiled(plain(facts), ""))


_TEXTS = {
    "statement", "title", "name", "text", "said_by", "because", "about_it", "question", "wrong", "now", "role", "via",
    "words", "licence", "unit", "scope",
}  # fmt: skip
_LISTS = {"cautions", "editors", "names"}


def _soiled(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        if "exact" in value:
            start = value["spans"][0][0]
            return {**value, "exact": HOSTILE, "spans": [[start, start + len(HOSTILE)]]}
        return {key: _soiled(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [HOSTILE if name in _LISTS else _soiled(item, name) for item in value]
    return HOSTILE if name in _TEXTS and isinstance(value, str) else value
