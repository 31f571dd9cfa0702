"""Context of passages: short, contiguous, in one paragraph, and never a word that is not published anyway."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.context import LONGEST, Context, Surroundings
from generator.evidence.coverage import merged, published_share
from generator.evidence.folding import fold
from generator.evidence.quotations import Proof, prove
from generator.evidence.sentences import words

Span = tuple[int, int]
TEXT = "The ferry left at ten. It was full, she said, and the next would follow. Then the rain came.\nNobody waited."


def of(text: str, quoted: str, *published: str, withheld: tuple[str, ...] = (), longest: int = LONGEST) -> list[str]:
    """Give what stands before and after a quotation, with `…` where the paragraph goes on."""
    proof = prove(fold(text), quoted)
    assert isinstance(proof, Proof)
    spans = [(text.index(words_), text.index(words_) + len(words_)) for words_ in published]
    hidden = [(text.index(words_), text.index(words_) + len(words_)) for words_ in withheld]
    surroundings = Surroundings(fold(text), published=[*spans, proof.hull], withheld=hidden)
    found = surroundings.context(proof.hull, longest=longest)
    before, after = text[slice(*found.before)], text[slice(*found.after)]
    return [f"{'…' * found.more_before}{before}", f"{after}{'…' * found.more_after}"]


def test_words_that_others_publish_are_context_and_the_paragraph_ends_it() -> None:
    assert of(TEXT, "It was full", TEXT) == [
        "The ferry left at ten. ",
        ", she said, and the next would follow. Then the rain came.",
    ]
    assert of(TEXT, "Then the rain came.", TEXT)[1] == ""
    assert of(TEXT, "Nobody waited.", TEXT) == ["", ""]


def test_words_that_nobody_publishes_are_no_context() -> None:
    assert of(TEXT, "It was full") == ["…", "…"]
    assert of(TEXT, "It was full", "left at ten.", "she said") == ["…left at ten. ", ", she said,…"]
    assert of(TEXT, "It was full", "The ferry left at") == ["…", "…"]


def test_withheld_words_are_no_context_even_where_they_are_published() -> None:
    assert of(TEXT, "It was full", TEXT, withheld=("she said",)) == ["The ferry left at ten. ", "…"]
    assert of(TEXT, "It was full", TEXT, withheld=("ferry left",))[0] == "…at ten. "


def test_context_ends_at_signs_that_are_withheld() -> None:
    assert of("a ( b c", "c", "a ( b c", withheld=("(",)) == ["…b ", ""]
    assert of("c a ( b", "c", "c a ( b", withheld=("(",)) == ["", " a…"]


def test_no_more_than_fifteen_words_stand_on_a_side() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    before, after = of(text, "word30", text)
    assert before.split() == ["…word15", *(f"word{number}" for number in range(16, 30))]
    assert after.split() == [*(f"word{number}" for number in range(31, 45)), "word45…"]


@pytest.mark.parametrize(
    ("text", "quoted", "published", "expected"),
    [
        ("a so-called deal was made", "deal", ("called deal",), ["…", "…"]),
        ("a so-called deal was made", "deal", ("so-called deal",), ["…so-called ", "…"]),
        ("over 1 200 men came", "men", ("200 men",), ["…", "…"]),
        ("said “she left.” Then he", "she left", ("said", "Then"), ["said “", ".” Then…"]),
        ("Clinton’s plan", "plan", ("Clinton",), ["…", ""]),
        ("He (said she) left (with (him)).", "left", ("said she", "with"), ["…(said she) ", " (with…"]),
        ("a (b (c d", "d", ("c",), ["…(c ", ""]),
        ("‘’b d", "d", ("b",), ["‘’b ", ""]),
    ],
)  # fmt: skip
def test_context_is_cut_at_whole_words_and_numbers(
    text: str, quoted: str, published: tuple[str, ...], expected: list[str]
) -> None:
    assert of(text, quoted, *published) == expected


PIECES = st.sampled_from(
    ["one", "two", "three", "so-called", "1,200", "1 200", "5%", "O’Neil’s", "état", "ні", "人口", "“quoted”", "(x)",
     ",", ".", "—", "\n", "\r\n", "\u00a0", "\u00ad", "e\u0301", "👩\u200d🚀", "$5", "[…]"]
)  # fmt: skip


@st.composite
def settings_of_passages(draw: st.DrawFn) -> tuple[str, Span, list[Span], list[Span]]:
    text = "".join(
        piece + draw(st.sampled_from([" ", " ", ""])) for piece in draw(st.lists(PIECES, min_size=1, max_size=60))
    )
    folded = fold(text)
    cuts = [at for at in range(len(folded.text) + 1) if folded.breaks(at)]

    def span() -> Span:
        one, other = sorted(draw(st.tuples(st.sampled_from(cuts), st.sampled_from(cuts))))
        return folded.span(one, other) if one < other else (0, 0)

    spans = [span() for _ in range(draw(st.integers(0, 5)))]
    return text, span(), spans, [span() for _ in range(draw(st.integers(0, 2)))]


@given(settings_of_passages(), st.integers(0, LONGEST))
def test_context_adds_nothing_and_stands_beside_its_passage(
    drawn: tuple[str, Span, list[Span], list[Span]], longest: int
) -> None:
    text, hull, published, withheld = drawn
    if hull == (0, 0):
        return
    surroundings = Surroundings(fold(text), published=[*published, hull], withheld=withheld)
    found = surroundings.context(hull, longest=longest)
    assert found.before[1] == hull[0]
    assert found.after[0] == hull[1]
    shown = merged([*published, hull])
    for start, end in (found.before, found.after):
        assert 0 <= start <= end <= len(text)
        assert not re.search("[\n\r]", text[start:end])
        assert len(words(text[start:end])) <= longest
        touched = [word for word in words(text) if word[0] < end and start < word[1]]
        within = [any(first <= word[0] and word[1] <= last for first, last in shown) for word in touched]
        assert start == end or all(within)
        assert start == end or not any(first < end and start < last for first, last in withheld if first < last)
    assert cut_nothing(text, found)
    assert published_share(text, shown) == published_share(text, [*shown, found.before, found.after])


def cut_nothing(text: str, found: Context) -> bool:
    """Say whether the outer ends of the context stand at word boundaries, looked at one by one."""
    folded = fold(text)
    inner = {folded.starts[at] for at in range(len(folded.text)) if not folded.breaks(at)}
    return all(start == end or place not in inner for (start, end), place in (
        (found.before, found.before[0]), (found.after, found.after[1]),
    ))  # fmt: skip
