"""`data/corrections.xml`: corrections as an Atom feed (RFC 4287), so that who quoted a statement hears of its mistake.

May import the pages of corrections, dates and identifiers. Must never know what is withheld: it has no correction here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.evidence.weighing import Weighed, WeighedClaim, parse_or_none
from generator.exports.data_file import DataFile
from generator.telling.identifiers import identifier
from generator.writing.addresses import claim_page
from generator.writing.correction_pages import FEED, PAGE, corrected
from generator.writing.pieces import Corrected

_ATOM = "http://www.w3.org/2005/Atom"


def corrections_feed(weighed: Weighed, *, site_url: str | None) -> DataFile:
    """Write the feed of a dossier without errors; entries keep their ids for ever, the newest comes first."""
    head = weighed.dossier.head
    if head is None:
        raise ValueError("a site needs facts/dossier.yml")
    feed = Element("feed", {"xmlns": _ATOM})
    identity = identifier(PAGE, title=head.data.title, site_url=site_url)
    entries = sorted(_entries(weighed), key=lambda item: (_day(item[1].edtf), item[0].id), reverse=True)
    SubElement(feed, "id").text = identity
    SubElement(feed, "title").text = f"Corrections: {head.data.title}"
    SubElement(feed, "subtitle").text = head.data.scope.text
    days = [_day(head.data.updated), *(_day(one.edtf) for _, one, _ in entries)]
    SubElement(feed, "updated").text = _moment(max(days))
    author = SubElement(feed, "author")
    SubElement(author, "name").text = ", ".join(head.data.editors) or head.data.title
    SubElement(feed, "rights").text = head.data.licence
    if site_url:
        SubElement(feed, "link", {"rel": "self", "href": f"{site_url.rstrip('/')}/{FEED}"})
        SubElement(feed, "link", {"rel": "alternate", "href": identity})
    for claim, one, number in entries:
        page = identifier(claim_page(claim.id), title=head.data.title, site_url=site_url)
        entry = SubElement(feed, "entry")
        SubElement(entry, "id").text = f"{page}#correction-{number}"
        SubElement(entry, "title").text = claim.statement
        SubElement(entry, "updated").text = _moment(_day(one.edtf))
        SubElement(entry, "summary").text = f"{one.wrong} {one.now}"
        SubElement(entry, "category", {"term": claim.status.name})
        if site_url:
            SubElement(entry, "link", {"rel": "alternate", "href": page})
    indent(feed)
    written = tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
    return DataFile(FEED, written, "Corrections, as an Atom feed.")


def _entries(weighed: Weighed) -> Iterator[tuple[WeighedClaim, Corrected, int]]:
    """Give each correction with its number on its claim, counted from the oldest, which stays the same."""
    for claim in weighed.claims.values():
        found = list(corrected(claim))
        yield from ((claim, one, len(found) - number) for number, one in enumerate(found))


def _day(edtf: str) -> date:
    found = parse_or_none(edtf)
    return (found.latest if found else None) or date.min


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
