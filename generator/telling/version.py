"""The version of a dossier: twelve hexadecimal digits that change when anything it tells changes, and only then.

Anybody can work it out from facts.json. Imports nothing of ours. Must never know the site's address or a clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

_DIGITS = 12
_ADDRESSES = {"url"}  # of records and claims, wherever they are published
_OWN_ADDRESS = {"id"}  # of the dossier itself, which has no other id


def version_of(told: Mapping[str, object]) -> str:
    """Give the version of what facts.json tells.

    First twelve digits of the SHA-256 (FIPS 180-4) of the data without `version`, without the dossier's `id` and
    without the `url` of each record and claim: as UTF-8 JSON, keys sorted, no spaces.
    """
    content = {name: _unplaced(name, value) for name, value in told.items() if name != "version"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("utf-8", "strict")).hexdigest()[:_DIGITS]


def _unplaced(name: str, value: object) -> object:
    """Give one part of the data without addresses; they stand on top of the dossier and of each listed record."""
    if isinstance(value, Mapping):
        return _without(value, _OWN_ADDRESS if name == "dossier" else _ADDRESSES)
    if isinstance(value, list):
        return [_without(item, _ADDRESSES) if isinstance(item, Mapping) else item for item in value]
    return value


def _without(data: Mapping[str, object], names: set[str]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in names}
