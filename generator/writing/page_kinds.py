"""What kind of page stands at an address, in a word or two, as search results and shared links say it.

May import the addresses' folders only. Must never know what a page says.
"""

from __future__ import annotations

LIST = "List"
"""The kind of a page that lists records or claims."""

_FOLDERS = {
    "actors": "Actor",
    "agreements": "Agreement",
    "background": "Background",
    "claims": "Claim",
    "disputes": "Dispute",
    "events": "Event",
    "questions": "Question",
    "sources": "Source",
}
_PAGES = {
    "index.md": "Home",
    "brief.md": "Brief",
    "timeline.md": "Timeline",
    "who-says-what.md": "Table",
    "method.md": "Method",
    "corrections.md": "List",
    "data.md": "Data",
    "sources/origins.md": "List",
}


def kind_of(page: str) -> str:
    """Give the kind of a page by its path such as `claims/x.md`; `Page` where the path says nothing."""
    folder, _, name = page.rpartition("/")
    if name.removesuffix(".md").isdigit():  # a part of a long list: of the folder's, or of the page above
        return LIST if folder in _FOLDERS else kind_of(f"{folder}.md")
    if page in _PAGES:
        return _PAGES[page]
    if folder in _FOLDERS:
        return LIST if name == "index.md" else _FOLDERS[folder]
    return "Page"
