"""Measure checking and building invented dossiers of several sizes, beside what MkDocs and Zensical take.

`make bench` or `python -m tools.bench 100 1000 5000 10000`; all four take about half an hour. Rounds that were measured
stay in `build/bench/` and are not run again as long as the code is the same; `--write` puts the tables into the guide.
No test: other work on the machine makes times swing, so compare ratios of one run. May import the invented dossiers,
the tables and the standard library; everything measured runs in processes of its own.
Must never change a dossier or a site of the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tools.bench_tables import Round, Run, machine, report, written
from tools.synthetic import CONFIGURATION, write

ROOT = Path(__file__).parent.parent
PLACE = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "guide" / "performance.md"
SIZES = (100, 1000)
ROUNDS = 3
FEWER = {5000: (3, 1), 10_000: (1, 1)}
"""How many rounds have MkDocs, and how many have Zensical, of a size at which a build takes minutes; else all have."""
BUILD = """
import json, sys, time
from pathlib import Path
from generator import site

typeset = 0.0

def timed(function):
    def run(*arguments, **named):
        global typeset
        begun = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            typeset += time.process_time() - begun
    return run

site.brief_pdf, site.pictures = timed(site.brief_pdf), timed(site.pictures)
begun = time.process_time()
built = site.build(Path(sys.argv[1]))
print(json.dumps({"build": time.process_time() - begun, "typeset": typeset, "pages": len(built.pages)}))
"""
"""Builds one site and tells what it took; the brief and the picture are set by typst, which takes about as long for any
dossier."""
EDITED = "facts/events/event-0.yml"
"""The file that one edit changes: the title of a record, which its own page, its claims and several lists show."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sizes asked for, print the tables and, if asked to, write them into the guide."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of facts, 100 and 1000 if not given")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is run; the median counts")
    parser.add_argument("--mkdocs-rounds", type=int, help="how many of these have MkDocs; fewer of large dossiers")
    parser.add_argument("--zensical-rounds", type=int, help="the same for Zensical and for emitting once more")
    parser.add_argument("--again", action="store_true", help="forget what was measured before")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}")
    given = parser.parse_args(arguments)
    measured = {}
    for facts in given.sizes:
        mkdocs, zensical = FEWER.get(facts, (given.rounds, given.rounds))
        asked = (given.mkdocs_rounds, given.zensical_rounds)
        chosen = tuple(usual if own is None else own for own, usual in zip(asked, (mkdocs, zensical), strict=True))
        measured[facts] = Bench(facts, PLACE).measured(rounds=given.rounds, engines=chosen, again=given.again)
    told = report(measured, machine())
    print(told)
    if given.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")
    return 0


class Bench:
    """The measurements of one size, round by round; a round that is done is kept, one that was interrupted is not."""

    def __init__(self, facts: int, place: Path) -> None:
        self.facts = facts
        self.place = place
        self.root = place / str(facts)
        self.pages = place / f"{facts}-pages"
        self.kept = place / f"{facts}.json"
        self.config = place / f"{facts}-plain.yml"
        self.home = place / f"{facts}-home"

    def measured(self, *, rounds: int, engines: tuple[int, int], again: bool = False) -> list[Round]:
        """Give so many rounds: the known, then new ones; `engines` says how many have MkDocs, and how many Zensical."""
        done = [] if again else self._known()
        self.place.mkdir(parents=True, exist_ok=True)
        while len(done) < rounds:
            tell(f"{self.facts:,} facts, round {len(done) + 1} of {rounds}")
            done.append(dict(self.round(mkdocs=len(done) < engines[0], zensical=len(done) < engines[1])))
            runs = [{name: asdict(run) for name, run in one.items()} for one in done]
            self.kept.write_text(json.dumps({"code": code(), "rounds": runs}), encoding="utf-8")
        return done[:rounds]

    def round(self, *, mkdocs: bool = True, zensical: bool = True) -> Iterator[tuple[str, Run]]:
        """Run everything once; what is compared runs close together."""
        for folder in (self.root, self.pages, self.home):
            shutil.rmtree(folder, ignore_errors=True)
        write(self.facts, self.root)
        settings = {"site": f"{self.facts}-site", "docs": self.pages.name}
        self.config.write_text(without_plugin(CONFIGURATION, **settings), encoding="utf-8")
        yield "check", self._ours("check", str(self.root))
        yield "check again", self._ours("check", str(self.root))
        yield "build", self._run(sys.executable, "-c", BUILD, str(self.root))
        if mkdocs or zensical:
            yield "emit", self._emit()
        if mkdocs:
            yield "mkdocs", self._run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", self.config)
        if zensical:
            other = (Path(sys.executable).with_name("zensical"), "build", "-f", self.config)
            yield "zensical", self._run(*other, "--clean")
            yield "zensical again", self._run(*other)
            yield "emit again", self._emit()
            edit(self.root / EDITED)
            yield "emit edited", self._emit()
            yield "zensical edited", self._run(*other)

    def _emit(self) -> Run:
        return self._ours("emit", str(self.pages), "--root", str(self.root))

    def _ours(self, *arguments: str) -> Run:
        return self._run(sys.executable, "-m", "generator.cli", *arguments)

    def _run(self, *command: str | Path) -> Run:
        # As where it is used: what Python and the program keep from one run to the next is kept, and begins empty.
        dropped = ("PYTHONDONTWRITEBYTECODE", "LOCALAPPDATA")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        more = {"PYTHONPYCACHEPREFIX": str(self.place / "compiled"), "XDG_CACHE_HOME": str(self.home)}
        return run([*map(str, command)], env={**kept, **more, "NO_MKDOCS_2_WARNING": "1"})

    def _known(self) -> list[Round]:
        """Give the rounds that were measured with the same code."""
        try:
            kept = json.loads(self.kept.read_text(encoding="utf-8"))
            if kept["code"] != code():
                return []
            return [{name: Run(**told) for name, told in one.items()} for one in kept["rounds"]]
        except (OSError, ValueError, KeyError, TypeError):
            return []


def run(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end; raises where it fails."""
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, env=env)  # noqa: S603  # our own programs
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    told = said if said.startswith("{") else ""
    return Run(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, told)


def edit(path: Path) -> None:
    """Change the title of a record."""
    text = path.read_text(encoding="utf-8")
    changed = text.replace("title: Events from", "title: Edited events from", 1)
    if changed == text:
        raise ValueError(f"{path} has no title to edit")
    path.write_text(changed, encoding="utf-8")


def without_plugin(configuration: str, *, docs: str, site: str) -> str:
    """Give the configuration of the invented dossiers for pages that are written already: same theme and extensions."""
    changed = {"docs_dir: docs": f"docs_dir: {docs}\nsite_dir: {site}", "[search, factsheet]": "[search]"}
    for old, new in changed.items():
        if old not in configuration:
            raise ValueError(f'"{old}" does not stand in the configuration of the invented dossiers')
        configuration = configuration.replace(old, new)
    return configuration


def code() -> str:
    """Name what is measured by its code, so that no figure of another version is taken for one of this."""
    files = (path for folder in ("generator", "tools") for path in sorted((ROOT / folder).rglob("*")))
    digest = hashlib.sha256()
    for path in files:
        if path.is_file() and path.suffix in (".py", ".jinja", ".typ"):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def tell(text: str) -> None:
    """Say how far it has got, beside the tables."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
