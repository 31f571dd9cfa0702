from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.site import Site, Wish, build

EXAMPLE = Path(__file__).parent / "example"


def test_an_error_leaves_no_pages(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    text = root / "seeds" / "gazette.txt"
    text.write_bytes(text.read_bytes() + b"More.\n")
    site = build(root)
    assert site.pages == ()
    assert site.files == ()
    assert "text-changed" in {problem.code for problem in site.problems}


def test_the_same_folder_gives_the_same_site() -> None:
    assert build(EXAMPLE) == build(EXAMPLE)


def test_the_address_of_the_site_reaches_the_data_and_the_citations() -> None:
    with_address, without = build(EXAMPLE, Wish("https://a.example/")), build(EXAMPLE)

    def uncited(site: Site) -> list[str]:
        told = re.compile(
            r'<details class="fs-(cite|embed)".*?</details>|\n(oembed|linked_data): [^\n]*|\d+ KB'
            r"|\nbase = [^\n]*|\ncurl [^\n]*",
            re.S,
        )
        return [told.sub("", page.markdown) for page in site.pages]

    # Pages name it where they say how to cite, show and load them; files that hold it have other sizes.
    assert uncited(with_address) == uncited(without)
    assert all("https://a.example/" in page.markdown for page in with_address.pages if "fs-cite" in page.markdown)
    assert with_address.pages != without.pages
    assert with_address.files != without.files
