"""Measure the search of built sites in chromium: from the first key of a query to the first result, and the bytes.

`python -m tools.searching SITE... --query WORDS`; other work on the machine makes the times swing, so measure sites
side by side. Each run opens a window that has loaded nothing before. May import playwright, the server of `lighthouse`
and the standard library. Must never change a site.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.lighthouse import served

RUNS = 5
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WATCH = """() => {
  const list = document.querySelector(".md-search-result__list");
  window.begun = 0;
  addEventListener("keydown", event => { if (event.key !== "/") window.begun ||= performance.now(); }, true);
  new MutationObserver(() => {
    if (!window.took && list.querySelector(".md-search-result__item")) window.took = performance.now() - window.begun;
  }).observe(list, { childList: true, subtree: true });
}"""
"""Notes when the first letter is typed and when the first result stands in the list."""


@dataclass(frozen=True)
class Searched:
    """One search: milliseconds to the first result, bytes that travelled for it, and how many results the box tells."""

    took: float
    weight: int
    told: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sites and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sites", nargs="+", type=Path, help="folders of built sites")
    parser.add_argument("--query", required=True, help="what is typed")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often; the median counts")
    given = parser.parse_args(arguments)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for site in given.sites:
            with served(site) as address:
                runs = [search(browser, address, given.query) for _ in range(given.runs)]
            took = statistics.median(one.took for one in runs)
            weight = statistics.median(one.weight for one in runs)
            print(f"{site}: {took / 1000:.2f} s to the first result, {weight / 1e6:.2f} MB; {runs[0].told}")
        browser.close()
    return 0


def search(browser: Browser, address: str, query: str) -> Searched:
    """Open the page of all claims in a new window and type the query without a pause between its keys."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}claims/", wait_until="networkidle")
    weights: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_function("() => window.took", timeout=120_000)
    page.wait_for_timeout(1000)  # what is still on its way counts as well
    told = page.locator(".md-search-result__meta").inner_text()
    result = Searched(page.evaluate("window.took"), sum(weights), told)
    context.close()
    return result


if __name__ == "__main__":
    sys.exit(main())
