"""A dossier as it stands in a commit, read from git's store into a folder of its own; the work tree is never touched.

The one module that runs git. May import nothing of ours. Must never know what a fact file says.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDERS = ("facts", "seeds")
_PLAIN_FILES = ("100644", "100755")


class RevisionError(Exception):
    """Say why a commit cannot be read, and what to do, in one line."""


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """Lay the dossier of a commit out in a folder that is gone when the block ends. Raises RevisionError.

    Links are left out: what they lead to is not in the commit.
    """
    commit = _commit(root, name)
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS)
    files = [row for row in listed.decode("utf-8", "surrogateescape").split("\0") if row]
    if not any(row.partition("\t")[2].startswith("facts/") for row in files):
        raise RevisionError(f'"{name}" holds no folder facts/ here; name a commit that does')
    with TemporaryDirectory(prefix="factsheet-") as folder:
        for path, content in _contents(root, files):
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        yield Path(folder)


def parted(root: Path, name: str, head: str = "HEAD") -> str:
    """Give the commit at which `head` parted from `name`, which a pull request is compared with."""
    return _git(root, "merge-base", _commit(root, name), _commit(root, head)).decode().strip()


def _contents(root: Path, rows: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Give path and content of every plain file among rows of ls-tree, asking git once for all."""
    listed = [(about.split(), path) for about, _, path in (row.partition("\t") for row in rows)]
    plain = [(digest, path) for (mode, _, digest), path in listed if mode in _PLAIN_FILES]
    told = _git(root, "cat-file", "--batch", asked="".join(f"{digest}\n" for digest, _ in plain))
    at = 0
    for _, path in plain:
        head = told[at : told.index(b"\n", at)]
        size = int(head.split()[2])
        begin = at + len(head) + 1
        yield path, told[begin : begin + size]
        at = begin + size + 1


def _commit(root: Path, name: str) -> str:
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except RevisionError as error:
        if "not a git repository" in str(error):
            raise
        raise RevisionError(f'git knows no commit "{name}" here; name a branch, a tag or a commit') from error


def _git(root: Path, *arguments: str, asked: str = "") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # no shell; names of commits are checked by rev-parse before they are used
            ["git", "-C", str(root), *arguments],  # noqa: S607  # git is found as the user finds it
            input=asked.encode(),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise RevisionError("git is not there; install it to compare versions") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(said[-1].removeprefix("fatal: ") if said else f"git {arguments[0]} failed")
    return done.stdout
