"""Edits of the example dossier that nobody would plan: words changed, lines lost, files copied, renamed, mended.

Used to see that what is known from before never changes what is found.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.case_files import EXAMPLE

LINES = (
    "    withheld: safety",
    "withheld: legal",
    "        withheld: minor",
    "  - id: claim-of-chance",
    "names: [Lenford]",
    "formerly: [gazette]",
    "# a remark",
    "title: x",
    "",
)
"""Lines that are put in: some mean something where they happen to stand, most break the file."""


@dataclass(frozen=True)
class Edit:
    """One edit: what is done, to which file, and where in it, counted round and round."""

    done: str
    file: int
    at: int
    line: int


def edits(most: int) -> st.SearchStrategy[list[Edit]]:
    """Give rows of edits."""
    kinds = ("cut", "swap", "put in", "twice", "remove", "copy", "rename", "restore", "restore", "all")
    number = st.integers(0, 400)
    return st.lists(st.builds(Edit, st.sampled_from(kinds), number, number, number), min_size=2, max_size=most)


def carry_out(edit: Edit, root: Path) -> None:  # noqa: C901  # one branch an edit
    """Do one edit in a copy of the example."""
    files = sorted(path for folder in ("facts", "seeds") for path in (root / folder).rglob("*.[yt]*") if path.is_file())
    if edit.done == "all" or not files:
        for folder in ("facts", "seeds"):
            shutil.rmtree(root / folder, ignore_errors=True)
            shutil.copytree(EXAMPLE / folder, root / folder)
        return
    path = files[edit.file % len(files)]
    text = path.read_bytes().decode("utf-8")
    lines = text.split("\n")
    here = edit.at % len(lines)
    if edit.done == "cut":
        del lines[here]
    elif edit.done == "twice":
        lines.insert(here, lines[here])
    elif edit.done == "put in":
        lines.insert(here, LINES[edit.line % len(LINES)])
    elif edit.done == "swap":
        lines[here] = lines[here].replace(" ", "  ", 1).replace("e", "a", edit.line % 3)
    path.write_bytes("\n".join(lines).encode("utf-8"))
    if edit.done == "remove":
        path.unlink()
    elif edit.done == "copy":
        shutil.copy(path, files[edit.line % len(files)].parent / f"copy-{edit.line % 2}{path.suffix}")
    elif edit.done == "rename":
        path.rename(path.with_name(f"other-{edit.line % 3}{path.suffix}"))
    elif edit.done == "restore":
        was = EXAMPLE / path.relative_to(root)
        shutil.copy(was, path) if was.exists() else path.unlink()
