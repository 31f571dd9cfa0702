"""Read the case files, and lay out a dossier with one thing changed.

A case changes the example dossier and says which problems that brings: exactly those, and no others but the codes
under `besides:`, which follow from the same change. tests/cases/README.md shows the fields.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem

HERE = Path(__file__).parent
EXAMPLE = HERE / "example"
CASES = HERE / "cases"
TOLD = CASES / "told.txt"
FIELDS = {
    "replace", "swell", "write", "write_bytes", "repeat", "remove", "move", "relock", "problems", "besides", "pages",
    "door",
}  # fmt: skip


@dataclass(frozen=True)
class Expected:
    """One problem a case must bring: where, which code, and what its message and details contain."""

    at: str
    code: str
    here: str = ""
    says: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case file."""

    name: str
    change: dict[str, Any]
    problems: tuple[Expected, ...]
    besides: frozenset[str] = frozenset()
    pages: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    door: str = "check"


def cases() -> list[Case]:
    """Read all case files, sorted by name."""
    return [read_case(path) for path in sorted(CASES.glob("*.yml"))]


def read_case(path: Path) -> Case:
    """Read one case file; a field nobody knows is refused."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = data.keys() - FIELDS
    if unknown:
        raise ValueError(f"{path.name}: {sorted(unknown)} is no field of a case")
    problems = tuple(
        Expected(item["at"], item["code"], item.get("here", ""), item.get("says", ""), tuple(item.get("details", ())))
        for item in data["problems"]
    )
    change = {key: data[key] for key in data.keys() - {"problems", "besides", "pages", "door"}}
    besides = frozenset(data.get("besides", ()))
    return Case(path.stem, change, problems, besides, data.get("pages", {}), data.get("door", "check"))


def lay_out(case: Case, root: Path) -> Path:
    """Copy the example to a folder, with the case's change made, and with its schemas where the case is about them."""
    copy_example(root, schemas=case.door == "schema")
    change_files(root, case.change, name=case.name)
    return root


def copy_example(root: Path, *, schemas: bool = False) -> None:
    """Copy the example to a folder; its schemas for editors only where they are wanted."""
    shutil.copytree(EXAMPLE, root, ignore=None if schemas else shutil.ignore_patterns(".schema"))


def change_files(root: Path, change: dict[str, Any], *, name: str) -> None:
    """Make a change to a dossier; `name` is that of the case, for messages."""
    swollen = {name: [(text, text * times)] for name, (text, times) in change.get("swell", {}).items()}
    for file, swaps in {**swollen, **change.get("replace", {})}.items():
        text = (root / file).read_bytes().decode("utf-8")
        for old, new in swaps:
            if old not in text:
                raise ValueError(f"{name}: {old!r} does not stand in {file}")
            text = text.replace(old, new, 1)
        _put(root / file, text.encode("utf-8"))
    for file, text in change.get("write", {}).items():
        _put(root / file, text.encode("utf-8"))
    for file, text in change.get("write_bytes", {}).items():
        _put(root / file, text.encode("latin-1"))
    for file, (text, times) in change.get("repeat", {}).items():
        _put(root / file, text.encode("utf-8") * times)
    for file in change.get("remove", ()):
        (root / file).unlink()
    for file, other in change.get("move", {}).items():
        _put(root / other, (root / file).read_bytes())
        (root / file).unlink()
    for source in change.get("relock", ()):
        lock(root, source)


def lock(root: Path, source: str) -> None:
    """Write the sha256 of a changed source text into its description."""
    description = root / "facts" / "sources" / f"{source}.yml"
    digest = hashlib.sha256((root / "seeds" / f"{source}.txt").read_bytes()).hexdigest()
    text = re.sub(r"^sha256: [0-9a-f]{64}$", f"sha256: {digest}", description.read_text(encoding="utf-8"), flags=re.M)
    description.write_text(text, encoding="utf-8")


def told(problems: Iterable[Problem]) -> str:
    """Give all that problems say: each with its place, how many characters of the line are meant, and its details."""
    lines = []
    for one in problems:
        lines.append(f"{one.spot}+{one.spot.width}: {one.message} [{one.code}]")
        lines += [f"    {line}" for detail in one.details for line in detail.split("\n")]
    return "".join(f"{line}\n" for line in lines)


def read_told() -> dict[str, str]:
    """Read what the problems of each case said when that was last written down."""
    blocks = re.split(r"^# (.*)\n", TOLD.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {name: text.removesuffix("\n") for name, text in zip(blocks[::2], blocks[1::2], strict=True)}


def write_told(texts: Mapping[str, str]) -> None:
    """Write down what the problems of each case say."""
    TOLD.write_text("".join(f"# {name}\n{text}\n" for name, text in sorted(texts.items())), encoding="utf-8")


def text_at(root: Path, spot: str) -> str:
    """Give the rest of the line at `file:line:column`."""
    name, line, column = spot.rsplit(":", 2)
    lines = re.split(r"\r\n|\n", (root / name).read_text(encoding="utf-8"))
    return lines[int(line) - 1][int(column) - 1 :]


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
