"""The codebase keeps its own rules: floors, rooms, heads, purity, names, and words that have no place in it."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from tools import house

ROOT = house.ROOT
SUBJECT = (
    "russia", "ukrain", "prisoner", "kyiv", "kiev", "moscow", "istanbul", "zelensk", "kremlin", "medinsk",
    "putin", "donetsk",
)  # fmt: skip
# Written in pieces, so that this file does not hold them itself.
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org")
FOREIGN = (
    *(re.escape(host) for host in HOSTS),
    r"/wo" + r"rk/(main|shared)",
    r"/ro" + r"ot/",
    r"\.\./sha" + r"red\b",
    r"/tm" + r"p/br" + r"ief",
    r"\bsub" + r"-?agents?\b",
    r"\bthis " + r"session\b",
    r"\b(the|your|my) pro" + r"mpt\b",
    r"\blanguage mo" + r"dels?\b",
    r"\bissue #?\d",
)


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return house.modules()


def test_floors_are_kept(sources: Mapping[str, str]) -> None:
    assert list(house.misplaced(sources)) == []


def test_imports_go_in_no_circle(sources: Mapping[str, str]) -> None:
    assert house.circles(sources) == []


def test_libraries_stay_in_their_rooms(sources: Mapping[str, str]) -> None:
    assert list(house.out_of_room(sources)) == []


def test_rooms_are_there(sources: Mapping[str, str]) -> None:
    assert [room for rooms in house.ROOMS.values() for room in rooms if room not in sources] == []


def test_heads_say_what_a_module_may_and_must_not(sources: Mapping[str, str]) -> None:
    assert list(house.unclear_heads(sources)) == []


def test_core_is_pure(sources: Mapping[str, str]) -> None:
    assert list(house.impure(sources)) == []


def test_modules_are_short_and_named(sources: Mapping[str, str]) -> None:
    assert list(house.too_long_or_vague(sources)) == []


def test_generator_knows_no_subject() -> None:
    files = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in _text_files(ROOT / "generator")}
    assert list(_found(files, _subject_words())) == []


def test_tracked_files_speak_of_the_project_alone() -> None:
    files = {name: text for name in _tracked() if (text := _text(ROOT / name)) is not None}
    assert list(_found(files, FOREIGN)) == []


@pytest.mark.parametrize(
    "root", [ROOT, ROOT / "tests" / "example", ROOT / "generator" / "starting" / "dossier"],
    ids=["dossier", "example", "new dossier"],
)  # fmt: skip
def test_source_texts_are_the_locked_ones(root: Path) -> None:
    locks = {}
    for path in sorted((root / "facts" / "sources").glob("*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        locks[data["file"]] = data["sha256"]
    texts = {f"seeds/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in (root / "seeds").iterdir()}
    assert locks == texts


class TestTheseChecksCanFail:
    """Each check above, on a text that breaks its rule."""

    def test_import_from_above(self) -> None:
        texts = {"generator.model": "from generator.reading import files", "generator.reading.files": ""}
        told = "generator.model imports generator.reading.files, which is not below it"
        assert list(house.misplaced(texts)) == [told]

    def test_one_door_knows_the_other(self) -> None:
        texts = {"generator.cli": "import generator.plugin", "generator.plugin": ""}
        assert list(house.misplaced(texts)) == ["generator.cli imports generator.plugin, which is not below it"]

    def test_module_on_no_floor(self) -> None:
        assert "stands on no floor" in "".join(house.misplaced({"generator.attic": ""}))

    def test_relative_import(self) -> None:
        assert "write the whole name" in "".join(house.misplaced({"generator.model.claims": "from . import passages"}))

    def test_neighbours_in_one_folder_are_fine(self) -> None:
        texts = {"generator.model.claims": "from generator.model.passages import Id", "generator.model.passages": ""}
        assert list(house.misplaced(texts)) == []

    def test_circle(self) -> None:
        texts = {"generator.model.a": "from generator.model import b", "generator.model.b": "import generator.model.a"}
        assert set(house.circles(texts)) == {"generator.model.a", "generator.model.b"}

    @pytest.mark.parametrize("line", ["import yaml", "from yaml import nodes", "import numpy", "from mkdocs import x"])
    def test_library_out_of_its_room(self, line: str) -> None:
        assert list(house.out_of_room({"generator.site": line}))

    def test_library_in_its_room(self) -> None:
        assert list(house.out_of_room({"generator.reading.yaml_text": "import yaml"})) == []

    @pytest.mark.parametrize("head", ["", '"""One line."""', '"""What it is for.\n\nMay import nothing.\n"""'])
    def test_unclear_head(self, head: str) -> None:
        assert list(house.unclear_heads({"generator.site": head}))

    @pytest.mark.parametrize("line", ["import random", "date.today()", "os.environ['HOME']", "from time import time"])
    def test_clock_chance_environment(self, line: str) -> None:
        assert list(house.impure({"generator.site": line}))
        assert list(house.impure({"generator.plugin": line})) == []

    def test_long_or_vague(self) -> None:
        assert list(house.too_long_or_vague({"generator.site": "\n" * 351}))
        assert list(house.too_long_or_vague({"generator.writing.utils": ""}))

    def test_words_without_a_place(self) -> None:
        assert list(_found({"a": "see https://" + HOSTS[0]}, FOREIGN)) == [f"a:1: {HOSTS[0]}"]
        assert list(_found({"a": "x\nin Istan" + "bul"}, _subject_words())) == ["a:2: Istan" + "bul"]

    def test_subject_is_taken_from_the_actors(self) -> None:
        assert len(_subject_words()) > len(SUBJECT)


@cache
def _subject_words() -> tuple[str, ...]:
    """Give patterns for the names of the dossier's people, states and bodies, and for stems of its subject."""
    names = set()
    for path in (ROOT / "facts" / "actors").glob("*.yml"):
        actor = yaml.safe_load(path.read_text(encoding="utf-8"))
        if actor["kind"] in {"person", "state", "organisation"}:
            for field in ("names", "adjectives", "capitals"):
                names |= set(actor.get(field, ()))
            names.add(actor["name"])
    proper = sorted(name for name in names if len(name) > 3 and name[0].isupper() and name.lower() not in {"president"})
    return (*SUBJECT, *(rf"\b{re.escape(name)}\b" for name in proper))


def _found(files: Mapping[str, str], patterns: Iterable[str]) -> Iterator[str]:
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    for name, text in sorted(files.items()):
        for number, line in enumerate(text.splitlines(), start=1):
            for match in pattern.finditer(line):
                yield f"{name}:{number}: {_word_round(line, match)}"


def _word_round(line: str, match: re.Match[str]) -> str:
    return match.group() + (re.match(r"\w*", line[match.end() :]) or match).group()


def _tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [name for name in listed.stdout.split("\0") if name and not name.startswith("seeds/")]


def _text_files(folder: Path) -> Iterator[Path]:
    endings = {".py", ".jinja", ".json", ".css", ".js", ".md", ".html", ".yml", ".txt", ".typ"}
    yield from (path for path in sorted(folder.rglob("*")) if path.suffix in endings)


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return None
