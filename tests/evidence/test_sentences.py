"""Sentences and words of a text, held against Unicode's rules where those are right."""

from __future__ import annotations

import itertools
import pathlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.sentencebreak import sentences as unicode_sentences  # type: ignore[import-untyped]  # an oracle without types

from generator.evidence.sentences import sentences, words

SEEDS = sorted((pathlib.Path(__file__).parents[2] / "seeds").glob("*.txt"))


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met Dr. J. K. Rowling in the U.S. on Jan. 5.", "He left at 5 p.m.", "The day was over."],
        ["They, e.g. Cats, are No. 5 in St. Petersburg.", "No.", "He won 3.5 million."],
        ["He went to the U.S.", "The man stayed."],
        ["It is \u00abalmost every day.\u00bb", "The others left."],
        [
            "\u201cToday\u2019s work has begun.",
            "It will be done soon,\u201d she said.",
            "\u201cWe count on it.\u201d",
            "They left.",
        ],
        ["\u201cReally?\u201d he asked.", "(He left.)", "Then she saw."],
        ["Wait... what?", "Well\u2026", "Yes!"],
        ["Vitamin C.", "It is good."],
        ["1. First item.", "Second item."],
        ["\u0647\u0644 \u0630\u0647\u0628\u062a\u061f", "\u0646\u0639\u0645."],
        ["\u0930\u093e\u092e \u0917\u092f\u093e\u0964", "\u0935\u0939 \u0906\u092f\u093e\u0964"],
        ["-5 degrees.", "Yes."],
        ["He lives in Baker St.", "The shop is near Mt. Anna and Ft. Knox.", "She went up the Mt.", "It was high."],
        ["They came to Ft.", "The rest stayed."],
        ["He joined NATO.", "Next came she."],
        ["See list b.", "Next came she."],
        ["So did I.", "Peter left."],
        ["It was J. Peter who left."],
        ["Well... I think so."],
        ["Well\u2026 I think so."],
        ["He said \"well...\"", "I left."],
        ["Stop!", "I left."],
        ["Is it?", "I think so."],
        ["It was the art.", "The end."],
        ["See Art. 5 and pp. 3 and p. 4 for it.", "See the pp.", "There it is."],
        ["It was said by Ms. The, a cook."],
        ["He came with J.", "The others left."],
        ["It is sold by Inc. Magazine.", "The inc. list is long."],
        ["He left at 5 p.m. Monday.", "The day was over."],
        ["He left (at 5 p.m.) Monday (at 6 p.m.)", "The others stayed."],
        ["He is 5 ft. tall.", "So am I.", "You see."],
        ["a) First item.", "B) Second item."],
        ["iv. First item.", "B. Second item."],
    ],
)
def test_sentences_of_a_line(parts: list[str]) -> None:
    assert read(" ".join(parts)) == parts


def test_scripts_without_spaces() -> None:
    assert read("\u4ed6\u6765\u4e86\u3002\u5979\u8d70\u4e86\uff01") == [
        "\u4ed6\u6765\u4e86\u3002",
        "\u5979\u8d70\u4e86\uff01",
    ]
    assert len(words("\u4ed6\u6765\u4e86")) == 3


def test_a_wide_stop_ends_a_sentence_only_before_something() -> None:
    assert read("\u4ed6\u6765\u4e86\u3002\u5979") == ["\u4ed6\u6765\u4e86\u3002", "\u5979"]
    assert read("\u4ed6\u6765\u4e86\u3002\u20ac 5 a") == ["\u4ed6\u6765\u4e86\u3002", "\u20ac 5 a"]
    assert read("\u4ed6\u6765\u4e86\u3002 \u2014") == ["\u4ed6\u6765\u4e86\u3002 \u2014"]


def test_lines_bullets_and_empty_lines() -> None:
    text = "A title\r\n\r\n\u2022 one\n- two\n* * *\n \u2022 a \u2022 b\u2028[1] a note"
    assert read(text) == ["A title", "one", "two", "a \u2022 b", "[1] a note"]


def test_white_space_at_the_end_of_a_line_is_no_part_of_a_sentence() -> None:
    assert read("one \ntwo  \n \u2022 three\u00a0\t") == ["one", "two", "three"]


def test_words() -> None:
    text = "Clinton\u2019s 1,200 under-25s, at 3.5 \u2014 cafe\u0301."
    assert [text[start:end] for start, end in words(text)] == [
        "Clinton\u2019s", "1,200", "under", "25s", "at", "3.5", "cafe\u0301",
    ]  # fmt: skip


@given(st.text(alphabet="abcABC.!?\u2026 \n\u2022-\u201c\u201d\u00bb\"')(1\u3002\u4e00", max_size=80))
def test_every_word_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    for start, end in words(text):
        assert sum(first <= start and end <= last for first, last in spans) == 1
    for start, end in spans:
        assert any(start <= first and last <= end for first, last in words(text))
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_unicode_agrees_line_by_line(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    theirs = [
        sentence.strip().lstrip("\u2022-\u00a0 ")
        for line in text.splitlines()
        for sentence in unicode_sentences(line)
        if words(sentence)
    ]
    assert read(text) == theirs


def test_speed() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SEEDS)[:4096]
    start = time.perf_counter()
    for _ in range(50):
        sentences(text)
    assert (time.perf_counter() - start) / 50 < 0.005  # 200 texts a second; a hundred times slower than measured


@pytest.mark.parametrize("piece", [".", ". ", '"', "a.", "A. ", "-", "\u2022 ", "\u3002\u300d", "a'", ".\u201d"])
def test_hostile_text_is_quick(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.perf_counter()
    sentences(text)
    words(text)
    assert time.perf_counter() - start < 3
