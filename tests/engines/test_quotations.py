"""Every quotation a reader sees stands in a source text: looked up with a fold of its own, in the built HTML.

Of a passage in its context the two are looked up as one text; and what all pages together print of a source is
measured again, from the pages alone.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from generator.evidence.sentences import words
from generator.examining import examine
from tests.engines.sites import ROOT, Built, Reader, plain, quoted_in

pytestmark = pytest.mark.engine

OMITTED = re.compile(r"\[(?:…|\.\.\.)\]")
CONTEXT = 15
"""Words of context that rule of evidence 12 allows on a side."""


class Passages(HTMLParser):
    """Read the passages of a page: their marked words and what stands round these."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[str]]] = []
        """The text of each passage's block with U+FFFC for each marked part, and these parts."""
        self._figure = self._block = self._mark = self._note = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "figure" and "fs-passage" in str(dict(attributes).get("class")):
            self._figure = True
        elif tag == "blockquote" and self._figure:
            self._block = True
            self.found.append(("", []))
        elif tag == "mark" and self._block:
            self._mark = True
            self._put("\ufffc", marked=True)
        elif tag == "sup":
            self._note = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self._figure = False
        elif tag == "blockquote":
            self._block = False
        elif tag == "mark":
            self._mark = False
        elif tag == "sup":
            self._note = False

    def handle_data(self, data: str) -> None:
        if self._block and not self._note:
            if self._mark:
                self.found[-1][1][-1] += data
            else:
                self._put(data, marked=False)

    def _put(self, text: str, *, marked: bool) -> None:
        block, parts = self.found[-1]
        self.found[-1] = (block + text, [*parts, ""] if marked else parts)


def alike(text: str) -> str:
    """Fold a text, and take single and double marks for one: within the page's own marks double ones become single."""
    return plain(text).replace('"', "'")  # so that an apostrophe stays inside its word


def in_context(block: str, parts: list[str]) -> tuple[str, str, list[str]]:
    """Give the words before and after a passage, and the texts that must stand in a source, each in one piece.

    The site's own quotation marks stand next to the marked words; marks of omission part what need not be contiguous.
    """
    quoted = re.search("“(\ufffc.*\ufffc|\ufffc)”", block)
    assert quoted, block
    before, after = block[: quoted.start()], block[quoted.end() :]
    whole = f"{before}{quoted[1]}{after}"
    left = iter(parts)
    filled = re.sub("\ufffc", lambda _: next(left), OMITTED.sub("\n", whole))
    return before, after, [alike(piece) for piece in filled.split("\n") if piece.strip()]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [alike(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def passages(site: Built) -> list[tuple[str, str, list[str]]]:
    return [
        (name, block, parts)
        for name, html in site.pages().items()
        if name.startswith("claims/")
        for block, parts in Passages(html).found
    ]


def test_every_footnote_quotes_a_source(site: Built, texts: list[str]) -> None:
    wrong, seen = [], 0
    for name, html in site.pages().items():
        for note in Reader(html).notes:
            parts = list(quoted_in(note))
            seen += 1
            if not parts or not all(any(alike(part) in text for text in texts) for part in parts):
                wrong.append(f"{name}: {note}")
    assert wrong == []
    assert seen > 100


def test_every_block_quotation_stands_in_a_source(site: Built, texts: list[str]) -> None:
    wrong, seen = [], 0
    for name, html in site.pages().items():
        blocks = Reader(re.sub(r'<figure class="fs-passage".*?</figure>', "", html, flags=re.DOTALL)).block_quotes
        for block in blocks:
            parts = list(quoted_in(block))
            seen += 1
            if not parts or not all(any(alike(part) in text for text in texts) for part in parts):
                wrong.append(f"{name}: {block}")
    assert wrong == []
    assert seen > 0


def test_every_passage_and_its_context_are_one_text_of_a_source(
    passages: list[tuple[str, str, list[str]]], texts: list[str]
) -> None:
    wrong, with_context = [], 0
    for name, block, parts in passages:
        before, after, pieces = in_context(block, parts)
        with_context += bool(words(OMITTED.sub("", before + after)))
        if not pieces or not any(all(piece in text for piece in pieces) for text in texts):
            wrong.append(f"{name}: {block} {parts}")
        wrong += [f"{name}: {side}" for side in (before, after) if len(words(side)) > CONTEXT]
    assert wrong == []
    assert len(passages) > 100
    assert with_context > 20


def test_passages_and_context_print_no_word_that_is_not_measured(site: Built) -> None:
    """Count, from the pages alone, the words of each source that passages and their context print."""
    weighed, problems = examine(ROOT)
    assert problems == []
    measured = {id_: Measured(text, weighed.printed[id_]) for id_, text in weighed.dossier.texts.items()}
    for name, html in site.pages().items():
        for figure in re.findall(r'<figure class="fs-passage".*?</figure>', html, re.DOTALL):
            ((block, parts),) = Passages(figure).found
            source = re.search(r"/sources/([^/\"]+)/", figure)
            assert source, name
            for piece in in_context(block, parts)[2]:
                assert measured[source[1]].holds(piece), (name, piece)
    shares = {id_: counted.share for id_, counted in measured.items()}
    assert all(0.5 < share <= weighed.published[id_] + 1e-9 for id_, share in shares.items()), shares


class Measured:
    """The words of one source: which of them are measured as published, and which the pages were seen to print."""

    def __init__(self, text: str, printed: tuple[tuple[int, int], ...]) -> None:
        places = words(text)
        self.words = [alike(text[start:end]) for start, end in places]
        self.measured = [any(a <= start and end <= b for a, b in printed) for start, end in places]
        self.seen = [False] * len(places)

    def holds(self, piece: str) -> bool:
        """Say whether a piece of a page stands in the text with measured words alone, and count it."""
        wanted = [piece[start:end] for start, end in words(piece)]
        for at in range(len(self.words) - len(wanted) + 1):
            if self.words[at : at + len(wanted)] == wanted and all(self.measured[at : at + len(wanted)]):
                self.seen[at : at + len(wanted)] = [True] * len(wanted)
                return True
        return not wanted

    @property
    def share(self) -> float:
        return sum(self.seen) / len(self.seen)


def test_every_claim_page_has_a_passage(site: Built) -> None:
    pages = {name: Reader(html) for name, html in site.pages().items()}
    claims = [name for name in pages if name.startswith("claims/") and name != "claims/index.html"]
    assert claims
    assert [name for name in claims if not pages[name].notes and "moved" not in pages[name].text().lower()] == []


def test_the_oracle_tells_a_changed_digit(texts: list[str]) -> None:
    assert list(quoted_in("“over 1,000 [...] per side” — article 1 ↩")) == ["over 1,000", "per side"]
    assert plain("«over\u00a01,000»") == '"over 1,000"'
    assert not any(plain("over 9,999 individuals per side") in text for text in texts)


def test_the_oracle_tells_context_from_quotation() -> None:
    html = (
        '<figure class="fs-passage"><blockquote><p>[…] he said “<mark class="fs-quoted">over 1,000</mark> [...] '
        '<mark class="fs-quoted">a side</mark>”, and left. […]<sup><a>1</a></sup></p></blockquote></figure>'
    )
    ((block, parts),) = Passages(html).found
    assert parts == ["over 1,000", "a side"]
    assert in_context(block, parts) == ("[…] he said ", ", and left. […]", ["he said over 1,000", "a side, and left."])
