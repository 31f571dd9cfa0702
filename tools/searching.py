"""Measure the search of built sites in chromium: from a query to the first result, and the bytes loaded for it.

`python -m tools.searching SITE... --query WORDS`. Each run opens a window that has loaded nothing before, and puts the
whole query into the box as it opens it. Other work on the machine makes the times swing: measure sites side by side,
and look at what the processor took as well, of all of chromium's processes (Linux tells it).
May import playwright, the server of `lighthouse` and the standard library. Must never change a site.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.lighthouse import served

RUNS = 5
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
BOX = "input[data-md-component=search-query]"
WATCH = """() => {
  const list = document.querySelector(".md-search-result__list");
  document.querySelector("input[data-md-component=search-query]")
    .addEventListener("focus", () => { window.begun ||= performance.now(); });
  new MutationObserver(() => {
    if (list.querySelector(".md-search-result__item")) window.took ||= performance.now() - window.begun;
  }).observe(list, { childList: true, subtree: true });
}"""
"""Notes when the box is opened and when the first result stands in the list."""


@dataclass(frozen=True)
class Searched:
    """One search: seconds to the first result, by the clock and of the processor, bytes for it, and what the box tells.
    """

    took: float
    cpu: float
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
            took, cpu, weight = (
                statistics.median(figures)
                for figures in zip(*((one.took, one.cpu, one.weight) for one in runs), strict=True)
            )
            print(f"{site}: {took:.2f} s to the first result (CPU {cpu:.2f} s), {weight / 1e6:.2f} MB; {runs[0].told}")
        browser.close()
    return 0


def search(browser: Browser, address: str, query: str) -> Searched:
    """Open the page of all claims in a new window, and the box with the query in it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}claims/", wait_until="networkidle")
    weights: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.evaluate(WATCH)
    page.wait_for_timeout(1000)  # the window has nothing else to do
    before = cpu_of_children()
    page.locator(BOX).focus()
    page.keyboard.insert_text(query)
    page.wait_for_function("() => window.took", timeout=120_000)
    cpu = cpu_of_children() - before
    page.wait_for_timeout(1000)  # what is still on its way counts as well
    told = page.locator(".md-search-result__meta").inner_text()
    result = Searched(page.evaluate("window.took") / 1000, cpu, sum(weights), told)
    context.close()
    return result


def cpu_of_children() -> float:
    """Give the seconds of the processor that all programs have taken that this one started, and those they started."""
    stats = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            stats[int(path.parent.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    ours = {os.getpid()}
    while more := {pid for pid, (parent, _) in stats.items() if parent in ours} - ours:
        ours |= more
    ticks = sum(stats[pid][1] for pid in ours - {os.getpid()} if pid in stats)
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
