"""The Content-Security-Policy: every page has one it meets; who uses all of the site hears no complaint."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.engines.readers import one_of_each_kind
from tests.engines.sites import Built

pytestmark = [pytest.mark.browser, pytest.mark.engine]

NOTED = """addEventListener("securitypolicyviolation", event =>
  console.error(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""
SITES = ["site", "guide", "zensical", "proper"]
ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcdoc")


class Policed(HTMLParser):
    """Read a page for what its policy must allow: every script in it, and all that no policy of ours allows."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.policy: dict[str, list[str]] = {}
        self.before: list[str] = []
        self.scripts: list[str] = []
        self.unfit: list[str] = []
        self._in_script = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "content-security-policy":
            assert not self.policy, "two policies"
            parts = [part.split() for part in (given["content"] or "").split(";")]
            self.policy = {name: sources for name, *sources in parts}
        elif not self.policy:
            self.before.append(tag)
        self.unfit += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        self.unfit += [f"<{tag} {name}={given[name]}>" for name in ADDRESSES if _runs(given.get(name))]
        if tag == "style" or (tag == "base" and "href" in given):
            self.unfit.append(f"<{tag}>")
        if tag == "script" and "src" not in given and "json" not in (given.get("type") or ""):
            self._in_script = True
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False


def _runs(address: str | None) -> bool:
    return re.sub(r"[\x00-\x20]", "", address or "").lower().startswith(("javascript:", "vbscript:", "data:text"))


def faults(html: str, *, embed: bool) -> list[str]:
    """Say what of a page does not fit its policy."""
    page = Policed(html)
    allowed = page.policy.get("script-src", [])
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in page.scripts]
    found = [*page.unfit, *(f"{text[:30]} is not allowed" for text, one in zip(page.scripts, hashes, strict=True)
                            if one not in allowed)]  # fmt: skip
    first = ["html", "head", "meta", "meta"] if embed else ["html", "head", "meta"]
    if page.before != first:
        found.append(f"the policy comes after {page.before}")
    if page.policy.get("default-src") != ["'none'"] or page.policy.get("base-uri") != ["'none'"]:
        found.append("all is allowed that is not named")
    found += [f"allows {source}" for sources in page.policy.values() for source in sources if "unsafe" in source]
    found += [f"allows {source}, which no script of the page has" for source in allowed
              if source not in {"'self'", "file:"} and source not in hashes]  # fmt: skip
    return found


@pytest.mark.parametrize("name", SITES)
def test_every_page_meets_its_policy(name: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(name).folder
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    assert len(pages) > (300 if name == "site" else 5)
    assert (folder / "404.html") in pages
    wrong = {str(path): found for path, html in pages.items() if (found := faults(html, embed="/embed/" in str(path)))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<meta http-equiv", "<script>1</script><meta http-equiv", "1 is not allowed"),
        ("</body>", '<p style="color: red">x</p></body>', "<p style>"),
        ("</body>", '<a href=" java\nscript:x()">x</a></body>', "<a href= java\nscript:x()>"),
        ("</body>", "<img onerror=x></body>", "<img onerror>"),
        ("script-src", "script-src 'unsafe-inline'", "allows 'unsafe-inline'"),
        ("default-src 'none'", "img-src 'none'", "all is allowed that is not named"),
        ('"Content-Security-Policy"', '"Another"', "all is allowed that is not named"),
    ],
)
def test_this_look_at_a_page_can_fail(site: Built, old: str, new: str, says: str) -> None:
    html = site.pages()["index.html"]
    assert faults(html, embed=False) == []
    assert old in html
    assert says in faults(html.replace(old, new, 1), embed=False)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a reader's window in which nothing may be complained of, and no other host asked."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(8000)
    context.add_init_script(NOTED)
    said: list[str] = []
    context.on("console", lambda message: said.append(f"{message.page.url if message.page else ''}: {message.text}"))
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield context
    context.close()
    assert said == []


def test_a_reader_uses_the_whole_site(reader: BrowserContext, address: str, site: Built) -> None:
    page = reader.new_page()
    for name in [*one_of_each_kind(site), "404.html"]:
        page.goto(address + name, wait_until="load")
        assert page.evaluate("document.querySelector('meta[http-equiv]').httpEquiv") == "Content-Security-Policy"
    searches(page)
    changes_colours(page)
    claim = next(name.removesuffix("index.html") for name, html in site.pages().items()
                 if name.startswith("claims/") and 'class="fs-copy"' in html and "footnote-ref" in html)  # fmt: skip
    page.goto(address + claim)
    reads_a_note_and_copies(page)
    for name in ("claims/", "who-says-what/", "timeline/"):
        page.goto(address + name)
        filters(page)
    page.goto(f"{address}{claim}embed/")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") != ""
    page.close()


def searches(page: Page) -> None:
    """Search on the page for what is not there, press Enter, open what is found."""
    box = page.locator("input[data-md-component=search-query]")
    box.click()
    box.press_sequentially("bodies")
    result = page.locator(".md-search-result__item a").first
    result.wait_for()
    box.press("Enter")
    page.wait_for_url("**/*h=*")
    page.locator("mark").first.wait_for()


def changes_colours(page: Page) -> None:
    """Press the button for colours once round."""
    before = page.evaluate("document.body.dataset.mdColorScheme")
    seen = set()
    for _ in range(4):
        page.locator("label[for^=__palette]:visible").click()
        seen.add(page.evaluate("document.body.dataset.mdColorScheme"))
    assert len(seen) == 3
    assert page.evaluate("document.body.dataset.mdColorScheme") == before


def reads_a_note_and_copies(page: Page) -> None:
    """Look at a note, copy a citation and a link, press a way back."""
    page.locator("a.footnote-ref").first.hover()
    note = page.locator(".fs-note")
    note.wait_for(state="visible")
    assert note.bounding_box()
    page.locator("a.footnote-ref").first.click()
    page.keyboard.press("Escape")
    page.locator("details.fs-cite > summary").click()
    page.locator(".fs-copy + button").first.click()
    expect(page.locator(".fs-said")).to_contain_text("Copied")
    page.locator("a.footnote-backref").first.click()


def filters(page: Page) -> None:
    """Type into the first field of the filters, press Enter, choose from the first list."""
    before = page.locator(".fs-count").inner_text()
    chosen = page.locator("form select, .fs-filters select").first
    chosen.select_option(index=1)
    expect(page.locator(".fs-count")).not_to_have_text(before)
    for field in page.locator(".fs-filters input[type=search], .fs-filters input[type=text]").all():
        field.fill("a")
        field.press("Enter")
