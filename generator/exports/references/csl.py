"""The sources as CSL-JSON, which Zotero, pandoc and citeproc read.

May import what is described and the one way JSON is written. Must never know another form.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.evidence.edtf import EdtfPart
from generator.exports.data_file import as_json
from generator.exports.references.described import Day, Described

Item = dict[str, object]


def items(sources: Iterable[Described]) -> bytes:
    """Write the sources as one list of items."""
    return as_json([_item(source) for source in sources])


def _item(source: Described) -> Item:
    told: Item = {
        "id": source.key,
        "type": source.type,
        "title": source.title,
        "author": [one.model_dump(exclude_none=True) for one in source.authors],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "archive": source.archive,
        "archive_location": source.archived,
        "language": source.language,
        "note": source.note,
    }
    return {name: value for name, value in told.items() if value}


def _date(day: Day | None) -> Item | None:
    """Give a date in parts where CSL can say it so, else in words: CSL has no word for `uncertain` or `one of`."""
    if day is None:
        return None
    date = day.date
    whole = date is not None and date.form != "set" and not (date.uncertain or date.open_start or date.open_end)
    if date is None or not whole or (date.form == "interval" and date.approximate):
        return {"literal": day.words}
    told: Item = {"date-parts": [_parts(part) for part in date.parts]}
    return told | ({"circa": True} if date.approximate else {})


def _parts(part: EdtfPart) -> list[int]:
    return [number for number in (part.year, part.month, part.day) if number is not None]
