"""`data/csv/<table>.csv`: each table as comma-separated values (RFC 4180), UTF-8, with a line of column names.

Lines end in CR LF; a line break within a cell stays as it is, and the cell is quoted.
May import the shapes of tables and cells as text. Must never know which tables there are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from generator.exports.data_file import DataFile
from generator.exports.tables.cells import cells_as_text
from generator.exports.tables.columns import Grid, Table

FOLDER = "data/csv"
DIALECT: Mapping[str, object] = {
    "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "skipInitialSpace": False,
    "header": True,
}  # fmt: skip
"""How the files are written, as CSV Dialect says it."""


def csv_file(table: Table, grid: Grid) -> DataFile:
    """Write the cells of a table."""
    written = io.BytesIO()
    text = io.TextIOWrapper(written, encoding="utf-8", errors="strict", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.names)
    columns = zip(table.columns, zip(*grid, strict=True), strict=False)  # strict but for a table without rows
    writer.writerows(zip(*(cells_as_text(column.kind, cells) for column, cells in columns), strict=True))
    holds = f"Each row: {table.description[0].lower()}{table.description[1:]}".replace("`", "")
    text.flush()
    return DataFile(f"{FOLDER}/{table.name}.csv", written.getvalue(), holds)
