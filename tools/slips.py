"""Write the messages of slips and cases anew after they were changed on purpose, and say which have changed.

`python -m tools.slips` renews all, `python -m tools.slips tab` one. May import the tests' slips and cases. Must never
know what a message says.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import case_files
from tests.case_files import TOLD, cases, read_told, told, write_told
from tests.slip_files import lay_out, printed, renewed, slips
from tests.test_cases import problems_of


def renew(names: list[str]) -> list[str]:
    """Renew the snapshots of some slips, or of all; give the names of those that are another text now."""
    changed = []
    for slip in slips():
        if names and slip.name not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            text = renewed(slip, printed(lay_out(slip, Path(folder) / "dossier")))
        if text != slip.path.read_text(encoding="utf-8"):
            slip.path.write_text(text, encoding="utf-8")
            changed.append(slip.name)
    return changed


def renew_cases(names: list[str]) -> list[str]:
    """Renew what some cases tell, or all; give the names of those that tell something else now."""
    before = read_told() if TOLD.exists() else {}
    after = {} if not names else dict(before)
    for case in cases():
        if (names and case.name not in names) or case.door == "emit" or not case.problems:
            continue
        with tempfile.TemporaryDirectory() as folder:
            after[case.name] = told(problems_of(case, case_files.lay_out(case, Path(folder) / "dossier")))
    write_told(after)
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


if __name__ == "__main__":
    print("\n".join([*renew(sys.argv[1:]), *renew_cases(sys.argv[1:])]) or "nothing has changed")
