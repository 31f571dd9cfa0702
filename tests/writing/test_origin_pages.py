"""The page of origins, and remarks with their differing words marked."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import markdown
import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.writing.claim_pages import WANTED_ANCHOR
from generator.writing.pages import Page, pages
from tests.case_files import EXAMPLE, lock

SHARED = (
    "The footbridge creaked all winter and nobody mended its broken railing until the meeting ended late and in quite "
    "some anger."
)


def site(root: Path, *changes: tuple[str, str, str]) -> tuple[Weighed, dict[str, str]]:
    """Give the example with some words exchanged, weighed and written."""
    shutil.copytree(EXAMPLE, root)
    for name, old, new in changes:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    for source in ("bulletin", "courier", "gazette"):
        lock(root, source)
    weighed, problems = examine(root)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    return weighed, {page.uri: page.markdown for page in pages(weighed)}


def test_the_page_lists_origins_their_texts_and_what_supports_nothing(written: dict[str, Page]) -> None:
    page = written["sources/origins.md"].markdown
    assert (
        "nobody here has seen** (the original is not known). Both articles tell the meeting in the same order." in page
    )
    assert "Texts: [courier](courier.md); [gazette](gazette.md)." in page
    assert "Nothing is known of the origin of [bulletin](bulletin.md)." in page
    assert "a part of 19 words (generated, or citing only itself: it supports nothing). It cites only itself." in page
    assert "No two of these texts share that much." in page


def test_sources_lead_to_the_page(written: dict[str, Page]) -> None:
    for uri in ("sources/index.md", "sources/gazette.md", "sources/bulletin.md"):
        assert "[which sources share text](origins.md)" in written[uri].markdown


@pytest.mark.parametrize("quoted", ["bulletin", "gazette"])
def test_shared_words_stand_only_on_the_side_that_is_published(tmp_path: Path, quoted: str) -> None:
    changes = []
    for name, anchor in (
        ("bulletin", "Visitors can buy ice cream at the landing stage."),
        ("gazette", "Sign up for our newsletter and never miss a story."),
    ):
        changes.append((f"seeds/{name}.txt", anchor, f"{SHARED} {anchor}"))
        aside = f"set_aside:\n  - exact: >-\n      {SHARED}\n    reason: outside-subject\n"
        told = f"cautions:\n  - text: It tells.\n    evidence:\n      - {{source: {name}, exact: '{SHARED}'}}\n"
        told += "set_aside:\n"
        if name == "gazette":
            told = told.replace("cautions:\n", "")
        changes.append((f"facts/sources/{name}.yml", "set_aside:\n", told if name == quoted else aside))
    weighed, written = site(tmp_path / "dossier", *changes)
    assert [(item.one[0], item.other[0]) for item in weighed.shared] == [("bulletin", "gazette")]
    (row,) = re.findall(r"^\| \d+ \| (.*) \| (.*) \|$", written["sources/origins.md"], re.M)
    shown = {"bulletin": row[0], "gazette": row[1]}
    for name, cell in shown.items():
        assert re.match(r"line \d+, column \d+: ", cell)
        assert (SHARED.rstrip(".") in html.unescape(cell)) == (name == quoted)
        assert ("words not published here" in cell) == (name != quoted)


def test_words_that_differ_are_marked_and_what_is_not_known_is_said(written: dict[str, Page]) -> None:
    for uri in ("claims/closure-weeks.md", "actors/dana-orrell.md"):
        page = written[uri].markdown
        assert "Marked words differ between the articles; the original was not seen." in page
        assert "Original language and translator: not known." in page
        assert "‘at least *12*{ .fs-differs } weeks.’”" in page
        assert " at least *twelve*{ .fs-differs } weeks» *and promised a ferry*{ .fs-differs }&#46;”" in page
        shown = markdown.markdown(page, extensions=["attr_list", "md_in_html", "footnotes"])
        assert '<em class="fs-differs">twelve</em> weeks' in shown
        assert "{ .fs-differs" not in shown
        assert "as its channel" not in page
        assert "Wanted, for its own words" not in page


def test_marks_change_no_word_of_a_rendering(weighed: Weighed, written: dict[str, Page]) -> None:
    page = written["actors/dana-orrell.md"].markdown
    found = {
        html.unescape(line.replace("*", "").replace("{ .fs-differs }", ""))
        for line in re.findall(r"^> “(.*)”\[\^p\d+\]$", page, re.M)
    }
    # The page's own marks stand round them, so double marks within are single ones.
    double = {text.replace("‘", "“").replace("’", "”") for text in found}
    assert double == {passage.proof.exact for passage in weighed.claims["closure-weeks"].passages}
    assert double != found


def test_channels_that_articles_name_otherwise_are_told_and_none_is_chosen(tmp_path: Path) -> None:
    claim = "facts/agreements/bridge-closure.yml"
    weeks = "        utterance: orrell-on-the-closure\n"
    _, written = site(
        tmp_path / "dossier",
        ("seeds/courier.txt", "Orrell spoke of", "On the radio Orrell spoke of"),
        (claim, "          Orrell spoke of", "          On the radio Orrell spoke of"),
        (claim, weeks, f"        via: X\n{weeks}"),
        (claim, f"promised a ferry.\n        claimant: dana-orrell\n{weeks}",
         f"promised a ferry.\n        claimant: dana-orrell\n        via: radio\n{weeks}"),
    )  # fmt: skip
    assert (
        "[courier](../sources/courier.md) names radio as its channel, [gazette](../sources/gazette.md) names X as its "
        "channel; these texts do not tell which."
    ) in written["actors/dana-orrell.md"]


def test_one_channel_named_is_no_difference(tmp_path: Path) -> None:
    weeks = "        utterance: orrell-on-the-closure\n"
    change = ("facts/agreements/bridge-closure.yml", weeks, f"        via: X\n{weeks}")
    _, written = site(tmp_path / "dossier", change)
    assert "via X" in written["claims/closure-weeks.md"]
    assert "as its channel" not in written["claims/closure-weeks.md"]


def test_one_article_alone_has_no_marks_and_originals_are_linked(tmp_path: Path) -> None:
    weeks = "        utterance: orrell-on-the-closure\n"
    _, written = site(
        tmp_path / "dossier",
        ("facts/agreements/bridge-closure.yml", weeks, ""),
        (
            "facts/dossier.yml",
            "claims: [ferry-announced]",
            "claims: [closure-weeks]",
        ),
    )
    page = written["claims/closure-weeks.md"]
    assert "One article renders it; the original was not seen." in page
    assert "fs-differs" not in page
    assert f"Wanted, for its own words: [the post of Dana Orrell on X](../sources/index.md#{WANTED_ANCHOR})." in page
    assert f'id="{WANTED_ANCHOR}"' in markdown.markdown(written["sources/index.md"], extensions=["toc"])
