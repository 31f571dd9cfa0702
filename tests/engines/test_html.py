"""Built pages are valid HTML: the Nu HTML checker says nothing at all of them, whichever engine built them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.mending.pages import mend
from tests.engines.sites import ROOT, Built

pytestmark = pytest.mark.engine

VERSION = "26.9.27"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
OF_A_DISK = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external "
    r"(stylesheet|script) “(?!//)[^:”]*”"
)
"""The checker reads files, and on a disk no file is of one site with another. In a browser they are: see the policy."""
DATA = re.compile(r'<script (?:id="__config" type="application/json"|type="application/ld\+json")>')
"""Blocks of data, which the checker takes for scripts that a policy forbids. Browsers do not: see the policy."""
JAR = ROOT / ".cache" / f"vnu-{VERSION}" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def checker() -> Path:
    """Give the checker's file; where it or java is missing the test is left out with its reason, and fails in CI."""
    missing = "" if shutil.which("java") else "java is not installed"
    missing = missing or ("" if JAR.is_file() else "vnu-jar is not installed")
    if missing:
        message = f"{missing}; run make checker (on Debian: apt install default-jre-headless npm)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    assert hashlib.sha256(JAR.read_bytes()).hexdigest() == SHA256, f"{JAR} is not the file of version {VERSION}"
    return JAR


def said(checker: Path, *what: Path) -> list[str]:
    """Give everything the checker says of files and folders, warnings and hints included."""
    done = subprocess.run(
        ["java", "-jar", str(checker), "--format", "json", "--stdout", "--skip-non-html", *map(str, what)],
        text=True, check=False, capture_output=True, timeout=300,
    )  # fmt: skip
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['type']}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if not OF_A_DISK.match(message["message"])
        and not ("Inline script violates" in message["message"] and DATA.search(message.get("extract", "")))
    ]


@pytest.mark.parametrize("engine", ["site", "proper", "zensical"])
def test_pages_are_mended_and_no_repair_has_lost_its_place(request: pytest.FixtureRequest, engine: str) -> None:
    pages: dict[str, str] = dict(list(request.getfixturevalue(engine).pages().items())[::3])
    again = {name: mend(html) for name, html in pages.items()}
    assert [name for name, html in pages.items() if again[name].html != html] == []
    assert {repair for done in again.values() for repair in done.missed} == set()
    assert 'aria-label="Note 1' in "".join(pages.values())


@pytest.mark.parametrize(("engine", "least"), [("site", 100), ("zensical", 100), ("guide", 6), ("revised_site", 40)])
def test_the_checker_says_nothing(checker: Path, request: pytest.FixtureRequest, engine: str, least: int) -> None:
    built: Built = request.getfixturevalue(engine)
    assert len(built.pages()) > least
    assert said(checker, built.folder) == []


def test_the_checker_finds_what_is_wrong(checker: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>x</title><p tabindex="">x<div></p></html>', encoding="utf-8")
    assert any("tabindex" in line for line in said(checker, page))


def test_make_brings_the_version_whose_digest_is_known() -> None:
    assert re.findall(r"^VNU := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE) == [VERSION]
