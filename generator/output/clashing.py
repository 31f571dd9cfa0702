"""Generated pages and files whose address a hand-written file has.

May import problems. Must never know what is written, nor where.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.problems import Problem, Spot


def clashes(made: Iterable[str], taken: Iterable[str], *, folder: str = "docs") -> list[Problem]:
    """Find generated pages and files whose address a hand-written file has; both are given by their paths.

    A page clashes with any file that leads to the same address: `x.md`, `x/index.md`, `x/README.md`, `x.html`.
    """
    ours = {_served(uri): uri for uri in made}
    return sorted(
        Problem(
            Spot(f"{folder}/{path}"),
            "page-clash",
            f'"{path}" has the address of the generated "{ours[_served(path)]}"; rename it',
        )
        for path in taken
        if _served(path) in ours
    )


def _served(uri: str) -> str:
    """Give the file a path is served as, with directory addresses: `x.md` and `x/index.md` are `x/index.html`."""
    path = PurePosixPath(uri)
    if path.suffix in (".md", ".markdown", ".html", ".htm"):
        stem = path.with_suffix("")
        index = stem.name == "index" or (stem.name == "README" and path.suffix != ".html")
        folder = stem.parent if index else stem
        return (folder / "index.html").as_posix().casefold()
    return path.as_posix().casefold()
