"""Problems as GitHub shows them: annotations at lines of a pull request, and a summary of the run that holds them all.

Workflow commands as the runner reads them: a line `::error file=,line=,title=::message`, in which `%` and line ends are
escaped, and in properties also `:` and `,`. A step shows 10 annotations of a kind, a summary 1 MiB.
May import problems, `unseen` and the text form. Must never look at the environment.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from generator.printing.problem_text import SEVERITIES, Excerpt, count_problems, no_excerpt, problems_as_text
from generator.problems import Problem
from generator.reading.unseen import visible

_COMMANDS = {"note": "notice"}
SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""
LARGEST = 900_000
"""Bytes of a summary; GitHub refuses more than 1,048,576."""


def problems_as_annotations(problems: Iterable[Problem], *, folder: str = "", excerpt: Excerpt = no_excerpt) -> str:
    """Give annotations for at most ten errors and ten warnings, then all problems as text for the log.

    `folder` is the dossier's folder inside the repository. Where there are more, the last annotation of a kind says so.
    """
    ordered = sorted(problems)
    lines: list[str] = []
    for severity in SEVERITIES:
        lines += _annotations([problem for problem in ordered if problem.severity == severity], folder=folder)
    return "\n".join([*lines, _stopped(problems_as_text(ordered, excerpt=excerpt))])


def summary(problems: Iterable[Problem], *, excerpt: Excerpt = no_excerpt) -> str:
    """Give the summary of a run as Markdown: the count and every problem, cut only where GitHub would refuse it."""
    ordered = sorted(problems)
    head = f"### factsheet check: {count_problems(ordered)}\n\n"
    blocks: list[str] = []
    room = LARGEST - len(head.encode())
    for problem in ordered:
        block = "\n".join(_listed(problem, excerpt=excerpt))
        if (room := room - len(block.encode())) < 0:
            blocks.append(f"\nand {len(ordered) - len(blocks)} more; run `factsheet check` to list them.\n")
            break
        blocks.append(block)
    return head + "".join(blocks)


def _annotations(problems: Sequence[Problem], *, folder: str) -> Iterator[str]:
    whole = len(problems) <= SHOWN
    for problem in problems if whole else problems[: SHOWN - 1]:
        details = "".join(f"\n{visible(detail)}" for detail in problem.details)
        yield _command(problem, f"{visible(problem.message)}{details}", folder=folder)
    if not whole:
        rest = problems[SHOWN - 1 :]
        more = f"and {len(rest)} more from here on; the summary of this run lists every problem"
        yield _command(rest[0], f"{visible(rest[0].message)}\n{more}", folder=folder)


def _command(problem: Problem, message: str, *, folder: str) -> str:
    spot = problem.spot
    properties = {
        "file": posixpath.normpath(posixpath.join(folder, spot.file)),
        "line": str(spot.line),
        "endLine": str(spot.line),
        "col": str(spot.column),
        "endColumn": str(spot.column + max(spot.width, 1)),
        "title": problem.code,
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS.get(problem.severity, problem.severity)} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _stopped(text: str) -> str:
    """Keep the runner from reading a line of the log as a command: none may begin with `::` or `##[`."""
    return "\n".join(f" {line}" if line.lstrip().startswith(("::", "##[")) else line for line in text.split("\n"))


def _listed(problem: Problem, *, excerpt: Excerpt) -> Iterator[str]:
    mark = "" if problem.severity == "error" else f"{problem.severity}: "
    yield f"\n**{_code(str(problem.spot))}** {mark}{_text(visible(problem.message))} {_code(problem.code)}\n"
    below = [*excerpt(problem.spot), *map(visible, problem.details)]
    if below:
        fence = "`" * max(3, 1 + max(len(run) for line in below for run in _ticks(line)))
        yield "\n".join((f"{fence}text", *below, fence, ""))


def _ticks(line: str) -> list[str]:
    return ["", *("".join(run) for run in _runs(line))]


def _runs(line: str) -> Iterator[str]:
    run = ""
    for sign in f"{line} ":
        if sign == "`":
            run += sign
        elif run:
            yield run
            run = ""


def _code(text: str) -> str:
    return f"`{text.replace('`', 'ˋ')}`"


def _text(text: str) -> str:
    """Keep a text as it is in Markdown: signs that would mark it up become references to themselves."""
    return "".join(f"&#{ord(sign)};" if sign in "\\`*_{}[]<>()#+-!|~&@" else sign for sign in text)
