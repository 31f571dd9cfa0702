"""Long lists in parts: where they are cut, what each part says of itself, and that nothing is lost between them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.weighing import Weighed
from generator.exports import exports
from generator.telling import tell
from generator.writing import naming, overview_pages, parts
from generator.writing.pages import Page, pages
from tests.engines.sites import links_to

LINK = re.compile(r"\]\(([^)\s]+)\)")
LISTS = ("claims/index.md", "timeline.md", "who-says-what.md")
FACTS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(1, 40)), max_size=60)


@given(FACTS, st.integers(1, 12), st.integers(1, 100))
def test_a_list_is_cut_into_full_parts_without_losing_an_item(
    found: list[tuple[int, int, int]], most: int, heaviest: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "HEAVIEST", heaviest)
        cuts = parts.cut(found, keys=lambda item: item[:2], weigh=lambda item: item[2], most=most)
    assert [item for part in cuts for item in part] == found
    for part, following in pairwise(cuts):
        assert 1 <= len(part) <= most
        assert sum(item[2] for item in part) <= heaviest or len(part) == 1
        room = [*part, *following]
        full = next(
            (at for at in range(1, len(room)) if at >= most or sum(item[2] for item in room[: at + 1]) > heaviest),
            len(room),
        )
        assert len(part) >= full / 2


def test_a_part_ends_where_a_heading_does() -> None:
    items = [
        *((("a", "x"), 1) for _ in range(6)),
        *((("b", "y"), 1) for _ in range(3)),
        *((("b", "z"), 1) for _ in "ab"),
    ]
    cuts = parts.cut(items, keys=lambda item: item[0], weigh=lambda item: item[1], most=10)
    assert [len(part) for part in cuts] == [6, 5]
    cuts = parts.cut(items[6:], keys=lambda item: item[0], weigh=lambda item: item[1], most=4)
    assert [len(part) for part in cuts] == [3, 2]
    assert [len(part) for part in parts.cut(items[:6], keys=lambda item: item[0], weigh=lambda _: 1, most=4)] == [4, 2]


def test_a_list_that_fits_says_nothing_of_parts() -> None:
    listed = parts.parts_of("claims/index.md", [["x"]], lambda _: "never asked", title="All claims", noun="claims")
    assert (listed.pages, listed.told(1), listed.title(1)) == (("claims/index.md",), (), "All claims")


@pytest.mark.parametrize(
    ("page", "second"),
    [("claims/index.md", "claims/2.md"), ("timeline.md", "timeline/2.md"), ("actors/ann.md", "actors/ann/2.md")],
)
def test_the_first_part_keeps_the_address_of_the_page(page: str, second: str) -> None:
    assert (parts.part_page(page, 1), parts.part_page(page, 2)) == (page, second)


@pytest.fixture(scope="module")
def cut_small(weighed: Weighed) -> dict[str, Page]:
    """Write the example's pages as if a small part of each list were all that fits on a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "HEAVIEST", 8000)
        patch.setattr(overview_pages, "_DAYS", 1)
        return {page.uri: page for page in pages(weighed)}


def of(written: dict[str, Page], page: str) -> list[Page]:
    """Give a page with its further parts, in order."""
    found = [written[page]]
    while (further := parts.part_page(page, len(found) + 1)) in written:
        found.append(written[further])
    return found


def test_every_list_has_parts_and_each_has_a_title_of_its_own(cut_small: dict[str, Page]) -> None:
    assert [page for page in LISTS if len(of(cut_small, page)) < 2] == []
    assert "actors/dana-orrell/2.md" in cut_small
    assert [title for title, number in Counter(page.title for page in cut_small.values()).items() if number > 1] == []
    second = cut_small["claims/2.md"]
    told = re.search(r"\*\*Part 2 of (\d+):\*\* claims (\d+) to (\d+) of (\d+), (?:from )?“(.+?)”", second.markdown)
    assert told
    assert second.title == f"All claims, part 2 of {told[1]}"
    assert second.description.startswith(f"All claims, part 2 of {told[1]}: claims {told[2]} to {told[3]}, ")
    assert second.kind == "List"
    assert cut_small["timeline/2.md"].kind == "Timeline"
    assert parts.continues(second.uri)
    assert not parts.continues("claims/index.md")


def test_no_claim_is_lost_or_told_twice_between_parts(weighed: Weighed, cut_small: dict[str, Page]) -> None:
    ids = {*weighed.claims, *weighed.withheld}
    for page in ("claims/index.md", "timeline.md"):
        told = Counter(
            id_
            for part in of(cut_small, page)
            for id_ in re.findall(r"\[evidence\]\((?:\.\./)*(?:claims/)?([a-z0-9-]+)\.md\)", part.markdown)
        )
        wanted = ids if page == "claims/index.md" else set(told)
        assert told == Counter(wanted)
    rows = [part.markdown.count('<tr class="fs-row"') for part in of(cut_small, "who-says-what.md")]
    assert sum(rows) == sum(1 for item in weighed.questions.values() if item.compared.answers)


def test_parts_say_which_claims_they_hold(weighed: Weighed, cut_small: dict[str, Page]) -> None:
    at = 1
    for part in of(cut_small, "claims/index.md"):
        rows = part.markdown.count('class="fs-row"')
        last = at + rows - 1
        numbers = f"{at} to {last}" if last > at else str(at)
        assert f"claims {numbers} of {len({*weighed.claims, *weighed.withheld})}," in part.markdown
        assert "The filters below look at this part only" in part.markdown
        at += rows


def test_links_between_parts_lead_to_pages_and_places(weighed: Weighed, cut_small: dict[str, Page]) -> None:
    files = {*cut_small, "data/brief.pdf", *(file.uri for file in exports(weighed, tell(weighed)))}
    for page in cut_small.values():
        for link in LINK.findall(page.markdown):
            found = links_to(page.uri, link)
            if found is None:
                continue
            target, fragment = found
            assert target in files, (page.uri, link)
            if fragment.startswith(("d-", "no-date")):
                text = cut_small[target].markdown
                assert f"#{fragment} }}" in text or f'id="{fragment}"' in text, (page.uri, link)


def test_old_links_to_a_date_still_find_it_on_the_first_page(
    written: dict[str, Page], cut_small: dict[str, Page]
) -> None:
    dates = re.findall(r"^## .*\{ #(d-[^ ]+) \}$", written["timeline.md"].markdown, re.MULTILINE)
    assert len(dates) > 1
    first = cut_small["timeline.md"].markdown
    for anchor in dates:
        assert f"{{ #{anchor} }}" in first or re.search(
            rf'<span id="{re.escape(anchor)}">\[[^]]+\]\(timeline/\d+\.md#{re.escape(anchor)}\)', first
        )


def test_the_home_page_tells_years_in_the_place_of_many_dates(
    cut_small: dict[str, Page], written: dict[str, Page]
) -> None:
    assert '<figure class="fs-strip"' in written["index.md"].markdown
    home = cut_small["index.md"].markdown
    assert '<figure class="fs-strip"' not in home
    assert re.search(r"^- \[\d{4}\]\(timeline(?:/\d+)?\.md#d-[^)]+\): \d+ dates?$", home, re.MULTILINE)


def test_many_labels_are_not_named_one_by_one() -> None:
    labels = [f"TEXT-{number}" for number in range(naming.MOST_LABELS + 1)]
    assert naming.labels_of(labels[:-1]).startswith("TEXT-0, TEXT-1, TEXT-2, ")
    assert naming.labels_of(labels) == "TEXT-0, TEXT-1 and 19 more labels are"
