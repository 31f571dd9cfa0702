"""A citation as BibTeX: one `@online` entry, which biblatex knows and older styles take for `@misc`.

The only room of bibtexparser. May import the words of citations. Must never know a page.
"""

from __future__ import annotations

import re

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from generator.exports.citation_text import Words

_SIGNS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # a brace behind a backslash would still have to find its partner
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}
_SIGN = re.compile(f"[{re.escape(''.join(_SIGNS))}]")

_LIGATURE = re.compile(r"(?<=([-`',<>]))(?=\1)|(?<=[!?])(?=`)")  # two signs of which TeX makes one


def entry(words: Words) -> str:
    """Write the entry: UTF-8, signs of TeX escaped, titles and names in braces of their own to stay as they are.

    An address is verbatim in biblatex, so nothing is escaped there.
    """
    # The writer alone: `write_string` first copies the library for middlewares we do not need, six times the work.
    return write(Library([Entry("online", words.key, [*_fields(words)])]), _FORMAT).rstrip("\n")


def _fields(words: Words) -> list[Field]:
    part = words.updated.exact
    note = [words.form, "" if part else f"Updated {words.updated.words}", "" if words.address else words.where]
    values = {
        "title": f"{{{_tex(words.title)}}}",
        "editor": " and ".join(f"{{{_tex(name)}}}" for name in words.editors),
        "organization": "" if words.whole else f"{{{_tex(words.site)}}}",
        "date": part.text if part else "",
        "year": str(part.year) if part else "",  # for styles that do not know `date`
        "version": words.version,
        "url": words.address,
        "note": _tex(". ".join(item for item in note if item)),
    }
    return [Field(name, f"{{{value}}}") for name, value in values.items() if value]


def _format() -> BibtexFormat:
    given = BibtexFormat()  # type: ignore[no-untyped-call]  # it leaves its constructor untyped
    given.indent = "  "
    given.trailing_comma = True
    return given


_FORMAT = _format()


def _tex(text: str) -> str:
    return _SIGN.sub(lambda found: _SIGNS[found.group()], _LIGATURE.sub("\0", text)).replace("\0", "{}")
