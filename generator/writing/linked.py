"""Give each page what it tells programs of what it is about.

Who tells it is handed in as a function. May import views. Must never know a vocabulary of linked data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.writing.views import MovedView, View

Linked = Callable[[str, str], str]
"""Tells what a page is about, by its path such as `claims/x.md` and its title: JSON-LD for a script element."""


def linked(view: View, uri: str, *, tell: Linked | None) -> View:
    """Give the view of the page at `uri` with what is told of it; a page that only leads on tells nothing."""
    if tell is None or isinstance(view, MovedView):
        return view
    return replace(view, head=replace(view.head, linked_data=tell(uri, view.head.title)))
