"""The Content-Security-Policy of a page: what its browser may load and run. No inline script but the theme's own.

A script of the theme is known by its words. One that a text brought along is not, so no browser runs it, though it
stands on the page. May import `tags`. Must never let a script run because it is there, nor change one.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.mending.tags import value

Parts = Mapping[str, Sequence[str]]
"""Directives of a policy, each with its sources."""

POLICY: Parts = MappingProxyType({
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "worker-src": ("'self'",),
    "connect-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "style-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
    "object-src": ("'none'",),
})  # fmt: skip
"""What every page may do. The theme's scripts that stand in a page are added to its `script-src`."""
DISK: Parts = MappingProxyType(dict.fromkeys(("script-src", "worker-src", "img-src", "style-src"), ("file:",)))
"""What a page that is opened from a disk needs as well: not every browser counts its neighbours as 'self'."""

_THEME = frozenset((
    "7eb3684fdacd2881f67b9428983273a29d8774d8bc82622af9b65a8ec1032a90",  # base
    "213d571a86bd568ccb65bf92ca3cf95284d8c140997189b0272a503b72fa3988",  # base, of Zensical
    "0eb10c249dbdb0beef225a10ce5cbe55418cc4a7014cc208f8e7d6ed8f00906e",  # palette
    "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",  # content: the tab an address names
    "d74bb3b582599bb38b62d1eb15a60a0af4ce0147e3335efe0a811693984b71ce",  # content: tabs that were chosen
    "e441dbdde5a0501b99527bb443d86875df7b1a02ed15df77ed97b4c8234e4b70",  # announce
    "3907d77c1c78f2658c4fefb1c0cb8a4caf9e66479edaeace65c6c1e213f47107",  # consent
))  # fmt: skip
"""SHA-256 of each inline script of the theme, in `partials/javascripts/`, without the way to the site's root in it."""

_NAME = re.compile("[a-z]+(-[a-z]+)*")
_SOURCE = re.compile(r"[^\s;,\"<>&]+")
_WAY = re.compile(r'^__md_scope=new URL\("[^"]*"')
_HEAD = re.compile(r"<head(?:\s[^<>]*)?>(?:\s*<meta charset=[^<>]*>)?")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_HANDLER = re.compile(r" on[a-z]+\s*=")  # begins with plain letters, which Python finds fast
_ATTRIBUTE = re.compile(r"\s(style|on[a-z]+)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r"\s(?:href|src|action|formaction|xlink:href)\s*=\s*[\"']?\s*javascript:", re.IGNORECASE)


def extended(parts: Parts, more: Parts) -> Parts:
    """Add sources to a policy, each once; 'none' gives way to them."""
    names = dict.fromkeys((*parts, *more))
    return {name: _sources((*parts.get(name, ()), *more.get(name, ()))) for name in names}


def readable(parts: object) -> bool:
    """Tell whether a setting has the form of parts of a policy: a list of sources for each directive."""
    return isinstance(parts, Mapping) and all(
        isinstance(name, str)
        and _NAME.fullmatch(name)
        and isinstance(sources, list | tuple)
        and all(isinstance(source, str) and _SOURCE.fullmatch(source) for source in sources)
        for name, sources in parts.items()
    )


def with_policy(html: str, parts: Parts) -> tuple[str, tuple[str, ...]]:
    """Give a page its policy, first in its head; and name all that stands on the page and cannot act under it.

    A page that has a policy keeps it; a piece of a page has no head, and so none.
    """
    head = _HEAD.search(html)
    if not head or 'http-equiv="Content-Security-Policy"' in html[head.end() : html.find("</head>", head.end())]:
        return html, ()
    allowed, refused = [], []
    listed = {source for name, sources in parts.items() if name.startswith("script-src") for source in sources}
    for script in dict.fromkeys(_inline(html, head.end())):
        source, known = _of_the_theme(script)
        if known:
            allowed.append(source)
        elif source not in listed:
            refused.append(f'a script that begins "{" ".join(script.split())[:40]}" ({source})')
    text = "; ".join(" ".join((name, *sources)) for name, sources in extended(parts, {"script-src": allowed}).items())
    tag = f'\n<meta http-equiv="Content-Security-Policy" content="{text}">'
    return html[: head.end()] + tag + html[head.end() :], (*refused, *_dead(html))


def _sources(found: Sequence[str]) -> Sequence[str]:
    once = tuple(dict.fromkeys(found))
    return once if once == ("'none'",) else tuple(source for source in once if source != "'none'")


def _inline(html: str, at: int) -> Iterator[str]:
    """Give every inline script that a browser would run; blocks of data are none."""
    while (at := html.find("<script", at)) >= 0:
        start = html.find(">", at) + 1
        end = html.find("</script", start)
        if not start or end < 0:
            return
        tag = html[at:start]
        kind = value(tag, "type")
        if value(tag, "src") is None and (kind is None or "json" not in kind):
            yield html[start:end]
        at = end


@functools.lru_cache(maxsize=256)
def _of_the_theme(script: str) -> tuple[str, bool]:
    """Give the source that lets a script run, and whether the script is one of the theme's."""
    source = f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
    bare = _WAY.sub('__md_scope=new URL(""', script)
    return source, hashlib.sha256(bare.encode()).hexdigest() in _THEME


def _dead(html: str) -> Iterator[str]:
    """Name styles, handlers and addresses that stand in tags, which a browser passes over; each kind once.

    What is written in an unusual way is not named. The policy does not let it through either.
    """
    if "<style" in html:
        yield "a <style> element"
    if not (" style=" in html or "javascript:" in html or _HANDLER.search(html)):
        return
    found: dict[str, None] = {}
    for tag in _TAG.findall(html):
        found |= dict.fromkeys(f"the attribute {name.lower()}=" for name in _ATTRIBUTE.findall(_VALUE.sub("=", tag)))
        if _ADDRESS.search(tag):
            found["an address that begins javascript:"] = None
    yield from found
