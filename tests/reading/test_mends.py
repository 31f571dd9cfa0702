"""Small edits tried on a broken file: only one that mends it is given as advice."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from generator.model.records import SHAPES, RecordKind
from generator.problems import Problem
from generator.reading.fields import vocabulary
from generator.reading.mends import Patience, mended
from generator.reading.shapes import shape
from generator.reading.yaml_text import parse
from tests.case_files import EXAMPLE

MOVE = re.compile(r"(put|take) (\d+) spaces? (?:more|away) before (?:it|each of the lines (\d+) to (\d+))")
DASH = re.compile(r'write "- " in the place of the 2 spaces before it|put "- " before it$|begin the line with (\d+)')
FILES: dict[str, RecordKind] = {"background/heron-footbridge.yml": "background", "sources/courier.yml": "source"}
EVENT = """\
title: Closure
claims:
  - id: bridge-shut
    statement: The bridge was shut.
    evidence:
      - source: courier
        exact: >-
          The bridge was shut
"""


def found_in(text: str, kind: RecordKind) -> list[Problem]:
    """Read one file; give its problems as the parser and the shapes tell them."""
    data, places, problems = parse(text, file="f.yml", vocabulary=vocabulary(SHAPES[kind]))
    return problems if data is None else [*problems, *shape(data, kind=kind, places=places)[1]]


def told(text: str, kind: RecordKind, *, patience: Patience | None = None) -> list[Problem]:
    """Give the problems of one file as an editor reads them."""
    words, patience = vocabulary(SHAPES[kind]), patience or Patience()
    return mended(text, found_in(text, kind), read=lambda t: found_in(t, kind), vocabulary=words, patience=patience)


def lines_of(file: str) -> list[str]:
    return (EXAMPLE / "facts" / file).read_text(encoding="utf-8").split("\n")


def moved_lines(file: str) -> Iterator[tuple[int, list[str]]]:
    """Give a file with each of its lines moved by one or two spaces, and the number of the line from 1."""
    lines = lines_of(file)
    for index, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        room = len(line) - len(line.lstrip())
        for steps in (-2, -1, 1, 2):
            if room + steps >= 0:
                now = " " * (room + steps) + line.lstrip()
                yield index + 1, [*lines[:index], now, *lines[index + 1 :]]


def follow(lines: list[str], problem: Problem) -> list[str]:
    """Do what a message says, to the letter."""
    at = problem.spot.line - 1
    if match := MOVE.search(problem.message):
        first, last = (int(match[3]) - 1, int(match[4])) if match[3] else (at, at + 1)
        spaces = " " * int(match[2])
        now = [f"{spaces}{line}" if match[1] == "put" else line.removeprefix(spaces) for line in lines[first:last]]
        return [*lines[:first], *now, *lines[last:]]
    match = DASH.search(problem.message)
    assert match is not None, problem
    indent = problem.spot.column - 1
    indent = int(match[1]) if match[1] else indent - 2 if match[0].startswith("write") else indent
    return [*lines[:at], f"{' ' * indent}- {lines[at].lstrip()}", *lines[at + 1 :]]


@pytest.mark.parametrize("file", FILES)
def test_a_line_moved_by_a_space_or_two_brings_one_message_whose_advice_mends(file: str) -> None:
    elsewhere = count = 0
    for number, lines in moved_lines(file):
        problems = told("\n".join(lines), FILES[file])
        if problems:  # text with another indent is the same text
            count += 1
            assert len(problems) == 1, (number, problems)
            assert told("\n".join(follow(lines, problems[0])), FILES[file]) == [], (number, problems)
            elsewhere += problems[0].spot.line != number
    assert count > 50
    assert elsewhere < count / 20, "of two lines that do not line up either may be the wrong one, but seldom"


@pytest.mark.parametrize("sign", [":", "-", " ", "[", "]", "{", "}"])
@pytest.mark.parametrize("file", FILES)
def test_a_sign_left_out_brings_one_message_on_its_line(file: str, sign: str) -> None:
    lines = lines_of(file)
    for index, line in enumerate(lines):
        at = line.find(sign, len(line) - len(line.lstrip()))
        if at < 0 or line.lstrip().startswith("#"):
            continue
        broken = [*lines[:index], line[:at] + line[at + 1 :], *lines[index + 1 :]]
        problems = told("\n".join(broken), FILES[file])
        assert len(problems) <= 1, (line, problems)
        assert [problem.spot.line for problem in problems] in ([], [index + 1]), (line, problems)


def test_a_misspelt_name_is_not_moved() -> None:
    problems = told(EVENT.replace("    evidence:", "    abuot: [a]\n    evidence:"), "event")
    assert [p.message for p in problems] == ['"abuot" is not a field of claim; did you mean "about"?']


def test_text_with_a_colon_at_the_indent_of_its_field_is_moved() -> None:
    (problem,) = told(EVENT.replace("          The bridge was shut", "        What it was: shut"), "event")
    assert (problem.spot.line, problem.code) == (8, "indent")
    assert 'this line of the text of "exact:" is not indented far enough' in problem.message


def test_an_item_of_ids_is_moved() -> None:
    text = EVENT.replace("    evidence:", "    about:\n      - one-two\n        - three-four\n    evidence:")
    (problem,) = told(text, "event")
    assert (problem.spot.line, problem.code) == (7, "indent")
    assert "take 2 spaces away before it" in problem.message


def test_the_name_of_a_list_is_put_above_its_first_item() -> None:
    (problem,) = told(EVENT.replace("    evidence:\n", ""), "event")
    assert (problem.spot.line, problem.code) == (5, "no-colon")
    assert 'write a line "evidence:" above it, with 4 spaces before it' in problem.message


def test_problems_of_other_lines_are_kept() -> None:
    text = EVENT.replace("title:", "titel:").replace("    statement:", "  statement:")
    assert [p.code for p in told(text, "event")] == ["indent"]
    text = EVENT.replace("title:", "titel:").replace("        exact:", "    exact:")
    assert [(p.spot.line, p.code) for p in told(text, "event")] == [(7, "indent"), (1, "unknown-field")]


def test_where_two_lines_are_wrong_nothing_is_advised_that_was_not_seen_to_work() -> None:
    more = EVENT.replace("title: Closure\n", "").replace("claims:\n", "").replace("bridge-shut", "bridge-open")
    far = "".join(f"    # {number}\n" for number in range(20))
    text = (EVENT + far + more).replace("    statement:", "      statement:")
    (problem,) = told(text, "event")
    assert (problem.spot.line, problem.code) == (4, "yaml-syntax")


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    text = "\ufeff" + EVENT.replace("    statement:", "     statement:").replace("\n", "\r\n")
    (problem,) = told(text, "event")
    assert (str(problem.spot), problem.code) == ("f.yml:4:6", "indent")
    assert "take 1 space away before it" in problem.message


def test_patience_ends() -> None:
    broken = EVENT.replace("    statement:", "     statement:")
    patience = Patience(left=len(broken) // 2)
    assert [p.code for p in told(broken, "event", patience=patience)] == ["yaml-syntax"]
    assert patience.left < 0


def test_a_large_broken_file_is_not_read_for_ever() -> None:
    text = EVENT + EVENT.partition("claims:\n")[2] * 2_000 + "   broken\n"
    start = time.process_time()
    assert told(text, "event")
    assert time.process_time() - start < 20
