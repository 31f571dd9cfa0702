"""A citation as RIS: one reference of type ELEC, a page of the web.

The only room of rispy. May import the words of citations. Must never know a page.
"""

from __future__ import annotations

import rispy  # type: ignore[import-untyped]  # it ships no types

from generator.exports.citation_text import Words


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]  # as above
    """Write references without a number before each, which is no line of RIS."""

    def set_header(self, count: int) -> str:  # noqa: ARG002  # rispy passes it
        return ""


_WRITER = _Unnumbered()  # it turns its tables over when it is made


def reference(words: Words) -> str:
    """Write the reference, one line a field; a date has its parts apart by slashes, empty ones too."""
    part = words.updated.exact
    date = f"{part.year}/{_two(part.month)}/{_two(part.day)}" if part else ""
    notes = [
        f"Version {words.version}",
        "" if part else f"Updated {words.updated.words}",
        "" if words.address else words.where,
    ]
    fields: dict[str, object] = {
        "type_of_reference": "ELEC",
        "title": words.title,
        "secondary_authors": list(words.editors),
        "secondary_title": "" if words.whole else words.site,
        "year": str(part.year) if part else "",
        "date": date,
        "edition": words.version,
        "type_of_work": words.form,
        "notes": [note for note in notes if note],
        "urls": [words.address] if words.address else [],
        "id": words.key,
    }
    written: str = _WRITER.formats([{name: value for name, value in fields.items() if value}])
    return written.strip("\n")


def _two(number: int | None) -> str:
    return "" if number is None else f"{number:02}"
