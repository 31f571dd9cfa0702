"""Word boundaries agree with Unicode's, number boundaries keep numbers whole."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.wordbreak import word_break, words  # type: ignore[import-untyped]  # an oracle; it ships no types

from generator.evidence.boundaries import bounds, number_spans, word_class
from generator.evidence.folding import fold

SEEDS = [path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
ORACLE = {
    "ALETTER": "A", "HEBREW_LETTER": "H", "KATAKANA": "K", "NUMERIC": "N", "EXTENDNUMLET": "E", "EXTEND": "X",
    "FORMAT": "X", "ZWJ": "X", "REGIONAL_INDICATOR": "R", "MIDLETTER": "L", "MIDNUM": "M", "MIDNUMLET": "B",
    "SINGLE_QUOTE": "Q", "DOUBLE_QUOTE": "D", "LF": "Z",
}  # fmt: skip
SAMPLE = "abZ.,:;'\"_ 19’‘-é\u0301\u0308אבשアイ漢字ひใไ🇺🇦🇫👍🏽·٫٬٣€%\u0903한국жї°²/"


def pieces(text: str) -> list[str]:
    inside = bounds(text).inside
    cuts = [at for at in range(len(text) + 1) if not inside[at] & 1]
    return [text[start:end] for start, end in pairwise(cuts)]


@given(st.text(alphabet=st.sampled_from(SAMPLE), max_size=14))
@settings(max_examples=600)
def test_words_are_those_of_unicode(text: str) -> None:
    single = " ".join(text.split())  # runs of spaces are one space in a folded text
    assert pieces(single) == list(words(single))


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_words_of_any_text_are_those_of_unicode(text: str) -> None:
    plain = fold(text).plain.replace("\n", " ").replace("\t", " ")
    unknown = ("Cn", "Cs", "Co", "Cc")
    known = "".join(c for c in plain if unicodedata.category(c) not in unknown and c not in "\u0e33\u0eb3")
    single = " ".join(known.split())
    same_class = all(ORACLE.get(word_break(c).name, "O") == word_class(c).replace("U", "O") for c in single)
    if same_class:  # what is a letter changes with Unicode's edition; the test below counts those
        assert pieces(single) == list(words(single))


def test_classes_are_those_of_unicode() -> None:
    odd = []
    for point in range(0x20000):
        character = chr(point)
        if unicodedata.category(character) in ("Cn", "Cs", "Co", "Cc", "Zs"):
            continue
        if ORACLE.get(word_break(character).name, "O") != word_class(character).replace("U", "O"):
            odd.append(point)
    assert len(odd) < 30
    assert not [point for point in odd if point < 0x0890]


@pytest.mark.parametrize("text", SEEDS)
def test_words_of_the_source_texts_are_those_of_unicode(text: str) -> None:
    for line in fold(text).plain.split("\n"):
        assert pieces(line) == list(words(line))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 and 11,000", ["1,200", "11,000"]),
        ("1 200 or 1 200 000,50 or 1.200 or 1'200 or 1’200", ["1 200", "1 200 000,50", "1.200", "1'200", "1’200"]),
        ("3.5 and .5 and 12,5", ["3.5", ".5", "12,5"]),
        ("-5 −5 –5 +5 ±5", ["-5", "−5", "–5", "+5", "±5"]),
        ("—5", ["5"]),
        ("under-25 and 18-25 and 18–25", ["25", "18", "25", "18", "25"]),
        ("5% 5 % 5‰ %5", ["5%", "5 %", "5‰", "%5"]),
        ("5%-10%", ["5%", "10%"]),
        ("$5 €1,000 £ 3 ₴200", ["$5", "€1,000", "£ 3", "₴200"]),
        ("5€ 1 200 ₴ -$5 $-5", ["5€", "1 200 ₴", "-$5", "$-5"]),
        ("5 $10 tickets", ["5", "$10"]),
        ("in 2025 300 people", ["2025", "300"]),
        ("June 2 1 200 men", ["2", "1 200"]),
        ("in 12 300 people", ["12 300"]),
        ("A4 300 pages, under-25 300", ["4", "300", "25", "300"]),
        ("1 000-1 200 men", ["1 000", "1 200"]),
        ("1 2000", ["1", "2000"]),
        ("1\n200 and 1\t200", ["1", "200", "1", "200"]),
        ("...5 and 7.", ["5", "7"]),
        ("٣٫٥", ["٣٫٥"]),
    ],
)
def test_numbers_are_whole(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in number_spans(text)] == numbers


def test_positions_inside_are_told_apart() -> None:
    found = bounds("a 1 200 men")
    assert found.in_number(3)
    assert not found.in_number(9)
    assert found.unit(4) == (2, 7)
    assert found.unit(9) == (8, 11)
    assert found.unit(8) == (8, 8)
    assert bounds("men 12").unit(1) == (0, 3)


@pytest.mark.parametrize("sign", ["👩", "^", "→", "‼"])
def test_a_sign_that_was_joined_to_the_one_before_stays_with_it(sign: str) -> None:
    assert bounds(f"👨{sign}").breaks(1)
    assert not bounds(f"👨{sign}", joined=[1]).breaks(1)


def test_a_letter_or_an_edge_is_joined_to_nothing() -> None:
    assert bounds("👨a", joined=[1]).breaks(1)
    assert bounds("👨", joined=[0, 1]).breaks(0)
    assert bounds("👨", joined=[0, 1]).breaks(1)


def test_nothing_is_parted_from_its_marks() -> None:
    assert pieces("漢\u0301ไ\u0e48ก\u0e33") == ["漢\u0301", "ไ\u0e48", "ก\u0e33"]
    assert not fold("👨\u200d👩").breaks(1)
    assert fold("👨👩").breaks(1)


@given(st.text("aAbz09 .,'’:;_-–%$\"\n?…·é", max_size=14))
def test_the_short_way_through_a_plain_text_leads_where_the_long_one_does(text: str) -> None:
    with_katakana = bounds(f"{text} カー")  # of a class for which all rules are gone through
    assert bounds(text).inside[: len(text)] == with_katakana.inside[: len(text)]


@pytest.mark.parametrize("flag", ["🇦🇦", "🇦🇿", "🇿🇦", "🇿🇿"])
def test_a_flag_is_two_letters_that_stay_together(flag: str) -> None:
    assert pieces(f"{flag}{flag}") == [flag, flag]


@pytest.mark.parametrize(
    ("signs", "kind"),
    [("\u30fa\u30ff\u31ff\u32fe\u3357\uff9d", "K"), ("\u02c5\u02ff\ua721\u24e9", "A"), ("\u05f2\ufb28\ufb4f", "H"),
     ("\u3007\u3400\u4dbf\u4e00\u9fff", "U")],
)  # fmt: skip
def test_the_first_and_last_letters_of_a_script(signs: str, kind: str) -> None:
    assert {word_class(sign) for sign in signs} == {kind}


@pytest.mark.parametrize(("sign", "kind"), [("🏻", "X"), ("🏿", "X"), ("🏺", "O"), ("🐀", "O"), ("🇦", "R"), ("🇿", "R")])
def test_the_classes_of_signs_at_the_edge_of_a_range(sign: str, kind: str) -> None:
    assert word_class(sign) == kind
