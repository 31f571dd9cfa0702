"""RIS: a page's citation as one reference of type ELEC, a page of the web, and the sources as references of theirs.

The only room of rispy. May import the words of citations and what is described. Must never know a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import count

import rispy  # type: ignore[import-untyped]  # it ships no types

from generator.evidence.edtf import EdtfPart
from generator.exports.citation_text import Words
from generator.exports.references.described import Day, Described
from generator.exports.references.patterns import Pattern, place
from generator.telling.records import Name

_TYPES: Mapping[str, str] = {
    "article": "JOUR", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "broadcast": "MULTI", "chapter": "CHAP", "dataset": "DATA",
    "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "hearing": "HEAR", "interview": "PCOMM",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "personal_communication": "PCOMM",
    "post": "ICOMM", "post-weblog": "BLOG", "report": "RPRT", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
"""Types of RIS by those of CSL; any other is GEN."""


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]  # as above
    """Write references without a number before each, which is no line of RIS."""

    def set_header(self, count: int) -> str:  # noqa: ARG002  # rispy passes it
        return ""


_WRITER = _Unnumbered()  # it turns its tables over when it is made


def reference(words: Words) -> str:
    """Write the reference, one line a field; a date has its parts apart by slashes, empty ones too."""
    part = words.updated.exact
    notes = [
        f"Version {words.version}",
        "" if part else f"Updated {words.updated.words}",
        "" if words.address else words.where,
    ]
    fields: dict[str, str | list[str]] = {
        "type_of_reference": "ELEC",
        "title": words.title,
        "secondary_authors": list(words.editors),
        "secondary_title": "" if words.whole else words.site,
        "year": str(part.year) if part else "",
        "date": _slashed(part),
        "edition": words.version,
        "type_of_work": words.form,
        "notes": [note for note in notes if note],
        "urls": [words.address] if words.address else [],
        "id": words.key,
    }
    told = {name: value if isinstance(value, list) else [value] for name, value in fields.items() if value}
    several = frozenset(name for name, value in fields.items() if isinstance(value, list))
    pattern = _pattern(tuple((name, len(values), name in several) for name, values in told.items()))
    return pattern.filled([value for values in told.values() for value in values])


@lru_cache(maxsize=1 << 6)
def _pattern(shape: tuple[tuple[str, int, bool], ...]) -> Pattern:
    """Give the reference with places for values: of each field how many it has, and whether they are a list."""
    numbers = count()
    places = {name: [place(next(numbers)) for _ in range(values)] for name, values, _ in shape}
    fields = {name: places[name] if several else places[name][0] for name, _, several in shape}
    return Pattern(_written([fields]).strip("\n"))


def sources(described: Iterable[Described]) -> str:
    """Write the references of sources; a date with a reserve stands in a note, in words."""
    return _written(map(_source, described)).strip("\n") + "\n"


def _source(one: Described) -> dict[str, object]:
    issued, accessed = _exact(one.issued), _exact(one.accessed)
    notes = [
        one.note,
        "" if issued or not one.issued else f"Published {one.issued.words}",
        "" if accessed or not one.accessed else f"Fetched {one.accessed.words}",
        f"Archived copy{f' in {one.archive}' if one.archive else ''}: {one.archived}" if one.archived else "",
    ]
    return {
        "type_of_reference": _TYPES.get(one.type, "GEN"),
        "title": one.title,
        "authors": [_author(name) for name in one.authors],
        "secondary_title": one.container,
        "publisher": one.publisher,
        "year": str(issued.year) if issued else "",
        "date": _slashed(issued),
        "access_date": _slashed(accessed),
        "language": one.language,
        "notes": [note for note in notes if note],
        "urls": [one.url] if one.url else [],
        "id": one.key,
    }


def _author(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _exact(day: Day | None) -> EdtfPart | None:
    return day.date.parts[0] if day and day.date and day.exact else None


def _written(references: Iterable[Mapping[str, object]]) -> str:
    told = [{name: value for name, value in fields.items() if value} for fields in references]
    written: str = _WRITER.formats(told)
    return written


def _slashed(part: EdtfPart | None) -> str:
    return f"{part.year:04}/{_two(part.month)}/{_two(part.day)}" if part else ""


def _two(number: int | None) -> str:
    return "" if number is None else f"{number:02}"
