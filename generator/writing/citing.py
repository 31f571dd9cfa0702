"""What is cited and how it is cited, as frozen values: a page as something to cite, and its citation in several forms.

Who writes the forms is handed in as a function. Imports the standard library only. Must never know a style of
citation, a page's view or a template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citable:
    """One page as something to cite.

    `form` says in words what it is where the title alone would mislead: a statement is told with who states it.
    `key` names it among the pages of the site. `path` leads to it from the site's root, such as `/claims/x/`;
    `address` is whole where the site's is known, else empty.
    """

    noun: str
    title: str
    form: str
    key: str
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a citation: its class, its label on the page and its text in runs, each set in italics or not.

    `edition` says more closely which style it follows, where there are several of one name.
    """

    slug: str
    label: str
    runs: tuple[tuple[str, bool], ...]
    edition: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite one page: sentences to copy, then entries for programs; the version and the day of the data."""

    noun: str
    sentences: tuple[Form, ...]
    entries: tuple[Form, ...]
    version: str
    updated: str


Cite = Callable[[Citable], Citation]
