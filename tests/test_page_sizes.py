"""No page grows with the dossier: the largest stay the same from some hundred facts on, far below a megabyte."""

from __future__ import annotations

import markdown
import pytest

from generator.examining import examine
from generator.writing.pages import Page, pages
from tools.synthetic import write

FACTS = (500, 700)
"""Sizes at which lists of claims have several parts."""
LARGEST = 1_000_000
FRAME = 60_000
"""Bytes that the theme and the mending add to a page, taken large."""
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.details", "pymdownx.superfences",
]  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[list[Page]]:
    """Write dossiers of both sizes; the pages of each, the largest first."""
    found = []
    for facts in FACTS:
        root = tmp_path_factory.mktemp(str(facts))
        write(facts, root)
        found.append(sorted(pages(examine(root)[0]), key=lambda page: -len(page.utf8)))
    return found


def test_the_largest_page_does_not_grow(written: list[list[Page]]) -> None:
    small, large = (len(dossier[0].utf8) for dossier in written)
    assert large < 1.02 * small


def test_what_stands_on_every_page_does_not_grow(written: list[list[Page]]) -> None:
    small, large = (
        sum(len(page.utf8) for page in dossier if page.kind == "Claim") / sum(page.kind == "Claim" for page in dossier)
        for dossier in written
    )
    assert large < 1.01 * small


def test_the_largest_pages_stay_below_a_megabyte_of_html(written: list[list[Page]]) -> None:
    kinds = {page.kind: page for page in reversed(written[1])}
    sizes = {
        page.uri: len(markdown.markdown(page.markdown.partition("\n---\n")[2], extensions=EXTENSIONS).encode())
        for page in sorted(kinds.values(), key=lambda page: -len(page.utf8))[:3]
    }
    assert len(sizes) == 3
    assert max(sizes.values()) + FRAME < LARGEST, sizes
