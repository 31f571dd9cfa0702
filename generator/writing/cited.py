"""Give each page its citation: what of the page is cited, and by which address.

May import addresses and views. Must never know a style of citation, nor a template.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, urljoin

from generator.writing import naming
from generator.writing.addresses import web_path
from generator.writing.citing import Citable, Cite
from generator.writing.linked import Linked
from generator.writing.pieces import Speaker, Statement
from generator.writing.views import ClaimView, HomeView, MovedView, View

_URL_SAFE = "/:?#@!$&'()*+,;=%~-._"


def cited(
    view: View, uri: str, *, site_url: str | None, cite: Cite | None, tell: Linked | None = None
) -> View:
    """Give the view of the page at `uri`, such as `claims/x.md`, with its citation and what it tells programs.

    A page that only tells where its record has moved has neither: the record's new address is the one to cite.
    """
    if (cite is None and tell is None) or isinstance(view, MovedView):
        return view
    citation = (cite(citable(view, uri, site_url=site_url)),) if cite else ()
    head = replace(
        view.head,
        version=citation[0].version if citation else view.head.version,
        linked_data=tell(uri, view.head.title) if tell else view.head.linked_data,
    )
    return replace(view, head=head, citation=citation)


def citable(view: View, uri: str, *, site_url: str | None) -> Citable:
    """Give a page as something to cite; `site_url` is the address of the site, if known."""
    path = web_path(uri)
    form = "Fact sheet" if isinstance(view, HomeView) else ""
    return Citable(
        noun="claim" if isinstance(view, ClaimView) else "page",
        title=view.head.title,
        form=stated(view.statement) if isinstance(view, ClaimView) else form,
        key=path.strip("/").replace("/", "-") or "home",
        path=f"/{path}",
        address=quote(urljoin(f"{site_url.rstrip('/')}/", path), safe=_URL_SAFE) if site_url else "",
    )


def stated(statement: Statement) -> str:
    """Say who states it: `Claim disputed between parties: Ann Bell (S1); against: Bo Reed (S2)`."""
    heard = ((one.against, _who(one), source.label) for one in statement.speakers for source in one.sources)
    return f"Claim {statement.status.name}: {naming.said_by(heard)}"


def _who(speaker: Speaker) -> str:
    """Name the speaker; an article in its own voice has no name here."""
    return speaker.name or naming.unnamed(speaker.words)
