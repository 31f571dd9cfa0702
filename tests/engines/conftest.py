"""The whole site, built once by each engine and shared by all test processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.engines.moving import Moved, move
from tests.engines.readers import opened, served
from tests.engines.sites import BIN, Built, once, project, run
from tests.revised_example import revised

REVISED = "https://a.example/sheet/"
"""The address that the revised example is told."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that all processes of this test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def site(shared: Path) -> Built:
    """Build with MkDocs, as `make site` does."""
    return once(
        shared, "mkdocs",
        lambda out: run(BIN / "mkdocs", "build", "--strict", "--site-dir", out, TZ="UTC", PYTHONHASHSEED="0"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def elsewhere(shared: Path) -> Built:
    """Build a copy of the project with MkDocs in another folder, time zone, locale and order of hashes."""

    def make(out: Path) -> str:
        copy = project(out.parent / "elsewhere-project")
        return run(
            BIN / "mkdocs", "build", "--strict", "--site-dir", out, cwd=copy,
            TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="4242", PYTHONUTF8="1",
        )  # fmt: skip

    return once(shared, "elsewhere", make)


@pytest.fixture(scope="session")
def proper(shared: Path) -> Built:
    """Build with ProperDocs from the same configuration."""
    return once(shared, "properdocs", lambda out: run(BIN / "properdocs", "build", "--strict", "--site-dir", out))


@pytest.fixture(scope="session")
def emitted(shared: Path) -> Built:
    """Emit the pages as plain files, inside a copy of the project."""

    def make(out: Path) -> str:
        project(out)
        return run(BIN / "factsheet", "emit", "build/pages", "--docs", "docs/site", "--theme", "build/theme", cwd=out)

    built = once(shared, "emitted", make)
    return Built(built.folder / "build" / "pages", built.output)


@pytest.fixture(scope="session")
def zensical(shared: Path, emitted: Built) -> Built:
    """Build the emitted pages with Zensical, and mend them."""
    copy = emitted.folder.parents[1]

    def make(_: Path) -> str:
        built = run(BIN / "zensical", "build", "-f", "plain.yml", "--strict", cwd=copy)
        return built + run(BIN / "factsheet", "mend", "build/plain", "--root", ".", cwd=copy)

    built = once(shared, "zensical", make)
    return Built(copy / "build" / "plain", built.output)


@pytest.fixture(scope="session")
def moved(shared: Path) -> Moved:
    """Move a new dossier to other engines, with the commands of the guide."""
    built = once(shared, "moved", move)
    return Moved(built.folder, built.output)


@pytest.fixture(scope="session")
def guide(shared: Path) -> Built:
    """Build the guide with MkDocs and mend it, as `make site` does."""

    def make(out: Path) -> str:
        built = run(BIN / "mkdocs", "build", "--strict", "-f", "guide.yml", "--site-dir", out)
        return built + run(BIN / "factsheet", "mend", out)

    return once(shared, "guide", make)


@pytest.fixture(scope="session")
def revised_site(shared: Path) -> Built:
    """Build the example after revisions with MkDocs: corrections, a second reader, an old id, withheld words."""

    def make(out: Path) -> str:
        config = revised(out.parent / "revised-project") / "mkdocs.yml"
        config.write_text(f"site_url: {REVISED}\n{config.read_text(encoding='utf-8')}", encoding="utf-8")
        return run(BIN / "mkdocs", "build", "--strict", "-f", config, "--site-dir", out)

    return once(shared, "revised", make)


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    """Serve the site MkDocs built."""
    with served(site.folder) as where:
        yield where


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start one browser for a module's tests."""
    with opened() as started:
        yield started
