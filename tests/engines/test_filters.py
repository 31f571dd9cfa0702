"""Filters on All claims, the questions by sources and the timeline: what is shown, counted, and kept in the address."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.overlay import LOOK
from tests.engines.sites import Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PAGES = ["claims/", "who-says-what/", "timeline/"]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give one reader's window for all tests: what is chosen stands in the address alone."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(5000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def claims(site: Built) -> list[dict[str, Any]]:
    """Give the claims as the data file has them: a source of counts that knows nothing of the pages."""
    facts = json.loads((site.folder / "data" / "facts.json").read_text(encoding="utf-8"))
    return list(facts["claims"])


def told_in(claim: dict[str, Any], field: str) -> set[str]:
    """Give what the passages of a claim have in one field."""
    return {passage[field] for passage in claim["evidence"] if passage.get(field)}


def counted(page: Page) -> tuple[int, int]:
    """Give how many rows the page says it shows, of how many."""
    found = [int(number) for number in re.findall(r"\d+", page.locator(".fs-count").inner_text())]
    return found[0], found[-1]


def shown(page: Page) -> int:
    return int(page.evaluate("[...document.querySelectorAll('.fs-row')].filter(row => row.checkVisibility()).length"))


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def options(page: Page, name: str) -> dict[str, str]:
    return dict(page.eval_on_selector_all(f"[name={name}] option", "all => all.map(one => [one.value, one.text])"))


def test_counts_are_those_of_the_data_file(page: Page, address: str, claims: list[dict[str, Any]]) -> None:
    page.goto(address + "claims/", wait_until="domcontentloaded")
    assert counted(page) == (len(claims), len(claims))
    told = {
        "status": Counter(str(claim["status"]) for claim in claims),
        "kind": Counter(str(claim["kind"]) for claim in claims),
        "actor": Counter(name for claim in claims for name in told_in(claim, "claimant")),
        "source": Counter(name.upper() for claim in claims for name in told_in(claim, "source")),
        "date": Counter((claim.get("date") or {"edtf": "none"})["edtf"] for claim in claims),
    }
    for name, wanted in told.items():
        offered = options(page, name)
        by_text = name == "status"
        found = {
            text.rsplit(" (", 1)[0] if by_text else value: int(text.rsplit("(", 1)[1].rstrip(")"))
            for value, text in offered.items() if value and not value.startswith("_")
        }  # fmt: skip
        assert found == dict(wanted), name
        value = list(offered)[-1]
        page.select_option(f"[name={name}]", value)
        expect(page.locator(".fs-count")).to_contain_text(" of ")
        number = int(offered[value].rsplit("(", 1)[1].rstrip(")"))
        assert counted(page) == (number, len(claims))
        assert shown(page) == number
        assert query(page) == {name: [value]}
        page.get_by_role("button", name="Show all").click()


def test_options_stand_in_an_order_that_means_something(page: Page, address: str) -> None:
    page.goto(address + "method/", wait_until="domcontentloaded")
    rules = page.locator("main").inner_text()
    page.goto(address + "claims/", wait_until="domcontentloaded")
    statuses = [text.rsplit(" (", 1)[0] for value, text in options(page, "status").items() if value]
    places = [rules.find(f"\n{name}\t") for name in statuses]
    assert -1 not in places
    assert places == sorted(places)
    dates = [value for value in options(page, "date") if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
    assert dates == sorted(dates)
    assert len(dates) > 2


def test_two_filters_narrow_each_other_and_empty_sections_go(page: Page, address: str) -> None:
    page.goto(address + "claims/", wait_until="domcontentloaded")
    sections = page.locator(".fs-section:visible").count()
    kinds = options(page, "kind")
    page.select_option("[name=kind]", "position")
    expect(page.locator(".fs-count")).to_contain_text(" of ")
    assert options(page, "kind") == kinds  # what another choice of the same filter would bring
    actor = list(options(page, "actor").items())[1]
    wanted = page.locator(f'.fs-row[data-kind="position"][data-actor~="{actor[0]}"]').count()
    assert actor[1].endswith(f"({wanted})")
    page.select_option("[name=actor]", actor[0])
    expect(page.locator(".fs-count")).to_have_text(re.compile(f"^{wanted} of "))
    assert shown(page) == wanted
    left = page.locator(".fs-section:visible")
    assert left.count() < sections
    assert all(section.locator(".fs-row:visible").count() for section in left.all())
    assert page.locator("h2:visible").count() < sections


@pytest.mark.parametrize("name", PAGES)
def test_an_address_brings_the_choice_back(page: Page, address: str, name: str) -> None:
    page.goto(address + name, wait_until="domcontentloaded")
    first = page.locator(".fs-filter-form select").first
    key, value = str(first.get_attribute("name")), str(first.locator("option").nth(1).get_attribute("value"))
    assert counted(page)[0] == shown(page) or name == "timeline/"  # whose longer lists are folded
    first.select_option(value)
    page.wait_for_url(lambda url: f"{key}=" in url)
    number = counted(page)
    assert 0 < number[0] < number[1]
    assert shown(page) == number[0]
    link, there = page.url, page.locator(".fs-row:visible a:not(.footnote-ref)").first
    there.click()
    page.wait_for_url(lambda url: url != link)
    page.go_back()
    expect(page.locator(".fs-filter-form select").first).to_have_value(value)
    assert counted(page) == number
    page.goto("about:blank")
    page.goto(link + "#notes", wait_until="domcontentloaded")
    assert counted(page) == number
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    assert counted(page) == (number[1], number[1])
    assert query(page) == {}
    assert page.url.endswith("#notes")
    assert page.locator(".fs-row[hidden], .fs-section[hidden]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_other_words_of_the_address_and_what_nobody_offers_are_left_alone(page: Page, address: str) -> None:
    page.goto(address + "claims/?h=exchange&status=no-such-status", wait_until="domcontentloaded")
    assert counted(page)[0] == counted(page)[1]
    page.select_option("[name=kind]", "term")
    page.wait_for_url(lambda url: "kind=term" in url)
    assert query(page) == {"h": ["exchange"], "kind": ["term"]}


def test_back_within_the_page_restores_the_choice(page: Page, address: str) -> None:
    page.goto(address + "claims/?kind=term", wait_until="domcontentloaded")
    terms = counted(page)
    page.locator("a.footnote-ref:visible").first.click()
    page.wait_for_url(lambda url: "#fn" in url)
    page.select_option("[name=kind]", "role")
    page.wait_for_url(lambda url: "kind=role" in url)
    assert counted(page) != terms
    page.go_back()
    expect(page.locator("[name=kind]")).to_have_value("term")
    assert counted(page) == terms


def test_a_link_to_what_is_filtered_away_shows_all(page: Page, address: str) -> None:
    page.goto(address + "claims/?kind=role", wait_until="domcontentloaded")
    hidden = page.locator('.fs-row[data-kind="term"] sup').first
    assert not hidden.is_visible()
    page.evaluate("place => { location.hash = place }", hidden.get_attribute("id"))
    expect(hidden).to_be_in_viewport()
    assert counted(page)[0] == counted(page)[1]


def test_questions_are_found_by_words(page: Page, address: str) -> None:
    page.goto(address + "who-says-what/", wait_until="domcontentloaded")
    questions = [text.lower() for text in page.locator(".fs-row th").all_inner_texts()]
    words = sorted({word for text in questions for word in re.findall(r"[a-z]{6,}", text)})
    word = next(word for word in words if 1 < sum(word in text for text in questions) < len(questions) / 2)
    page.get_by_label("Words in the question").press_sequentially(f"{word.upper()} ")
    wanted = sum(word in text for text in questions)
    expect(page.locator(".fs-count")).to_have_text(f"{wanted} of {len(questions)} questions")
    assert shown(page) == wanted
    page.get_by_label("Words in the question").fill("no question has these")
    expect(page.locator(".fs-count")).to_have_text(f"0 of {len(questions)} questions")
    assert not page.locator(".fs-matrix").is_visible()


def test_matrix_rows_are_those_the_source_answers(page: Page, address: str) -> None:
    page.goto(address + "who-says-what/", wait_until="domcontentloaded")
    labels = page.locator(".fs-matrix thead th a").all_inner_texts()
    for label in (labels[0], labels[-1]):
        page.select_option("[name=source]", label)
        expect(page.locator(".fs-count")).to_contain_text(" of ")
        answered = page.locator(f'.fs-matrix td[data-label="{label}"]:not(.fs-absent)').count()
        assert counted(page)[0] == answered == shown(page)


def test_it_works_by_key_and_says_how_many(page: Page, address: str) -> None:
    page.goto(address + "claims/", wait_until="domcontentloaded")
    form = page.get_by_role("form", name="Filter the claims")
    for label in ("Status", "Who says it", "Kind", "Source", "Date"):
        expect(form.get_by_label(label, exact=True)).to_be_visible()
    page.locator(".fs-filter > summary").focus()
    page.keyboard.press("Tab")
    expect(form.get_by_label("Status")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="claims")).to_have_text(re.compile(r"^\d+ of \d+ claims$"))
    assert page.locator(".fs-count").get_attribute("role") == "status"


def test_on_a_phone_it_is_folded_and_rows_are_cards(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address + "claims/", wait_until="domcontentloaded")
    assert not page.locator(".fs-filter-form").is_visible()
    assert page.locator(".fs-claims tbody tr").first.evaluate("row => getComputedStyle(row).display") == "block"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".fs-filter > summary").click()
    page.select_option("[name=kind]", "role")
    expect(page.locator(".fs-count")).to_contain_text(" of ")
    assert shown(page) == counted(page)[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("refuses", [False, True], ids=["as it comes", "query refused"])
def test_a_page_that_is_a_file_keeps_the_choice_too(page: Page, site: Built, refuses: bool) -> None:
    if refuses:
        page.add_init_script("""
            const replace = history.replaceState.bind(history)
            history.replaceState = (state, title, url) => {
                if (!String(url).startsWith('#')) throw new DOMException('no', 'SecurityError')
                return replace(state, title, url)
            }""")
    file = (site.folder / "claims" / "index.html").as_uri()
    page.goto(file, wait_until="domcontentloaded")
    page.select_option("[name=kind]", "role")
    page.wait_for_url(lambda url: "kind=role" in url)
    assert ("#?kind=role" in page.url) == refuses
    link, number = page.url, counted(page)
    page.locator("a.footnote-ref:visible").first.click()
    page.wait_for_url(lambda url: "#fn" in url)
    assert counted(page) == number
    page.go_back()
    assert counted(page) == number
    page.goto("about:blank")
    page.goto(link, wait_until="domcontentloaded")
    assert counted(page) == number


def test_without_script_every_row_stands_and_no_control(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in PAGES:
        page.goto(f"{address}{name}?kind=role", wait_until="domcontentloaded")
        assert page.locator(".fs-row").count() > 20
        assert page.locator(".fs-row[hidden]").count() == 0
        assert page.locator("article").get_by_role("combobox").count() == 0
        assert page.locator(".fs-filters *").count() == 0
    context.close()


def test_scripts_are_light() -> None:
    assets = LOOK / "assets"
    sizes = [len(gzip.compress((assets / f"{name}.js").read_bytes())) for name in ("notes", "filters", "copy")]
    assert sum(sizes) < 5000
    assert sizes[2] < 1500
