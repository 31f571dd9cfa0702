"""The language server marks what the check refuses, wherever it can tell, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator.model.records import FOLDERS
from generator.problems import CODES
from generator.reading.files import read
from generator.schema.drift import FOLDER, id_files
from tests.case_files import EXAMPLE, Case, cases, lay_out
from tests.editors.language_server import LanguageServer
from tests.editors.marks import MODELINE, marks
from tests.schema.mutations import one_of_each, written
from tests.schema.schemas import complaints
from tests.schema.test_two_ways import PARSED, tells

EVERY_NTH = 20
"""Of the changes another validator is asked about, the language server is asked about this share."""


def test_each_case_is_marked_where_it_can_be_told(bare: LanguageServer, tmp_path: Path) -> None:
    files: list[tuple[Path, str]] = []
    told: dict[str, bool] = {}
    for case in cases():
        if case.door != "check" or "write_bytes" in case.change:
            continue
        root = lay_out(case, tmp_path / case.name)
        dossier, problems = read(root)
        schemas = _schemas(root, ids=id_files(dossier, root=root))
        for name in _changed(case):
            found = [p for p in problems if p.spot.file == name and CODES[p.code].stage == "reading"]
            tellable = any(tells(problem) or problem.code in PARSED for problem in found)
            # Where reading stops at what the server cannot tell, it is left open what the server says of the rest.
            if tellable or not found:
                told[f"{case.name}: {name}"] = tellable
                text = (root / name).read_bytes().decode("utf-8")
                files.append((root / name, MODELINE.format(schemas / f"{_kind(name)}.json") + text))
    said = dict(zip(told, marks(bare, files), strict=True))
    apart = {name: [mark["message"] for mark in said[name]] for name in told if bool(said[name]) != told[name]}
    assert apart == {}
    assert sum(told.values()) > 30


def test_a_share_of_all_changes_is_marked_as_another_validator_says(bare: LanguageServer) -> None:
    example = read(EXAMPLE)[0]
    changed = [(change.what, change.made()) for change in one_of_each(written())[::EVERY_NTH]]
    files = [
        (
            (EXAMPLE / record.file).with_name(f"changed-{number}.yml"),
            MODELINE.format(EXAMPLE / FOLDER / f"{record.kind}.json") + json.dumps(record.data, ensure_ascii=False),
        )
        for number, (_, record) in enumerate(changed)
    ]
    assert len(files) > 80
    for (what, record), found in zip(changed, marks(bare, files), strict=True):
        other = complaints(record.data, kind=record.kind, dossier=example, root=EXAMPLE)
        assert bool(found) == bool(other), (what, found, other)


def _changed(case: Case) -> list[str]:
    """Give the fact files a case writes, where it is seen which schema is theirs."""
    names = {name for way in ("replace", "write") for name in case.change.get(way, ())}
    return sorted(name for name in names if name.endswith(".yml") and _kind(name))


def _kind(name: str) -> str:
    """Give the kind of record of a fact file's path, or nothing."""
    match name.split("/"):
        case ["facts", "dossier.yml"]:
            return "dossier"
        case ["facts", folder, _]:
            return FOLDERS.get(folder, "")
    return ""


def _schemas(root: Path, *, ids: dict[str, bytes]) -> Path:
    """Write the ids a dossier has now, and give the folder of its schemas: the example's where the ids are the same."""
    ((path, content),) = ids.items()
    if (EXAMPLE / path).read_bytes() == content:
        return EXAMPLE / FOLDER
    shutil.copytree(EXAMPLE / FOLDER, root / FOLDER)
    (root / path).write_bytes(content)
    return root / FOLDER
