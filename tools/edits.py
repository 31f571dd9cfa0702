"""Measure how long an edit takes until a reader sees it, served by this plugin and by plain MkDocs, in one run.

`python -m tools.edits 1000` makes edits of several kinds, one after another, and asks the server again and again until
the new words come. Plain MkDocs serves the same pages, written before, and one of them is edited. May import the bench,
the invented dossiers and the standard library. Must never change a dossier of the repository.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench import PLACE, ROOT, run, without_plugin
from tools.programs import free_port, running
from tools.synthetic import CONFIGURATION, write

PATIENCE = 600
REST = 6.0
"""Seconds between two edits, as an editor takes at least."""
PLAIN = 3
"""Edits of plain MkDocs: each takes long, and they are alike."""
_STEP = 0.01


@dataclass(frozen=True)
class Edit:
    """One edit: what it is, the file, how its text changes, the page that tells it and the words that it has then."""

    kind: str
    file: str
    change: Callable[[str], str]
    page: str
    words: str


def edits() -> list[Edit]:
    """Give edits of an invented dossier of at least 400 facts."""
    event, question = "facts/events/event-{}.yml".format, "questions/question-100"
    actor, source = "actors/actor-5", "sources/text-9"
    came = r"(fact-{}\n.*?) came to".format
    about, less = r"(fact-95\n.*?about: \[)", r"  - id: fact-219\n.*"
    return [
        Edit("statement", event(3), _changed(came(33), r"\1 came at last to"), "claims/fact-33/", "came at last to"),
        Edit("statement, record", event(4), _changed(came(44), r"\1 came by foot to"), "events/event-4/", "by foot to"),
        Edit("statement, source", event(6), _changed(came(66), r"\1 came by boat to"), "sources/text-3/", "by boat to"),
        Edit("title", event(7), _changed("title: Events", "title: Old events"), "events/event-7/", "Old events"),
        Edit("title, claim", event(8), _changed("title: Events", "title: News"), "claims/fact-81/", "News from"),
        Edit("asked", f"facts/{question}.yml", _changed("How many", "So many"), f"{question}/", "So many"),
        Edit("actor", f"facts/{actor}.yml", _changed("organisation", "medium"), f"{actor}/", "a news medium"),
        Edit("about", event(9), _changed(about, r"\1question-100, "), "claims/fact-95/", f"{question}/"),
        Edit("new claim", event(20), _appended, "claims/a-new-claim/", "came again to"),
        Edit("deleted claim", event(21), _changed(less, ""), "events/event-21/", "!fact-219"),
        Edit("source", f"facts/{source}.yml", _changed("title: Text", "title: Old text"), f"{source}/", "Old text"),
        Edit("head", "facts/dossier.yml", _changed("What came", "What has come"), "", "What has come"),
    ]


def _changed(old: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(old, new, text, count=1, flags=re.S)


def _ended(words: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n\n{words}\n"


def _appended(text: str) -> str:
    """Repeat the last claim of a record under another id, in other words."""
    last = re.sub(r"id: \S+", "id: a-new-claim", text[text.rindex("  - id: ") :])
    return text + last.replace(" came to", " came again to", 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("facts", nargs="?", type=int, default=1000)
    given = parser.parse_args(arguments)
    root = PLACE / f"{given.facts}-served"
    shutil.rmtree(root, ignore_errors=True)
    write(given.facts, root)
    took = []
    with serving(root / "mkdocs.yml", log=root.with_suffix(".log")) as address:
        for edit in edits():
            took.append(measured(edit, root, address))
            print(line(edit.kind, took[-1]), flush=True)
            time.sleep(REST)
    print(line("median", statistics.median(took)), flush=True)
    print(line("plain MkDocs, median", statistics.median(_plain(given.facts, root))))
    return 0


def line(what: str, seconds: float) -> str:
    """Give one line of the table."""
    return f"| {what:<20} | {seconds:6.2f} s |"


def _plain(facts: int, root: Path) -> Iterator[float]:
    """Edit one page of the same site, written before, under `mkdocs serve` without this plugin."""
    pages = PLACE / f"{facts}-served-pages"
    run([sys.executable, "-m", "generator.cli", "emit", str(pages), "--root", str(root)])
    plain = PLACE / f"{facts}-served-plain.yml"
    plain.write_text(without_plugin(CONFIGURATION, docs=pages.name, site=f"{facts}-served-site"), encoding="utf-8")
    with serving(plain, log=plain.with_suffix(".log")) as address:
        for number in range(PLAIN):
            page = f"claims/fact-{number}.md"
            words = f"a word that is new {number}"
            edit = Edit("", page, _ended(words), f"claims/fact-{number}/", words)
            yield measured(edit, pages, address)
            time.sleep(REST)


def measured(edit: Edit, root: Path, address: str) -> float:
    """Make one edit; give the seconds until its words are served."""
    path = root / edit.file
    before = path.read_text(encoding="utf-8")
    after = edit.change(before)
    if before == after:
        raise ValueError(f"the edit of {edit.kind} changes nothing")
    gone, words = edit.words.startswith("!"), edit.words.lstrip("!")
    if (words in asked(f"{address}{edit.page}")) is not gone:
        raise ValueError(f"the words of the edit of {edit.kind} are no sign of it")
    begun = time.monotonic()
    path.write_text(after, encoding="utf-8")
    while (words in asked(f"{address}{edit.page}")) is gone:
        if time.monotonic() - begun > PATIENCE:
            raise TimeoutError(f"the edit of {edit.kind} was not served")
        time.sleep(_STEP)
    return time.monotonic() - begun


def asked(address: str) -> str:
    """Ask for a page."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError:
        return ""


@contextlib.contextmanager
def serving(config: Path, *, log: Path) -> Iterator[str]:
    """Serve a site; give its address once the server is up."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", "--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with running(command, cwd=ROOT, env=environment, log=log):
        _wait_until_up(f"http://127.0.0.1:{port}/")
        time.sleep(1)
        yield f"http://127.0.0.1:{port}/"


def _wait_until_up(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            asked(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")


if __name__ == "__main__":
    sys.exit(main())
