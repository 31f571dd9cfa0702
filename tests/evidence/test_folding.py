"""Folding: only typography changes, and every folded character leads back to its own place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.folding import fold

SEEDS = [path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
SIGNS = "aeo bсй가각ᄀ\u1161\u11a8\u0301\u0323\u00ad\u200b\ufe0f«»’'—-\n\r\t\u00a0…[]é5\u1e63\u0345\u212b"
TEXTS = st.text(alphabet=st.sampled_from(SIGNS))


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        ("“a” „b‟ «c» ＂d\"", '"a" "b" "c" "d"'),
        ("‘a’ ‚b‛ ‹c› rock ʼn' roll", "'a' 'b' 'c' rock 'n' roll"),
        ("a‐b‑c‒d–e—f―g−h-i", "a-b-c-d-e-f-g-h-i"),
        ("a\u00a0b\u202fc\u2009d\n e\t\tf", "a b c d e f"),
        ("co\u00adop\u200be\u200cr\u2060ate\ufeff", "cooperate"),
        ("❤\ufe0f", "❤"),
        ("cafe\u0301", "café"),
        ("cafe\u00ad\u0301", "café"),
        ("\u1100\u1161\u11a8", "각"),
        ("a […] b", "a [...] b"),
    ],
)
def test_typography_is_folded(stored: str, folded: str) -> None:
    assert fold(stored).text == folded


@pytest.mark.parametrize(
    "stored", ["ﬁ", "½", "²", "①", "Ａ", "…", "... a", "a - b", "Straße", "İ", "ﷺ", "50 %", "`x´", "''"]
)
def test_nothing_else_is_folded(stored: str) -> None:
    assert fold(stored).text == stored


@pytest.mark.parametrize("length", [1 << 15, (1 << 16) - 1, 1 << 16, (1 << 16) + 1])
def test_a_text_of_any_length_leads_back_to_its_last_character(length: int) -> None:
    text = "é  " + "a" * (length - 4) + "é"
    folded = fold(text)
    assert len(text) == length
    assert len(folded.text) == len(folded.starts) == len(folded.ends) == length - 1
    assert folded.span(0, length - 1) == (0, length)
    assert folded.span(length - 2, length - 1) == (length - 1, length)


def test_single_and_double_quotation_marks_stay_apart() -> None:
    assert fold("’").text != fold("”").text
    assert fold("‹").text != fold("«").text
    assert fold("''").text != fold('"').text


@given(TEXTS)
@settings(max_examples=300)
def test_every_character_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.plain) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert fold(folded.text).text == folded.text
    assert fold(unicodedata.normalize("NFD", text)).text == folded.text


@given(TEXTS, st.data())
@settings(max_examples=200)
def test_a_span_without_cut_folds_to_the_same(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    edges = [at for at in range(len(folded.text) + 1) if folded.breaks(at)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    if start < end and "…" not in text:  # a lone ellipsis is folded between brackets only
        first, last = folded.span(start, end)
        assert fold(text[first:last]).text == folded.text[start:end]


@pytest.mark.parametrize("text", SEEDS)
def test_source_texts_keep_their_length_and_lines(text: str) -> None:
    folded = fold(text)
    assert len(folded.lines) == len([line for line in text.splitlines() if line.strip()])
    assert [text[start:end] for start, end in (folded.span(*line) for line in folded.lines)] == [
        line.strip() for line in text.strip().splitlines() if line.strip()
    ]


def test_places_count_lines_and_columns_from_one() -> None:
    folded = fold("one\r\ntwo\n\nfour")
    assert [folded.place(at) for at in (0, 2, 5, 9, 10)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1)]


def test_folding_is_frozen() -> None:
    with pytest.raises(AttributeError):
        fold("a").text = "b"  # type: ignore[misc]  # the assignment is what must fail
