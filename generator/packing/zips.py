"""Files as one zip whose bytes depend on nothing but the files and a date, and on the zlib Python was built with.

May import nothing of ours. Must never know what the files hold.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

EARLIEST = 315532800
"""1 January 1980, in seconds since 1970: no zip file can hold an earlier date."""
LATEST = 4354819198
"""31 December 2107, the last date a zip file can hold."""

_FILE = 0o100644 << 16  # a plain file that everybody reads and its owner writes
_UNIX = 3


def zipped(files: Mapping[str, bytes], *, folder: str, moment: int) -> bytes:
    """Give files as one zip under one folder: sorted, all of one date and with the same permissions."""
    date = datetime.fromtimestamp(min(max(moment, EARLIEST), LATEST), tz=UTC)
    stamp = (date.year, date.month, date.day, date.hour, date.minute, date.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE
            packed.writestr(entry, content)
    return buffer.getvalue()
