"""Pages of earlier builds, kept on this machine, so that a build makes only those pages anew that have changed.

A page is found by the SHA-256 of all that it is made from: its view, its template, the configuration, this package, the
look, the navigation, the versions of the libraries. What is kept is JSON in the user's own folder for such things,
which nobody reaches who only contributes to a repository. What does not fit is left alone; what no build uses goes.
May import `site`, pages, whole files and mkdocs. Must never know a rule, nor look at a clock.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.live.fitting import fits
from generator.output.whole_files import write_whole
from generator.writing.pages import Planned
from generator.writing.views import View

_PACKAGE = Path(__file__).parents[1]
_DIGITS = 12
_APART = frozenset({"exclude_docs", "draft_docs", "not_in_nav", "site_dir", "theme", "plugins", "hooks"})
"""Parts of a configuration that say which pages there are, or where; and those that are told by what they hold."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A page as it was built: its HTML, what search knows of it, its front matter, its anchors and links."""

    html: str
    entries: list[dict[str, Any]]
    meta: dict[str, Any]
    anchors: list[str]
    links: dict[str, dict[str, str]]
    """Links to anchors, by the path of the page they lead to."""
    targets: list[str]
    """Paths of the files that it links to."""


class Warm:
    """Pages that earlier builds have kept in a folder; raises OSError where nothing can be kept there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.held = self._held()
        """Stands on kept pages in the place of the version, so that they stay the same when only that changes."""
        self._made_with = b""
        self._digests: dict[str, str] = {}
        self._found: dict[str, Stored] = {}
        self._recorded: dict[str, Recorded] = {}
        self._used: set[str] = set()
        self._new: list[dict[str, Any]] = []
        self._seen = 0

    def begin(self, config: MkDocsConfig, *, used: bytes) -> None:
        """Begin a build; `used` are further things that every page is made with."""
        self._digests, self._found, self._recorded, self._used = {}, {}, {}, set()
        self._new, self._seen = [], 0
        self._made_with = b"\0".join((_environment(config), used))

    def look_up(self, planned: Planned, view: View) -> bool:
        """Find a page by its view; tell whether it is there."""
        digest = hashlib.sha256(self._made_with)
        for part in (planned.uri, planned.template, planned.origin):
            digest.update(f"{part}\0".encode())
        digest.update(octets(view))
        self._digests[planned.uri] = digest.hexdigest()
        found = self._read(self._digests[planned.uri])
        if found is not None:
            self._found[planned.uri] = found
        return found is not None

    def lead(self, pages: Iterable[Page], files: Files) -> None:
        """Let MkDocs take what was found in the place of reading and rendering."""
        for page in pages:
            uri = page.file.src_uri
            if uri in self._found:
                _take_over(page, self._found[uri], files)
            elif uri in self._digests:
                self._recorded[uri] = Recorded(files)
                _record(page, self._recorded[uri])

    def lost(self, files: Files) -> Iterator[str]:
        """Give up, and name, pages that link to what is no longer there: MkDocs must say so."""
        for uri, found in list(self._found.items()):
            if any(files.get_file_from_path(target) is None for target in (*found.targets, *found.links)):
                del self._found[uri]
                yield uri

    def found(self, uri: str) -> Stored | None:
        """Give a page that was found."""
        return self._found.get(uri)

    def note(self, uri: str, entries: list[dict[str, Any]]) -> None:
        """Put into the entries of the search what is known of a page; take note of those of another."""
        if (found := self._found.get(uri)) is not None:
            entries += found.entries
        self._new, self._seen = entries[self._seen :], len(entries)

    def keep(self, page: Page, html: str) -> None:
        """Keep a page that was made anew, unless something was said of its links."""
        uri = page.file.src_uri
        recorded, digest = self._recorded.get(uri), self._digests.get(uri)
        if recorded is None or digest is None or recorded.missed:
            return
        links = {file.src_uri: dict(found) for file, found in (page.links_to_anchors or {}).items()}
        stored = Stored(
            html=html,
            entries=self._new,
            meta=dict(page.meta),
            anchors=sorted(page.present_anchor_ids or ()),
            links=links,
            targets=sorted(recorded.hit),
        )
        text = json.dumps(asdict(stored), ensure_ascii=False, separators=(",", ":"), default=repr)
        if json.loads(text)["meta"] == stored.meta:
            with suppress(OSError):  # a full disk: the page is made anew the next time
                write_whole(self._place(digest), text.encode())
            self._used.add(digest)

    def end(self) -> None:
        """Remove what this build has not used."""
        for path in self._folder.glob("??/*.json"):
            if path.stem not in self._used:
                path.unlink(missing_ok=True)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.json"

    def _read(self, digest: str) -> Stored | None:
        try:
            stored = Stored(**json.loads(self._place(digest).read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        self._used.add(digest)
        return stored

    def _held(self) -> str:
        place = self._folder / "held"
        if place.is_file() and len(held := place.read_text(encoding="utf-8").strip()) == _DIGITS:
            return held
        held = secrets.token_hex(_DIGITS // 2)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, held.encode())
        return held


class Recorded(Files):
    """Files that take note of which of them a page links to, and whether it looked for one that is not there."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._src_uris = files._src_uris  # the same, not a copy: there are many
        self.hit: set[str] = set()
        self.missed = False

    def get_file_from_path(self, path: str) -> File | None:
        """Give a file by its path."""
        file = super().get_file_from_path(path)
        if file is None:
            self.missed = True
        else:
            self.hit.add(file.src_uri)
        return file


class Frames:
    """The templates of the theme, which give a page that was found as it was."""

    def __init__(self, env: Any, warm: Warm) -> None:
        self._env = env
        self._warm = warm

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)

    def get_template(self, name: str, *more: Any, **named: Any) -> Any:
        """Give a template."""
        return _Frame(self._env.get_template(name, *more, **named), self._warm)


class _Frame:
    def __init__(self, template: Any, warm: Warm) -> None:
        self._template = template
        self._warm = warm

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)

    def render(self, context: Any) -> str:
        page = context.get("page")
        found = self._warm.found(page.file.src_uri) if page is not None else None
        return found.html if found is not None else str(self._template.render(context))


def octets(view: object) -> bytes:
    """Give bytes that differ for values that differ, and only for these; nobody reads them again."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.fast = True  # else it matters which equal parts are one object
    pickler.dump(view)
    return written.getvalue()


def unfit(config: MkDocsConfig) -> str:
    """Say why no page of a site can be kept; nothing where they can."""
    if config.theme.name != "material":
        return "the theme is not Material"
    if config.nav is None or _untitled(config.nav):
        return "the navigation takes titles from pages"
    return fits(config, strict=True)


def _untitled(nav: object) -> bool:
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    if isinstance(nav, list) and any(isinstance(part, str) for part in nav):
        return True
    return any(_untitled(part) for part in parts)


def _take_over(page: Page, found: Stored, files: Files) -> None:
    def read_source(_config: MkDocsConfig) -> None:
        page.markdown, page.meta = "", dict(found.meta)

    def render(_config: MkDocsConfig, _files: Files) -> None:
        page.content = ""
        page.present_anchor_ids = {*found.anchors}
        links = ((files.get_file_from_path(uri), told) for uri, told in found.links.items())
        page.links_to_anchors = {file: told for file, told in links if file is not None}

    vars(page).update(read_source=read_source, render=render)


def _record(page: Page, recorded: Recorded) -> None:
    def render(config: MkDocsConfig, _files: Files) -> None:
        Page.render(page, config, recorded)

    vars(page).update(render=render)


def _environment(config: MkDocsConfig) -> bytes:
    """Give a digest of all that any page is made with but its view."""
    digest = hashlib.sha256(f"{sys.version}\0{sys.platform}".encode())
    for one in sorted(metadata.distributions(), key=lambda one: str(one.name)):
        digest.update(f"{one.name} {one.version}\0".encode())
    told = {name: value for name, value in config.items() if name not in _APART}
    told["theme"] = [config.theme.name, config.theme.custom_dir, dict(config.theme)]
    told["plugins"] = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    digest.update(json.dumps(told, default=repr, sort_keys=True).encode())  # what has no fixed form is never the same
    folders = [_PACKAGE, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        if path.suffix != ".pyc":
            digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
