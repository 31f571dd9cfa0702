"""A new dossier that moves to other engines: the commands of the guide's page, run as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tests.engines.sites import BIN, ROOT, Built, run

PAGE = ROOT / "docs" / "guide" / "engines.md"
SITE_URL = "https://a.example/sheet/"
REPO_URL = "https://git.example/sheet"


@dataclass(frozen=True)
class Moved:
    """The sites that the commands of the page made, and what they printed."""

    folder: Path
    output: str

    @property
    def mkdocs(self) -> Built:
        """Give the site as it was before the move."""
        return Built(self.folder / "site", self.output)

    @property
    def properdocs(self) -> Built:
        """Give the site of ProperDocs."""
        return Built(self.folder / "build" / "with-properdocs", self.output)

    @property
    def zensical(self) -> Built:
        """Give the site of Zensical, mended."""
        return Built(self.folder / "build" / "plain", self.output)


def commands() -> list[str]:
    """Give the commands of the page, block by block, in order."""
    text = PAGE.read_text(encoding="utf-8")
    return [textwrap.dedent(block) for block in re.findall(r"^ *```sh\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)]


def move(folder: Path) -> str:
    """Begin a dossier and run the commands of the page in it; give what they print."""
    printed = run(BIN / "factsheet", "init", str(folder))
    shutil.copy(ROOT / "plain.yml", folder)
    return printed + run(
        "bash", "-euc", "\n".join(commands()), cwd=folder, PATH=f"{BIN}:{os.environ['PATH']}",
        SITE_URL=SITE_URL, REPO_URL=REPO_URL, EDIT_URI="edit/main/docs/",
    )  # fmt: skip
