"""The Data page: every file for programs with its size, the fields of `facts.json`, and how to read the files.

May import the desk and addresses. Must never know how a file is made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.dossier_head import DossierHead
from generator.writing.brief_pages import pdf_in_words
from generator.writing.desk import Desk
from generator.writing.views import View

PAGE = "data.md"
_PLAIN = re.compile(r"https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~-]+)*/?")


@dataclass(frozen=True, slots=True)
class Holding:
    """A file for programs: its path, what it holds in one sentence, its size in bytes."""

    path: str
    holds: str
    size: int

    @property
    def kilobytes(self) -> str:
        """Give the size in words; a kilobyte is 1,000 bytes."""
        return f"{-(-self.size // 1000):,} KB"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its name, its type in words, the table that describes what it holds, whether it is always there."""

    name: str
    type: str
    shape: str
    always: bool
    about: str

    @property
    def anchor(self) -> str:
        """Give the id of the heading of that table."""
        return anchor(self.shape)


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of one shape."""

    name: str
    about: str
    rows: tuple[FieldRow, ...]

    @property
    def anchor(self) -> str:
        """Give the id of its heading."""
        return anchor(self.name)


@dataclass(frozen=True, slots=True)
class DataView(View):
    """The files, their fields, the site's address, the id of a source, the licence, and what the brief's PDF is.

    The address ends in a slash, and is empty where it is not known or is none that a shell takes as it stands.
    """

    pdf: str
    holdings: tuple[Holding, ...]
    tables: tuple[FieldTable, ...]
    base: str
    cited: str
    licence: str


def anchor(shape: str) -> str:
    """Give the id of the heading of a table of fields."""
    return "fields-" + "".join(sign if sign.isalnum() else "-" for sign in shape.lower())


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the pages for programs: the files, the fields of `facts.json`, the PDF's size in bytes."""

    holdings: tuple[Holding, ...] = ()
    tables: tuple[FieldTable, ...] = ()
    pdf_bytes: int | None = None


def data_view(desk: Desk, head: DossierHead, *, beside: Beside, site_url: str | None = None) -> DataView:
    """Fill the page."""
    return DataView(
        head=desk.sheet(PAGE).head("Data", "Everything on this site as files for programs."),
        notes=(),
        pdf=pdf_in_words(beside.pdf_bytes),
        holdings=beside.holdings,
        tables=beside.tables,
        base=f"{site_url.rstrip('/')}/" if site_url and _PLAIN.fullmatch(site_url) else "",
        cited=min(desk.weighed.dossier.sources, default=""),
        licence=head.licence,
    )
