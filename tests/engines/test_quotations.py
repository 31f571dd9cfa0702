"""Every quotation a reader sees stands in a source text: looked up with a fold of its own, in the built HTML."""

from __future__ import annotations

import pytest

from tests.engines.sites import ROOT, Built, Reader, plain, quoted_in

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [plain(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))]


def test_every_footnote_quotes_a_source(site: Built, texts: list[str]) -> None:
    wrong, seen = [], 0
    for name, html in site.pages().items():
        for note in Reader(html).notes:
            parts = list(quoted_in(note))
            seen += 1
            if not parts or not all(any(plain(part) in text for text in texts) for part in parts):
                wrong.append(f"{name}: {note}")
    assert wrong == []
    assert seen > 100


def test_every_block_quotation_stands_in_a_source(site: Built, texts: list[str]) -> None:
    wrong, seen = [], 0
    for name, html in site.pages().items():
        for block in Reader(html).block_quotes:
            parts = list(quoted_in(block))
            seen += 1
            if not parts or not all(any(plain(part) in text for text in texts) for part in parts):
                wrong.append(f"{name}: {block}")
    assert wrong == []
    assert seen > 0


def test_every_claim_page_has_a_passage(site: Built) -> None:
    pages = {name: Reader(html) for name, html in site.pages().items()}
    claims = [name for name in pages if name.startswith("claims/") and name != "claims/index.html"]
    assert claims
    assert [name for name in claims if not pages[name].notes and "moved" not in pages[name].text().lower()] == []


def test_the_oracle_tells_a_changed_digit(texts: list[str]) -> None:
    assert list(quoted_in("“over 1,000 [...] per side” — article 1 ↩")) == ["over 1,000", "per side"]
    assert plain("«over\u00a01,000»") == '"over 1,000"'
    assert not any(plain("over 9,999 individuals per side") in text for text in texts)
