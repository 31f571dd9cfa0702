"""The wheel alone, in a fresh environment without this repository: begin a dossier, check it, build its site.

The environment holds the wheel and what the wheel says it needs, linked from the environment of the tests so that
nothing is downloaded; not the repository, and nothing that only tests or tools need.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

from generator.overlay import LOOK, overlay
from generator.starting import starter
from tests.engines.sites import BIN, ROOT, Built, Reader, links_to

pytestmark = pytest.mark.engine

WHERE = "import sys, generator; print(generator.__file__, *sys.path, sep='\\n')"
WHICH = "import importlib.util, sys; print([name for name in sys.argv[1:] if importlib.util.find_spec(name)])"


@dataclass(frozen=True)
class Fresh:
    """A fresh environment with the wheel in it, and a home outside of everything else."""

    wheel: Path
    folder: Path
    home: Path

    def run(self, *command: str, cwd: Path) -> str:
        """Run a Python program of the environment; give its output, fail where it fails."""
        kept = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [str(self.folder / "bin" / "python"), *command], cwd=cwd, env=kept | {"NO_MKDOCS_2_WARNING": "1"},
            text=True, check=False, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-4000:]
        return done.stdout

    def factsheet(self, *arguments: str, cwd: Path) -> str:
        return self.run(str(self.folder / "bin" / "factsheet"), *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Build the wheel and install it into an environment of its own."""
    base = tmp_path_factory.mktemp("fresh")
    wheel = Path(next(WheelBuilder(str(ROOT)).build(directory=str(base), versions=["standard"])))
    home = base / "home"
    home.mkdir()
    made = Fresh(wheel, base / "environment", home)
    uv = [str(BIN / "uv"), "--quiet", "--offline", "--no-config", "--cache-dir", str(base / "cache")]
    subprocess.run([*uv, "venv", "--python", sys.executable, str(made.folder)], check=True, cwd=base)
    python = str(made.folder / "bin" / "python")
    subprocess.run([*uv, "pip", "install", "--no-deps", "--python", python, str(wheel)], check=True, cwd=base)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(made.folder), "platbase": str(made.folder)}))
    assert (own / "generator").is_dir()
    for library in needed(requirements(wheel)):
        for name in top_level(library):
            if not (own / name).exists():
                (own / name).symlink_to(Path(str(library.locate_file(name))))
    return made


@pytest.fixture(scope="module")
def begun(fresh: Fresh) -> Path:
    """Begin a dossier with the installed command."""
    fresh.factsheet("init", "x", cwd=fresh.home)
    return fresh.home / "x"


@pytest.fixture(scope="module")
def built(fresh: Fresh, begun: Path) -> Built:
    """Build the new dossier's site as its publisher would."""
    output = fresh.run("-m", "mkdocs", "build", "--strict", cwd=begun)
    return Built(begun / "site", output)


def requirements(wheel: Path) -> list[str]:
    """Give what the wheel says it needs."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return re.findall(r"^Requires-Dist: (.+)$", archive.read(name).decode(), re.MULTILINE)


def needed(wanted: Iterable[str]) -> Iterator[Distribution]:
    """Give every library that these need, and those that they need in turn, from the environment of the tests."""
    seen: set[str] = set()
    waiting = [Requirement(text) for text in wanted]
    while waiting:
        one = waiting.pop()
        if one.name in seen or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        seen.add(one.name)
        library = distribution(one.name)
        waiting += [Requirement(text) for text in library.requires or ()]
        yield library


def top_level(library: Distribution) -> set[str]:
    """Give the files and folders of a library that lie beside those of others."""
    return {file.parts[0] for file in library.files or ()} - {"..", "__pycache__", "bin"}


def test_the_wheel_holds_templates_look_and_hidden_files(fresh: Fresh) -> None:
    with zipfile.ZipFile(fresh.wheel) as archive:
        held = set(archive.namelist())
    assert {f"generator/look/{path}" for path in overlay()} <= held
    assert {f"generator/starting/dossier/{path}" for path in starter()} <= held
    assert {"generator/starting/dossier/.gitignore", "generator/starting/dossier/docs/.gitkeep"} <= held
    assert "generator/writing/templates/claim.md.jinja" in held


def test_the_environment_knows_no_repository(fresh: Fresh) -> None:
    module, *paths = fresh.run("-c", WHERE, cwd=fresh.home).splitlines()
    assert Path(module).is_relative_to(fresh.folder)
    assert [path for path in paths if Path(path).is_relative_to(ROOT)] == []
    there = fresh.run("-c", WHICH, "tools", "tests", "hypothesis", "playwright", "mkdocs", cwd=fresh.home)
    assert there == "['mkdocs']\n"


def test_a_new_dossier_is_whole_and_nothing_is_wrong_with_it(fresh: Fresh, begun: Path) -> None:
    assert {path: (begun / path).read_bytes() for path in starter()} == starter()
    assert fresh.factsheet("check", "--strict", cwd=begun) == "no problems\n"


def test_its_strict_build_is_clean(built: Built) -> None:
    assert not re.search(r"\b(WARNING|ERROR)\b", built.output), built.output
    assert "claims/sundays-agreed/index.html" in built.pages()


def test_its_site_has_the_look_and_asks_no_other_host(built: Built) -> None:
    files = built.files()
    for name, html in built.pages().items():
        loads = Reader(html).loads
        assert [load for load in loads if re.match(r"(https?:)?//", load)] == [], name
        if name != "404.html":
            loaded = {target[0] for target in (links_to(name, load) for load in loads) if target}
            assert {"assets/factsheet.css", "assets/notes.js", "assets/search-start.js"} <= loaded <= files.keys(), name
    assert all(files[f"assets/{path.name}"] == path.read_bytes() for path in (LOOK / "assets").glob("*.*"))
    assert b"factsheetSearchWords" in files["assets/search-words.js"]
    assert b"Aster Street Library" in files["search/search_index.json"]
    assert {"data/facts.json", "assets/share.png"} <= files.keys()


def test_every_link_of_its_site_leads_somewhere(built: Built) -> None:
    files = built.files().keys()
    pages = {name: Reader(html) for name, html in built.pages().items() if name != "404.html"}
    broken = []
    for name, page in pages.items():
        for link in page.links:
            target = links_to(name, link)
            if target and (target[0] not in files or (target[1] and target[1] not in pages[target[0]].ids)):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_the_look_is_written_out_for_other_engines(fresh: Fresh, begun: Path) -> None:
    fresh.factsheet("emit", "build/pages", "--theme", "build/theme", cwd=begun)
    assert {path: (begun / "build" / "theme" / path).read_bytes() for path in overlay()} == overlay()
