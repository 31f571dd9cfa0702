"""What may open a sentence without being a name."""

import pytest

from generator.evidence.openers import opens, vocabulary

KNOWN = vocabulary(["The bridge was closed. Letters arrived, and a councillor agreed with Mill Lane."])


def test_the_vocabulary_holds_words_in_lower_case() -> None:
    assert {"bridge", "closed", "councillor"} <= KNOWN
    assert not {"the", "letters", "mill", "Mill"} & KNOWN


@pytest.mark.parametrize(
    "word", ["The", "Bridge", "Bridges", "Closed", "Closing", "Councillors", "Although", "Agreeing"]
)
def test_words_of_the_texts_and_small_words_may_open(word: str) -> None:
    assert opens(word, known=KNOWN)


@pytest.mark.parametrize("word", ["Erdmann", "Mill", "Lane", "Orrell", "Es"])
def test_names_may_not(word: str) -> None:
    assert not opens(word, known=KNOWN)
