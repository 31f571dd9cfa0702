"""The brief as plain data for its typst template: text, numbers of notes, whole addresses.

May import the brief's pieces and addresses. Must never choose a claim, nor know how a page is set.
"""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import urljoin

from generator.writing.addresses import web_path
from generator.writing.brief_pieces import BriefClaim, BriefDifference, BriefPoint, BriefView, Heard

Data = dict[str, object]


def brief_data(view: BriefView, *, site_url: str | None) -> Data:
    """Give what the template sets; addresses are empty where the site's is not known."""
    on = _Telling(view, site_url)
    version = f", version {view.head.version}" if view.head.version else ""
    # Filled in the order in which the template prints, so that the first citing of a note is known.
    return {
        "title": view.title,
        "question": view.question,
        "scope": view.head.scope,
        "until": view.until,
        "sections": [
            {"title": section.title, "points": [on.point(item) for item in section.points]} for section in view.sections
        ],
        "both": [on.point(item) for item in view.both],
        "disputes": [
            {
                "title": dispute.link.text,
                "href": on.address(dispute.link.href),
                "points": [on.point(item) for item in dispute.points],
            }
            for dispute in view.disputes
        ],
        "differences": [on.difference(item) for item in view.differences],
        "more": view.more,
        "not_covered": list(view.not_covered),
        "marks": view.marks,
        "sources": [{"label": one.label, "name": one.name, "href": on.address(one.href)} for one in view.sources],
        "dated": f"Updated {view.updated}{version}",
        "colophon": f"Updated {view.updated}{version}. Licence of the curated facts: {view.licence}. "
        "The source texts belong to their publishers.",
        "address": view.address if site_url else "",
        "notes": [
            {
                "id": note.id,
                "quotation": note.quotation,
                "heard": on.heard(note.heard),
                "source": note.source.label,
                "href": on.address(note.source.href),
            }
            for note in view.endnotes
        ],
    }


class _Telling:
    """Turns pieces of the brief into data, and keeps in mind which notes were cited."""

    def __init__(self, view: BriefView, site_url: str | None) -> None:
        self._numbers = {note.id: str(number) for number, note in enumerate(view.endnotes, start=1)}
        self._cited: set[str] = set()
        self._base = f"{site_url.rstrip('/')}/" if site_url else ""

    def address(self, href: str) -> str:
        """Give the whole address of a link, which leads from a page at the site's root."""
        if not (href and self._base):
            return ""
        path, hash_, fragment = href.partition("#")
        return urljoin(self._base, web_path(path)) + hash_ + fragment

    def heard(self, one: Heard) -> Data:
        return {**asdict(one), "href": self.address(one.href)}

    def refs(self, notes: tuple[str, ...]) -> list[Data]:
        given: list[Data] = []
        for note in notes:
            given.append({"id": note, "number": self._numbers[note], "first": note not in self._cited})
            self._cited.add(note)
        return given

    def claim(self, claim: BriefClaim) -> Data:
        return {
            "id": claim.id,
            "text": claim.text,
            "href": self.address(claim.href),
            "refs": self.refs(claim.notes),
            "heard": [self.heard(one) for one in claim.heard],
            "status": claim.status.name,
            "differs": claim.differs,
        }

    def point(self, point: BriefPoint) -> Data:
        claim = self.claim(point.claim)
        return {"claim": claim, "replies": [self.claim(one) for one in point.replies], "position": point.position}

    def difference(self, item: BriefDifference) -> Data:
        answers = [
            {
                "text": answer.text,
                "tellings": [{"heard": self.heard(one), "refs": self.refs(names)} for one, names in answer.tellings],
            }
            for answer in item.answers
        ]
        question = item.question
        return {"question": question.text, "href": self.address(question.href), "reading": item.reading.name,
                "answers": answers}  # fmt: skip
