"""Measure four pages of the built site with Lighthouse, as a phone and as a desktop loads them, over gzip.

Run by `make lighthouse`; not a part of the tests: other work on the machine makes the performance score swing.
Needs chromium, node and npm. May import the standard library. Must never change the site.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PLACE = ROOT / ".lighthouse"
VERSION = "12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS = {"mobile": 5, "desktop": 1}
"""How often each page is loaded in each form; the median run counts."""
LEAST = {"mobile": {"performance": 95}, "desktop": {"performance": 100}}
"""The least score of a form where it is not 100."""
HOME_BUDGET = 90_000
"""Bytes of home's first view, as they travel."""
TYPES = ("Document", "Stylesheet", "Script", "Font", "Image", "Fetch", "XHR", "Other")
ZIPPED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".map")
BROWSER = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@dataclass(frozen=True)
class Run:
    """One load of a page: scores in per cent, bytes by type of request, and audits that found something."""

    scores: Mapping[str, int]
    weights: Mapping[str, int]
    found: Sequence[str]

    @property
    def weight(self) -> int:
        """Give the bytes that travelled."""
        return sum(self.weights.values())


class Zipping(SimpleHTTPRequestHandler):
    """Serve files as public hosts do: text over gzip, kept for ten minutes, nothing written to the terminal."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file; for a folder its index.html; for anything else the page for lost addresses."""
        place = Path(self.translate_path(self.path))
        place = place / "index.html" if place.is_dir() else place
        found = place.is_file()
        place = place if found else Path(self.directory) / "404.html"
        content = place.read_bytes()
        zipped = place.suffix in ZIPPED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = gzip.compress(content, 6, mtime=0) if zipped else content
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(place))}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site on this machine; give its address, which ends in a slash."""
    handler = functools.partial(Zipping, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def installed() -> Path:
    """Give the Lighthouse program, installed into a folder of its own where it is not there yet."""
    program = PLACE / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        PLACE.mkdir(exist_ok=True)
        print(f"installing lighthouse {VERSION} into {PLACE.name}/", file=sys.stderr)
        command = ["npm", "install", "--prefix", str(PLACE), "--no-audit", "--no-fund", f"lighthouse@{VERSION}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own words
    return program


def pages(site: Path) -> dict[str, str]:
    """Give the pages to measure by their name: home, timeline, matrix and the claim with the longest page."""
    claims = sorted((site / "claims").glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
    if not claims:
        raise SystemExit(f'there is no built site in "{site}"; run make site first')
    return {
        "home": "", "timeline": "timeline/", "who says what": "who-says-what/",
        "a claim": claims[-1].parent.relative_to(site).as_posix() + "/",
    }  # fmt: skip


def measured(program: Path, address: str, *, form: str) -> Run:
    """Load a page once in one form."""
    command = [
        str(program), address, "--quiet", "--output=json", f"--chrome-flags={BROWSER}",
        f"--only-categories={','.join(CATEGORIES)}", *(["--preset=desktop"] if form == "desktop" else []),
    ]  # fmt: skip
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "/usr/bin/chromium"
    environment = {"CHROME_PATH": chromium, **os.environ}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=180)  # noqa: S603
    return read(json.loads(done.stdout))


def read(report: Mapping[str, Any]) -> Run:
    """Read one report: category scores, network requests, and audits outside performance that are not passed."""
    audits = report["audits"]
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    weights: dict[str, int] = {}
    for request in audits["network-requests"]["details"]["items"]:
        kind = request.get("resourceType") or "Other"
        weights[kind] = weights.get(kind, 0) + int(request.get("transferSize") or 0)
    counted = {
        item["id"] for name in CATEGORIES[1:] for item in report["categories"][name]["auditRefs"] if item["weight"]
    }
    found = [f"{id_}: {audits[id_]['title']}" for id_ in sorted(counted) if audits[id_]["score"] not in (1, None)]
    return Run(scores, weights, found)


def middle(runs: Sequence[Run]) -> Run:
    """Give the medians of scores; weights and findings are the first run's."""
    scores = {name: int(statistics.median_low([run.scores[name] for run in runs])) for name in CATEGORIES}
    return Run(scores, runs[0].weights, runs[0].found)


def shortfalls(name: str, form: str, run: Run) -> list[str]:
    """Say what is below what is wanted."""
    wanted = {**dict.fromkeys(CATEGORIES, 100), **LEAST[form]}
    low = [
        f"{name}, {form}: {category} is {run.scores[category]}, {least} is wanted"
        for category, least in wanted.items()
        if run.scores[category] < least
    ]
    if name == "home" and run.weight > HOME_BUDGET:
        low.append(f"home, {form}: the first view weighs {run.weight:,} bytes, at most {HOME_BUDGET:,} are wanted")
    return [*low, *(f"{name}, {form}: {found}" for found in run.found)]


def row(name: str, form: str, runs: Sequence[Run]) -> str:
    """Write one line of the table; performance with all runs, for it swings."""
    run = middle(runs)
    all_runs = "/".join(str(one.scores["performance"]) for one in runs)
    scores = "  ".join(f"{run.scores[category]:>3}" for category in CATEGORIES)
    weights = ", ".join(f"{kind} {run.weights[kind]:,}" for kind in TYPES if run.weights.get(kind))
    return f"{name:<14}{form:<9}{scores}  {run.weight:>8,}  {weights}  (performance: {all_runs})"


def main() -> None:
    """Measure, print the table, and leave with 1 where a figure is below what is wanted."""
    parser = argparse.ArgumentParser(description="Measure four pages of the built site with Lighthouse.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the built site (default: site)")
    parser.add_argument("--runs", type=int, default=FORMS["mobile"], help="loads of each page on mobile (default: 5)")
    chosen = parser.parse_args()
    site = chosen.site.resolve()
    places, program, low = pages(site), installed(), []
    print(f"{'page':<14}{'as':<9}per  acc  bst  seo     bytes  by type")
    with served(site) as address:
        for form, times in {**FORMS, "mobile": chosen.runs}.items():
            for name, path in places.items():
                runs = [measured(program, address + path, form=form) for _ in range(times)]
                print(row(name, form, runs), flush=True)
                low.extend(shortfalls(name, form, middle(runs)))
    print("\n".join(low) or "nothing below what is wanted")
    raise SystemExit(1 if low else 0)


if __name__ == "__main__":
    main()
