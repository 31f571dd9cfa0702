"""Annotations and summaries as GitHub reads them."""

from __future__ import annotations

import re

from markdown import markdown

from generator.printing.github import LARGEST, SHOWN, problems_as_annotations, summary
from generator.problems import Problem, Spot


def made(number: int, *, code: str = "unknown-field", message: str = "wrong") -> Problem:
    return Problem(Spot("facts/a.yml", number, 3, 5), code, message)


def commands(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("::")]


def test_an_annotation_has_its_place_and_its_code() -> None:
    told = problems_as_annotations([made(4, message="wrong: 50%, ok")], folder="x")
    assert commands(told) == [
        "::error file=x/facts/a.yml,line=4,endLine=4,col=3,endColumn=8,title=unknown-field::wrong: 50%25, ok"
    ]
    assert told.splitlines()[1:] == ["facts/a.yml:4:3: wrong: 50%, ok [unknown-field]", "1 error"]


def test_line_ends_and_signs_of_properties_are_escaped() -> None:
    problem = Problem(Spot("facts/a,b:c%.yml", 1, 1), "unknown-field", "x", ("d1", "d2"))
    assert commands(problems_as_annotations([problem]))[0] == (
        "::error file=facts/a%2Cb%3Ac%25.yml,line=1,endLine=1,col=1,endColumn=2,title=unknown-field::x%0Ad1%0Ad2"
    )


def test_ten_of_a_kind_are_shown_and_the_tenth_counts_the_rest() -> None:
    many = [made(line) for line in range(1, 16)] + [made(1, code="hedge-dropped")]
    told = commands(problems_as_annotations(many))
    errors = [line for line in told if line.startswith("::error ")]
    assert len(errors) == SHOWN
    assert errors[-1].endswith("wrong%0Aand 6 more from here on; the summary of this run lists every problem")
    assert len(told) == SHOWN + 1
    assert len(commands(problems_as_annotations(many[:10]))) == SHOWN
    assert not any("more from here" in line for line in commands(problems_as_annotations(many[:10])))


def test_the_log_cannot_hold_a_command_by_accident() -> None:
    def excerpt(_: Spot) -> tuple[str, ...]:
        return ("::stop-commands::x", "  ##[endgroup]")

    told = problems_as_annotations([made(1)], excerpt=excerpt).splitlines()
    assert told[2:4] == [" ::stop-commands::x", "   ##[endgroup]"]


def test_the_summary_has_every_problem_and_no_markup_of_theirs() -> None:
    problem = Problem(Spot("facts/a.yml", 1, 1), "unknown-field", "<b>*x*</b> @who [l](u)", ("```", "````x"))
    html = markdown(summary([problem, made(2)]), extensions=["fenced_code"])
    assert "<b>" not in html
    assert "<em>" not in html
    assert "<a " not in html
    assert html.count("<strong>") == 2
    assert "2 errors" in html
    assert "`````text" in summary([problem])


def test_the_summary_is_cut_where_github_would_refuse_it() -> None:
    text = summary([made(line, message="x" * 900) for line in range(1, 1201)])
    assert len(text.encode()) < LARGEST + 1000
    told = re.search(r"and (\d+) more; run", text)
    assert told
    assert text.count("**`") + int(told[1]) == 1200
