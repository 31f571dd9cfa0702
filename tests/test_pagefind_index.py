"""The index of large sites: which sites have it, what Pagefind is given, and what it writes."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pagefind_index
from generator.pagefind_index import BETWEEN, FOLDER, PagefindError, emptied, page, wanted, write

DOCS: list[dict[str, object]] = [
    {
        "location": "claims/x/",
        "title": "At least 1,200 &lt;b&gt;",
        "text": "<p>Stated by &amp; for.</p><p>Сказав Зеленський</p>",
        "tags": ["Claim", "stated by others"],
        "boost": 1.4,
    },
    {"location": "method/#rules", "title": "Rules", "text": "<p>One <code>code</code></p>"},
]


@pytest.mark.parametrize(
    ("choice", "claims", "with_pagefind"),
    [
        ("auto", 1999, False),
        ("auto", 2000, True),
        ("material", 50_000, False),
        ("pagefind", 1, True),
    ],
)
def test_pagefind_takes_over_from_many_claims_on_or_by_choice(choice: str, claims: int, with_pagefind: bool) -> None:
    assert wanted(choice, claims=claims) is with_pagefind


class Read(HTMLParser):
    """Read the attributes and the text of a small page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.given: dict[str, list[dict[str, str | None]]] = {}
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.given.setdefault(tag, []).append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_an_entry_is_a_small_page_with_weights_and_blocks() -> None:
    read = Read(page(DOCS[0], language="uk"))
    assert read.given["html"] == [{"lang": "uk"}]
    assert read.given["body"][0]["data-pagefind-weight"] == "1.4"
    assert read.given["h1"][0]["data-pagefind-weight"] == "10"  # 8 times 1.4 is more than there is
    assert read.given["div"][0]["data-to"] == "claims/x/"
    assert [block.strip() for block in read.text.split(BETWEEN)] == [
        "At least 1,200 <b>Claim, stated by others", "Stated by & for.", "Сказав Зеленський", "",
    ]  # fmt: skip


@given(st.text(), st.text())
def test_no_text_makes_markup_or_another_block(title: str, text: str) -> None:
    read = Read(page({"location": "a/", "title": title, "text": f"<p>{text}</p>", "tags": [title]}, language="en"))
    assert set(read.given) <= {"html", "body", "h1", "p", "div"}
    blocks = [block for block in re.split(r"</?p>", f"<p>{text}</p>") if block.strip()]
    assert read.text.count(BETWEEN) <= len(blocks) + 1


def test_the_index_has_each_entry_and_nothing_that_is_not_used(tmp_path: Path) -> None:
    out = tmp_path / FOLDER
    out.mkdir(parents=True)
    (out / "old.pf_fragment").write_text("x", encoding="utf-8")
    write(DOCS, tmp_path, language="en")
    names = {path.name for path in out.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "fragment", "index"} <= names
    assert not [name for name in names if re.search(r"ui|worker|highlight|old", name)]
    assert [path for path in out.rglob("*") if path.is_file() and not path.stat().st_size] == []
    told = {}
    for path in (out / "fragment").iterdir():
        found = json.loads(gzip.decompress(path.read_bytes()).decode().removeprefix("pagefind_dcd"))
        told[found["meta"]["location"]] = found
    assert set(told) == {"claims/x/", "method/#rules"}
    assert told["claims/x/"]["meta"] == {
        "title": "At least 1,200 <b>", "kind": "Claim, stated by others", "location": "claims/x/", "boost": "1.4",
    }  # fmt: skip
    assert BETWEEN in told["claims/x/"]["content"]


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "other"):
        write(DOCS, tmp_path / name, language="en")
        folder = tmp_path / name
        found.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert found[0] == found[1]


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no room left\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_index, "get_executable", lambda: broken)
    with pytest.raises(PagefindError, match="no room left"):
        write(DOCS, tmp_path / "site", language="en")


def test_the_index_of_the_theme_keeps_all_but_its_entries() -> None:
    index = json.dumps({"config": {"lang": ["en"], "separator": "[\\s]+"}, "docs": DOCS})
    assert json.loads(emptied(index)) == {"config": {"lang": ["en"], "separator": "[\\s]+"}, "docs": []}
