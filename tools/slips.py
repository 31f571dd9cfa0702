"""Write the messages of the slips anew after they were changed on purpose, and say which have changed.

`python -m tools.slips` renews all, `python -m tools.slips tab` one. May import the tests' slips. Must never know what
a message says.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.slip_files import lay_out, printed, renewed, slips


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


if __name__ == "__main__":
    print("\n".join(renew(sys.argv[1:])) or "nothing has changed")
