"""Between MkDocs' server and a reader: nothing goes out that is not as the fact files say.

Takes note of changed files, has the site taken up or built whole after them, and makes a page that is asked for before
it answers. May import watching, turns, pages and mkdocs. Must never know what a page says.
"""

from __future__ import annotations

import logging
import posixpath
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.live.pages import Live, TooFarError
from generator.live.turns import Turns
from generator.site import Draft
from generator.watching import Watcher

log = logging.getLogger("mkdocs.plugins.factsheet")

DELAY = 0.05
"""Seconds without a further change after which files are taken to be written whole."""
PATIENCE = 0.5
"""Seconds that an empty fact file may take to be filled: some editors empty a file before they write it."""
Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(slots=True)
class Doors:
    """What the plugin lends: how to draft the site, how to tell what is wrong with it, how to write its search index.

    `folders` are those that hold the dossier.
    """

    draft: Callable[[], Draft]
    report: Callable[[Draft], None]
    index: Callable[..., None]
    folders: Callable[[], tuple[Path, ...]]


class Keeper:
    """Keeps a served site as the fact files say."""

    def __init__(self, live: Live, server: LiveReloadServer, builder: Callable[..., Any], doors: Doors) -> None:
        self._live = live
        self._server: Any = server  # MkDocs gives no other way to its inner parts
        self._builder = builder
        self._doors = doors
        self._turns = Turns()
        self._serve: Answer = server.serve_request
        self._changed: SimpleQueue[Path] = SimpleQueue()
        self._server.builder = self.build
        self._server.build_delay = DELAY
        self._server.set_app(self.answer)
        self._watch_at_once()
        work = threading.Thread(target=self._turns.go_on, args=(self._step,), kwargs={"wanted": self._wanted})
        work.daemon = True
        work.start()

    def close(self) -> None:
        """Stop making pages."""
        self._turns.close()

    def note(self, path: Path) -> None:
        """Take note that a file has changed."""
        self._changed.put(path)

    def build(self) -> None:
        """Take up an edit of fact files, or let MkDocs build the whole site; with a mistake the last good one stays."""
        with self._turns.asked():
            changed = set(self._noted())
            try:
                if not self._takes_up(changed):
                    self._build_whole()
            except MkDocsException as error:
                log.error("%s The last good site stays up.", error)

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, with a page that is as the fact files say."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        mount = self._server.mount_path
        if path.startswith("/livereload/") or not path.startswith(mount):
            return self._serve(environ, start_response)
        inner = posixpath.normpath(f"/{path[len(mount) :]}").lstrip("/")
        with self._turns.asked():
            meant = (inner, f"{inner}/index.html".lstrip("/"))
            self._make(meant)
            wanted = meant[1] if path.endswith("/") else inner
            file = Path(self._server.root) / wanted
            if wanted.endswith(".html") and file.is_file():
                content = file.read_bytes()
                uri = self._live.page_at(wanted)
                return self._page(self._live.placed(uri, content) if uri else content, start_response)
        return self._serve(environ, start_response)

    def _make(self, paths: Iterable[str]) -> None:
        """Make whatever is asked for, if it is not as the fact files say."""
        if self._live.whole is None:
            return
        for path in paths:
            if (uri := self._live.page_at(path)) is not None:
                self._live.refresh(uri)
            elif self._live.is_late(path):
                self._finish()

    def _page(self, content: bytes, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Give a page with the script that loads it anew, as MkDocs does."""
        content = self._server._inject_js_into_html(content, self._server._visible_epoch)
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(content)))])
        return [content]

    def _noted(self) -> Iterator[Path]:
        """Give the paths that changed since they were last asked for."""
        while True:
            try:
                yield self._changed.get_nowait()
            except Empty:
                return

    def _takes_up(self, changed: set[Path]) -> bool:
        """Take up changed fact files; False where MkDocs must build the whole site."""
        folders = self._doors.folders()
        if self._live.due or not all(_below(path, folders) for path in changed):
            return False
        if not changed:
            return True  # an earlier build has taken them up
        _wait_until_written(changed)
        try:
            draft = self._doors.draft()
            self._doors.report(draft)  # raises where an error is among the problems
            self._live.take(draft)
        except MkDocsException:
            raise
        except TooFarError:
            return False
        except Exception:
            log.exception("The edit could not be taken up; the whole site is built.")
            return False
        return True

    def _build_whole(self) -> None:
        self._live.due = True
        self._builder()

    def _wanted(self) -> bool:
        return self._live.whole is not None and (bool(self._live.stale) or self._live.late)

    def _step(self) -> None:
        """Make one page, or what comes after them all."""
        try:
            uri = self._live.next_page()
            if (uri is None or self._live.waits(uri)) and self._live.make_files():
                return
            if uri is not None:
                self._live.refresh(uri)
            else:
                self._finish()
        except Exception:
            log.exception("A page could not be made anew; the whole site is built.")
            self._live.whole = None
            self._build_whole()

    def _finish(self) -> None:
        while (uri := self._live.next_page()) is not None:
            self._live.refresh(uri)
        if self._live.late:
            try:
                self._live.finish(self._doors.index)
            except TooFarError:
                self._build_whole()

    def _watch_at_once(self) -> None:
        """Hear of changes from the system, instead of looking at all files twice a second."""
        server, paths = self._server, [*self._server._watched_paths]
        server.observer = Watcher(lambda path: self.note(Path(path)))
        server._watched_paths.clear()
        for path in (*paths, *(str(folder) for folder in self._doors.folders() if folder.is_dir())):
            server.watch(path)


def _below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _wait_until_written(paths: Iterable[Path]) -> None:
    """Wait a little while a file is empty or gone that is about to be written."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and any(_is_empty(path) for path in paths):
        time.sleep(DELAY / 5)


def _is_empty(path: Path) -> bool:
    try:
        return path.suffix in {".yml", ".txt"} and path.stat().st_size == 0
    except OSError:
        return False
