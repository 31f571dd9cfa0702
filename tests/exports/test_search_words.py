"""Spellings for search: their file, and that no other place has them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.evidence.names import name_book
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.search_words import URI, groups, search_words
from generator.site import Site, build

EXAMPLE = Path(__file__).parents[1] / "example"
OWN = ("Таммъ", "Thamm")


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the example with spellings for search."""
    root = tmp_path_factory.mktemp("spelled") / "dossier"
    shutil.copytree(EXAMPLE, root)
    actor = root / "facts" / "actors" / "ivo-tamm.yml"
    text = actor.read_text(encoding="utf-8")
    actor.write_text(text.replace("names: [Tamm]", "names: [Tamm]\nsearch_names: [Таммъ, Thamm]"), encoding="utf-8")
    head = root / "facts" / "dossier.yml"
    text = head.read_text(encoding="utf-8")
    words = "search_words:\n  - {means: ferry, also: [паром]}\nlicence:"
    head.write_text(text.replace("licence:", words, 1), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def weighed(spelled: Path) -> Weighed:
    return examine(spelled)[0]


@pytest.fixture(scope="module")
def site(spelled: Path) -> Site:
    return build(spelled)


def test_names_and_search_spellings_stand_apart(weighed: Weighed) -> None:
    told = list(groups(weighed))
    assert (["Ivo Tamm", "Tamm"], list(OWN)) in told
    assert told[-1] == (["ferry"], ["паром"])


def test_an_actor_with_one_name_needs_no_group(weighed: Weighed) -> None:
    single = [actor.data.name for actor in weighed.dossier.actors.values() if not actor.data.names]
    assert single
    assert not {group[0][0] for group in groups(weighed)} & set(single)


def test_the_file_is_a_script_that_works_from_a_disk(weighed: Weighed) -> None:
    text = search_words(weighed).content.decode()
    begin = "window.factsheetSearchWords = "
    assert text.startswith(f'"use strict";\n{begin}')
    assert json.loads(text.split(begin)[1].rstrip(";\n")) == [list(group) for group in groups(weighed)]


def test_no_page_data_file_or_search_entry_has_a_search_spelling(site: Site) -> None:
    assert [problem for problem in site.problems if problem.severity == "error"] == []
    for spelling in (*OWN, "паром"):
        assert [page.uri for page in site.pages if spelling in f"{page.markdown} {page.title} {page.description}"] == []
        having = [file.uri for file in site.files if spelling.encode() in file.content]
        assert having == [URI]
        assert [entry.page for entry in site.search if spelling in repr(entry)] == []


def test_evidence_does_not_take_a_search_spelling_for_a_name(weighed: Weighed) -> None:
    book = name_book((record.id, record.data) for record in weighed.dossier.actors.values())
    assert book.named("Tamm") == {"ivo-tamm"}
    assert not any(book.named(spelling) for spelling in OWN)
