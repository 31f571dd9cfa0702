"""How a claim is taken elsewhere: its own data file, and the frame with which another site shows it.

May import addresses, the desk and pieces. Must never know what a file or a frame shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from generator.writing.desk import Sheet
from generator.writing.escaping import one_line

HEIGHT = 420
"""Pixels of a frame until its page has told how high it is."""
_LISTEN = (
    "<script>addEventListener('message',e=>{for(const f of document.querySelectorAll('iframe[data-factsheet]'))"
    "if(f.contentWindow===e.source&&e.data&&e.data.factsheet>0)f.height=e.data.factsheet})</script>"
)
"""Gives each frame the height that its page tells; without it a frame keeps its height and can be scrolled."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Where a claim's own data are, its small page for frames, the lines that show it, and where these are described.

    All but the data are empty where a site has no small pages; lines and description need the site's address.
    """

    data_href: str
    embed_href: str = ""
    snippet: str = ""
    description: str = ""


def claim_data(claim: str) -> str:
    """Give the path of a claim's own data file, by the claim's id."""
    return f"claims/{claim}/claim.json"


def embed_page(claim: str) -> str:
    """Give the path of the small page of a claim."""
    return f"claims/{claim}/embed/index.html"


def oembed_file(claim: str) -> str:
    """Give the path of the oEmbed description of a claim's frame."""
    return f"claims/{claim}/oembed.json"


def taken(sheet: Sheet, claim: str, statement: str, *, embeds: bool, site_url: str | None) -> Taken:
    """Say how a claim is taken elsewhere, as its page tells it."""
    data = sheet.to(claim_data(claim))
    if not embeds:
        return Taken(data)
    small = sheet.to(embed_page(claim))
    if not site_url:
        return Taken(data, small)
    return Taken(data, small, snippet(embed_address(claim, site_url=site_url), title=statement), oembed_file(claim))


def embed_address(claim: str, *, site_url: str) -> str:
    """Give the address of a claim's small page."""
    return urljoin(f"{site_url.rstrip('/')}/", embed_page(claim).removesuffix("index.html"))


def snippet(address: str, *, title: str) -> str:
    """Give the lines that show a small page in a frame; `address` is absolute, `title` names the frame.

    The frame may run the page's own script and open links, and no more; it is told nothing of the page it stands in.
    """
    return (
        f'<iframe data-factsheet src="{escape(address)}" title="{escape(one_line(title))}" width="100%" '
        f'height="{HEIGHT}" loading="lazy" referrerpolicy="no-referrer" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>\n' + _LISTEN
    )
