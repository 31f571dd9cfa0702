"""An Atom feed (RFC 4287) of one dossier, the newest entry first; its moments are days of the data, never the clock's.

May import what is told, identifiers, EDTF dates and text on one line. Must never know what an entry is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.evidence.weighing import parse_or_none
from generator.exports.data_file import DataFile
from generator.telling.claims import Claim, WithheldClaim
from generator.telling.facts import Facts
from generator.telling.identifiers import identifier
from generator.writing.addresses import claim_page
from generator.writing.escaping import one_line

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    `id` stays the same whatever is reworded; `day` is when the entry last changed, in EDTF; `page` is the claim's. Each
    of `told` is a name with what stands under it, such as a status.
    """

    id: str
    page: str
    title: str
    day: str
    summary: str
    told: tuple[tuple[str, str], ...] = ()
    published: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """Which feed it is: its path and title, the page that tells the same to readers and gives its id, what it holds."""

    uri: str
    title: str
    page: str
    holds: str


def atom(feed_: Feed, entries: Iterable[Entry], *, facts: Facts, site_url: str | None) -> DataFile:
    """Write a feed; `site_url` is the address of the site, if it is known."""
    about = facts.dossier
    identity = identifier(feed_.page, title=about.title, site_url=site_url)
    listed = _newest_first(entries)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(feed, "id", identity)
    _text(feed, "title", f"{feed_.title}: {about.title}")
    _text(feed, "subtitle", about.scope.text)
    _text(feed, "updated", _moment(max(map(day, (about.updated, *(one.day for one in listed))))))
    _text(SubElement(feed, "author"), "name", ", ".join(about.editors) or about.title)
    _text(feed, "rights", about.licence)
    if site_url:
        SubElement(feed, "link", {"rel": "self", "href": f"{site_url.rstrip('/')}/{feed_.uri}"})
        SubElement(feed, "link", {"rel": "alternate", "href": identity})
    feed.extend(_entry(one, linked=bool(site_url)) for one in listed)
    indent(feed)
    written = tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
    return DataFile(feed_.uri, written, feed_.holds)


def _newest_first(entries: Iterable[Entry]) -> Sequence[Entry]:
    return sorted(sorted(entries, key=lambda one: one.id), key=lambda one: day(one.day), reverse=True)


def first_page(claim: Claim | WithheldClaim) -> str:
    """Give the page a claim had first, which names it for ever, whatever its id is now."""
    return claim_page(claim.formerly[0] if claim.formerly else claim.id)


def day(edtf: str) -> date:
    """Give the last day a date can mean; of no date, the first day there is."""
    found = parse_or_none(edtf)
    return (found.latest if found else None) or date.min


def _entry(one: Entry, *, linked: bool) -> Element:
    entry = Element("entry")
    _text(entry, "id", one.id)
    _text(entry, "title", one.title)
    if one.published:
        _text(entry, "published", _moment(day(one.published)))
    _text(entry, "updated", _moment(day(one.day)))
    _text(entry, "summary", one.summary)
    if one.told:
        content = SubElement(SubElement(entry, "content", {"type": "xhtml"}), "div", {"xmlns": _XHTML})
        _text(content, "p", one.summary)
        rows = SubElement(content, "dl")
        for name, words in one.told:
            _text(rows, "dt", name)
            _text(rows, "dd", words)
    if one.category:
        SubElement(entry, "category", {"term": one.category})
    if linked:
        SubElement(entry, "link", {"rel": "alternate", "href": one.page})
    return entry


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = one_line(words)


def _moment(when: date) -> str:
    return f"{when.isoformat()}T00:00:00Z"
