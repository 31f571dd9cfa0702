"""A built site with everything that is left out of a packed one as well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.packing.built import About

TOLD = About("The ferry at Mill Lane", "Three articles.", "CC0-1.0", "0123456789ab", "2025-03-10", ("A. Editor",), "")
FACTS = {
    "version": TOLD.version,
    "dossier": {
        "id": "urn:uuid:7f9c24e8-3b12-5a5e-8f57-1d9e0d3a3f6b",
        "title": TOLD.title,
        "scope": {"text": "Three\narticles."},
        "licence": TOLD.licence,
        "updated": TOLD.updated,
        "editors": list(TOLD.editors),
    },
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    texts = {
        "index.html": "home", "claims/x.html": "x", "404.html": "lost", "sitemap.xml": "map", "sitemap.xml.gz": "map",
        "README.txt": "old", "assets/a.js": "a", "assets/a.js.map": "map", ".hidden/a": "a", "assets/.b": "b",
        "search/search_index.json": "{}", "search/search_index.js": "var __index = {}",
        "data/facts.json": json.dumps(FACTS),
    }  # fmt: skip
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
