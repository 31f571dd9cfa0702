from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.passages import Value
from generator.writing import naming
from generator.writing.escaping import one_line


@given(st.text())
def test_a_claim_is_named_by_its_whole_statement(statement: str) -> None:
    name = naming.claim_name(statement)
    assert not name.endswith(".")
    assert set(one_line(statement).removeprefix(name)) <= {"."}


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["S0", "S1", "S2", "S3", "S4"], "S0 to S4 are"),
        (["S1", "S2", "S4"], "S1, S2 and S4 are"),
        (["S1", "S2"], "S1 and S2 are"),
        (["S1"], "S1 is"),
        (["S1", "A2", "S3"], "S1, A2 and S3 are"),
        (["bulletin", "S1", "S2"], "bulletin, S1 and S2 are"),
    ],
)
def test_labels_that_count_up_are_a_range(labels: list[str], words: str) -> None:
    assert naming.labels_of(labels) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Value(at_least=1200), "at least 1,200"),
        (Value(more_than=1000), "more than 1,000"),
        (Value(at_most=25), "at most 25"),
        (Value(fewer_than=25), "fewer than 25"),
        (Value(about=6000), "about 6,000"),
        (Value(exactly=3.5), "3.5"),
        (Value(between=[18, 25]), "18 to 25"),
        (Value(words="thousands"), "“thousands”"),
    ],
)
def test_values_keep_their_bound(value: Value, words: str) -> None:
    assert naming.value_in_words(value) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (1, "100 %"), (0.001, "under 1 %"), (0.999, "over 99 %"), (0.256, "26 %"), (0.975, "98 %")],
)
def test_per_cent_never_rounds_to_nothing_or_all(share: float, words: str) -> None:
    assert naming.per_cent(share) == words


@pytest.mark.parametrize(
    ("passage", "ends"),
    [
        ("one", ("one", "")),
        ("one two", ("one two", "")),
        ("one two three", ("one", "three")),
        ("a b c d e f g h i j", ("a b c d", "g h i j")),
    ],
)
def test_a_passage_by_its_ends(passage: str, ends: tuple[str, str]) -> None:
    assert naming.ends(passage) == ends


def test_lists_and_labels() -> None:
    assert naming.listed([]) == ""
    assert naming.listed(["a"]) == "a"
    assert naming.listed(["a", "b", "c"]) == "a, b and c"
    assert naming.source_label("s12") == "S12"
    assert naming.source_label("gazette") == "gazette"
    assert naming.mark("reported, not attributed").slug == "reported-not-attributed"
