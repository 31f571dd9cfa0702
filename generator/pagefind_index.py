"""Write the search index of a large site with Pagefind: small pieces, of which a reader loads those that are needed.

The entries are those of the theme's index; each becomes a small page of its own for Pagefind, which then answers the
theme's search box through `search-pagefind.js`. The one room of pagefind, which is an extra of this package.
May import the standard library and pagefind. Must never know a dossier, MkDocs, nor how results are shown.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

try:
    from pagefind.service import get_executable
except ImportError:  # an extra of this package

    def get_executable() -> Path | None:
        """Find no program."""
        return None

FROM = 2000
"""Claims from which on Pagefind takes over where nobody chose."""
FOLDER = "search/pagefind"
"""Where the index stands, from the site's root."""
MISSING = (
    "search: this site has {claims:,} claims, and its search is to use Pagefind, which is not installed. Install it "
    'with `pip install "pagefind[bin]"`, or set `search: material` for the plugin factsheet in mkdocs.yml. '
    "Until then the search of the theme is used, which loads the whole index before it answers."
)
FROM_DISK = (
    "search: a site that opens from a disk keeps the search of the theme, since Pagefind does not work without a server"
)
POLICY = {"script-src": ["'wasm-unsafe-eval'"]}
"""What a page's Content-Security-Policy must allow besides: Pagefind is compiled to WebAssembly."""
BETWEEN = "\N{SYMBOL FOR RECORD SEPARATOR}"
"""Stands after each block of an entry's text, so that an excerpt can be told from the next; no word for Pagefind."""

_BLOCK = re.compile(r"</?p>")
_TAG = re.compile(r"<[^<>]*>")
_TITLE, _KIND = 8, 4  # how much more a word counts in a title, and in the kind of page
_HEAVIEST = 10.0  # Pagefind knows no greater weight
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")


def wanted(choice: str, *, claims: int) -> bool:
    """Tell whether a site is to use Pagefind: where it is chosen, or by itself from many claims on."""
    return choice == "pagefind" or (choice == "auto" and claims >= FROM)


class PagefindError(Exception):
    """Say why there is no index."""


def installed() -> bool:
    """Tell whether Pagefind and its program are there."""
    return get_executable() is not None


def write(docs: Iterable[Mapping[str, object]], site: Path, *, language: str) -> None:
    """Write the index of these entries into a built site; what stood there before goes. Raises PagefindError."""
    out = site / FOLDER
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, doc in enumerate(docs):
            Path(folder, f"{number}.html").write_text(page(doc, language=language), encoding="utf-8")
        _index(folder, out)
    for pattern in _UNUSED:
        for file in out.glob(pattern):
            file.unlink()


def emptied(index: str) -> str:
    """Give an engine's index without its entries: the theme asks for it, and reads from it how words are parted."""
    return json.dumps({**json.loads(index), "docs": []}, separators=(",", ":"), ensure_ascii=False)


def page(doc: Mapping[str, object], *, language: str) -> str:
    """Give an entry as the page that Pagefind reads."""
    boost = float(str(doc.get("boost", 1)))
    tags = doc.get("tags")
    kind = ", ".join(map(str, tags)) if isinstance(tags, list) else ""
    blocks = (_plain(block) for block in _BLOCK.split(str(doc["text"])))
    return (
        f'<!doctype html><html lang="{html.escape(language)}"><body data-pagefind-body '
        f'data-pagefind-weight="{boost:g}">'
        f'<h1 data-pagefind-meta="title" data-pagefind-weight="{min(_TITLE * boost, _HEAVIEST):g}">'
        f"{html.escape(_plain(str(doc['title'])))}</h1>"
        f'<p data-pagefind-meta="kind" data-pagefind-weight="{min(_KIND * boost, _HEAVIEST):g}">{html.escape(kind)}</p>'
        f'<div data-pagefind-meta="location[data-to], boost[data-boost]" data-to="{html.escape(str(doc["location"]))}" '
        f'data-boost="{boost:g}"></div>{BETWEEN} '
        f"{''.join(f'<p>{html.escape(block)}</p>{BETWEEN} ' for block in blocks if block)}</body></html>"
    )


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).replace(BETWEEN, " ").split())


def _index(folder: str, out: Path) -> None:
    """Run the program. Its library for Python ends it before all files are written whole, and waits for each answer."""
    program = get_executable()
    if program is None:
        raise PagefindError("Pagefind is not installed")
    done = subprocess.run(  # noqa: S603  # the program of the library, with paths of ours
        [program, "--site", folder, "--output-path", out.resolve()],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise PagefindError(f"Pagefind could not write the index:\n{done.stdout.strip()[-2000:]}")
