"""Give each page what it tells programs of the record it is about.

Who tells it is handed in as a function. May import views. Must never know a vocabulary of linked data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.writing.views import View

Linked = Callable[[str], str]
"""Tells what a page is about, by its path such as `claims/x.md`: JSON-LD for a script element, or nothing."""


def linked(view: View, uri: str, *, tell: Linked | None) -> View:
    """Give the view of the page at `uri` with what is told of it."""
    told = tell(uri) if tell else ""
    return replace(view, head=replace(view.head, linked_data=told)) if told else view
