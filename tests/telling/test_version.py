"""The version: twelve digits that anybody can work out, that follow the facts and nothing else."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.examining import examine
from generator.site import build
from generator.telling import tell
from generator.telling.told import plain
from generator.telling.version import version_of

EXAMPLE = Path(__file__).parents[1] / "example"


def facts(root: Path, *, site_url: str | None = None) -> Any:
    (file,) = (file for file in build(root, site_url=site_url).files if file.uri == "data/facts.json")
    return json.loads(file.content)


def test_the_version_stands_in_the_data_and_can_be_worked_out_from_them() -> None:
    told = facts(EXAMPLE, site_url="https://a.example/x")
    version = told.pop("version")
    del told["dossier"]["id"]
    without = json.dumps(
        told, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )  # and without addresses, which stand in no other field
    bare = re.sub(r',"url":"https://a\.example/x/[^"]*"', "", without)
    assert "a.example" not in bare
    assert hashlib.sha256(bare.encode()).hexdigest()[:12] == version
    assert re.fullmatch("[0-9a-f]{12}", version)


def test_the_version_is_the_same_wherever_the_site_is_published() -> None:
    versions = {
        facts(EXAMPLE, site_url=url)["version"] for url in (None, "https://a.example", "https://b.example/x/y/")
    }
    assert len(versions) == 1


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("dossier.yml", "updated: 2025-03-12", "updated: 2025-03-13"),
        ("dossier.yml", "editors: [The factsheet contributors]", "editors: [Somebody else]"),
        ("dossier.yml", "licence: CC BY 4.0", "licence: CC0"),
        ("events/ferry-start.yml", "was made with 40 people on board.", "was made with 40 people."),
    ],
)
def test_the_version_changes_when_the_data_change(tmp_path: Path, file: str, before: str, after: str) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "copy")
    assert facts(tmp_path / "copy")["version"] == facts(EXAMPLE)["version"]
    path = tmp_path / "copy" / "facts" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    assert facts(tmp_path / "copy")["version"] != facts(EXAMPLE)["version"]


def test_every_single_value_counts() -> None:
    """Change each text and number of the data by itself: no other version may come out twice."""
    told = plain(tell(examine(EXAMPLE)[0]))
    before = version_of(told)
    assert told["version"] == before
    seen = {before}
    changed = 0
    for holder, key in list(values(told)):
        if key in ("url", "version") or (holder is told["dossier"] and key == "id"):
            continue
        kept = holder[key]
        holder[key] = f"{kept}!"
        seen.add(version_of(told))
        holder[key] = kept
        changed += 1
    assert changed > 200
    assert len(seen) == changed + 1
    assert version_of(told) == before


def values(node: Any) -> Any:
    """Give the place of every value that is no list and no object."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, dict | list):
            yield from values(value)
        else:
            yield node, key
