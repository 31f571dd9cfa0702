"""Mending: every repair does what it says on the theme's own markup, changes no word, and done twice is done once."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mending.notes import NOTES
from generator.mending.pages import Mended, mend, without_place
from generator.mending.tables import TABLES
from generator.mending.theme import THEME

HERE = Path(__file__).parent
FRAME = (HERE / "frame.html").read_text(encoding="utf-8")
"""The frame round a page's content, as Material 9.8 writes it, shortened."""
CONTENT = (HERE / "content.html").read_text(encoding="utf-8")
"""Footnotes, permalinks and tables, as Python-Markdown writes them."""
PAGE = FRAME.replace("CONTENT", CONTENT)


def between_tags(html: str) -> list[str]:
    """Give what stands between tags, in a page however torn."""
    return [text for text in re.split(r"<[^<>]*>", html) if text]


class Seen(HTMLParser):
    """Read the words a reader sees, and every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len(attributes) == len(dict(attributes)), f"an attribute stands twice: {attributes}"
        self.tags.append((tag, dict(attributes)))

    def one(self, **wanted: str) -> dict[str, str | None]:
        """Give the attributes of the one element that has the wanted ones; `_` stands for `-`, `klass` for `class`."""
        asked = {name.replace("klass", "class").replace("_", "-"): value for name, value in wanted.items()}
        found = [given for _, given in self.tags if asked.items() <= given.items()]
        assert len(found) == 1, (asked, found)
        return found[0]


@pytest.fixture(scope="module")
def mended() -> Seen:
    done = mend(PAGE)
    assert done.missed == ()
    return Seen(done.html)


class TestTheFrame:
    def test_boxes_have_names_and_nothing_to_complete(self, mended: Seen) -> None:
        for id_ in ("__drawer", "__search"):
            box = mended.one(id=id_)
            assert box["aria-label"]
            assert "autocomplete" not in box

    def test_the_search_is_no_dialog(self, mended: Seen) -> None:
        assert "role" not in mended.one(klass="md-search")
        assert mended.one(klass="md-search__scrollwrap")["role"] == "region"
        assert mended.one(klass="md-search__scrollwrap")["aria-label"]
        assert "role" not in mended.one(klass="md-search-result__list")
        assert mended.one(klass="md-search-result__meta")["role"] == "status"
        assert mended.one(klass="md-search__options") == {"class": "md-search__options", "role": "none"}

    def test_parts_of_the_navigation_are_named_after_what_is_there(self, mended: Seen) -> None:
        assert mended.one(id="__nav_5")["aria-labelledby"] == "__nav_5_label"
        assert "tabindex" not in mended.one(id="__nav_5_label")
        parts = [given for tag, given in mended.tags if tag == "nav" and given.get("data-md-level") == "1"]
        assert [part.get("aria-labelledby") for part in parts] == ["__nav_5_label", None]
        assert parts[1]["aria-label"] == "More & more"
        assert not any("aria-expanded" in part for part in parts)

    def test_a_title_is_no_label_of_a_box_that_is_not_there(self) -> None:
        assert ("label", "__toc") not in [(tag, given.get("for")) for tag, given in Seen(mend(PAGE).html).tags]
        there = PAGE.replace("<ul>", '<ul><input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">', 1)
        found = Seen(mend(there).html)
        assert ("label", "__toc") in [(tag, given.get("for")) for tag, given in found.tags]
        assert found.one(id="__toc")["aria-label"] == "Table of contents"

    def test_the_repository_is_a_link_that_asks_its_host_for_nothing(self, mended: Seen) -> None:
        assert "data-md-component" not in mended.one(href="https://code.example/x")

    def test_notices_are_read_out(self, mended: Seen) -> None:
        assert mended.one(data_md_component="dialog")["role"] == "status"


class TestNotes:
    def test_numbers_say_what_they_lead_to(self, mended: Seen) -> None:
        names = [given["aria-label"] for _, given in mended.tags if given.get("class") == "footnote-ref"]
        assert names == ["Note 1: S0", "Note 1: S0", "Note 2"]

    def test_ways_back_say_where_they_lead(self, mended: Seen) -> None:
        names = [given["aria-label"] for _, given in mended.tags if given.get("class") == "footnote-backref"]
        assert names == [
            "Back to the text from note 1, place 1 of 2",
            "Back to the text from note 1, place 2 of 2",
            "Back to the text from note 2",
        ]

    def test_permalinks_are_named_by_their_title(self, mended: Seen) -> None:
        names = {given["aria-label"] for _, given in mended.tags if given.get("class") == "headerlink"}
        assert names == {"Link to this section"}


class TestTables:
    def test_plain_tables_get_a_frame_with_a_name_of_its_own(self, mended: Seen) -> None:
        frames = [given for _, given in mended.tags if given.get("class") == "fs-frame"]
        assert [frame["aria-label"] for frame in frames] == [
            "Table: Figures & days", 'Table: Of "all"', 'Table: Of "all" (2)',
        ]  # fmt: skip
        assert all(frame["role"] == "region" and frame["tabindex"] == "0" for frame in frames)

    def test_a_table_without_caption_or_heading_is_a_table(self) -> None:
        assert 'aria-label="Table"' in mend("<table><tr><td>1</td></tr></table>").html

    def test_tables_inside_tables_stay_inside(self) -> None:
        inner = "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"
        html = mend(f"<p>x</p>{inner}<p>y</p>").html
        assert html.count("fs-frame") == 1
        assert f"{inner}</div><p>y</p>" in html

    def test_a_cell_carries_the_name_of_its_column(self) -> None:
        rows = "<tr><td>1</td><td class='x'>2</td><td>3</td></tr><tr><td>4</td></tr>"
        head = '<tr><th>so "a"</th><th class="n">b <em>c</em></th></tr>'
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        cells = [given.get("data-label") for tag, given in Seen(mend(table).html).tags if tag == "td"]
        assert cells == ['so "a"', "b c", None, 'so "a"']
        bare = "<table><tr><td>1</td></tr></table>"
        assert "data-label" not in mend(bare).html
        assert "data-label" not in mend(table.replace("<table>", '<table class="own">')).html

    def test_alignment_is_a_class_and_other_styles_stay(self) -> None:
        html = mend(PAGE).html
        assert '<th class="fs-right">n</th><td class="fs-right">3</td><td style="color: red">4</td>' in html


class TestTheWhole:
    def test_no_word_changes(self, mended: Seen) -> None:
        assert mended.words == Seen(PAGE).words

    def test_twice_is_once(self) -> None:
        once = mend(PAGE).html
        assert mend(once) == Mended(once, ())

    def test_void_elements_lose_their_slash_and_drawings_keep_it(self) -> None:
        html = '<p>a<br />b<img src="x" /></p><svg><path d="M0"/></svg>'
        assert mend(html).html == '<p>a<br>b<img src="x"></p><svg><path d="M0"/></svg>'

    def test_what_content_quotes_of_the_frame_is_left_alone(self) -> None:
        page = FRAME.replace("CONTENT", '<div class="md-search" role="dialog">x</div>')
        assert '<div class="md-search" role="dialog">x</div>' in mend(page).html

    def test_a_page_without_the_theme_is_mended_all_the_same(self) -> None:
        done = mend(f"<html><body>{CONTENT}</body></html>")
        assert done.missed == ()
        assert "Note 1: S0" in done.html

    @pytest.mark.parametrize("repair", [*THEME, *NOTES, *TABLES], ids=lambda repair: repair.name)
    def test_each_repair_has_its_part_on_the_page_and_finds_its_place(self, repair: object) -> None:
        found = {one.name: one for one in (*THEME, *NOTES, *TABLES)}
        one = found[repair.name]  # type: ignore[attr-defined]
        assert one.part in PAGE
        assert one.do(PAGE)[1] > 0

    @pytest.mark.parametrize(
        ("old", "new", "names"),
        [
            ('class="md-toggle"', 'class="mx-toggle"', {"names of the boxes that show navigation and search"}),
            ('<div class="md-search"', '<search class="md-search"', {"search box that is no dialog"}),
            ('<div class="md-search__scrollwrap"', '<div class="md-results"', {"name of the search results"}),
            ('<label class="md-nav__title" for="__toc">', "<label>", {"title of the contents"}),
            ('<a class="footnote-ref"', '<a id="x" class="footnote-ref"', {"names of the numbers of notes"}),
        ],
    )
    def test_a_repair_that_finds_no_place_is_named(self, old: str, new: str, names: set[str]) -> None:
        assert old in PAGE
        assert set(mend(PAGE.replace(old, new)).missed) == names

    def test_the_message_names_page_and_repair(self) -> None:
        assert without_place("frames of tables", "index.html").startswith('index.html: the repair "frames of tables"')

    @given(st.lists(st.sampled_from(re.findall(r"<[^>]*>|[^<]+", PAGE)), max_size=60))
    def test_torn_pages_are_mended_once_and_keep_their_words(self, pieces: list[str]) -> None:
        page = "".join(pieces)
        once = mend(page).html
        assert mend(once).html == once
        assert between_tags(once) == between_tags(page)

    @pytest.mark.parametrize(
        "piece",
        ["<table>", "<table><h1>", "<article ", '<a class="footnote-ref"', '<li id="fn:a"><a class="footnote-ref">',
         '<li id="fn:a"><a href="sources/">', '<nav class="md-nav" data-md-level="1"><label class="md-nav__title">',
         '<td style="text-align ', '<a class="headerlink" <table>', "<br "],
    )  # fmt: skip
    def test_time_grows_with_the_page_only(self, piece: str) -> None:
        def seconds(times: int) -> float:
            page = piece * times
            started = time.process_time()
            mend(page)
            return time.process_time() - started

        # Beginnings without an end: were each searched to the end, a page four times as long would take sixteen times.
        assert seconds(40_000) < 10 * max(seconds(10_000), 0.02)
