"""The brief as a PDF: two tagged pages, every link leads somewhere, every note both ways, text as it was given."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.brief_data import brief_data
from generator.exports.brief_pdf import PrintedBrief, brief_pdf
from generator.exports.typesetting import UnsetError, pdf
from generator.writing.brief_pages import brief_view
from generator.writing.brief_pieces import BriefView
from generator.writing.desk import desk

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "example"
SITE = "https://a.example/sheet"
A4 = (595.28, 841.89)
ALLOWED = {
    "Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Link", "Span", "Strong", "Em", "Div",
}  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """One element of the structure: its type, depth, text, and what of it is a link."""

    kind: str
    depth: int
    text: str


@pytest.fixture(scope="module", params=["example", "first dossier"])
def weighed(request: pytest.FixtureRequest) -> Weighed:
    return examine(EXAMPLE if request.param == "example" else ROOT)[0]


@pytest.fixture(scope="module")
def printed(weighed: Weighed) -> PrintedBrief:
    return brief_pdf(weighed, site_url=SITE, version="0123456789ab")


@pytest.fixture(scope="module")
def view(weighed: Weighed) -> BriefView:
    return view_of(weighed)


@pytest.fixture(scope="module")
def document(printed: PrintedBrief) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed.file.content)) as opened:
        yield opened


def view_of(weighed: Weighed) -> BriefView:
    assert weighed.dossier.head is not None
    return brief_view(desk(weighed), weighed.dossier.head.data, site_url=SITE)


def annotations_of(document: pikepdf.Pdf) -> list[Any]:
    return [annotation for page in document.pages for annotation in page.get("/Annots", [])]


def tags(document: pikepdf.Pdf) -> list[Tag]:
    """Give the structure in its order, each element with the text below it."""
    texts = {page.objgen: marked_text(pikepdf.Page(page)) for page in (page.obj for page in document.pages)}

    def below(node: Any, page: Any, depth: int, found: list[Tag]) -> str:
        if isinstance(node, pikepdf.Array):
            return "".join(below(child, page, depth, found) for child in node)
        if isinstance(node, int):
            return texts[page.objgen].get(node, "")
        page = node.get("/Pg", page)
        if "/MCID" in node:
            return texts[page.objgen].get(int(node.MCID), "")
        if "/S" not in node:
            return ""
        at = len(found)
        found.append(Tag(str(node.S)[1:], depth, ""))
        text = below(node.K, page, depth + 1, found) if "/K" in node else ""
        found[at] = Tag(str(node.S)[1:], depth, text)
        return text

    found: list[Tag] = []
    below(document.Root.StructTreeRoot.K, None, 0, found)
    return found


def marked_text(page: pikepdf.Page) -> dict[int, str]:
    """Give the text of each marked piece of a page's content, read through the fonts' own maps to Unicode."""
    maps = {str(name): unicode_map(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    marks: list[int | None] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            properties: Any = operands[1] if len(operands) > 1 else {}
            marks.append(int(properties["/MCID"]) if "/MCID" in properties else None)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = maps[str(operands[0])]
        elif name in ("Tj", "TJ"):
            parts = operands[0] if name == "TJ" else operands
            shown = "".join(decoded(bytes(part), font) for part in parts if isinstance(part, pikepdf.String))
            mark = next((one for one in reversed(marks) if one is not None), None)
            if mark is not None:
                texts[mark] = texts.get(mark, "") + shown
    return texts


def unicode_map(font: Any) -> dict[int, str]:
    """Read a font's ToUnicode map (PDF 32000-1, 9.10.3), single codes and ranges."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(to).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = bytes.fromhex(to).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def decoded(shown: bytes, font: dict[int, str]) -> str:
    return "".join(font[int.from_bytes(shown[at : at + 2])] for at in range(0, len(shown), 2))


def flat(text: str) -> str:
    """Give text without any space: where a line ends, a PDF has none."""
    return re.sub(r"[\s\u2060]", "", text)


def test_it_is_two_a4_pages_with_title_language_and_the_mark_of_pdf_ua(
    document: pikepdf.Pdf, printed: PrintedBrief, view: BriefView
) -> None:
    assert len(document.pages) == printed.pages == 2
    assert printed.problems == ()
    for page in document.pages:
        assert [float(edge) for edge in page.mediabox[2:]] == pytest.approx(A4, abs=0.1)
    assert document.Root.Lang == "en-GB"
    assert bool(document.Root.MarkInfo.Marked)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == view.title


def test_the_structure_is_of_known_tags_and_headings_step_down_one_by_one(
    document: pikepdf.Pdf, view: BriefView
) -> None:
    structure = tags(document)
    assert {tag.kind for tag in structure} <= ALLOWED
    headings = [tag for tag in structure if re.fullmatch(r"H\d", tag.kind)]
    levels = [int(tag.kind[1]) for tag in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    wanted = [view.title, *(section.title for section in view.sections), "Notes"]
    found = [flat(tag.text) for tag in headings]
    assert [title for title in found if title in set(map(flat, wanted))] == list(map(flat, wanted))


def test_text_is_read_in_the_order_of_the_view(document: pikepdf.Pdf, view: BriefView) -> None:
    text = flat(tags(document)[0].text)
    at = 0
    points = [point for section in view.sections for point in section.points]
    points += [*view.both, *(point for dispute in view.disputes for point in dispute.points)]
    parts = [view.title, view.question, view.head.scope]
    for point in points:
        for claim in (point.claim, *point.replies):
            parts += [claim.text, claim.status.name]
    parts += [difference.question.text for difference in view.differences]
    parts += [*view.not_covered, view.marks, *(source.name for source in view.sources), f"{SITE}/brief/"]
    parts += [f"“{note.quotation}”" for note in view.endnotes]
    for part in map(flat, parts):
        found = text.find(part, at)
        assert found >= 0, part
        at = found + len(part)


def test_every_link_leads_to_a_place_that_is_there_or_to_the_site(document: pikepdf.Pdf) -> None:
    pages = {page.obj.objgen for page in document.pages}
    links = [one for one in annotations_of(document) if one.Subtype == "/Link"]
    assert links
    for link in links:
        assert str(link.Contents)  # what a reader hears where the link has no other words
        if "/A" in link:
            assert str(link.A.URI).startswith(f"{SITE}/")
        else:
            assert link.Dest[0].objgen in pages


def test_each_note_is_an_item_of_a_list_that_is_linked_both_ways(document: pikepdf.Pdf, view: BriefView) -> None:
    structure = tags(document)
    start = next(index for index, tag in enumerate(structure) if tag.kind == "H2" and tag.text == "Notes")
    notes = [tag for tag in structure[start:] if tag.kind == "LI"]
    labels = [tag for tag in structure[start:] if tag.kind == "Lbl"]
    assert [tag.text for tag in labels] == [str(number) for number in range(1, len(view.endnotes) + 1)]
    for tag, note in zip(notes, view.endnotes, strict=True):
        assert flat(f"“{note.quotation}”") in flat(tag.text)
        assert note.source.label in tag.text
    inner = [one for one in annotations_of(document) if "/Dest" in one]
    cited = sum(len(refs) for refs in citings(view))
    assert len(inner) == cited + len(view.endnotes)  # from each citing to its note, from each note to its first citing


def citings(view: BriefView) -> Iterator[tuple[str, ...]]:
    points = [point for section in view.sections for point in section.points]
    points += [*view.both, *(point for dispute in view.disputes for point in dispute.points)]
    for point in points:
        yield from (claim.notes for claim in (point.claim, *point.replies))
    for difference in view.differences:
        yield from (names for answer in difference.answers for _, names in answer.tellings)


def test_without_an_address_links_stay_inside(weighed: Weighed) -> None:
    with pikepdf.open(io.BytesIO(brief_pdf(weighed).file.content)) as document:
        links = annotations_of(document)
        assert links
        assert [str(link.A.URI) for link in links if "/A" in link] == []


def test_the_same_input_gives_the_same_bytes(weighed: Weighed, printed: PrintedBrief) -> None:
    assert brief_pdf(weighed, site_url=SITE, version="0123456789ab").file == printed.file


HOSTILE = (
    "#panic() $x^2$ *b* _e_ `code` \\ \\u{41} \"quoted\" 'single' [content] {code} <label> @ref // no /* no */ ~ -- "
    "... #sys.inputs = https://other.example/ Зеленський їґ Ž ș"
)


@pytest.mark.parametrize("place", ["title", "question"])
def test_text_is_set_as_it_is_and_never_read_as_code(tmp_path: Path, place: str) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    head = root / "facts" / "dossier.yml"
    text = re.sub(rf"^{place}: .*$", lambda _: f"{place}: >-\n  {HOSTILE}", head.read_text("utf-8"), flags=re.MULTILINE)
    head.write_text(text, encoding="utf-8")
    weighed = examine(root)[0]
    assert weighed.dossier.head is not None
    given = getattr(weighed.dossier.head.data, place)
    assert "#panic()" in given
    brief = brief_pdf(weighed)
    assert brief.problems == ()
    with pikepdf.open(io.BytesIO(brief.file.content)) as document:
        assert flat(given) in flat(tags(document)[0].text)
        assert not [one for one in annotations_of(document) if "/A" in one]


def test_a_sign_that_no_font_has_is_told() -> None:
    sizes = {"body": 9, "small": 8, "notes": 8}
    data = brief_data(view_of(examine(EXAMPLE)[0]), site_url=None) | {"size": sizes, "title": "漢"}
    with pytest.raises(UnsetError, match="漢"):
        pdf("brief", data, name="brief", updated="2025")
