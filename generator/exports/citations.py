"""How a page is cited: APA, Chicago, plain text, BibTeX and RIS, from what the page gives to be cited.

May import writing's citing values, dates and text on one line, and the model. Must never know Markdown, HTML or a
clock: no form names a day of access, since version and date of the data say what was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.nested_quotes import inside
from generator.exports.citation_text import Updated, Words, ended, unended, updated_on
from generator.exports.references import bibtex, ris
from generator.model.dossier_head import DossierHead
from generator.writing.citing import Citable, Citation, Cite, Form
from generator.writing.escaping import one_line

NO_ADDRESS = "Path on the site: {}"
"""What stands where the address would, if nobody said where the site is published."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What all citations of one site share; `editors` may be none."""

    title: str
    editors: tuple[str, ...]
    updated: Updated
    version: str


def citer(head: DossierHead, *, version: str) -> Cite:
    """Give the function that cites any page of a dossier."""
    editors = tuple(one_line(name) for name in head.editors)
    edition = Edition(one_line(head.title), editors, updated_on(head.updated), version)
    return lambda page: citation(page, edition=edition)


def citation(page: Citable, *, edition: Edition) -> Citation:
    """Cite a page in every form."""
    words = _words(page, edition)
    return Citation(
        noun=page.noun,
        sentences=(
            Form("apa", "APA", apa(words), "7th edition"),
            Form("chicago", "Chicago", ((chicago(words), False),), "notes and bibliography"),
            Form("plain", "plain text", ((plain(words), False),)),
        ),
        entries=(
            Form("bibtex", "BibTeX", ((bibtex.entry(words), False),)),
            Form("ris", "RIS", ((ris.reference(words), False),)),
        ),
        version=edition.version,
        updated=edition.updated.words,
    )


def apa(words: Words) -> tuple[tuple[str, bool], ...]:
    """Cite as a reference list of APA Style (7th edition) does, in runs of which the title is set in italics.

    A web page: name, date, title, version, form in brackets, site, address. Editors stand first as such, since they
    state nothing of what the page tells; where there are none, the title moves to their place. Names stand as they
    are given, because nothing says which of them are persons'. Capitals of the title are kept: it is a sentence.
    """
    form = f" [{words.form}]" if words.form else ""
    title, after = unended(words.title), f" (Version {words.version}){form}. "
    date = f"({words.updated.year_first}). "
    site = "" if words.whole else f"{ended(words.site)} "
    if words.editors:
        mark = "Ed." if len(words.editors) == 1 else "Eds."
        editors = f"{_joined(words.editors, '&')} ({mark}). "
        return (f"{editors}{date}", False), (title, True), (f"{after}{site}{words.where}", False)
    return (title, True), (f"{after}{date}{site}{words.where}", False)


def chicago(words: Words) -> str:
    """Cite as a bibliography of the Chicago Manual of Style does (17th and 18th edition, notes and bibliography).

    A page of a website: editors, title in quotation marks, site, day of the last change, address. Marks of quotation
    inside the title change between double and single. Without editors the title comes first.
    """
    mark = "ed." if len(words.editors) == 1 else "eds."
    parts = (
        f"{_joined(words.editors, 'and')}, {mark}" if words.editors else "",
        ended(words.title) if words.whole else f"“{ended(inside(words.title))}”",
        ended(words.form),
        "" if words.whole else ended(words.site),
        f"Last modified {words.updated.american}.",
        f"Version {words.version}.",
        f"{words.where}.",
    )
    return " ".join(part for part in parts if part)


def plain(words: Words) -> str:
    """Cite in words that need no style guide."""
    parts = (
        ended(words.title) if words.whole else f"“{ended(inside(words.title))}”",
        ended(words.form),
        "" if words.whole else ended(words.site),
        ended(f"Edited by {_joined(words.editors, 'and')}") if words.editors else "",
        f"Updated {words.updated.words}, version {words.version}.",
        words.where,
    )
    return " ".join(part for part in parts if part)


def _words(page: Citable, edition: Edition) -> Words:
    title = one_line(page.title)
    return Words(
        title=title,
        form=one_line(page.form),
        site=edition.title,
        whole=title == edition.title,
        editors=edition.editors,
        updated=edition.updated,
        version=edition.version,
        key=f"{page.key}-{edition.version}",
        address=page.address,
        where=page.address or NO_ADDRESS.format(page.path),
    )


def _joined(names: Sequence[str], word: str) -> str:
    """Join names as both styles do: `a, b, and c`; only Chicago leaves out the comma between two."""
    *head, last = names
    if not head:
        return last
    comma = "," if len(head) > 1 or word == "&" else ""
    return f"{', '.join(head)}{comma} {word} {last}"
