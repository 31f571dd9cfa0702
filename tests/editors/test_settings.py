"""The settings this project gives to editors: every fact file has its schema, and none is rewritten or looked up."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch

import pytest

from generator.model.records import SHAPES
from generator.schema.drift import FOLDER
from tests.case_files import EXAMPLE
from tests.editors.conftest import VERSION, project_settings
from tests.schema.mutations import written
from tools.house import ROOT

SETTINGS = project_settings()


@pytest.mark.parametrize("folder", ["", "tests/example/"])
def test_every_fact_file_has_its_schema(folder: str) -> None:
    schemas = {
        name: patterns for name, patterns in SETTINGS["yaml.schemas"].items() if name.startswith(f"./{folder}facts")
    }
    assert schemas.keys() == {f"./{folder}{FOLDER}/{kind}.json" for kind in SHAPES}
    for record in written(EXAMPLE if folder else ROOT):
        patterns = schemas[f"./{folder}{FOLDER}/{record.kind}.json"]
        assert fnmatch(f"{folder}{record.file}", patterns if isinstance(patterns, str) else patterns[0]), record.file


def test_the_formatter_is_off_and_nothing_comes_from_the_web() -> None:
    off = ("yaml.format.enable", "yaml.schemaStore.enable", "yaml.kubernetesCRDStore.enable")
    assert {name: SETTINGS[name] for name in off} == dict.fromkeys(off, False)
    assert SETTINGS["[yaml]"]["editor.insertSpaces"] is True
    assert SETTINGS["[yaml]"]["editor.formatOnSave"] is False
    assert SETTINGS["yaml.customTags"] == []


def test_the_extension_is_recommended() -> None:
    told = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert told == {"recommendations": ["redhat.vscode-yaml"]}


def test_generated_schemas_are_marked_as_such() -> None:
    lines = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    marked = {f"{folder}{FOLDER}/*.json linguist-generated text eol=lf" for folder in ("", "tests/example/")}
    assert marked <= set(lines)


def test_make_brings_the_version_the_tests_know() -> None:
    assert re.findall(r"^YAMLLS := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE) == [VERSION]
