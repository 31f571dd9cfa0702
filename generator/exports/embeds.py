"""`claims/<id>/embed/`: each claim as a small page for frames on other sites, described by oEmbed 1.0.

The page holds the statement, its status, who says it, every passage and the scope line. It loads two files of this site
and nothing else, stores nothing, and tells the page around it its height alone.
May import what is told and the frame. Must never know how a claim was weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from generator.evidence.nested_quotes import inside
from generator.exports.data_file import DataFile, as_json
from generator.exports.speakers import speaker
from generator.telling.claims import Claim, Evidence, WithheldEvidence
from generator.telling.facts import Facts
from generator.telling.records import Source
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
    sources = {source.id: _source(source) for source in facts.sources}
    frame = _Frame(facts)
    for claim in facts.claims:
        passages = (_passage(one, speaker(one, names), *sources[one.source]) for one in claim.evidence)
        page = frame.page(claim.id, claim.statement, _body(claim, passages))
        for id_ in (claim.id, *claim.formerly):
            yield DataFile(embed_page(id_), page)
        if site_url:
            yield _oembed(facts, claim, site_url=site_url)
    for withheld in facts.withheld:
        words = naming.withheld(withheld.reason)
        page = frame.page(withheld.id, words, "")
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


def _body(claim: Claim, passages: Iterable[str]) -> str:
    corrected = (f"{day(one.date)}: {one.wrong} {one.now}" for one in claim.corrections or [])
    rows = [("Status", claim.status), ("Said by", claim.said_by), *(("Corrected", words) for words in corrected)]
    told = "".join(f"<div><dt>{name}</dt><dd>{_text(words)}</dd></div>" for name, words in rows)
    return f"<dl>{told}</dl>{''.join(passages)}{''.join(map(_withheld, claim.withheld_evidence or []))}"


def _source(source: Source) -> tuple[str, str]:
    """Give what of a source stands in the pages: the language of its text as an attribute, its link and its name."""
    lang = f' lang="{escape(source.language)}"' if source.language else ""
    link = _out(_ROOT + web_path(record_page("source", source.id)), naming.source_label(source.id))
    return lang, f"{link}, {_text(source.name)}"


def _passage(one: Evidence, who: str, lang: str, source: str) -> str:
    quoted = _text(inside(" ".join(one.exact.split())))
    against = "Against it: " if one.stance == "refutes" else ""
    return (
        f'<figure class="{one.stance}"><blockquote{lang}><p>“{quoted}”</p></blockquote>'
        f"<figcaption>{against}{_text(who)}, in {source}</figcaption></figure>"
    )


def _withheld(one: WithheldEvidence) -> str:
    against = " against it" if one.stance == "refutes" else ""
    source = naming.source_label(one.source)
    words = f"A passage of {source}{against} is withheld. {naming.withheld(one.reason)}"
    return f'<p class="withheld">{_text(words)}</p>'


class _Frame:
    """The pages of one fact sheet: what is the same in all of them is written once."""

    def __init__(self, facts: Facts) -> None:
        about = facts.dossier
        self._title = _text(about.title)
        self._scope = f'<p class="scope">{_text(f"What this rests on: {about.scope.text}")}</p>'
        updated = _text(f"Updated {day(about.updated)}, version {facts.version}")
        self._foot = f"{_out(_ROOT, about.title)}<span>{updated}</span></p></main></body></html>"

    def page(self, claim: str, statement: str, body: str) -> bytes:
        said = _text(statement)
        own = _out(_ROOT + web_path(claim_page(claim)), "This claim with all that is known of it")
        whole = (
            f"{_BEGINNING}<title>{said} - {self._title}</title>{_LOADED}<h1>{said}</h1>{body}{self._scope}"
            f'<p class="foot">{own}{self._foot}\n'
        )
        return whole.encode("utf-8", "strict")


def _out(href: str, words: str) -> str:
    """Give a link that leaves the frame."""
    return f'<a href="{escape(href)}" target="_blank" rel="noopener">{_text(words)}</a>'


def _text(text: str) -> str:
    return escape(text, quote=False)


_BEGINNING = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
)
_LOADED = (
    f'<link rel="stylesheet" href="{_ROOT}assets/embed.css">'
    f'<script src="{_ROOT}assets/embed.js" defer="defer"></script></head><body><main>'
)
