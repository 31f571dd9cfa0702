"""A claim in a frame on another site: it shows, fits its height, and tells neither site who reads."""

from __future__ import annotations

import contextlib
import functools
import json
import re
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.writing.embedding import snippet
from tests.engines.readers import Silent, served
from tests.engines.sites import Built
from tests.engines.test_accessibility import Scheme, page_of, violations
from tests.engines.test_sharing import Told

pytestmark = [pytest.mark.browser, pytest.mark.engine]

Seen = list[tuple[str, dict[str, str]]]


@contextlib.contextmanager
def watched(folder: Path, seen: Seen) -> Iterator[str]:
    """Serve a folder from an address of its own, and note what each request says of who asks."""

    class Noting(Silent):
        def do_GET(self) -> None:
            seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            super().do_GET()

        def end_headers(self) -> None:
            self.send_header("Set-Cookie", "known=1; SameSite=Lax")  # a host that would like to know readers again
            super().end_headers()

    handler = functools.partial(Noting, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.2", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.2:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def another_site(folder: Path, lines: str) -> Iterator[str]:
    """Serve a page of another site that shows the lines."""
    folder.mkdir()
    head = "<!doctype html><html lang='en'><title>A newspaper</title><link rel='icon' href='data:,'>"
    html = f"{head}<p>Before</p>{lines}<p>After</p></html>"
    (folder / "index.html").write_text(html, encoding="utf-8")
    with served(folder) as where:
        yield where


def listen(page: Page) -> list[str]:
    """Note everything the browser complains of."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def fits(page: Page) -> None:
    """Wait until the frame is as high as what it shows, to the pixel."""
    inner = page.frames[1]
    inner.wait_for_selector("h1")
    page.wait_for_function(
        "high => document.querySelector('iframe').clientHeight === high",
        arg=inner.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)"),
    )


def test_a_frame_on_another_site_shows_the_claim_and_fits_it(
    browser: Browser, revised_site: Built, tmp_path: Path
) -> None:
    seen: Seen = []
    with watched(revised_site.folder, seen) as home:
        lines = snippet(f"{home}claims/first-crossing/embed/", title='The "first" crossing')
        with another_site(tmp_path / "paper", lines) as paper, page_of(browser, 1000) as page:
            assert urlsplit(home).hostname != urlsplit(paper).hostname
            said = listen(page)
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(paper)
            inner = page.frame_locator("iframe")
            assert inner.locator("h1").inner_text().startswith("The ferry at Mill Lane made its first crossing")
            words = inner.locator("main").inner_text()
            for part in (
                "Reported, not attributed",
                "Source bulletin",
                "with 40 people on board",
                "What this rests on: ",
            ):
                assert part.casefold() in words.casefold()
            fits(page)
            wide = page.locator("iframe").bounding_box()
            page.set_viewport_size({"width": 320, "height": 800})
            fits(page)
            narrow = page.locator("iframe").bounding_box()
            assert wide
            assert narrow
            assert narrow["height"] > wide["height"]  # it grows as lines break
            page.set_viewport_size({"width": 1000, "height": 800})
            fits(page)
            assert page.locator("iframe").bounding_box() == wide  # and shrinks again
            assert said == []
            assert {urlsplit(url).netloc for url in asked} == {urlsplit(home).netloc, urlsplit(paper).netloc}
            page.reload()
            fits(page)
    # The site learns that somebody asked for the claim: not from where, and not who, though it set a cookie.
    assert {path for path, _ in seen} == {"/claims/first-crossing/embed/", "/assets/embed.css", "/assets/embed.js"}
    for path, headers in seen:
        assert "cookie" not in headers, path
        assert urlsplit(paper).netloc not in "".join(headers.values()), path


def test_the_frame_keeps_nothing_and_cannot_reach_the_page_around_it(
    browser: Browser, revised_site: Built, tmp_path: Path
) -> None:
    with served(revised_site.folder) as home:
        lines = snippet(f"{home}claims/first-crossing/embed/", title="A claim")
        with another_site(tmp_path / "paper", lines) as paper, page_of(browser, 1000) as page:
            page.add_init_script("addEventListener('message', event => (window.told ??= []).push(event.data))")
            page.goto(paper)
            fits(page)
            told = page.evaluate("window.told")
            assert told
            assert all(list(one) == ["factsheet"] and isinstance(one["factsheet"], int) for one in told)
            inner = page.frames[1]
            for forbidden in ("localStorage.length", "document.cookie", "parent.document.title"):
                with pytest.raises(Exception, match=r"SecurityError|Blocked|denied"):
                    inner.evaluate(forbidden)
            assert page.context.cookies() == []


def test_a_frame_of_another_page_does_not_set_the_height(browser: Browser, revised_site: Built, tmp_path: Path) -> None:
    with served(revised_site.folder) as home:
        other = "<iframe id='other' srcdoc=\"<script>parent.postMessage({factsheet: 9000}, '*')</script>\"></iframe>"
        lines = snippet(f"{home}claims/first-crossing/embed/", title="A claim") + other
        with another_site(tmp_path / "paper", lines) as paper, page_of(browser, 1000) as page:
            page.goto(paper)
            fits(page)
            box = page.locator("iframe[data-factsheet]").bounding_box()
            assert box
            assert box["height"] < 2000
            assert page.locator("#other").get_attribute("height") is None


@pytest.mark.parametrize(
    ("name", "shown", "absent"),
    [
        ("bridge-shut", "It said five days. It says six days, as the bulletin does.", "Withheld"),
        ("bridge-closed", "It said five days.", "Withheld"),  # the id it had before
        ("nobody-told", "Withheld: it could put people at risk.", "Status"),
        ("closure-weeks", "Withheld: there is a legal reason.", "twelve weeks"),
        ("people-on-board", "with 40 people", "Withheld"),
    ],
)
def test_every_id_has_its_small_page(browser: Browser, revised_site: Built, name: str, shown: str, absent: str) -> None:
    with served(revised_site.folder) as home, page_of(browser, 600) as page:
        said = listen(page)
        page.goto(f"{home}claims/{name}/embed/")
        words = page.locator("main").inner_text()
        assert shown in words
        assert absent not in words
        links = page.locator("a").evaluate_all("all => all.map(one => one.href)")
        assert links
        for link in links:
            assert page.request.get(link).ok, link
        assert said == []


@pytest.mark.parametrize(("width", "scheme"), [(800, "light"), (360, "dark")])
def test_axe_finds_nothing_in_small_pages(browser: Browser, revised_site: Built, width: int, scheme: Scheme) -> None:
    found = []
    with served(revised_site.folder) as home, page_of(browser, width, scheme) as page:
        for name in ("bridge-shut", "nobody-told", "closure-weeks"):
            page.goto(f"{home}claims/{name}/embed/")
            assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
            found += violations(page, scheme, whole=True)
    assert found == []


def test_every_claims_page_leads_to_its_description(revised_site: Built) -> None:
    pages = revised_site.pages()
    claims = [name for name in pages if re.fullmatch(r"claims/[^/]+/index\.html", name)]
    described = 0
    for name in claims:
        links = Told(pages[name]).link.get("alternate", [])
        paths = [link for link in links if link.endswith("oembed.json")]
        assert len(paths) <= 1
        for link in paths:
            told = json.loads((revised_site.folder / link.removeprefix("https://a.example/sheet/")).read_text("utf-8"))
            assert (told["version"], told["type"]) == ("1.0", "rich")
            assert {"html", "width", "height", "title", "author_name", "provider_name"} <= told.keys()
            assert f'src="https://a.example/sheet/{name.removesuffix("index.html")}embed/"' in told["html"]
            described += 1
    assert described == len(list(revised_site.folder.glob("claims/*/claim.json"))) > 5
