"""A source text taken into the dossier: copied byte for byte, locked, described as far as it is known; text set aside.

May import blocks, dates, inserting and reading. Must never change a text, nor guess what is not given.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.editing.changes import Changes, EditError
from generator.editing.dates import readable
from generator.editing.finding import Found
from generator.editing.ids import is_id, taken_by
from generator.editing.inserting import with_item
from generator.reading.dossier import Dossier
from generator.reading.misfits import bad_id
from generator.reading.octets import TEXT_LIMIT, decode
from generator.reading.texts import SEEDS
from generator.yaml_lines import Data, text_of

REASONS: Mapping[str, str] = {
    "opinion": "the writer's own view, a guess at what comes, a question to readers",
    "furniture": "of the page, not of the story: a newsletter line, a byline, a caption, a link, a bare heading",
    "repetition": "says what a cited sentence says already, as most headlines do",
    "generated": "made by a program, or citing only itself",
    "outside-subject": "tells something, but nothing of this dossier's subject",
    "unsafe": "could harm somebody or make them known",
}
"""Each reason to set a sentence aside, and what it fits."""
_NO_TEXTS: Mapping[str, str] = {
    "pdf": "PDF",
    "doc": "document",
    "docx": "document",
    "odt": "document",
    "rtf": "document",
    "htm": "page",
    "html": "page",
}
"""Endings of files that hold more than their text, and what people call them."""
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class NewText:
    """A text that is not in the dossier yet: the name of its file, its bytes, and what is known of it in CSL-JSON."""

    name: str
    content: bytes
    known: Data


def add_source(new: NewText, *, id_: str, dossier: Dossier, stored: Mapping[str, bytes]) -> Changes:
    """Take a text in under an id. Raises EditError where it cannot be stored or quoted from, or a date not be read.

    `stored` are the texts in seeds/ by their paths.
    """
    name, content = new.name, new.content
    file = f"{SEEDS}/{_file_name(name, id_=id_)}"
    if not is_id(id_):
        raise EditError(bad_id(id_))
    if (taken := taken_by(id_, dossier)) is not None:
        raise EditError(f'the id "{id_}" is used already {taken}; choose another with --id')
    _refuse_unreadable(name, content)
    for other, same in stored.items():
        if same == content:
            raise EditError(f'"{name}" is stored already as {other}')
    if file in stored:
        raise EditError(f'there is another text {file} already; rename the file')
    for field in ("issued", "accessed"):
        if new.known.get(field):
            readable(str(new.known[field]))
    digest = hashlib.sha256(content).hexdigest()
    described = {"type": "document", **{field: value for field, value in new.known.items() if value}}
    described |= {"file": file, "sha256": digest}
    return Changes({file: content, f"facts/sources/{id_}.yml": text_of(described).encode()})


def _refuse_unreadable(name: str, content: bytes) -> None:
    kind = name.lower().rpartition(".")[2]
    if content.startswith(b"%PDF-") or kind in _NO_TEXTS:
        called = _NO_TEXTS.get(kind, "PDF")
        raise EditError(f'"{name}" is no plain text; copy the text out of the {called} into a .txt file')
    if len(content) > TEXT_LIMIT:
        raise EditError(f'"{name}" is larger than {TEXT_LIMIT // 1_000_000} MB; split it')
    text, problems = decode(content, file=name)
    if problems:
        raise EditError(f"{problems[0].spot}: {problems[0].message}")
    if not text.strip():
        raise EditError(f'"{name}" holds no text')


def set_aside(text: str, found: Sequence[tuple[Found, str]], *, because: str, file: str) -> Changes:
    """Set passages of a source aside, each with its reason, in the text of its record's file.

    Raises EditError where two of them share words.
    """
    for number, (passage, _) in enumerate(found):
        for earlier, _ in found[:number]:
            if passage.span[0] < earlier.span[1] and earlier.span[0] < passage.span[1]:
                raise EditError(f'"{passage.exact}" is to be set aside twice; name each sentence once')
    for passage, reason in found:
        given = {**passage.selector, "reason": reason, "because": because}
        data = {name: value for name, value in given.items() if value and name != "source"}
        text = with_item(text, "set_aside", data, file=file)
    return Changes({file: text.encode()})


def _file_name(name: str, *, id_: str) -> str:
    """Keep a plain name of a file; of any other, take the id."""
    return name if _SAFE_NAME.fullmatch(name) else f"{id_}.txt"
