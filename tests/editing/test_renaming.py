"""Ids changed everywhere: the dossier says the same, old addresses work, and nothing but ids has changed."""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from generator.editing.changes import EditError
from generator.editing.renaming import rename
from generator.examining import examine
from generator.reading.files import read
from generator.site import build

EXAMPLE = Path(__file__).parents[1] / "example"
OWN = Path(__file__).parents[2]


def files_of(root: Path) -> dict[str, str]:
    found = [*sorted((root / "facts").rglob("*.yml")), root / "mkdocs.yml"]
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in found}


def renamed(root: Path, old: str, new: str) -> dict[str, str]:
    """Rename in a folder; give the files that changed, as they were."""
    before = files_of(root)
    rename(old, new, dossier=read(root)[0], files=before).changes.carry_out(root)
    after = files_of(root)
    return {file: text for file, text in before.items() if after.get(file) != text}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


NO_IDS = ("#", "file:", "URL:", "archive_location:")
IDS = [
    "dana-orrell", "lenford-council", "ferry-start", "bridge-closure", "ferry-notice", "heron-footbridge", "gazette",
    "people-per-day", "users-over-300", "nobody-told", "ivo-tamm-chair", "meeting-notice", "closure-agreed",
]  # fmt: skip


@pytest.mark.parametrize("old", IDS)
def test_the_dossier_stays_whole_and_the_old_id_stands_nowhere_else(root: Path, old: str) -> None:
    page = {page.uri: page.title for page in build(root).pages}
    renamed(root, old, "a-new-name")
    _, problems = examine(root)
    assert [str(problem) for problem in problems] == []
    left = [
        line
        for text in files_of(root).values()
        for line in text.splitlines()
        if re.search(rf"(?<![\w-]){old}(?![\w-])", line) and not line.lstrip().startswith(NO_IDS)
    ]
    assert [line.strip() for line in left] in ([f"formerly: [{old}]"], [])
    now = {page.uri: page.title for page in build(root).pages}
    for uri, title in page.items():
        if uri.endswith(f"/{old}.md"):
            assert now[uri].startswith("Moved: ")
            assert now[uri.replace(old, "a-new-name")].replace("a-new-name", old) == title


@pytest.mark.parametrize("old", IDS)
def test_nothing_but_ids_changes(root: Path, old: str) -> None:
    before = files_of(root)
    renamed(root, old, "a-new-name")
    after = {file.replace("a-new-name", old): text for file, text in files_of(root).items()}
    for file, text in before.items():
        changes = [line for line in difflib.ndiff(text.splitlines(), after[file].splitlines()) if line[0] in "+-"]
        gone = [line[2:] for line in changes if line[0] == "-"]
        come = [line[2:].replace("a-new-name", old) for line in changes if line[0] == "+" and "formerly: [" not in line]
        assert gone == come


def test_a_second_name_keeps_both_old_addresses(root: Path) -> None:
    renamed(root, "ferry-start", "first")
    renamed(root, "first", "second")
    assert "formerly: [ferry-start, first]" in files_of(root)["facts/events/second.yml"]
    renamed(root, "users-over-300", "one")
    renamed(root, "one", "two")
    assert "    formerly: [users-over-300, one]" in files_of(root)["facts/background/heron-footbridge.yml"]
    assert examine(root)[1] == []
    assert {"events/ferry-start.md", "events/first.md", "claims/one.md"} <= {page.uri for page in build(root).pages}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("dana-orell", "x", 'has the id "dana-orell"; did you mean "dana-orrell"'),
        ("dana-orrell", "Dana", '"Dana" is no id'),
        ("dana-orrell", "ivo-tamm", '"ivo-tamm" is used already in this dossier'),
        ("dana-orrell", "users-over-300", "is used already in this dossier"),
        ("dana-orrell", "unnamed", "is used already by the program itself"),
        ("dana-orrell", "x" * 81, "is no id"),
    ],
)
def test_what_cannot_be_renamed(root: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(EditError, match=re.escape(says)):
        renamed(root, old, new)


def test_a_former_id_is_not_given_again(root: Path) -> None:
    renamed(root, "ferry-start", "first")
    with pytest.raises(EditError, match="as a former id"):
        renamed(root, "dana-orrell", "ferry-start")


def test_the_navigation_follows(tmp_path: Path) -> None:
    root = tmp_path / "own"
    root.mkdir()
    for name in ("facts", "seeds"):
        shutil.copytree(OWN / name, root / name)
    shutil.copy(OWN / "mkdocs.yml", root)
    agreement = next((root / "facts" / "agreements").glob("*.yml")).stem
    assert f"agreements/{agreement}.md" in files_of(root)["mkdocs.yml"]
    renamed(root, agreement, "a-new-name")
    assert "agreements/a-new-name.md" in files_of(root)["mkdocs.yml"]
    assert f"agreements/{agreement}.md" not in files_of(root)["mkdocs.yml"]
    assert examine(root)[1] == []


def test_line_ends_and_a_byte_order_mark_stay(root: Path) -> None:
    path = root / "facts" / "events" / "ferry-start.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    renamed(root, "dana-orrell", "a-new-name")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"refers: {She: [a-new-name]}" in content
