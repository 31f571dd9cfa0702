"""`data/datapackage.json`: what each CSV file holds, column by column, as a Data Package (version 1 of the standard).

With it, programs read the files with their types, check keys and sums, and know licence, scope and version.
May import what is told, the shapes of tables and how cells are written. Must never say what a field is by itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.evidence.edtf import EdtfError, parse_edtf
from generator.exports.data_file import DataFile, as_json
from generator.exports.tables.catalogue import NOT_HERE
from generator.exports.tables.cells import RULE
from generator.exports.tables.columns import Column, Kind, Table
from generator.exports.tables.csv_files import DIALECT
from generator.telling.facts import Facts

URI = "data/datapackage.json"
_TYPES: dict[Kind, str] = {
    "text": "string", "integer": "integer", "number": "number", "truth": "boolean", "day": "date",
}  # fmt: skip
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
LIMITS = (
    "A passage shows that the source printed these words. It shows neither that they were spoken nor that they are "
    "true. A status says who states something, no more."
)
"""What the data do not show."""
WITHHELD = "Where the column `withheld` says why, the words of a row are withheld, and what would tell them is empty."


def data_package(facts: Facts, written: Iterable[tuple[Table, DataFile]]) -> DataFile:
    """Describe the files written of a fact sheet."""
    about = facts.dossier
    told: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": _slug(about.title),
        "id": about.id,
        "title": about.title,
        "description": "\n\n".join((about.question, about.scope.text, LIMITS, WITHHELD, RULE, NOT_HERE)),
        **({"homepage": about.id} if about.id.startswith("http") else {}),
        "version": facts.version,
        **({"created": f"{day}T00:00:00Z"} if (day := _day(about.updated)) else {}),
        "updated": about.updated,
        "licenses": [_licence(about.licence)],
        "contributors": [{"title": name, "role": "editor"} for name in about.editors],
        "sources": [
            {"title": source.title or source.name, **({"path": source.URL} if source.URL else {})}
            for source in facts.sources
        ],
        "resources": [_resource(table, file) for table, file in written],
    }
    content = as_json({name: value for name, value in told.items() if value != []})
    return DataFile(URI, content, "What the CSV files hold: columns, types, keys (Data Package).")


def _resource(table: Table, file: DataFile) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file.uri.removeprefix("data/"),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
        "dialect": DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    return {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if (keys := list(_foreign_keys(table))) else {}),
    }


def _foreign_keys(table: Table) -> Iterator[dict[str, object]]:
    for column in table.columns:
        if column.leads_to:
            resource = "" if column.leads_to == table.name else column.leads_to
            yield {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}


def _field(table: Table, column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {
        "required": table.filled(column) or None,
        "unique": (column.unique or table.key == (column.name,)) or None,
        "enum": list(column.allowed) or None,
        "pattern": column.pattern or None,
        "minimum": column.least,
        "maximum": column.most,
    }
    held = {name: value for name, value in constraints.items() if value is not None}
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.description,
        **({"constraints": held} if held else {}),
    }


def _slug(title: str) -> str:
    """Name the package by its title, in the signs that a name may have."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(("fact-sheet", *re.findall("[a-z0-9]+", plain)))


def _licence(licence: str) -> dict[str, str]:
    if _PLAIN.fullmatch(licence):
        return {"name": licence}
    return {"name": "-".join(_PLAIN.findall(licence)) or "other", "title": licence}


def _day(edtf: str) -> str:
    """Give the last day a date can mean; nothing where it has none."""
    try:
        latest = parse_edtf(edtf).latest
    except EdtfError:
        return ""
    return latest.isoformat() if latest else ""
