"""The search box as a reader uses it: the right page first, nothing loaded before, no search spelling shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route

from tests.engines.readers import served
from tests.engines.sites import ROOT, Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

FIRST = (
    ("Zelensky", "actors/volodymyr-zelenskyy/"),
    ("Zelenskyy", "actors/volodymyr-zelenskyy/"),
    ("Zelenskiy", "actors/volodymyr-zelenskyy/"),
    ("Зеленський", "actors/volodymyr-zelenskyy/"),
    ("зеленс", "actors/volodymyr-zelenskyy/"),
    ("Zelenskky", "actors/volodymyr-zelenskyy/"),
    ("Мединский", "actors/vladimir-medinsky/"),
    ("Kremlin", "actors/kremlin/"),
    ("Suspilne", "actors/suspline/"),
    ("1200", "claims/prisoners-at-least-1200/"),
    ("1,200", "claims/prisoners-at-least-1200/"),
    ("1 200", "claims/prisoners-at-least-1200/"),
    ("twelve hundred", "claims/prisoners-at-least-1200/"),
    ("1000", "claims/prisoners-over-1000/"),
    ("6000", "claims/bodies-6000/"),
    ("six thousand", "claims/bodies-6000/"),
    ("640", "events/list-of-640/"),
    ("Istanbul", "agreements/istanbul-agreement/"),
    ("Стамбул", "agreements/istanbul-agreement/"),
    ("istambul", "agreements/istanbul-agreement/"),
    ("Vilnius", "background/vilnius-summit/"),
    ("Маріуполь", "claims/defenders-of-mariupol/"),
    ("who delayed", "claims/kremlin-ukraine-delayed/"),
    ("disputed between parties", "claims/kremlin-ukraine-delayed/"),
    ("how many prisoners per side", "questions/prisoners-per-side/"),
    ("did the exchange happen", ""),
    ("June 9", "events/exchange-of-9-june/"),
    ("bodies", "disputes/collecting-bodies/"),
    ("timeline", "timeline/"),
    ("S3", "sources/s3/"),
    ("kremlin-ukraine-delayed", "claims/kremlin-ukraine-delayed/"),
)
"""What somebody types, and the page that must come first."""

OF_SEARCH = re.compile(r"workers/search|search_index\.json|assets/search\.js|assets/search-words\.js")
TEXTS = (".html", ".json", ".jsonld", ".js", ".xml", ".txt", ".csv", ".svg", ".bib", ".ris", ".md")
RESULTS = ".md-search-result__item"


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """Open one page to search from."""
    page = browser.new_page()
    page.goto(f"{address}timeline/")
    yield page
    page.close()


def search(page: Page, query: str) -> None:
    """Empty the box, wait until nothing is found, and put the query in, as pasting does."""
    box = page.locator("input[data-md-component=search-query]")
    box.fill("")
    page.wait_for_function("sel => !document.querySelector(sel)", arg=RESULTS)
    box.fill(query)
    page.locator(RESULTS).first.wait_for(timeout=5000)


def found(page: Page, address: str) -> list[str]:
    """Give the pages found, the first first, as paths on the site."""
    links = page.locator(f"{RESULTS} > a:first-child").evaluate_all("all => all.map(one => one.href)")
    return [link.removeprefix(address).split("?")[0] for link in links]


def test_each_query_finds_the_right_page_first(reader: Page, address: str) -> None:
    first = {}
    for query, _ in FIRST:
        search(reader, query)
        first[query] = found(reader, address)[0]
    assert first == dict(FIRST)


def test_results_say_what_kind_of_page_they_are_and_who_states_it(reader: Page) -> None:
    search(reader, "who delayed")
    best = reader.locator(RESULTS).first
    assert best.locator(".fs-found").inner_text() == "Claim, disputed between parties"
    assert "Stated by Kremlin" in best.inner_text()
    assert "Status Rule" not in best.inner_text()
    assert best.locator("nav").count() == 0
    for query, kind in (("Kremlin", "Actor"), ("S3", "Source"), ("Vilnius", "Background"), ("timeline", "Timeline")):
        search(reader, query)
        assert reader.locator(".fs-found").first.inner_text() == kind


def test_a_number_is_marked_as_the_source_has_it(reader: Page) -> None:
    search(reader, "1200")
    assert "1,200" in reader.locator(f"{RESULTS} mark").all_inner_texts()


def test_a_spelling_for_search_alone_is_not_shown_among_the_results(reader: Page) -> None:
    search(reader, "Зеленський")
    assert "Зеленськ" not in reader.locator(".md-search-result").inner_text()


def test_nothing_of_search_is_loaded_until_somebody_searches(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if OF_SEARCH.search(url)] == []
    page.keyboard.press("/")
    page.keyboard.type("umerov")
    page.locator(RESULTS).first.wait_for(timeout=5000)
    loaded = sorted({url.removeprefix(address) for url in asked if OF_SEARCH.search(url)})
    assert loaded == ["assets/search-words.js", "assets/search.js", "search/search_index.json"]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("actors/rustem-umerov/"))
    page.locator("article mark").first.wait_for(timeout=5000)
    page.close()


def test_what_is_typed_while_search_is_loading_is_not_lost(browser: Browser, address: str) -> None:
    page = browser.new_page()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile(r"search\.js|search_index\.json"), hold)
    page.goto(address)
    page.locator("input[data-md-component=search-query]").focus()
    page.keyboard.type("umerov")
    for _ in range(100):
        if len(waiting) == 2:
            break
        page.wait_for_timeout(50)
    assert len(waiting) == 2
    assert page.locator(RESULTS).count() == 0
    for route in waiting:
        route.continue_()
    page.locator(RESULTS).first.wait_for(timeout=5000)
    assert found(page, address)[0] == "actors/rustem-umerov/"
    page.close()


def test_a_search_in_the_address_is_carried_out(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}?q=1200")
    page.locator(RESULTS).first.wait_for(timeout=5000)
    assert found(page, address)[0] == "claims/prisoners-at-least-1200/"
    page.close()


def test_search_spellings_stand_nowhere_but_in_their_own_file(site: Built) -> None:
    spellings = set()
    for path in sorted((ROOT / "facts" / "actors").glob("*.yml")):
        spellings |= set(yaml.safe_load(path.read_text(encoding="utf-8")).get("search_names", ()))
    for word in yaml.safe_load((ROOT / "facts" / "dossier.yml").read_text(encoding="utf-8")).get("search_words", ()):
        spellings |= {spelling for spelling in word["also"] if not spelling.isascii()}
    assert len(spellings) > 20
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(spellings)))})\b")
    files = {name: content.decode("utf-8") for name, content in site.files().items() if name.endswith(TEXTS)}
    words = files.pop("assets/search-words.js")
    assert [spelling for spelling in spellings if f'"{spelling}"' not in words] == []
    shown = {name: sorted(set(pattern.findall(text))) for name, text in files.items() if "/javascripts/" not in name}
    assert {name: hits for name, hits in shown.items() if hits} == {}


def test_another_search_box_is_left_alone_and_knows_the_status(browser: Browser, zensical: Built) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(zensical.folder) as where:
        page.goto(where, wait_until="networkidle")
        assert page.locator("script[src*=search-start]").count() == 1
        assert "native code" in page.evaluate("Worker.toString()")
        page.locator(".md-search__button").click()
        page.get_by_role("combobox").press_sequentially("belarus care")
        page.get_by_role("dialog").get_by_text("stated by one party").first.wait_for()
        assert said == []
        page.close()
