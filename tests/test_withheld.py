"""What is withheld is in no output: pages, data, feed, search, picture, schemas, comparisons; its place stays."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evidence.withholding import NAME, REASONS
from generator.examining import examine
from generator.reading.files import read
from generator.reviewing.as_json import difference_as_json
from generator.reviewing.as_markdown import difference_as_markdown
from generator.reviewing.as_text import difference_as_text
from generator.reviewing.comparing import compare
from generator.reviewing.told import tell
from generator.schema.files import schema_files
from generator.site import Site, Wish, build
from tests.revised_example import EXAMPLE, revised

SECRET = (
    "Tamm", "nobody had been told", "“nobody”", "did not hear", "rejects this", "twelve weeks", "residents had not",
    "chair of the residents", "It said Tamm",
)  # fmt: skip
"""Words of the example that the withheld dossier must not tell anywhere."""
WITHHELD = {"nobody-told", "residents-did-not-hear", "residents-not-told", "ivo-tamm-chair"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return revised(tmp_path_factory.mktemp("withheld") / "root")


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    site = build(root, Wish("https://a.example/", "https://code.example/x"))
    assert [str(problem) for problem in site.problems] == []
    return site


def found_in(text: str) -> list[str]:
    return [word for word in (*SECRET, "Q777777777") if word in text]


def outputs(site: Site, root: Path) -> Iterator[tuple[str, str]]:
    """Give every output as text by its name."""
    yield from ((page.uri, f"{page.title}\n{page.description}\n{page.markdown}") for page in site.pages)
    yield from ((file.uri, file.content.decode("utf-8", "replace")) for file in site.files)
    yield from ((f"search:{entry.page}", f"{entry.title}\n{entry.blocks}") for entry in site.search)
    schemas = schema_files(read(root)[0], root=root)
    yield from ((name, content.decode()) for name, content in schemas.items() if name.endswith("ids.json"))
    before, after = (tell(examine(folder)[0]) for folder in (EXAMPLE, root))
    for form in (difference_as_text, difference_as_markdown, difference_as_json):
        yield form.__name__, form(compare(before, after))
        yield f"{form.__name__}, again", form(compare(after, after))
        yield f"{form.__name__}, from nothing", form(compare(replace(before, accounts={}), after))


def test_the_example_tells_what_is_looked_for() -> None:
    pages = "\n".join(page.markdown for page in build(EXAMPLE).pages)
    assert len(found_in(pages)) >= len(SECRET) - 1


def test_no_output_has_a_word_of_it(site: Site, root: Path) -> None:
    told = {name: words for name, text in outputs(site, root) if (words := found_in(text))}
    # A source's file name and the id of an actor are no words of the sources.
    assert told == {}


def test_places_stay_with_the_reason_in_general_words(site: Site) -> None:
    pages = {page.uri: page.markdown for page in site.pages}
    for id_ in WITHHELD:
        assert "Withheld: " in pages[f"claims/{id_}.md"]
        assert re.search(rf"\({id_}\.md\)", pages["claims/index.md"]), id_
    assert REASONS["safety"] in pages["background/ferry-told.md"]
    assert REASONS["minor"] in pages["disputes/ferry-notice.md"]
    assert "letters had gone to every household" in pages["disputes/ferry-notice.md"]
    assert NAME in pages["actors/ivo-tamm.md"]
    assert REASONS["legal"] in pages["actors/ivo-tamm.md"]
    assert "is withheld. Withheld: there is a legal reason." in pages["claims/closure-weeks.md"]


def test_data_says_where_something_is_withheld(site: Site) -> None:
    facts = json.loads(next(file.content for file in site.files if file.uri == "data/facts.json"))
    assert {one["id"] for one in facts["withheld"]} == WITHHELD
    assert not WITHHELD & {claim["id"] for claim in facts["claims"]}
    weeks = next(claim for claim in facts["claims"] if claim["id"] == "closure-weeks")
    place = {"number": 2, "source": "courier", "stance": "supports", "reason": "legal"}
    assert weeks["withheld_evidence"] == [place]
    assert [one["number"] for one in weeks["evidence"]] == [1]
    actor = next(actor for actor in facts["actors"] if actor["id"] == "ivo-tamm")
    assert (actor["name"], actor["names"], actor["roles"], actor["withheld"]) == (NAME, [], [], "legal")


def test_the_feed_of_new_claims_keeps_the_place_without_words(site: Site) -> None:
    feed = next(file.content.decode() for file in site.files if file.uri == "data/additions.xml")
    assert "<id>https://a.example/claims/nobody-told/</id>" in feed
    assert f"<title>Withheld: {REASONS['safety']}.</title>" in feed
    corrections = next(file.content.decode() for file in site.files if file.uri == "data/corrections.xml")
    assert "nobody-told" not in corrections


def test_withheld_sentences_are_accounted_for_and_not_published(root: Path) -> None:
    weighed, problems = examine(root)
    assert problems == []
    assert {"withheld"} <= {sentence.reason for sentence in weighed.coverage["courier"].sentences}
    assert weighed.published["courier"] < examine(EXAMPLE)[0].published["courier"]


def test_a_comparison_says_that_something_was_withheld(root: Path) -> None:
    before, after = (tell(examine(folder)[0]) for folder in (EXAMPLE, root))
    text = difference_as_text(compare(before, after))
    assert "x nobody-told (ferry-told)\n    withheld: it could put people at risk" in text
    assert "- courier: “(not shown, as something in it is withheld now)”" in text
    assert "~ actor ivo-tamm" in text


def test_a_sentence_that_is_unsafe_or_was_withheld_is_told_by_its_line_alone(root: Path, tmp_path: Path) -> None:
    before, after = (tell(examine(folder)[0]) for folder in (EXAMPLE, root))
    left = {id_: replace(account, accounted={}) for id_, account in after.accounts.items()}
    told = difference_as_text(compare(before, replace(after, accounts=left)))
    assert "    - line 7 (covered)\n" in told
    unsafe = Path(shutil.copytree(EXAMPLE, tmp_path / "unsafe"))
    file = unsafe / "facts" / "sources" / "gazette.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("furniture", "unsafe"), encoding="utf-8")
    assert "    + line 9 (unsafe)\n" in f"{difference_as_text(compare(before, tell(examine(unsafe)[0])))}\n"
