"""Identifiers of pages in data files: their address where the site's is known, else a `urn:uuid:`.

May import writing's addresses. Must never know what a page says.
"""

from __future__ import annotations

import uuid
from urllib.parse import urljoin

from generator.writing.addresses import web_path

_DOSSIERS = uuid.UUID("6f0b1c3e-5a55-5d0e-9d0a-2f7f6c1d7c11")  # chosen once, at random; a change renames everything


def identifier(page: str, *, title: str, site_url: str | None) -> str:
    """Identify a page such as `claims/x.md`.

    Without `site_url`: UUID version 5 (RFC 9562) of the page's address, in a name space made of the dossier's title.
    """
    path = web_path(page)
    if site_url:
        return urljoin(site_url.rstrip("/") + "/", path)
    return uuid.uuid5(uuid.uuid5(_DOSSIERS, title), path).urn
