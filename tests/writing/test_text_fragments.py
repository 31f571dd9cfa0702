"""Text directives: what they spell, and that the words they name stand first where they are meant."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from generator.writing.text_fragments import SHORT, directive, link

TEXT = "Well-known men, A & B, came — so they said.\nThey left on Monday. She left on Tuesday, he on Monday."


def of(words: str, *, at: int = 0) -> str:
    start = TEXT.index(words, at)
    return directive(TEXT, start, start + len(words))


def test_a_short_passage_is_named_whole_with_its_signs_encoded() -> None:
    assert of("Well-known men, A & B") == "Well%2Dknown%20men%2C%20A%20%26%20B"
    assert of("came — so") == "came%20%E2%80%94%20so"


def test_the_second_place_of_words_is_told_by_what_stands_round_it() -> None:
    assert of("on Monday") == "on%20Monday"
    assert of("on Monday", at=TEXT.index("Tuesday")) == "Tuesday%2C%20he-,on%20Monday"


def test_a_long_passage_is_named_by_its_ends() -> None:
    text = " ".join(f"w{number}" for number in range(SHORT + 20))
    assert directive(text, 0, len(text)) == "w0%20w1%20w2%20w3,w26%20w27%20w28%20w29"


def test_the_end_of_a_long_passage_is_not_found_too_early() -> None:
    middle = " ".join(f"w{number}" for number in range(SHORT))
    text = f"it was late a b c d {middle} a b c d then {middle} a b c d"
    start, end = text.index("it"), len(text)
    first, last = directive(text, start, end).split(",")
    assert text.startswith(unquote(first))
    assert text.index(unquote(last), len(unquote(first))) + len(unquote(last)) == len(text)


def test_a_passage_over_a_line_break_is_a_range() -> None:
    assert of("so they said.\nThey left") == "so%20they%20said.,They%20left"


def test_parts_of_an_omission_are_directives_of_their_own() -> None:
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("Well-known men", "so they said")]
    expected = "text=Well%2Dknown%20men&text=so%20they%20said"
    assert link("https://a.example/x", TEXT, spans) == f"https://a.example/x#:~:{expected}"
    assert link("https://a.example/x#top", TEXT, spans) == f"https://a.example/x#top:~:{expected}"


@pytest.mark.parametrize("sign", ["-", ",", "&", "#", "(", ")", " ", "«"])
def test_signs_that_part_terms_are_never_bare(sign: str) -> None:
    assert sign not in directive(f"a{sign}b", 0, 3)
