"""The same dossier gives the same bytes wherever it is built: time zone, locale, encoding, hash seed, folder, umask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.case_files import EXAMPLE

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Desk:
    """What a machine and its user have set."""

    variables: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    inside: bool = False
    """Whether commands are run in the folder of the dossier, and name it by no path."""

    def run(self, root: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Begin a command; an environment of its own holds nothing but what is set here."""
        where = [] if self.inside else ["--root", os.path.relpath(root, root.parent)]
        return subprocess.Popen(
            [sys.executable, str(BIN / "factsheet"), *arguments, *where], cwd=root if self.inside else root.parent,
            env={"PATH": os.environ["PATH"], **self.variables}, umask=self.umask,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip


PLAIN = Desk({"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"})
DESKS = {
    "turkish": Desk(
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "LANGUAGE": "tr",
            "PYTHONHASHSEED": "1",
            "PYTHONOPTIMIZE": "1",
            "SOURCE_DATE_EPOCH": "1",
        },
        umask=0o002,
        inside=True,
    ),
    "ascii": Desk(
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "2"},
        umask=0o077,
    ),
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, bytes], bytes]]:
    """Emit the example at each desk, all at once, and let a broken copy be checked; give files and what was printed."""
    running = {}
    for name, desk in {"plain": PLAIN, **DESKS}.items():
        base = tmp_path_factory.mktemp(name)
        root = Path(shutil.copytree(EXAMPLE, base / f"dossier of {name}"))
        broken = Path(shutil.copytree(EXAMPLE, base / "broken"))
        facts = broken / "facts" / "background" / "heron-footbridge.yml"
        text = facts.read_text(encoding="utf-8")
        facts.write_text(text.replace("At least 350 people cross", "At least “Міст” people cröss"), encoding="utf-8")
        out = base / "out"
        running[name] = (out, desk.run(root, "emit", str(out)), desk.run(broken, "check"))
    found = {}
    for name, (out, emitting, checking) in running.items():
        told = emitting.communicate(timeout=120)
        assert emitting.returncode == 0, told
        files = {
            path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
        }
        told = checking.communicate(timeout=120)
        assert (checking.returncode, told[1]) == (1, b""), told
        found[name] = (files, told[0])
    return found


@pytest.mark.parametrize("name", DESKS)
def test_every_file_has_the_same_bytes(results: dict[str, tuple[dict[str, bytes], bytes]], name: str) -> None:
    here, there = results["plain"][0], results[name][0]
    assert len(here) > 100
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []


@pytest.mark.parametrize("name", DESKS)
def test_problems_are_told_in_the_same_words(results: dict[str, tuple[dict[str, bytes], bytes]], name: str) -> None:
    assert "“Міст” people cröss" in results["plain"][1].decode()
    assert results[name][1] == results["plain"][1]
