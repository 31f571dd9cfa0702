"""The problems a change brought: a moved line or a new id makes no problem new, a second one of a kind is new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.editing.brought import brought
from generator.problems import Problem, Spot

CODES = ("bad-date", "loaded-word", "set-aside-quoted")
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Spot, st.sampled_from(("facts/events/a.yml", "facts/events/b.yml")), st.integers(1, 9)),
        st.sampled_from(CODES),
        st.sampled_from(('"x" is wrong; mend it', '"a" is quoted at facts/events/a.yml:3:4; mend it')),
    )
)


@given(PROBLEMS, PROBLEMS)
def test_nothing_known_is_new_and_nothing_new_is_lost(known: list[Problem], new: list[Problem]) -> None:
    found = brought(known, [*map(_moved, known), *new])
    assert len(found) == len(new)
    assert sorted(map(_bare, found)) == sorted(map(_bare, new))


def test_a_new_id_is_no_new_problem() -> None:
    before = [Problem(Spot("facts/events/a.yml"), "loaded-word", '"a" is wrong, "a-b" is not; mend it')]
    after = [Problem(Spot("facts/events/c.yml"), "loaded-word", '"c" is wrong, "a-b" is not; mend it')]
    assert brought(before, after, renamed=("a", "c")) == []
    assert brought(before, after) == after


def test_sentences_of_a_new_text_are_counted_elsewhere() -> None:
    assert brought([], [Problem(Spot("seeds/a.txt"), "sentence-unaccounted", "is not accounted for; cite it")]) == []


def _moved(problem: Problem) -> Problem:
    return Problem(Spot(problem.spot.file, problem.spot.line + 7), problem.code, problem.message.replace(":3:", ":10:"))


def _bare(problem: Problem) -> tuple[str, str, str]:
    return problem.spot.file, problem.code, problem.message
