"""Words in stretches: what looking at each word and each stretch would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.coverage import merged
from generator.evidence.sentences import words
from generator.evidence.word_places import Span, WordPlaces

TEXT = st.text("ab .,'\n", max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: (min(ends), max(ends))), max_size=4)


@given(TEXT, SPANS)
def test_the_same_as_asking_each(text: str, spans: list[Span]) -> None:
    places, stretches = words(text), merged(spans)
    found = WordPlaces(places)
    inside = [any(first <= start and end <= last for first, last in stretches) for start, end in places]
    touched = [any(first < end and start < last for first, last in stretches) for start, end in places]
    assert list(map(bool, found.inside(stretches))) == inside
    assert list(map(bool, found.touched(stretches))) == touched
    assert [number for span in found.ranges(stretches) for number in range(*span)] == [
        number for number, is_inside in enumerate(inside) if is_inside
    ]


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_words_that_begin_between_two_offsets(text: str, start: int, end: int) -> None:
    places = words(text)
    found = range(*WordPlaces(places).between(start, max(start, end)))
    assert list(found) == [number for number, (first, _) in enumerate(places) if start <= first < end]
