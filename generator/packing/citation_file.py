"""`CITATION.cff` of a frozen version: Citation File Format 1.2.0, only what the site says of itself.

May import what is told of a built site. Must never know where the file goes.
"""

from __future__ import annotations

import json
import re

from generator.packing.built import About

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNPRINTED = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff]")  # YAML wants these escaped, JSON does not
_SPDX = re.compile(r"CC0-1\.0|CC-BY(-(NC|SA|ND))*-[1-4]\.0|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|MIT")


def citation_file(told: About, *, doi: str = "") -> str:
    """Write the file. A licence that CFF may not know, being no usual one of data, is told in the abstract."""
    licence = [("license", told.licence)] if _SPDX.fullmatch(told.licence) else []
    beyond = "" if licence else f" Licence: {told.licence}."
    rows = [
        ("cff-version", "1.2.0"),
        ("message", "If you use these facts, cite this version of them, and name who says each."),
        ("type", "dataset"),
        ("title", told.title),
        ("abstract", f"{told.scope}{beyond}"),
        ("version", told.version),
        *([("date-released", told.updated)] if _DAY.fullmatch(told.updated) else []),
        *licence,
        *([("url", told.address)] if told.address else []),
        *([("doi", doi)] if doi else []),
    ]
    names = told.editors or (f"The editors of {told.title}",)
    lines = [f"{name}: {_text(value)}" for name, value in rows]
    return "\n".join([*lines, "authors:", *(f"  - name: {_text(name)}" for name in names)]) + "\n"


def _text(value: str) -> str:
    quoted = json.dumps(" ".join(value.split()), ensure_ascii=False)
    return _UNPRINTED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", quoted)
