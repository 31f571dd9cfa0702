"""The room of typst: a template of this package and text as JSON go in, a PDF or a picture comes out.

Text reaches a template as data alone, so that none of it is read as code; only fonts that come along are used, so that
all machines give the same bytes. May import typst. Must never know what is set, nor the clock.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.evidence.edtf import EdtfError, parse_edtf

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_UNSET = re.compile(r"the text `\"(.+?)\"` could not be displayed")


class UnsetError(Exception):
    """Say which sign no font has; `sign` is the first of them."""

    def __init__(self, sign: str) -> None:
        super().__init__(f'no font has "{sign}"')
        self.sign = sign


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF and the number of its pages."""

    content: bytes
    pages: int


def pdf(template: str, data: Mapping[str, object], *, name: str, updated: str, accessible: bool = True) -> Sheets:
    """Set a template such as `brief` as a tagged PDF, dated by the EDTF date `updated`; `name` is the input's name.

    With `accessible` it keeps to PDF/UA-1 (ISO 14289-1), and UnsetError is raised where no font has a sign.
    """
    import typst  # noqa: PLC0415  # heavy, and needed only where something is set

    compiler = _compiler(template, data, name=name)
    standards: list[typst.PDFStandard] = ["ua-1"] if accessible else []
    try:
        content = compiler.compile(format="pdf", pdf_standards=standards, timestamp=_midnight(updated))
    except typst.TypstError as error:
        if found := _UNSET.search(str(error)):
            raise UnsetError(found[1]) from error
        raise
    if not isinstance(content, bytes) or not (count := _COUNT.search(content)):
        raise TypeError("a PDF is one file that counts its pages")
    return Sheets(content, int(count[1]))


def png(template: str, data: Mapping[str, object], *, name: str, ppi: int = 72) -> bytes:
    """Set a template of one page as a PNG picture, with 72 pixels to the inch one pixel to the point."""
    content = _compiler(template, data, name=name).compile(format="png", ppi=ppi)
    return content[0] if isinstance(content, list) else content or b""


def _compiler(template: str, data: Mapping[str, object], *, name: str) -> typst.Compiler:
    import typst  # noqa: PLC0415  # as above

    given = json.dumps(data, ensure_ascii=False, sort_keys=True, allow_nan=False)
    path = _HERE / "templates" / f"{template}.typ"
    return typst.Compiler(
        path, root=path.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={name: given}
    )


@cache
def _fonts() -> typst.Fonts:
    import typst  # noqa: PLC0415  # as above

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_HERE / "fonts")])


def _midnight(edtf: str) -> int:
    """Give the beginning of a date's first day in seconds since 1970, UTC; 0 where the date has none."""
    try:
        day = parse_edtf(edtf).earliest
    except EdtfError:
        day = None
    return max(0, (day - dt.date(1970, 1, 1)).days * 86_400) if day else 0
