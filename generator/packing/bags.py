"""A bag (BagIt 1.0, RFC 8493): files under `data/`, their checksums, and what the bag is.

May import nothing of ours. Must never know what the files hold.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

_UNSAFE = re.compile("[%\r\n]")


def bagged(payload: Mapping[str, bytes], *, told: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """Give the files of a bag by path; `told` are the rows of `bag-info.txt`, to which the size is added."""
    inside = {f"data/{path}": content for path, content in payload.items()}
    size = sum(map(len, inside.values()))
    rows = [*told, ("Payload-Oxum", f"{size}.{len(inside)}")]
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{name}: {' '.join(value.split())}\n" for name, value in rows).encode(),
        "manifest-sha256.txt": _manifest(inside),
    }
    return {**inside, **tags, "tagmanifest-sha256.txt": _manifest(tags)}


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {_encoded(path)}\n" for path, content in sorted(files.items())
    ).encode()


def _encoded(path: str) -> str:
    """Write a path as manifests want it: line breaks and percent signs are encoded."""
    return _UNSAFE.sub(lambda sign: f"%{ord(sign.group()):02X}", path)
