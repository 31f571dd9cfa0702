"""Search with Pagefind as a reader uses it: same box, same keys, same look, little loaded, nothing from elsewhere."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from tests.engines.readers import served
from tests.engines.sites import BIN, Built, once, run
from tests.engines.test_accessibility import page_of, violations

pytestmark = [pytest.mark.browser, pytest.mark.engine]

EXAMPLE = Path(__file__).parents[1] / "example"
RESULTS = ".md-search-result__item"
COUNT = ".md-search-result__meta"
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self' "
    "'unsafe-inline'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'"
)
"""What Pagefind needs of a policy is 'wasm-unsafe-eval' and its own host; the rest is the theme's."""
BY_HAND = """# Міст у Ленфорді

Перехрестя біля мосту закрито, `<img src=x onerror="document.title='broken'">` каже рада.
"""
CHANGED = {
    "  - factsheet\n": "  - factsheet:\n      search: pagefind\n",
    "  name: material\n": "  name: material\n  features: [search.highlight]\n",
}
MOST = 300_000


@pytest.fixture(scope="module")
def paged(shared: Path) -> Built:
    """Build the example with Pagefind, below a path, with spellings of a name and a page in another script."""

    def make(out: Path) -> str:
        root = out.parent / "pagefind-project"
        shutil.copytree(EXAMPLE, root)
        actor = root / "facts" / "actors" / "ivo-tamm.yml"
        with actor.open("a", encoding="utf-8") as file:
            file.write("search_names: [Иво Тамм, Eevo]\n")
        (root / "docs" / "by-hand.md").write_text(BY_HAND, encoding="utf-8")
        config = root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        for old, new in CHANGED.items():
            assert old in text
            text = text.replace(old, new)
        config.write_text(text, encoding="utf-8")
        return run(BIN / "mkdocs", "build", "-f", config, "--site-dir", out / "sheet")

    return once(shared, "pagefind", make)


@pytest.fixture(scope="module")
def where(paged: Built) -> Iterator[str]:
    with served(paged.folder) as address:
        yield f"{address}sheet/"


def typed(page: Page, query: str) -> list[str]:
    """Type a query into the empty box; give the pages found, the first first."""
    box = page.locator("input[data-md-component=search-query]")
    box.fill("")
    page.wait_for_function("sel => !document.querySelector(sel)", arg=RESULTS)
    box.press_sequentially(query)
    page.locator(RESULTS).first.wait_for(timeout=10_000)
    page.wait_for_timeout(200)  # the last key's answer may still be on its way
    links: list[str] = page.locator(f"{RESULTS} > a:first-child").evaluate_all("all => all.map(one => one.pathname)")
    return links


def of_search(answers: list[Response]) -> list[Response]:
    """Give what was loaded to search; one small script stands on every page."""
    return [
        one for one in answers
        if re.search(r"/search/|/assets/search", one.url) and not one.url.endswith("search-start.js")
    ]  # fmt: skip


def with_policy(route: Route) -> None:
    """Hand a page on under the policy."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


def test_a_large_site_is_searched_as_a_small_one_is(browser: Browser, where: str) -> None:
    with page_of(browser, 1280) as page:
        said: list[str] = []
        answers: list[Response] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.route(lambda url: url.endswith("/"), with_policy)
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # playwright marks the function
        page.goto(f"{where}claims/", wait_until="networkidle")
        assert of_search(answers) == []

        page.keyboard.press("/")
        page.keyboard.type("council")
        page.locator(RESULTS).first.wait_for(timeout=10_000)
        assert sum(len(answer.body()) for answer in of_search(answers)) < MOST
        assert page.locator(f"{RESULTS} mark").count() > 0
        assert page.locator(COUNT).inner_text().split()[-2:] == ["matching", "documents"]
        assert violations(page) == []
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.md-search-result__item') !== null")
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()

        ivo = "/sheet/actors/ivo-tamm/"
        for query in ("Ivo Tamm", "tamm", "Eevo", "Иво Тамм", "иво"):
            assert typed(page, query)[0] == ivo, query
        assert "Тамм" not in page.locator(".md-search-result").inner_text()
        for query in ("перехрестя", "перехр"):
            assert typed(page, query)[0] == "/sheet/by-hand/", query
        assert "<img src=x" in page.locator(RESULTS).first.inner_text()

        page.locator("input[data-md-component=search-query]").fill("qqqqzzzz")
        page.wait_for_function("sel => /^No /.test(document.querySelector(sel).innerText)", arg=COUNT)
        assert page.locator(RESULTS).count() == 0

        typed(page, "Ivo Tamm")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: ivo in url)
        page.locator("article mark").first.wait_for(timeout=5000)
        assert [one.url for one in answers if not one.url.startswith(where)] == []
        assert page.title() != "broken"
        assert said == []


def test_what_cannot_be_loaded_is_told(browser: Browser, where: str) -> None:
    with page_of(browser, 1280) as page:
        page.route("**/pagefind.js", lambda route: route.abort())
        page.goto(where)
        page.locator("input[data-md-component=search-query]").press_sequentially("council")
        page.wait_for_function("sel => /could not be loaded/.test(document.querySelector(sel).innerText)", arg=COUNT)


def test_the_index_of_the_theme_is_empty(paged: Built) -> None:
    index = json.loads((paged.folder / "sheet" / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []
    assert index["config"]["lang"] == ["en"]
    assert (paged.folder / "sheet" / "search" / "pagefind" / "pagefind.js").is_file()
    assert not list((paged.folder / "sheet" / "search" / "pagefind").glob("*ui*"))
