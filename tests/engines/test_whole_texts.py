"""No output of a published site holds more of a source than its passages: looked up in every file that is built."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import PurePosixPath

import pytest

from generator.evidence.sentences import words
from generator.examining import examine
from generator.writing.naming import source_name
from tests.engines.sites import ROOT, Built, plain

pytestmark = pytest.mark.engine

RUN = 8
"""Words in a row: fewer are also in what editors say in their own words."""
BINARY = {".png", ".woff2", ".woff", ".pdf", ".gz", ".ico", ".svg"}

Run = tuple[str, ...]


def runs(folded: list[str]) -> Iterator[Run]:
    for at in range(len(folded) - RUN + 1):
        yield tuple(folded[at : at + RUN])


def folded(text: str) -> list[str]:
    flat = plain(text).lower()
    return [flat[start:end] for start, end in words(flat)]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def told(name: str, content: bytes) -> Iterator[str]:
    """Give the texts of a file: of JSON its strings, of a database its rows, of others what is left without tags."""
    if name.endswith(".sqlite"):
        with closing(sqlite3.connect(":memory:")) as opened:
            opened.deserialize(content)
            yield "\n".join(opened.iterdump())
        return
    text = content.decode("utf-8")
    if name.endswith((".json", ".jsonld")):
        for item in strings(json.loads(text)):
            yield re.sub(r"<[^>]*>", "", html.unescape(item))
    else:
        yield re.sub(r"<[^>]*>", "", html.unescape(re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)))
        yield html.unescape(text)


def test_what_no_passage_quotes_is_in_no_file(site: Built) -> None:
    weighed, problems = examine(ROOT)
    assert problems == []
    published, held_back = set[Run](), set[Run]()
    for id_, text in weighed.dossier.texts.items():
        places = words(text)
        printed = [any(a <= start and end <= b for a, b in weighed.printed[id_]) for start, end in places]
        for at, run in enumerate(runs([plain(text[start:end]).lower() for start, end in places])):
            if len(set(printed[at : at + RUN])) == 1:
                (published if printed[at] else held_back).add(run)
    names = [source_name(source, weighed.dossier.texts[id_]) for id_, source in weighed.dossier.sources.items()]
    held_back -= published | {run for name in names for run in runs(folded(name))}
    assert len(held_back) > 200
    found, leaked = set[Run](), {}
    for name, content in site.files().items():
        if PurePosixPath(name).suffix not in BINARY:
            for text in told(name, content):
                here = set(runs(folded(text)))
                found |= here & published
                leaked.update({" ".join(run): name for run in here & held_back})
    assert leaked == {}
    assert len(found) > 0.9 * len(published)  # the search finds what is there


def test_a_published_site_has_nothing_to_select_from(site: Built) -> None:
    names = set(site.files())
    assert not [name for name in names if "select-to-cite" in name]
    assert not [name for name, page in site.pages().items() if "the-whole-text" in page or "fs-text" in page]
