"""The package as a user gets it: the wheel holds the templates, the pins are complete and name no host."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from generator import __version__
from tools.house import ROOT


@pytest.fixture(scope="module")
def pins() -> str:
    return (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_wheel_holds_every_module_and_template(tmp_path: Path) -> None:
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("generator/")}
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == ours
    assert any(name.endswith(".jinja") for name in held)


def test_version_is_told_once() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in described["project"]["dynamic"]
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_pin_has_hashes_and_no_host(pins: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", pins)
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?:|--(extra-)?index|--find-links|^#", pins, re.MULTILINE)


def test_every_dependency_is_pinned(pins: str) -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*described["project"]["dependencies"], *described["dependency-groups"]["dev"]]
    names = re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==", pins, re.MULTILINE)
    pinned = {re.sub(r"[-_.]+", "-", name.lower()) for name in names}
    assert {re.split(r"[<>=\[]", text)[0].lower() for text in wanted} <= pinned
