"""`data/brief.pdf`: the brief as a tagged PDF on two A4 pages, from the view the page is made of.

May import writing's brief, typesetting and problems. Must never choose a claim, nor know Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.evidence.weighing import Weighed
from generator.exports.brief_data import brief_data
from generator.exports.data_file import DataFile
from generator.exports.typesetting import Sheets, UnsetError, pdf
from generator.model.dossier_head import DossierHead
from generator.problems import Problem, Spot
from generator.reading.dossier import Record
from generator.writing.brief_pages import PDF, brief_view
from generator.writing.desk import Desk, desk

PAGES = 2
_SIZES = ((10.0, 7.8, 8.2), (9.6, 7.6, 7.9), (9.3, 7.5, 7.6), (9.0, 7.5, 7.5), (8.7, 7.5, 7.5))
"""Sizes of body, small print and notes, in points; the first with which the brief fits is taken."""


@dataclass(frozen=True, slots=True)
class PrintedBrief:
    """The PDF with the number of its pages, and what is wrong with it."""

    file: DataFile
    pages: int
    problems: tuple[Problem, ...]


def brief_pdf(
    weighed: Weighed, *, site_url: str | None = None, version: str = "", at: Desk | None = None
) -> PrintedBrief:
    """Set the brief of a dossier without errors; links leave the document only where `site_url` is known.

    `at` is the desk of the dossier, if it is laid out already.
    """
    head = weighed.dossier.head
    if head is None:
        raise ValueError("a brief needs facts/dossier.yml")
    view = brief_view(at or desk(weighed), head.data, site_url=site_url)
    view = replace(view, head=replace(view.head, version=version))
    data = brief_data(view, site_url=site_url)
    unset = ""
    try:
        sheets = _fitting(data, updated=head.data.updated)
    except UnsetError as error:
        unset = error.sign
        sheets = _fitting(data, updated=head.data.updated, accessible=False)
    file = DataFile(PDF, sheets.content, "The brief, two A4 pages (tagged PDF).")
    return PrintedBrief(file, sheets.pages, tuple(_problems(head, sheets.pages, unset=unset)))


def _fitting(data: Mapping[str, object], *, updated: str, accessible: bool = True) -> Sheets:
    """Set the brief as large as two pages allow."""
    for body, small, notes in _SIZES:
        sized = {**data, "size": {"body": body, "small": small, "notes": notes}}
        sheets = pdf("brief", sized, name="brief", updated=updated, accessible=accessible)
        if sheets.pages <= PAGES:
            break
    return sheets


def _problems(head: Record[DossierHead], pages: int, *, unset: str) -> Iterator[Problem]:
    if pages > PAGES:
        field = "brief" if head.data.brief else "summary"
        message = f"the brief takes {pages} pages, and two are wanted; list fewer claims under brief:"
        yield Problem(head.places.of(field), "brief-too-long", message)
    if unset:
        message = (
            f'no font of the brief has "{unset}", so its PDF shows a box there and is not PDF/UA; write it otherwise'
        )
        yield Problem(Spot(head.file), "brief-unset", message)
