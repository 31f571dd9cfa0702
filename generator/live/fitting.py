"""With which configurations single pages can be made, and what is asked of MkDocs' configuration and files for it.

May import mkdocs, and of pages which of them continue a list. Must never know a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.writing.parts import continues

SEARCHES = ("material/search", "search")
_KNOWN = {*SEARCHES, "factsheet"}


def is_served(inclusion: InclusionLevel) -> bool:
    """Say whether MkDocs shows a file on a served site."""
    return bool(inclusion.is_in_serve())  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped


def fits(config: MkDocsConfig, *, strict: bool = False) -> str:
    """Say why single pages cannot be made with a configuration; nothing where they can, or are kept `strict`."""
    strange = sorted({*config.plugins} - _KNOWN)
    if strange:
        return f"the plugin {strange[0]} may look at other pages"
    if config.hooks:
        return "a hook may look at other pages"
    if config.strict and not strict:
        return "warnings are errors"
    return "" if search_of(config) is not None or not {*config.plugins} & {*SEARCHES} else "the search is a strange one"


def search_of(config: MkDocsConfig) -> Any:
    """Give the search plugin of Material for MkDocs, if it is there and on."""
    found = next((config.plugins[name] for name in SEARCHES if name in config.plugins), None)
    return found if hasattr(getattr(found, "search_index", None), "entries") else None


def new_file(uri: str, config: MkDocsConfig, content: str | bytes = "") -> File:
    """Give a generated file to MkDocs."""
    file = File.generated(config, uri, content=content)
    file.generated_by = "factsheet"
    if continues(uri):  # else a list that grows makes `--strict` ask for a place in the navigation
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def named_in(nav: object, uris: Iterable[str]) -> list[str]:
    """Give those of some pages that a navigation names, sorted."""
    return sorted({*_texts(nav)} & {*uris})


def _texts(nav: object) -> Iterator[str]:
    """Give every path that a navigation names."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict | list):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _texts(part)
