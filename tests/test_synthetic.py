"""The invented dossier of any size: the same at every run, and fine by every rule, so its check takes no detour."""

from __future__ import annotations

from pathlib import Path

from generator.examining import examine
from tools.synthetic import write


def test_it_has_no_problem_and_the_facts_asked_for(tmp_path: Path) -> None:
    write(45, tmp_path)
    weighed, problems = examine(tmp_path)
    assert [str(problem) for problem in problems] == []
    assert len(weighed.claims) == 45
    assert {len(claim.passages) for claim in weighed.claims.values()} == {3}


def test_it_is_the_same_at_every_run(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(20, tmp_path / name)
    files = [sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in ("one", "other")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
