"""Build whole sites with real engines, each once for all test processes, and read what they wrote."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
NEEDED = ("mkdocs.yml", "plain.yml", "docs", "facts", "seeds", "generator", "README.md")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class Built:
    """A finished build: where it lies and what the engine printed."""

    folder: Path
    output: str

    def pages(self) -> dict[str, str]:
        """Give every page by its path from the site's root; a small page for frames is none."""
        return {
            name: path.read_text(encoding="utf-8")
            for path in sorted(self.folder.rglob("*.html"))
            if not (name := path.relative_to(self.folder).as_posix()).endswith("/embed/index.html")
        }

    def files(self) -> dict[str, bytes]:
        """Give every file's bytes by its path from the site's root."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def once(shared: Path, name: str, make: Callable[[Path], str]) -> Built:
    """Build into `shared/name` unless another test process has done so; wait while it is at it."""
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        printed = shared / f"{name}.txt"
        if not printed.exists():
            output = make(folder)
            printed.write_text(output, encoding="utf-8")
        return Built(folder, printed.read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path = ROOT, **extra: str) -> str:
    """Run a program of this environment with little more than PATH set; give its output, fail where it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment(**extra), text=True, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
    return done.stdout


def environment(**extra: str) -> dict[str, str]:
    """Give the environment programs run in: nothing of this desk but where programs and the home are."""
    kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "1735689600")
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch, "LC_ALL": "C.UTF-8", **extra}


def project(folder: Path) -> Path:
    """Lay out a copy of what a build reads, for engines that write inside the project."""
    folder.mkdir(parents=True)
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)
    return folder


class Reader(HTMLParser):
    """Read ids, links and the text of the main part of one page, and of each footnote and quotation in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.main: list[str] = []
        self.notes: list[str] = []
        self.block_quotes: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("id"):
            self.ids.add(str(given["id"]))
        if tag == "a" and given.get("name"):
            self.ids.add(str(given["name"]))
        if tag == "a" and given.get("href") is not None:
            self.links.append(str(given["href"]))
        if tag in {"img", "script", "iframe", "source"} and given.get("src"):
            self.loads.append(str(given["src"]))
        if tag == "link" and given.get("href") and "canonical" not in str(given.get("rel")):
            self.loads.append(str(given["href"]))
        if tag not in VOID:
            self._open.append((tag, self._role(tag, str(given.get("id", "")))))

    def _role(self, tag: str, id_: str) -> str:
        """Say what the text inside an element is, and begin a new note or quotation."""
        if tag == "li" and id_.startswith("fn:"):
            self.notes.append("")
            return "note"
        if tag == "blockquote":
            self.block_quotes.append("")
            return "quote"
        return {"article": "main", "script": "code", "style": "code"}.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        roles = {role for _, role in self._open}
        if "code" in roles:
            return
        if "main" in roles:
            self.main.append(data)
        if "note" in roles:
            self.notes[-1] += data
        if "quote" in roles:
            self.block_quotes[-1] += data

    def text(self) -> str:
        """Give the words of the main part, without its line breaks and permalink signs."""
        return " ".join("".join(self.main).replace("¶", " ").split())


def links_to(page: str, link: str) -> tuple[str, str] | None:
    """Turn a link on a page into the file and fragment it leads to; None where it leaves the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, unquote(parts.fragment)
    base = [] if parts.path.startswith("/") else page.split("/")[:-1]
    for step in parts.path.split("/"):
        if step == "..":
            base = base[:-1]
        elif step not in {"", "."}:
            base = [*base, step]
    target = "/".join(base)
    if parts.path.endswith(("/", "/.", "..")) or parts.path == "." or not target:
        target = f"{target}/index.html".lstrip("/")
    return unquote(target), unquote(parts.fragment)


def quoted_in(note: str) -> Iterator[str]:
    """Give the parts of the quotation a footnote or a quotation block begins with; omissions part them.

    In a footnote a dash and the source follow the quotation; in a block, only the number of a footnote.
    """
    flat = " ".join(note.split())
    match = re.match(r"“(.*?)” — ", flat) or re.match(r"“(.*)”\s*\d*$", flat)
    for part in re.split(r"\[(?:…|\.\.\.)\]", match.group(1) if match else ""):
        if part.strip():
            yield part.strip()


MARKS: Mapping[int, str] = {
    **dict.fromkeys(map(ord, '«»“”„‟"'), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛ʼ'`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−-"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\u2060"), ""),
}


def plain(text: str) -> str:
    """Fold typography in a way of its own, to be an oracle for the proof of quotations."""
    return " ".join(unicodedata.normalize("NFC", text).translate(MARKS).split())
