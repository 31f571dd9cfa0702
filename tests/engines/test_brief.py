"""The brief on paper: two A4 pages from the browser, with every note on them; the same claims as the PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.brief_data import brief_data
from generator.writing.brief_pages import brief_view
from generator.writing.brief_pieces import BriefView
from generator.writing.desk import desk
from tests.engines.sites import ROOT, Built, Reader

pytestmark = [pytest.mark.browser, pytest.mark.engine]

# A4 less the margins of the brief, in CSS pixels of 1/96 inch.
WIDTH = round((210 - 24) / 25.4 * 96)


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return examine(ROOT)[0]


@pytest.fixture(scope="module")
def view(weighed: Weighed) -> BriefView:
    assert weighed.dossier.head is not None
    return brief_view(desk(weighed), weighed.dossier.head.data)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{address}brief/", wait_until="networkidle")
    yield opened
    opened.close()


def test_it_prints_on_two_a4_pages(page: Page) -> None:
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        sizes = [tuple(round(float(edge) / 72 * 25.4) for edge in one.mediabox[2:]) for one in printed.pages]
    assert sizes == [(210, 297), (210, 297)]


def test_it_prints_all_notes_and_nothing_is_hidden_or_wider_than_the_paper(page: Page, view: BriefView) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    notes = page.locator(".footnote li")
    assert [" ".join(text.split()).split("” — ")[0] for text in notes.all_inner_texts()] == [
        f"“{note.quotation}" for note in view.endnotes
    ]
    parts = page.locator(".fs-brief p, .fs-brief li, .footnote li, .fs-scope, .fs-lead, h1")
    shown = parts.evaluate_all(
        "all => all.map(one => { const box = one.getBoundingClientRect(); return box.height > 0 && box.width > 0 "
        "&& one.scrollWidth <= Math.ceil(box.width) + 1; })"
    )
    assert len(shown) > 60
    assert all(shown)


def test_no_type_is_set_smaller_than_seven_and_a_half_points(page: Page) -> None:
    page.emulate_media(media="print")
    sizes = page.locator(".fs-brief p, .fs-brief li, .footnote p, .fs-scope, .fs-brief h2, .fs-brief h3").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) >= 7.49


def test_the_page_tells_what_the_pdf_tells(site: Built, view: BriefView) -> None:
    reader = Reader(site.pages()["brief/index.html"])
    text = re.sub(r"\s+", " ", reader.text())
    points = [point for section in view.sections for point in section.points]
    points += [*view.both, *(point for dispute in view.disputes for point in dispute.points)]
    claims = [claim for point in points for claim in (point.claim, *point.replies)]
    assert len(claims) > 20
    assert [claim.id for claim in claims if claim.text not in text] == []
    told = brief_data(view, site_url=None)
    numbered = [str(note["quotation"]) for note in told["notes"]]  # type: ignore[attr-defined]
    assert len(reader.notes) == len(numbered)
    assert all(
        f"“{quotation}”" in " ".join(note.split()) for quotation, note in zip(numbered, reader.notes, strict=True)
    )


def test_every_position_stands_beside_its_replies(page: Page, view: BriefView) -> None:
    stands = [" ".join(text.split()) for text in page.locator(".fs-brief-stand").all_inner_texts()]
    positions = [point for dispute in view.disputes for point in dispute.points]
    assert len(stands) == len(positions) > 0
    for stand, point in zip(stands, positions, strict=True):
        replies = [reply.text for reply in point.replies] or ["These articles carry no reply; one may exist elsewhere."]
        assert all(words in stand for words in replies)


def test_the_pdf_is_linked_from_the_brief_and_from_the_data(site: Built) -> None:
    size = -(-len(site.files()["data/brief.pdf"]) // 1000)
    for name in ("brief/index.html", "data/index.html"):
        reader = Reader(site.pages()[name])
        assert any(link.endswith("brief.pdf") for link in reader.links)
        assert f"PDF, tagged, {size} KB" in reader.text()
