"""BibTeX: a page's citation as one `@online` entry, and the sources as entries of their kinds.

biblatex knows these entries; older styles take those they do not know for `@misc`.
The only room of bibtexparser. May import the words of citations and what is described. Must never know a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from generator.exports.citation_text import Words
from generator.exports.references.described import Day, Described
from generator.exports.references.patterns import Pattern, place
from generator.telling.records import Name

_SIGNS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # a brace behind a backslash would still have to find its partner
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}
_SIGN = re.compile(f"[{re.escape(''.join(_SIGNS))}]")
_PAIRED = _SIGNS | {"{": r"\{", "}": r"\}"}
"""The same where each brace of a text has its partner: more programs read these."""

_LIGATURE = re.compile(r"(?<=([-`',<>]))(?=\1)|(?<=[!?])(?=`)")  # two signs of which TeX makes one

_ARTICLES = ("article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book")
_ONLINE = ("post", "post-weblog", "webpage")
_PARTS = ("chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference")
_KINDS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(_ARTICLES, ("article", "journal")),
    **dict.fromkeys(_ONLINE, ("online", "organization")),
    **dict.fromkeys(_PARTS, ("incollection", "booktitle")),
    "book": ("book", "series"),
    "report": ("report", "series"),
    "thesis": ("thesis", "series"),
}
"""By the type in CSL: the kind of entry, and the field for what it appeared in."""
_OTHER = ("misc", "howpublished")


def entry(words: Words) -> str:
    """Write a page's entry: UTF-8, signs of TeX escaped, titles and names in braces of their own to stay as they are.

    An address is verbatim in biblatex, so nothing is escaped there.
    """
    fields = {name: value for name, value in _of_page(words).items() if value}
    return _pattern(tuple(fields)).filled((words.key, *fields.values()))


def sources(described: Iterable[Described]) -> str:
    """Write the entries of sources; a date with a reserve stands in the note, in words."""
    return _written(Entry(_kind(one)[0], one.key, _fields(_of_source(one))) for one in described)


@lru_cache(maxsize=1 << 6)
def _pattern(names: tuple[str, ...]) -> Pattern:
    fields = {name: place(number) for number, name in enumerate(names, start=1)}
    return Pattern(_written([Entry("online", place(0), _fields(fields))]).rstrip("\n"))


def _of_page(words: Words) -> dict[str, str]:
    part = words.updated.exact
    note = [words.form, "" if part else f"Updated {words.updated.words}", "" if words.address else words.where]
    return {
        "title": _kept(words.title),
        "editor": " and ".join(map(_kept, words.editors)),
        "organization": "" if words.whole else _kept(words.site),
        "date": part.text if part else "",
        "year": str(part.year) if part else "",  # for styles that do not know `date`
        "version": words.version,
        "url": words.address,
        "note": _tex(". ".join(item for item in note if item)),
    }


def _of_source(one: Described) -> dict[str, str]:
    issued, accessed = _exact(one.issued), _exact(one.accessed)
    note = [
        "" if issued or not one.issued else f"Published {one.issued.words}.",
        "" if accessed or not one.accessed else f"Fetched {one.accessed.words}.",
        f"Archived copy{f' in {one.archive}' if one.archive else ''}: {one.archived}." if one.archived else "",
        one.note,
    ]
    return {
        "title": _kept(one.title),
        "author": " and ".join(map(_author, one.authors)),
        _kind(one)[1]: _kept(one.container),
        "publisher": _kept(one.publisher),
        "date": issued,
        "year": issued[:4],
        "url": _verbatim(one.url),
        "urldate": accessed,
        "language": _tex(one.language),
        "note": _tex(" ".join(item for item in note if item)),
    }


def _kind(one: Described) -> tuple[str, str]:
    return _KINDS.get(one.type, _OTHER)


def _exact(day: Day | None) -> str:
    return day.date.text if day and day.date and day.exact else ""


def _author(name: Name) -> str:
    if name.literal:
        return _kept(name.literal)
    return ", ".join(_kept(part) for part in (name.family, name.given) if part)


def _fields(values: Mapping[str, str]) -> list[Field]:
    return [Field(name, f"{{{value}}}") for name, value in values.items() if value]


def _format() -> BibtexFormat:
    given = BibtexFormat()  # type: ignore[no-untyped-call]  # it leaves its constructor untyped
    given.indent = "  "
    given.trailing_comma = True
    return given


_FORMAT = _format()


def _written(entries: Iterable[Entry]) -> str:
    # The writer alone: `write_string` first copies the library for middlewares we do not need, six times the work.
    return write(Library([*entries]), _FORMAT)


def _kept(text: str) -> str:
    return f"{{{_tex(text)}}}" if text else ""


def _verbatim(address: str) -> str:
    """Give an address without the signs that end a field, or begin a command, before it is seen to be verbatim."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _tex(text: str) -> str:
    signs = _PAIRED if _braces_are_paired(text) else _SIGNS
    return _SIGN.sub(lambda found: signs[found.group()], _LIGATURE.sub("\0", text)).replace("\0", "{}")


def _braces_are_paired(text: str) -> bool:
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0
