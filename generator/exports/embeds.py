"""`claims/<id>/embed/`: each claim as a small page for frames on other sites, described by oEmbed 1.0.

The page holds the statement, its status, who says it, every passage and the scope line. It loads two files of this site
and nothing else, stores nothing, and tells the page around it its height alone.
May import what is told and the frame. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.evidence.nested_quotes import inside
from generator.exports.data_file import DataFile, as_json
from generator.exports.speakers import speaker
from generator.telling.claims import Claim, Evidence, WithheldEvidence
from generator.telling.facts import Facts
from generator.writing import naming
from generator.writing.addresses import claim_page, record_page, web_path
from generator.writing.desk import day
from generator.writing.embedding import HEIGHT, embed_address, embed_page, oembed_file, snippet

_ROOT = "../../../"
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
_WIDTH = 600  # pixels; oEmbed wants a number


def embeds(facts: Facts, *, site_url: str | None) -> Iterator[DataFile]:
    """Write the small page of every claim, under each id it ever had; `site_url` is the site's address, if known."""
    names = {actor.id: actor.name for actor in facts.actors}
    sources = {source.id: source for source in facts.sources}
    for claim in facts.claims:
        passages = [
            (one, speaker(one, names), sources[one.source].name, sources[one.source].language) for one in claim.evidence
        ]
        page = _whole(facts, claim.id, claim.statement, _body(claim, passages))
        for id_ in (claim.id, *claim.formerly):
            yield DataFile(embed_page(id_), page)
        if site_url:
            yield _oembed(facts, claim, site_url=site_url)
    for withheld in facts.withheld:
        words = naming.withheld(withheld.reason)
        page = _whole(facts, withheld.id, words, [])
        for id_ in (withheld.id, *withheld.formerly):
            yield DataFile(embed_page(id_), page)


def _oembed(facts: Facts, claim: Claim, *, site_url: str) -> DataFile:
    told = {
        "version": "1.0",
        "type": "rich",
        "title": f"{claim.statement} ({claim.status})",
        "author_name": claim.said_by,
        "provider_name": facts.dossier.title,
        "provider_url": facts.dossier.id,
        "description": f"What this rests on: {facts.dossier.scope.text}",
        "html": snippet(embed_address(claim.id, site_url=site_url), title=claim.statement),
        "width": _WIDTH,
        "height": HEIGHT,
    }
    return DataFile(oembed_file(claim.id), as_json(told))


Shown = tuple[Evidence, str, str, str | None]
"""A passage, who says it, its source's name and the language of that text."""


def _body(claim: Claim, passages: list[Shown]) -> list[Element]:
    facts = Element("dl")
    _row(facts, "Status", claim.status)
    _row(facts, "Said by", claim.said_by)
    for correction in claim.corrections or []:
        _row(facts, "Corrected", f"{day(correction.date)}: {correction.wrong} {correction.now}")
    return [facts, *(_passage(*one) for one in passages), *map(_withheld, claim.withheld_evidence or [])]


def _row(rows: Element, name: str, words: str) -> None:
    row = SubElement(rows, "div")
    SubElement(row, "dt").text = name
    SubElement(row, "dd").text = words


def _passage(one: Evidence, who: str, source: str, language: str | None) -> Element:
    figure = Element("figure", {"class": one.stance})
    quotation = SubElement(figure, "blockquote", {"lang": language} if language else {})
    SubElement(quotation, "p").text = f"“{inside(' '.join(one.exact.split()))}”"
    caption = SubElement(figure, "figcaption")
    caption.text = f"{'Against it: ' if one.stance == 'refutes' else ''}{who}, in "
    link = SubElement(caption, "a", _out(_ROOT + web_path(record_page("source", one.source))))
    link.text = naming.source_label(one.source)
    link.tail = f", {source}"
    return figure


def _withheld(one: WithheldEvidence) -> Element:
    paragraph = Element("p", {"class": "withheld"})
    against = " against it" if one.stance == "refutes" else ""
    source = naming.source_label(one.source)
    paragraph.text = f"A passage of {source}{against} is withheld. {naming.withheld(one.reason)}"
    return paragraph


def _whole(facts: Facts, claim: str, statement: str, body: list[Element]) -> bytes:
    html = Element("html", {"lang": "en"})
    head = SubElement(html, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", {"name": "referrer", "content": "no-referrer"})
    SubElement(head, "meta", {"name": "robots", "content": "noindex"})
    SubElement(head, "title").text = f"{statement} - {facts.dossier.title}"
    SubElement(head, "link", {"rel": "stylesheet", "href": f"{_ROOT}assets/embed.css"})
    SubElement(head, "script", {"src": f"{_ROOT}assets/embed.js", "defer": "defer"})
    main = SubElement(SubElement(html, "body"), "main")
    SubElement(main, "h1").text = statement
    main.extend(body)
    SubElement(main, "p", {"class": "scope"}).text = f"What this rests on: {facts.dossier.scope.text}"
    foot = SubElement(main, "p", {"class": "foot"})
    SubElement(foot, "a", _out(_ROOT + web_path(claim_page(claim)))).text = "This claim with all that is known of it"
    SubElement(foot, "a", _out(_ROOT)).text = facts.dossier.title
    SubElement(foot, "span").text = f"Updated {day(facts.dossier.updated)}, version {facts.version}"
    written: bytes = tostring(html, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"


def _out(href: str) -> dict[str, str]:
    """Give a link that leaves the frame."""
    return {"href": href, "target": "_blank", "rel": "noopener"}
