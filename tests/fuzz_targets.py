"""What is fuzzed: functions that take any bytes, and fail where a promise of the code is broken.

`tools/fuzz.py` feeds them with coverage guidance, `test_fuzz.py` with a few inputs of Hypothesis and with every input
in `fuzz_cases/` that once failed.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.editing.changes import EditError
from generator.editing.inserting import with_field, with_item, with_top_field
from generator.evidence.date_advice import advice, in_edtf
from generator.evidence.edtf import EdtfError, parse_edtf
from generator.evidence.folding import fold
from generator.evidence.omissions import MARK
from generator.evidence.quotation_marks import outside_quotes, quoted
from generator.evidence.quotations import Proof, prove, stands
from generator.evidence.scan import Scan
from generator.evidence.sentences import sentences, words
from generator.examining import examine
from generator.memo import Memo
from generator.printing.problem_text import problems_as_text
from generator.problems import Problem
from generator.reading.files import read
from generator.reading.yaml_text import parse
from generator.writing.escaping import content, escape, one_line
from generator.writing.jinja import tidy
from generator.yaml_lines import text_of
from tests.fuzz_words import EDTF, MARKUP, PROSE, YAML, spelt
from tests.site_markdown import Reader, converter, squeezed

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "fuzz_cases"
def yaml_file(data: bytes) -> None:
    """Any bytes as a fact file: problems, each at a place of the file, or a record; all of them can be printed."""
    kind, rest = data[:1], data[1:]
    content_ = rest if kind < b"\x20" else spelt(rest, YAML).encode("utf-8", "surrogatepass")
    root = _folder("yaml")
    (root / "facts" / "events").mkdir(parents=True, exist_ok=True)
    (root / "facts" / "events" / "x.yml").write_bytes(content_)
    dossier, problems = read(root)
    mine = [problem for problem in problems if problem.spot.file == "facts/events/x.yml"]
    assert mine or "x" in dossier.events
    _told(mine, lines=len(re.split(rb"\r\n|\n|\r", content_)))
    text = content_.decode("utf-8", "replace")
    found, places, _ = parse(text, file="x.yml")
    for path in places.values:
        spot = places.of(*path)
        assert spot.line <= len(places.lines) + 1
    if isinstance(found, dict):
        assert all(isinstance(name, str) for name in found)


def record(data: bytes) -> None:
    """A real record with lines changed, in its dossier: the whole check ends, and says what is wrong at real places."""
    files = _small_dossier()
    names = sorted(files)
    name = names[data[0] % len(names)] if data else names[0]
    lines = files[name].split("\n")
    for at in range(1, len(data) - 2, 3):
        lines = _changed(lines, *data[at : at + 3])
    root = _folder("record")
    for file, text in files.items():
        _put(root / file, text if file != name else "\n".join(lines))
    afresh = not data or data[0] % 16 == 0
    _, problems = examine(root, memo=None if afresh else _memo())
    _told(problems, lines=100_000)


@cache
def _memo() -> Memo:
    """Keep what is known of files that are the same from one input to the next: most inputs change one of them."""
    return Memo()


def proof(data: bytes) -> None:
    """A proved quotation stands there: its words are those of the source, in order, at the places that are given."""
    stored_, _, rest = data.partition(b"\x00")
    exact_, _, beside = rest.partition(b"\x00")
    stored, exact = spelt(stored_, PROSE), spelt(exact_, PROSE)
    prefix = spelt(beside, PROSE) or None
    if exact_[:1].isdigit() and stored:  # else few quotations would stand in their text
        start = exact_[0] * 7 % len(stored)
        exact = stored[start : start + exact_[1 % len(exact_)]] + spelt(exact_[2:], PROSE)
    text = fold(stored)
    found = prove(text, exact, prefix=prefix)
    assert stands(text, exact, prefix=prefix) == isinstance(found, Proof)
    if not isinstance(found, Proof):
        assert found.message
        assert found.at is None or 0 <= found.at[0] <= found.at[1] <= len(exact)
        return
    assert found.exact == f" {MARK} ".join(stored[start:end] for start, end in found.spans)
    assert all(0 <= start < end <= len(stored) for start, end in found.spans)
    assert list(found.spans) == sorted(found.spans)
    assert _bare(found.exact) == _bare(exact)
    again = prove(text, found.exact, prefix=prefix)
    assert isinstance(again, Proof)
    assert again.spans == found.spans


def edtf(data: bytes) -> None:
    """Any text is a date of the calendar, or is refused with advice; what advice gives is a date."""
    text = spelt(data, EDTF)
    for meant in in_edtf(text):
        parse_edtf(meant)
    try:
        date = parse_edtf(text)
    except EdtfError as error:
        told = advice(text, error)
        _true(told and len(told) < 1000)
        return
    assert date.text == text
    assert parse_edtf(date.text) == date
    if date.earliest and date.latest:
        assert date.earliest <= date.latest
    assert all(part.earliest <= part.latest for part in date.parts)


def numbers(data: bytes) -> None:
    """What is found in a text stands in order inside it; sentences hold every word, quotations keep the length."""
    text = spelt(data, PROSE)
    scan = Scan(text)
    for found in (scan.numbers, scan.amounts):
        spans = [(one.start, one.end) for one in found]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)
    assert all(isinstance(one.value, int | Decimal) for one in scan.numbers)
    assert all(one.low is not None or one.high is not None for one in scan.amounts)
    assert all(0 <= one.start < one.end <= len(text) for one in scan.dates)
    spans, told = sentences(text), words(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(any(start <= word[0] and word[1] <= end for start, end in spans) for word in told)
    assert len(outside_quotes(text)) == len(text)
    assert all(match.end() - match.start() >= 2 for match in quoted(text))


def escaping(data: bytes) -> None:
    """Text in any place of a page makes no element, attribute or comment, and is read as it was written."""
    frame = FRAMES[data[0] % len(FRAMES)] if data else FRAMES[0]
    text = spelt(data[1:], MARKUP)
    if not one_line(text):
        return
    shown, plain = _seen(frame.replace("{}", escape(text))), _plain(frame)
    assert shown.tags == plain.tags
    assert shown.other == []
    assert squeezed(shown.text) == squeezed(plain.text.replace("zqz", one_line(text)))
    raw = _seen(tidy(RAW.replace("{}", content(text))))
    assert raw.tags == _plain(tidy(RAW)).tags
    assert raw.other == []


def edit(data: bytes) -> None:
    """What a command writes into a file is read back as it was given, and nothing else has changed; or it refuses."""
    text_, _, given = data.partition(b"\x00")
    text = spelt(text_, YAML)
    if text.startswith("="):
        text = f"title: x\nclaims:\n  - id: y\n    a: {text[1:]}\n"
    value = spelt(given, YAML)
    before, _, _ = parse(text, file="f.yml")
    evidence = {"source": "s", "exact": value, "value": {"words": value}}
    item: dict[str, object] = {"id": "new", "statement": value, "evidence": [evidence]}
    edits: tuple[tuple[Callable[[], str], tuple[str | int, ...]], ...] = (
        (lambda: with_item(text, "claims", item, file="f.yml"), ("claims", -1, "statement")),
        (lambda: with_top_field(text, "because", value, file="f.yml"), ("because",)),
        (lambda: with_field(text, ("claims", 0), "by", value, file="f.yml"), ("claims", 0, "by")),
    )
    for edited, path in edits:
        if path[:2] == ("claims", 0) and not _has_claims(before):
            continue
        with suppress(EditError):
            after: Any
            after, _, problems = parse(edited(), file="f.yml")
            assert problems == []
            here = after
            for step in path:
                here = here[step]
            assert " ".join(str(here).split()) == " ".join(value.split())
            assert isinstance(before, dict)
            kept = before.keys() - {"claims", "because"}
            assert all(_on_one_line(after[name]) == _on_one_line(before[name]) for name in kept)
    if value.strip() and isinstance(before, dict):
        after, _, problems = parse(text_of(item), file="f.yml")
        assert [problem.code for problem in problems] in ([], ["swallowed-field"])


def _on_one_line(data: object) -> str:
    """Give data without its white space: a line end that a file's last text lacks is put in."""
    return squeezed(repr(data).replace("\\n", " "))


def _has_claims(data: object) -> bool:
    claims = data.get("claims") if isinstance(data, dict) else None
    return isinstance(claims, list) and bool(claims) and isinstance(claims[0], dict)


def _true(told: object) -> None:
    assert told


Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {
    "yaml": yaml_file, "record": record, "proof": proof, "edtf": edtf, "numbers": numbers, "escaping": escaping,
    "edit": edit,
}  # fmt: skip

FRAMES = (
    "{}", "# {}", "- {}", "> “{}”", "| a | b |\n|---|---|\n| {} | x |", "x *{}*{ .c } y", "[{}](claims/x.md)",
    '<div class="x" markdown>\n\n{}\n\n</div>', "x[^p1]\n\n[^p1]: “{}” — z", "a {}{} b", "<code>{}</code>",
)  # fmt: skip
RAW = '# T\n\n<details class="x">\n<summary>{}</summary>\n<p>{}</p>\n</details>\n\ny\n'


def _seen(text: str) -> Reader:
    return Reader(converter().reset().convert(text))


@cache
def _plain(frame: str) -> Reader:
    return _seen(frame.replace("{}", "zqz"))


@cache
def _folder(name: str) -> Path:
    """Give a folder of this process, in memory where the system has such a place."""
    memory = "/dev/shm"  # noqa: S108  # a folder of a fresh name is made in it
    return Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-", dir=memory if os.access(memory, os.W_OK) else None))


@cache
def _small_dossier() -> dict[str, str]:
    """Give the files of the example dossier by their paths, but for a third that tells nothing new."""
    example = Path(__file__).parent / "example"
    left_out = ("ferry-start", "ferry-told", "bulletin", "who-was-not-told", "people-on-first-crossing")
    paths = [*example.glob("facts/*.yml"), *example.glob("facts/*/*.yml"), *example.glob("seeds/*.txt")]
    files = {path.relative_to(example).as_posix(): path for path in paths if path.stem not in left_out}
    return {file: path.read_bytes().decode("utf-8") for file, path in files.items()}


def _put(path: Path, text: str) -> None:
    content_ = text.encode("utf-8", "surrogatepass")
    if _written.get(path) != content_:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_)
        _written[path] = content_


_written: dict[Path, bytes] = {}


def _changed(lines: list[str], how: int, where: int, what: int) -> list[str]:
    """Change one line: leave it out, double it, move it, put a word in, or another in the place of its value."""
    at = where % max(1, len(lines))
    line, token = lines[at] if lines else "", (*YAML, *PROSE, *MARKUP)[(what + how * 256) % 240]
    other = lines[what % len(lines)] if lines else ""
    cut = what * 7 % (len(line) + 1)
    new = (
        [], [line, line], [" " * (what % 9) + line.lstrip()], [other], [f"{line.partition(':')[0]}: {token}"],
        [line + token], [line[:cut] + line[cut + 1 :]], [line[:cut] + token + line[cut:]],
    )[how % 8]  # fmt: skip
    return [*lines[:at], *new, *lines[at + 1 :]]


def _told(problems: Sequence[Problem], *, lines: int) -> None:
    for problem in problems:
        assert 1 <= problem.spot.line <= lines + 1, problem
        assert problem.spot.column >= 1, problem
        assert "\n" not in problem.message, problem
        assert len(problem.message) <= 1000, problem
    text = problems_as_text(problems)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    text.encode("utf-8")


def _bare(quotation: str) -> str:
    """Give the words of a quotation without its marks of omission and white space."""
    return squeezed(fold(quotation).text.replace(MARK, ""))
