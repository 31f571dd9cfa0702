"""Stretches of one text: those over a stretch are the ones that asking each would give, in the order of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.overlaps import Overlaps, Span

SPAN = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: (min(ends), max(ends)))


@given(st.lists(SPAN, max_size=12), SPAN)
def test_the_same_as_asking_each(spans: list[Span], asked: Span) -> None:
    start, end = asked
    placed = list(enumerate(spans))
    found = Overlaps((span, number) for number, span in placed).over(start, end)
    assert sorted(found) == [number for number, (first, last) in placed if first < end and start < last]


def test_in_the_order_of_the_text() -> None:
    assert Overlaps([((5, 9), "later"), ((1, 6), "earlier")]).over(0, 9) == ["earlier", "later"]


def test_none() -> None:
    assert Overlaps[str]([]).over(0, 9) == []
