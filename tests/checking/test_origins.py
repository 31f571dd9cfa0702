"""The rule on shared text: where it warns, whom it names, and what settles it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.checking.origins import SHOWN, undeclared
from generator.evidence.weighing import Weighed, weigh
from generator.problems import Problem
from generator.reading.files import read

HEAD = """\
title: The fair
question: What happened?
scope: {text: A few papers., until: 2025-03-04}
summary: [{asks: What?, claims: []}]
licence: CC BY 4.0
updated: 2025-03-05
quotation_limit: {share: 0.5, because: short papers}
origins:
  - {id: notice, about: a notice, because: They say so.}
  - {id: letter, about: a letter, because: It says so.}
"""
SHARED = (
    "The bakers mended every broken oven before the winter fair opened, and sold warm bread from wooden carts along "
    "the frozen river."
)


def weighed(root: Path, sources: dict[str, tuple[str, str]]) -> Weighed:
    """Weigh a dossier of sources alone, each with its text and further fields."""
    files = {"facts/dossier.yml": HEAD}
    for id_, (text, fields) in sources.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        files[f"seeds/{id_}.txt"] = text
        files[f"facts/sources/{id_}.yml"] = f"type: document\nfile: seeds/{id_}.txt\nsha256: {digest}\n{fields}"
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return weigh(read(root)[0])


def warned(root: Path, sources: dict[str, tuple[str, str]]) -> list[Problem]:
    return list(undeclared(weighed(root, sources)))


def test_the_second_of_two_without_an_origin_is_named(tmp_path: Path) -> None:
    (problem,) = warned(tmp_path, {"a": (f"News. {SHARED}", ""), "b": (f"{SHARED}\nMore.", "")})
    assert (str(problem.spot), problem.code, problem.severity) == ("facts/sources/b.yml:2:7", "shared-text", "warning")
    assert "b shares 1 passage with a" in problem.message
    assert "because:" in problem.message
    assert problem.details[0].startswith('seeds/a.txt:1:7 and seeds/b.txt:1:1: "The bakers mended')


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("", "origin: notice", "facts/sources/a.yml:2:7"),
        ("origin: notice", "", "facts/sources/b.yml:2:7"),
        ("origin: notice", "origin: notice", ""),
        ("origin: notice", "origin: letter", ""),
    ],
)
def test_two_declared_origins_settle_it_and_one_does_not(tmp_path: Path, one: str, other: str, place: str) -> None:
    problems = warned(tmp_path, {"a": (SHARED, one), "b": (SHARED, other)})
    assert [str(problem.spot) for problem in problems] == ([place] if place else [])


def test_parts_are_held_against_sources_by_their_own_origin(tmp_path: Path) -> None:
    text = f"Quite another matter altogether.\n{SHARED}"
    part = f"origin: letter\nparts:\n  - exact: {SHARED!r}\n    because: It stands apart.\n    "
    assert warned(tmp_path / "1", {"a": (SHARED, "origin: notice"), "b": (text, f"{part}origin: notice\n")}) == []
    (problem,) = warned(tmp_path / "2", {"a": (SHARED, ""), "b": (text, f"{part}origin: notice\n")})
    assert "a shares 1 passage with part 1 of b" in problem.message
    own = f"{part}origin: notice\n".removeprefix("origin: letter\n")
    assert warned(tmp_path / "4", {"a": (SHARED, "origin: notice"), "b": (text, own)}) == []
    unknown = part.removeprefix("origin: letter\n")
    (problem,) = warned(tmp_path / "3", {"a": (SHARED, "origin: notice"), "b": (text, f"{unknown}\n")})
    assert str(problem.spot).startswith("facts/sources/b.yml:5:")
    assert "part 1 of b shares 1 passage with a" in problem.message


def test_generated_text_is_not_compared(tmp_path: Path) -> None:
    part = f"parts:\n  - exact: {SHARED!r}\n    because: It cites itself.\n    generated: true\n"
    found = weighed(tmp_path, {"a": (SHARED, ""), "b": (f"Quite another matter.\n{SHARED}", part)})
    assert found.proof_of("b", ("parts", 0))
    assert found.shared == ()


def test_a_text_that_many_copy_has_one_problem_each(tmp_path: Path) -> None:
    problems = warned(tmp_path, dict.fromkeys("abcd", (SHARED, "")))
    assert [problem.spot.file for problem in problems] == [f"facts/sources/{name}.yml" for name in "bcd"]
    assert "with a (and with 2 more)" in problems[-1].message


def test_the_closest_of_several_is_shown(tmp_path: Path) -> None:
    head = " ".join(SHARED.split()[:20])
    problems = warned(tmp_path, {"a": (f"{head} again.", ""), "b": (SHARED, ""), "c": (SHARED, "")})
    assert "c shares 1 passage with b (and with 1 more)" in problems[-1].message


def test_both_wordings_stand_side_by_side_where_they_differ_and_few_of_many(tmp_path: Path) -> None:
    phrases = [f"{word} carts rolled slowly past the quiet{word} houses" for word in "abcdefghij"]
    one = ". Aa ".join(phrases)
    other = one.replace("Aa", "Bb").replace("slowly past", "slowly,\npast")
    (problem,) = warned(tmp_path, {"a": (one, ""), "b": (other, "")})
    assert len(problem.details) == SHOWN + 1
    assert problem.details[0].endswith(
        '"a carts rolled slowly past the quieta houses" / "a carts rolled slowly, past the quieta houses"'
    )
    assert problem.details[-1] == "and 2 more"
