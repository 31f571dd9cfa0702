"""The Data Package: frictionless finds the files as described, and finds what is broken in them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from frictionless.resources import TableResource

from generator.exports.tables import TABLES, Column
from generator.exports.tables.cells import unguarded
from generator.exports.tables.description import URI, data_package
from tests.exports.tables.conftest import HOSTILE, Sheet

PACKAGE = URI.rpartition("/")[2]


def described(folder: Path) -> Any:
    return json.loads((folder / PACKAGE).read_bytes())


def problems(folder: Path) -> list[tuple[str, str, str]]:
    """Give what frictionless finds: the table, the kind of error, its message."""
    with system.use_context(trusted=False):
        report = Package(str(folder / PACKAGE)).validate()
    assert len(report.tasks) == len(TABLES) or not report.valid
    return [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]


def test_frictionless_finds_everything_as_described(sheet: Sheet) -> None:
    assert problems(sheet.data) == []


def test_frictionless_reads_hostile_text_exactly(hostile: Sheet) -> None:
    package = Package(str(hostile.data / PACKAGE))
    for table in TABLES:
        found = [
            {column.name: back(column, row[column.name]) for column in table.columns}
            for row in read(package, table.name)
        ]
        expected = [
            {column.name: near(column, row.get(column.name)) for column in table.columns}
            for row in table.rows(hostile.facts)
        ]
        assert found == expected, table.name
    assert {row["scope"] for row in read(package, "claims")} == {"'" + HOSTILE[0]}


def read(package: Package, name: str) -> list[Any]:
    resource = package.get_resource(name)
    assert isinstance(resource, TableResource)
    return list(resource.read_rows())


def back(column: Column, cell: Any) -> Any:
    """Give a cell that frictionless read as it was."""
    return unguarded(cell) if column.kind == "text" and cell is not None else near(column, cell)


def near(column: Column, cell: Any) -> Any:
    """Give a number as a float: frictionless reads numbers as decimals."""
    return float(cell) if column.kind == "number" and cell is not None else cell


BROKEN = (
    ("claims", b"stated by one party", b"proven", "constraint-error"),
    ("spans", b"closure-agreed#1,1,", b"closure-agreed#9,1,", "foreign-key"),
    ("spans", b"free-ferry#1,1,", b"free-ferry#1,one,", "type-error"),
    ("voices", b"dana-orrell", b"nobody-known", "foreign-key"),
    ("actors", b"\r\nivo-tamm,", b"\r\ndana-orrell,", "primary-key"),
    ("sources", b",seeds/gazette.txt,", b",,", "constraint-error"),
    ("about", b"claim,number,record", b"claim,number,thing", "incorrect-label"),
)
"""A table, what stands in its file, what is put there, and the error that it is."""


@pytest.fixture(scope="module")
def found(example: Sheet, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Break several rows, with sizes and sums as they should be, and give what frictionless finds in each table."""
    folder = Path(shutil.copytree(example.data, tmp_path_factory.mktemp("broken") / "data"))
    package = described(folder)
    for name, old, new, _ in BROKEN:
        path = folder / "csv" / f"{name}.csv"
        assert old in path.read_bytes()
        changed = path.read_bytes().replace(old, new, 1)
        path.write_bytes(changed)
        resource = next(one for one in package["resources"] if one["name"] == name)
        resource |= {"bytes": len(changed), "hash": f"sha256:{hashlib.sha256(changed).hexdigest()}"}
    (folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
    return {(name, kind) for name, kind, _ in problems(folder)}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, _, _, kind in BROKEN])
def test_frictionless_finds_what_is_broken(name: str, kind: str, found: set[tuple[str, str]]) -> None:
    assert (name, kind) in found


def test_a_changed_file_is_found_by_its_sum(example: Sheet, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(example.data, tmp_path / "data"))
    path = folder / "csv" / "claims.csv"
    path.write_bytes(path.read_bytes().replace(b"twelve", b"eleven").replace(b"12", b"11"))
    assert "hash-count" in {kind for _, kind, _ in problems(folder)}


def test_the_package_says_what_it_is(example: Sheet) -> None:
    package, about = described(example.data), example.facts.dossier
    assert package["name"] == "fact-sheet-the-closure-of-the-heron-footbridge"
    assert (package["title"], package["version"], package["updated"]) == (
        about.title, example.facts.version, about.updated,
    )  # fmt: skip
    assert package["created"] == f"{about.updated}T00:00:00Z"
    assert package["licenses"] == [{"name": "CC-BY-4.0", "title": about.licence}]
    assert about.scope.text in package["description"]
    assert [resource["path"] for resource in package["resources"]] == [f"csv/{table.name}.csv" for table in TABLES]
    for resource in package["resources"]:
        content = (example.data / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_what_cannot_be_told_is_left_out(example: Sheet) -> None:
    about = example.facts.dossier.model_copy(
        update={"title": "Кто что говорит", "updated": "2025-03-04/..", "licence": "CC0-1.0", "editors": []}
    )
    file = data_package(example.facts.model_copy(update={"dossier": about}), [])
    package = json.loads(file.content)
    assert package["name"] == "fact-sheet"
    assert package["licenses"] == [{"name": "CC0-1.0"}]
    assert {"created", "contributors", "resources"}.isdisjoint(package)
