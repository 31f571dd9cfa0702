"""The sources as CSL-JSON, BibTeX and RIS: what is known and no more, read back by the programs that others use."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import jsonschema
import pypandoc  # type: ignore[import-untyped]  # it ships no types
import pytest
import rispy  # type: ignore[import-untyped]  # it ships no types
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.references import bibliographies
from generator.exports.references.described import TYPES, described
from generator.telling import Facts
from generator.telling.records import Name, Source
from tests.exports.hostile import HOSTILE, TEX, WORDS, example, hostile

URIS = ("data/sources.csl.json", "data/sources.bib", "data/sources.ris")
TEXT = {"type": "string", "minLength": 1}
NAME = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": dict.fromkeys(("family", "given", "literal"), TEXT),
}
PARTS = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": PARTS},
        "circa": {"const": True},
        "literal": TEXT,
    },
}
ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "note"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": sorted(TYPES)},
            "author": {"type": "array", "minItems": 1, "items": NAME},
            "issued": DATE,
            "accessed": DATE,
            **dict.fromkeys(
                ("id", "title", "container-title", "publisher", "URL", "archive", "archive_location", "language",
                 "note"), TEXT),
        },
    },
}  # fmt: skip
"""What we use of CSL-JSON, in our own words: a part of what its own schema allows."""


def written(facts: Facts) -> tuple[list[dict[str, Any]], str, str]:
    files = {file.uri: file.content.decode() for file in bibliographies(facts)}
    assert tuple(files) == URIS
    return json.loads(files[URIS[0]]), files[URIS[1]], files[URIS[2]]


def only(**known: object) -> Facts:
    """Give the example with one source, of which this is known besides its text."""
    facts = example()
    blank = Source.model_validate(
        {**facts.sources[0].model_dump(), "title": None, "language": None, "formerly": [], "id": "s", **known}
    )
    return facts.model_copy(update={"sources": [blank]})


def entries(bib: str) -> list[Entry]:
    library = parse_string(bib, append_middleware=[LatexDecodingMiddleware(decoder=TEX)])
    assert not library.failed_blocks
    return library.entries


def pandoc(text: str, *arguments: str) -> str:
    """Run pandoc, which must have nothing to complain of."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments], input=text, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@cache
def rendered(facts_name: str, folder: Path, form: str) -> str:
    """Render the whole bibliography from one of the files."""
    facts = {"example": example, "hostile": hostile}[facts_name]()
    file = next(file for file in bibliographies(facts) if file.uri.endswith(form))
    path = folder / file.uri.rpartition("/")[2]
    path.write_bytes(file.content)
    return pandoc("---\nnocite: '@*'\n---\n", "--citeproc", f"--bibliography={path}", "-t", "plain", "--wrap=none")


def test_nothing_is_told_that_the_dossier_does_not_say() -> None:
    facts = example()
    items, bib, ris = written(facts)
    jsonschema.validate(items, ITEMS)
    assert [item["id"] for item in items] == [source.id for source in facts.sources]
    for item, entry, reference in zip(items, entries(bib), rispy.loads(ris), strict=True):
        assert not {"author", "issued", "accessed", "publisher"} & item.keys()
        assert not {"author", "date", "year", "publisher"} & entry.fields_dict.keys()
        assert not {"authors", "date", "year", "publisher"} & reference.keys()
        for note in (item["note"], entry["note"], " ".join(reference["notes"])):
            assert facts.dossier.scope.text in note
            assert "Not stated: author and date of publication." in note
            assert re.search(r"sha256 [0-9a-f]{64}\.", note)
            assert f"Its page: https://a.example/sheet/sources/{item['id']}/" in note


def test_a_source_without_a_title_gets_none_and_is_named_by_its_beginning() -> None:
    facts = only(name="untitled, begins “The boards …”")
    (item,), bib, ris = written(facts)
    assert "title" not in item
    told = "Not stated: title, author and date of publication. The text is untitled, begins “The boards …” Stored"
    assert told in item["note"]
    assert "title = " not in bib
    assert "TI  - " not in ris


def test_everything_known_is_told_in_the_fields_of_each_form() -> None:
    known = {
        "type": "article-newspaper", "title": "T", "container_title": "Lenford Gazette", "publisher": "Lenford Press",
        "author": [Name(family="Halden", given="Mira"), Name(literal="Lenford City Council")],
        "issued": "2025-03-05", "accessed": "2025-03", "URL": "https://a.example/%7Bx?a=1&b={2}",
        "archive": "A", "archive_location": "https://b.example/1", "language": "uk",
    }  # fmt: skip
    (item,), bib, ris = written(only(**known))
    jsonschema.validate([item], ITEMS)
    assert item["author"] == [{"family": "Halden", "given": "Mira"}, {"literal": "Lenford City Council"}]
    assert (item["issued"], item["accessed"]) == ({"date-parts": [[2025, 3, 5]]}, {"date-parts": [[2025, 3]]})
    assert (item["container-title"], item["archive_location"]) == ("Lenford Gazette", "https://b.example/1")
    assert "Not stated" not in item["note"]
    (entry,) = entries(bib)
    assert (entry.entry_type, entry.key, entry["journal"]) == ("article", "s", "Lenford Gazette")
    assert (entry["date"], entry["year"], entry["urldate"]) == ("2025-03-05", "2025", "2025-03")
    assert "author = {{Halden}, {Mira} and {Lenford City Council}}" in bib
    assert "url = {https://a.example/%7Bx?a=1&b=%7B2%7D}" in bib
    (reference,) = rispy.loads(ris)
    assert (reference["type_of_reference"], reference["authors"]) == ("NEWS", ["Halden, Mira", "Lenford City Council"])
    assert (reference["date"], reference["access_date"]) == ("2025/03/05", "2025/03/")
    assert reference["urls"] == [known["URL"]]
    assert "Archived copy in A: https://b.example/1" in reference["notes"]


@pytest.mark.parametrize(
    ("edtf", "csl", "words"),
    [
        ("2025", {"date-parts": [[2025]]}, None),
        ("2025-03~", {"date-parts": [[2025, 3]], "circa": True}, "about March 2025"),
        ("2025-03-02?", {"literal": "2 March 2025 (uncertain)"}, "2 March 2025 (uncertain)"),
        ("2025-03-02/2025-03-04", {"date-parts": [[2025, 3, 2], [2025, 3, 4]]}, "2 to 4 March 2025"),
        ("[2025-03-02,2025-03-09]", {"literal": "2 March 2025 or 9 March 2025"}, "2 March 2025 or 9 March 2025"),
        ("../2025-03-04", {"literal": "until 4 March 2025"}, "until 4 March 2025"),
    ],
)
def test_a_date_with_a_reserve_never_loses_it(edtf: str, csl: dict[str, object], words: str | None) -> None:
    (item,), bib, ris = written(only(issued=edtf))
    assert item["issued"] == csl
    jsonschema.validate([item], ITEMS)
    if words:
        assert "  date = " not in bib
        assert f"Published {words}." in bib
        assert "DA  - " not in ris
        assert f"Published {words}" in ris


def test_a_type_that_csl_does_not_know_is_a_document_and_is_told() -> None:
    (item,), bib, ris = written(only(type="telegram"))
    assert item["type"] == "document"
    assert "Type: telegram." in item["note"]
    assert bib.startswith("@misc{s,")
    assert ris.startswith("TY  - GEN\n")


def test_the_key_of_a_source_is_the_first_id_it_had() -> None:
    (item,), bib, ris = written(only(id="gazette", formerly=["s1", "paper"]))
    assert item["id"] == "s1"
    assert "@misc{s1," in bib
    assert "ID  - s1" in ris


def test_hostile_text_comes_back_whole_from_each_form() -> None:
    items, bib, ris = written(hostile())
    jsonschema.validate(items, ITEMS)
    for item, entry, reference in zip(items, entries(bib), rispy.loads(ris), strict=True):
        assert item["title"] == entry["title"] == reference["title"] == HOSTILE
        assert item["container-title"] == entry["howpublished"] == reference["secondary_title"] == HOSTILE
        assert HOSTILE in item["note"]
        assert HOSTILE in entry["note"]
        assert HOSTILE in reference["notes"][0]


def test_a_line_break_begins_no_field() -> None:
    _, bib, ris = written(only(title="A\nER  - \n\nTY  - BOOK\n}\n@book{x,\n", language="en\nKW  - x"))
    assert len(rispy.loads(ris)) == len(entries(bib)) == 1
    assert "keywords" not in rispy.loads(ris)[0]


@pytest.mark.parametrize("title", ["only {", "only }", "a } b { c", "a {b} c", "{a {b}} c \\{"])
def test_braces_find_their_partners_as_bibtex_counts_them(title: str) -> None:
    """BibTeX counts a brace behind a backslash as well."""
    _, bib, _ = written(only(title=title))
    depths = [*accumulate(1 if sign == "{" else -1 for sign in re.findall("[{}]", bib))]
    assert min(depths) == depths[-1] == 0
    assert depths.count(0) == 1
    assert entries(bib)[0]["title"] == title


@settings(max_examples=40)
@given(title=WORDS, container=WORDS, family=WORDS, names=st.lists(WORDS, max_size=2))
def test_any_text_comes_back_whole(title: str, container: str, family: str, names: list[str]) -> None:
    author = [Name(family=family, given=title), *(Name(literal=name) for name in names)]
    (item,), bib, ris = written(only(title=title, container_title=container, author=author, type="webpage"))
    (entry,) = entries(bib)
    (reference,) = rispy.loads(ris)
    assert item["title"] == entry["title"] == reference["title"] == title
    assert item["container-title"] == entry["organization"] == reference["secondary_title"] == container
    assert entry["author"] == " and ".join([f"{family}, {title}", *names])
    assert reference["authors"] == [f"{family}, {title}", *names]


@pytest.mark.parametrize("name", ["example", "hostile"])
@pytest.mark.parametrize("form", ["csl.json", "bib"])
def test_pandoc_renders_the_bibliography_without_a_warning(
    name: str, form: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = rendered(name, tmp_path_factory.mktemp("bibliography"), form)
    for source in described(example()):
        # The style writes titles with capitals.
        assert (source.title if name == "example" else "Їжак").casefold() in told.casefold()


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris"])
def test_pandoc_reads_the_same_titles_and_keys_from_each_form(form: str) -> None:
    plain = {"title": "Їжак & co: 50 % «so» {much} for #1_x $5"}
    facts = example()
    sources = [one.model_copy(update=plain if one.id == "gazette" else {}) for one in facts.sources]
    items, bib, ris = written(facts.model_copy(update={"sources": sources}))
    read = json.loads(pandoc(ris if form == "ris" else bib, "-f", form, "-t", "csljson"))
    told = {item["id"]: re.sub(r"</?span[^>]*>", "", item["title"]) for item in read}
    wanted = {item["id"]: item["title"] for item in items}
    assert told == wanted or (form == "ris" and sorted(told.values()) == sorted(wanted.values()))


def test_bytes_are_those_of_the_data_and_of_no_clock() -> None:
    assert [*bibliographies(example())] == [*bibliographies(example.__wrapped__())]
