"""Links to the very words, opened in a browser: it scrolls to the words the link is meant for."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Browser

from generator.evidence.folding import fold
from generator.evidence.quotations import Proof, prove
from generator.writing.text_fragments import link
from tests.engines.readers import served

pytestmark = [pytest.mark.browser, pytest.mark.engine]

FILLER = "Nothing to see here, only many words of no use. " * 60
LINES = (
    "He spoke of well-known men, A & B: “over 1,200 of them.”",
    "She said it was late. The long sentence began here and went on and on, past many other words of little weight, "
    "until at last it came to its end.",
    "It was late when he left, and it was late when she left.",
    "Люди вернулись домой — 640 человек.",
    "He repeated: it is done, said Ann.",
    "He repeated: it is done, said Bob.",
)
TEXT = "\n".join(line for short in LINES for line in (FILLER, short)) + "\n" + FILLER
PASSAGES = (
    ("well-known men, A & B: “over 1,200 of them.”", 0),
    (
        "The long sentence began here and went on and on, past many other words of little weight, until at last it",
        1,
    ),
    ("began here [...] its end", 1),
    ("it was late when she left", 2),
    ("Люди вернулись домой — 640 человек", 3),
)


@pytest.fixture(scope="module")
def page_of_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("text")
    body = "".join(f"<p>{escape(line)}</p>\n" for line in TEXT.split("\n"))
    html = f"<!doctype html><html lang=en><meta charset=utf-8><title>Text</title><body>{body}</body></html>"
    (folder / "index.html").write_text(html, "utf-8")
    with served(folder) as address:
        yield address


@pytest.mark.parametrize(("words", "line"), PASSAGES, ids=range(len(PASSAGES)))
def test_the_browser_opens_the_page_at_the_words(browser: Browser, page_of_text: str, words: str, line: int) -> None:
    proof = prove(fold(TEXT), words)
    assert isinstance(proof, Proof)
    assert lines_in_view(browser, link(page_of_text, TEXT, proof.spans)) == [LINES[line]]


@pytest.mark.parametrize("line", [4, 5])
def test_words_that_stand_twice_are_told_apart(browser: Browser, page_of_text: str, line: int) -> None:
    start = TEXT.index("it is done", TEXT.index(LINES[line]))
    assert lines_in_view(browser, link(page_of_text, TEXT, [(start, start + len("it is done"))])) == [LINES[line]]


def test_words_that_do_not_stand_there_leave_the_page_at_its_beginning(browser: Browser, page_of_text: str) -> None:
    other = TEXT.replace("1,200", "1,300")
    start = other.index("over 1,300")
    assert lines_in_view(browser, link(page_of_text, other, [(start, start + len("over 1,300 of them"))])) == []


def lines_in_view(browser: Browser, address: str) -> list[str]:
    """Give the short lines a small window shows after the browser has opened an address."""
    page = browser.new_page(viewport={"width": 900, "height": 300})
    page.goto(address)
    assert page.evaluate("'fragmentDirective' in document")
    page.wait_for_timeout(200)
    found = page.evaluate(
        "[...document.querySelectorAll('p')].filter(p => { const box = p.getBoundingClientRect();"
        " return p.textContent.length < 1000 && box.bottom > 0 && box.top < innerHeight }).map(p => p.textContent)"
    )
    page.close()
    return list(found)
