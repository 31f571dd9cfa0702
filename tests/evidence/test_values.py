"""A value stands in its own quotation, or one is told what stands there instead."""

from __future__ import annotations

import pytest

from generator.evidence.scan import Scan
from generator.evidence.values import answering, bears_out, explain
from generator.model.passages import Value

OVER = "all captured soldiers aged 25 and under, which amounts to over 1,000 individuals per side"


@pytest.mark.parametrize(
    ("value", "quotation"),
    [
        (Value(more_than=1000), OVER),
        (Value(at_most=25), OVER),
        (Value(exactly=640), "a list of 640 names"),
        (Value(about=3.5), "about 3.5 million euros or about 3.5 per cent"),
        (Value(between=[18, 25]), "(18-25 years old)"),
        (Value(date="2025-06-02"), "on June 2, 2025"),
        (
            Value(words="the bodies of \u201cthousands\u201d"),
            "repatriate the\nbodies of \u00abthousands\u00bb who died",
        ),
        (Value(words="caf\u00e9"), "a cafe\u0301 there"),
    ],
)
def test_borne_out(value: Value, quotation: str) -> None:
    assert bears_out(value, Scan(quotation))


@pytest.mark.parametrize(
    ("value", "quotation"),
    [
        (Value(at_least=1200), OVER),
        (Value(at_least=1000), OVER),
        (Value(exactly=1000), OVER),
        (Value(fewer_than=25), OVER),
        (Value(exactly=2), "on June 2 in the second round"),
        (Value(between=[25, 18]), "(18-25 years old)"),
        (Value(date="2025-06-02"), "on June 2"),
        (Value(date="2025-02-30"), "on 30 February 2025"),
        (Value(words="thousand"), "thousands who died"),
        (Value(words="Thousands"), "thousands who died"),
        (Value(words="\u201c"), "no such mark"),
        (Value(words="\u200b\u00ad"), "no such mark"),
    ],
)
def test_not_borne_out(value: Value, quotation: str) -> None:
    assert not bears_out(value, Scan(quotation))


@pytest.mark.parametrize(
    ("value", "quotation", "phrase"),
    [
        (Value(at_least=1200), "over 1,000 a side", 'the quotation has more_than: 1000 ("over 1,000")'),
        (Value(exactly=5), "aged 18-25", 'the quotation has between: [18, 25] ("18-25")'),
        (Value(exactly=5), "nothing", "the quotation has no amount"),
        (Value(date="2025"), "on June 2", 'the quotation names "June 2"'),
        (Value(date="2025"), "on a day", "the quotation names no date"),
        (Value(words="many"), "few", 'the quotation does not have the words "many"'),
    ],
)
def test_explained(value: Value, quotation: str, phrase: str) -> None:
    assert explain(value, Scan(quotation)) == phrase


def test_a_long_list_is_cut() -> None:
    assert explain(Value(exactly=0), Scan("1, 2, 3, 4, 5, 6, 7")).endswith("and 2 more")


@pytest.mark.parametrize(
    ("value", "quotation", "words"),
    [
        ({"more_than": 1000}, "over 1,000 people and over 2,000 dogs", ["over 1,000"]),
        ({"at_least": 5}, "over 1,000 people", []),
        ({"words": "second round"}, "the second round of talks", ["second round"]),
        ({"date": "2025-06-02"}, "on June 2, 2025, or 3 June 2025", ["June 2, 2025"]),
    ],
)  # fmt: skip
def test_the_words_that_give_a_value_are_found(value: dict[str, object], quotation: str, words: list[str]) -> None:
    assert [quotation[start:end] for start, end in answering(Value.model_validate(value), quotation)] == words
