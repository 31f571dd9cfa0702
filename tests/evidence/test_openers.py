"""What may open a sentence without being a name."""

import pytest

from generator.evidence.openers import Vocabulary

KNOWN = Vocabulary("The bridge was closed. Letters arrived, and a councillor agreed with Mill Lane.")


@pytest.mark.parametrize(
    "word", ["The", "Bridge", "Bridges", "Closed", "Closing", "Councillors", "Although", "Agreeing"]
)
def test_words_of_the_texts_and_small_words_may_open(word: str) -> None:
    assert KNOWN.opens(word)


@pytest.mark.parametrize("word", ["Erdmann", "Letters", "Mill", "Lane", "Orrell", "Es"])
def test_names_and_words_that_only_stand_with_a_capital_may_not(word: str) -> None:
    assert not KNOWN.opens(word)
