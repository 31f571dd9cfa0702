"""Citations: each style by hand, entries for programs read back by the libraries that others use, each page."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]  # it ships no types
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.nested_quotes import inside
from generator.exports.citation_text import ended, unended, updated_on
from generator.exports.citations import Edition, citation
from generator.site import Site, Wish, build
from generator.writing.addresses import web_path
from generator.writing.citing import Citable
from tests.exports.hostile import TEX, WORDS

EXAMPLE = Path(__file__).parents[1] / "example"
ADDRESS = "https://a.example/sheet"
CLAIM = Citable(
    noun="claim",
    title="The ferry “runs ‘daily’”, says the council.",
    form="Claim stated by one party: Ann Bell (S1)",
    key="claims-ferry-daily",
    path="/claims/ferry-daily/",
    address=f"{ADDRESS}/claims/ferry-daily/",
)
NOBODY = Edition("The closure of the bridge", (), updated_on("2025-03-12"), "0123456789ab")
EDITED = replace(NOBODY, editors=("Ann Bell", "The Bridge & Ferry Trust"))
WHOLE = Citable("page", NOBODY.title, "Fact sheet", "home", "/", f"{ADDRESS}/")


def forms(page: Citable = CLAIM, edition: Edition = NOBODY) -> dict[str, str]:
    cited = citation(page, edition=edition)
    return {form.slug: form.text for form in (*cited.sentences, *cited.entries)}


def test_a_claim_without_editors_begins_with_its_title_in_each_style() -> None:
    told = forms()
    assert told["apa"] == (
        "The ferry “runs ‘daily’”, says the council (Version 0123456789ab) [Claim stated by one party: Ann Bell (S1)]. "
        "(2025, March 12). The closure of the bridge. https://a.example/sheet/claims/ferry-daily/"
    )
    assert told["chicago"] == (
        "“The ferry ‘runs “daily”’, says the council.” Claim stated by one party: Ann Bell (S1). "
        "The closure of the bridge. Last modified March 12, 2025. Version 0123456789ab. "
        "https://a.example/sheet/claims/ferry-daily/."
    )
    assert told["plain"] == (
        "“The ferry ‘runs “daily”’, says the council.” Claim stated by one party: Ann Bell (S1). "
        "The closure of the bridge. Updated 12 March 2025, version 0123456789ab. "
        "https://a.example/sheet/claims/ferry-daily/"
    )


def test_editors_stand_first_as_editors_and_never_as_authors() -> None:
    told = forms(edition=EDITED)
    assert told["apa"].startswith("Ann Bell, & The Bridge & Ferry Trust (Eds.). (2025, March 12). The ferry ")
    assert told["apa"].endswith(
        "Ann Bell (S1)]. The closure of the bridge. https://a.example/sheet/claims/ferry-daily/"
    )
    assert told["chicago"].startswith("Ann Bell and The Bridge & Ferry Trust, eds. “The ferry ")
    assert " Edited by Ann Bell and The Bridge & Ferry Trust. Updated 12 March 2025," in told["plain"]
    assert "author" not in told["bibtex"]
    assert "AU  - " not in told["ris"]
    three = replace(EDITED, editors=("A", "B", "C"))
    assert forms(edition=three)["apa"].startswith("A, B, & C (Eds.). ")
    assert forms(edition=three)["chicago"].startswith("A, B, and C, eds. ")
    one = replace(EDITED, editors=("The council",))
    assert forms(edition=one)["apa"].startswith("The council (Ed.). (2025")
    assert forms(edition=one)["chicago"].startswith("The council, ed. “")


def test_the_whole_sheet_is_cited_without_naming_it_twice() -> None:
    told = forms(WHOLE)
    assert told["apa"] == (
        "The closure of the bridge (Version 0123456789ab) [Fact sheet]. (2025, March 12). https://a.example/sheet/"
    )
    assert told["chicago"] == (
        "The closure of the bridge. Fact sheet. Last modified March 12, 2025. Version 0123456789ab. "
        "https://a.example/sheet/."
    )
    assert told["plain"].count(NOBODY.title) == 1


def test_without_an_address_the_path_is_called_a_path_and_no_link_is_written() -> None:
    told = forms(replace(CLAIM, address=""))
    for slug in ("apa", "chicago", "plain"):
        assert "Path on the site: /claims/ferry-daily/" in told[slug]
    entry = parse_string(told["bibtex"]).entries[0]
    assert "url" not in entry.fields_dict
    assert "Path on the site: /claims/ferry-daily/" in entry["note"]
    reference = rispy.loads(told["ris"])[0]
    assert "urls" not in reference
    assert reference["notes"] == ["Version 0123456789ab", "Path on the site: /claims/ferry-daily/"]


@pytest.mark.parametrize(
    ("edtf", "apa", "chicago", "date", "da"),
    [
        ("2025", "(2025). ", "Last modified 2025.", "2025", "2025//"),
        ("2025-03", "(2025, March). ", "Last modified March 2025.", "2025-03", "2025/03/"),
        ("2025-03-02", "(2025, March 2). ", "Last modified March 2, 2025.", "2025-03-02", "2025/03/02"),
        ("2025-03~", "(about March 2025). ", "Last modified about March 2025.", None, None),
        ("2025-03-02/2025-03-04", "(2 to 4 March 2025). ", "Last modified 2 to 4 March 2025.", None, None),
    ],
)
def test_dates_are_said_as_each_style_says_them_and_only_exact_ones_go_to_programs(
    edtf: str, apa: str, chicago: str, date: str | None, da: str | None
) -> None:
    told = forms(edition=replace(NOBODY, updated=updated_on(edtf)))
    assert apa in told["apa"]
    assert chicago in told["chicago"]
    entry, reference = parse_string(told["bibtex"]).entries[0], rispy.loads(told["ris"])[0]
    assert entry.get("date", None) == date or entry["date"] == date
    assert reference.get("date") == da
    assert (date is None) == ("Updated " in entry["note"]) == any("Updated " in note for note in reference["notes"])


def test_a_title_keeps_its_capitals_its_question_mark_and_the_stop_of_an_abbreviation() -> None:
    asked = forms(replace(CLAIM, title="Did NATO act?"))
    assert asked["apa"].startswith("Did NATO act? (Version")
    assert asked["chicago"].startswith("“Did NATO act?” Claim")
    for text in ("It left the U.S.", "It said “no.”", "A [...]", "Why?"):
        assert unended(text) == text
    assert unended("So it ended.") == "So it ended"
    assert unended("It said “no”.") == "It said “no”"
    assert [ended(text) for text in ("Timeline", "Why?", "It said “no.”", "It said “no”", "")] == [
        "Timeline.", "Why?", "It said “no.”", "It said “no”.", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("the “humanitarian ‘deal’” of Ann’s", "the ‘humanitarian “deal”’ of Ann’s"),
        ("both “a” and “b”", "both ‘a’ and ‘b’"),
        ('"a" and "b"', "‘a’ and ‘b’"),
        ("“it isn’t ‘Ann’s’”", "‘it isn’t “Ann’s”’"),
        ('a lone “ mark, 5" long', 'a lone “ mark, 5" long'),
    ],
)
def test_marks_of_quotation_change_inside_quotation_marks(text: str, turned: str) -> None:
    assert inside(text) == turned


@given(title=WORDS, form=WORDS, site=WORDS, editors=st.lists(WORDS, max_size=3))
def test_bibtex_is_read_back_whole(title: str, form: str, site: str, editors: list[str]) -> None:
    page = replace(CLAIM, title=title, form=form)
    written = forms(page, replace(NOBODY, title=site, editors=tuple(editors)))["bibtex"]
    library = parse_string(written, append_middleware=[LatexDecodingMiddleware(decoder=TEX)])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("online", "claims-ferry-daily-0123456789ab")
    assert entry["title"] == title
    assert entry["note"] == form
    assert entry["url"] == CLAIM.address
    assert (entry["version"], entry["date"], entry["year"]) == (NOBODY.version, "2025-03-12", "2025")
    if site != title:
        assert entry["organization"] == site
    if editors:
        assert entry["editor"] == " and ".join(editors)


@given(title=WORDS, form=WORDS, site=WORDS, editors=st.lists(WORDS, max_size=3))
def test_ris_is_read_back_whole(title: str, form: str, site: str, editors: list[str]) -> None:
    page = replace(CLAIM, title=title, form=form)
    (read,) = rispy.loads(forms(page, replace(NOBODY, title=site, editors=tuple(editors)))["ris"])
    assert read["type_of_reference"] == "ELEC"
    assert read["title"] == title
    assert read["type_of_work"] == form
    assert read.get("secondary_title", title) == site
    assert read.get("secondary_authors", []) == editors
    assert read["urls"] == [CLAIM.address]
    assert (read["date"], read["year"], read["edition"]) == ("2025/03/12", "2025", NOBODY.version)


def test_ris_is_lines_of_ris_and_nothing_else() -> None:
    lines = forms()["ris"].split("\n")
    assert (lines[0], lines[-1]) == ("TY  - ELEC", "ER  - ")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)


@pytest.fixture(scope="module")
def example() -> Site:
    return build(EXAMPLE, Wish(ADDRESS))


def block(markdown: str) -> str:
    (found,) = re.findall(r'<details class="fs-cite".*?</details>', markdown, re.S)
    return html.unescape(found)


def test_every_page_tells_how_to_cite_it_once_with_version_date_and_its_own_address(example: Site) -> None:
    versions = set()
    for page in example.pages:
        if "search:\n  exclude: true" in page.markdown:
            assert "fs-cite" not in page.markdown  # it only tells where its record has moved
            continue
        told = block(page.markdown)
        assert re.findall(r'class="fs-copy" data-label="([^"]+)"', told) == [
            "APA",
            "Chicago",
            "plain text",
            "BibTeX",
            "RIS",
        ]
        assert f"{ADDRESS}/{web_path(page.uri)}</p>" in told, page.uri
        assert "updated 12 March 2025" in told
        versions.add(re.search(r"<code>([0-9a-f]{12})</code>", told)[1])  # type: ignore[index]
        assert told.count(next(iter(versions))) >= 6
    assert len(versions) == 1


def test_a_claim_is_never_cited_without_who_says_it(example: Site) -> None:
    claims = {
        page.uri: block(page.markdown) for page in example.pages if re.fullmatch(r"claims/(?!index).*\.md", page.uri)
    }
    assert claims
    for uri, told in claims.items():
        assert "<summary>Cite this claim</summary>" in told
        assert len(re.findall(r"\bClaim (?:stated|reported|attributed|disputed)[^:]*: \S", told)) == 5, uri
        assert not re.search(r"verified|proven|confirmed", told), uri
