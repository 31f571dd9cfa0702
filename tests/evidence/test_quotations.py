"""The proof of quotations: every true cut is proven, no near miss is, and a refusal says what to do."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.evidence.folding import Folded, fold
from generator.evidence.quotations import Proof, Refusal, occurrences, prove
from generator.evidence.refusals import shown
from generator.problem_codes import CODES

SEEDS = [fold(path.read_text("utf-8")) for path in sorted(Path("seeds").glob("*.txt"))]
WORLD = [
    fold("Сторони домовилися про обмін 1\u00a0200 полонених — «усіх на всіх». Це сталося 2\u00a0червня; п’ять днів."),
    fold("اتفق الطرفان على تبادل ١٬٢٠٠ أسير. قال المتحدث إن التبادل سيبدأ يوم الاثنين، ثم يستمر أياما."),
    fold("双方同意交换一千二百名战俘。释放将于6月9日开始，分几个阶段进行。"),
    fold("ทั้งสองฝ่ายตกลงแลกเปลี่ยนนักโทษ 1,200 คน ต่อฝ่าย"),
    fold("Families 👨\u200d👩\u200d👧 waved 🇺🇦🇫🇷 flags 👍🏽 and cafe\u0301s stayed open — “all night”."),
]
TEXTS = st.sampled_from([*SEEDS, *WORLD])


@st.composite
def cuts(draw: st.DrawFn, least: int = 1, most: int = 160) -> tuple[Folded, int, int]:
    """Draw a text and a cut of it between boundaries, without white space at its ends, as folded positions."""
    text = draw(TEXTS)
    edges = [at for at in range(len(text.text) + 1) if text.breaks(at)]
    starts = [at for at in edges if at < len(text.text) and text.text[at] != " "]
    start = draw(st.sampled_from(starts))
    ends = [at for at in edges if start + least <= at <= start + most and text.text[at - 1] != " "]
    assume(ends)
    end = draw(st.sampled_from(ends))
    assume(not (text.text[start] == "-" and text.text[start - 1 : start].isalnum() and start + 1 < end))
    assume(text.text[start:end].replace("[...]", "").strip())
    return text, start, end


def times(text: Folded, words: str) -> int:
    return len(occurrences(text, words))


def told(refusal: Proof | Refusal) -> str:
    assert isinstance(refusal, Refusal), refusal
    assert refusal.code in CODES
    assert "\n" not in refusal.message
    assert all("\n" not in line for line in refusal.details)
    return refusal.code


@given(cuts())
@settings(max_examples=300, deadline=None)
def test_every_true_cut_is_proven(cut: tuple[Folded, int, int]) -> None:
    text, start, end = cut
    first, last = text.span(start, end)
    exact = text.original[first:last]
    proof = prove(text, exact)
    if times(text, exact) > 1:
        assert told(proof) == "quotation-not-unique"
        proof = prove(text, exact, prefix=text.original[:first], suffix=text.original[last:])
    assert proof == Proof(((first, last),), exact)
    assert proof.hull == (first, last)


VARIANTS: list[Callable[[str], str]] = [
    lambda s: s.translate(str.maketrans("“”«»", '""""')),
    lambda s: s.replace('"', "„").replace("“", "»").replace("«", "”"),
    lambda s: s.replace("’", "'").replace("‘", "'"),
    lambda s: s.replace("'", "’"),
    lambda s: s.replace("-", "–").replace("—", "-"),
    lambda s: s.replace("-", "\u2011").replace("—", "−"),
    lambda s: s.replace(" ", "\u00a0"),
    lambda s: s.replace(" ", "\n"),
    lambda s: s.replace(" ", " \t\u2009"),
    lambda s: unicodedata.normalize("NFD", s),
    "\u00ad".join,
    lambda s: "\u200b" + s.replace(" ", "\u2060 ") + "\ufeff",
    lambda s: f"  {s}\n",
]


@given(cuts(least=12), st.sampled_from(VARIANTS))
@settings(max_examples=300, deadline=None)
def test_typography_raises_no_alarm(cut: tuple[Folded, int, int], variant: Callable[[str], str]) -> None:
    text, start, end = cut
    first, last = text.span(start, end)
    exact = text.original[first:last]
    assume(times(text, exact) == 1)
    assert prove(text, variant(exact)) == Proof(((first, last),), exact)


@given(cuts(least=12), st.sampled_from(VARIANTS))
@settings(max_examples=200, deadline=None)
def test_typography_of_the_source_raises_no_alarm(cut: tuple[Folded, int, int], variant: Callable[[str], str]) -> None:
    text, start, end = cut
    exact = text.original[slice(*text.span(start, end))]
    assume(times(text, exact) == 1)
    assume("'" not in variant("’") or "'" not in exact)
    other = fold(variant(text.original))
    found = other.text.find(text.text[start:end])
    assume(other.breaks(found) and other.breaks(found + end - start))  # a line break may part the groups of a number
    proof = prove(other, exact)
    assert isinstance(proof, Proof)
    assert fold(proof.exact).text.strip() == text.text[start:end]
    assert proof.exact == other.original[slice(*proof.hull)]


@given(cuts(least=8), st.data())
@settings(max_examples=300, deadline=None)
def test_a_changed_sign_is_refused(cut: tuple[Folded, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    exact = text.text[start:end]
    at = data.draw(st.integers(0, len(exact) - 1))
    old = exact[at]
    new = {True: str((ord(old) + 1) % 10), False: old.swapcase() if old.isalpha() else ";"}[old.isdecimal()]
    if new == old:
        new = "Ω"
    changed = exact[:at] + new + exact[at + 1 :]
    assume(changed not in text.text)
    assert told(prove(text, changed)) in {"quotation-not-found", "inserted-words"}


@given(cuts(least=30), st.data())
@settings(max_examples=200, deadline=None)
def test_a_changed_or_moved_word_is_refused(cut: tuple[Folded, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    split = text.text[start:end].split(" ")
    assume(len(split) > 2)
    at, other = (data.draw(st.integers(0, len(split) - 1)) for _ in range(2))
    if data.draw(st.booleans()):
        split[at], split[other] = split[other], split[at]
    else:
        split[at] = "otherwise"
    changed = " ".join(split)
    assume(changed not in text.text)
    assert told(prove(text, changed)) in {"quotation-not-found", "inserted-words"}


@given(cuts(least=40, most=300), st.data())
@settings(max_examples=200, deadline=None)
def test_an_omission_is_proven_in_order_only(cut: tuple[Folded, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    assume("\n" not in text.plain[start:end])
    assume("[" not in text.text[start:end])
    edges = [at for at in range(start + 1, end) if text.breaks(at)]
    inner = [at for at in edges if text.text[at - 1] != " "]
    assume(inner)
    one = data.draw(st.sampled_from(inner))
    outer = [at for at in edges if at > one + 3 and text.text[at] != " "]
    assume(outer)
    two = data.draw(st.sampled_from(outer))
    parts = text.text[start:one], text.text[two:end]
    assume(times(text, parts[0]) == times(text, parts[1]) == 1)
    proof = prove(text, f"{parts[0]} [...] {parts[1]}")
    spans = text.span(start, one), text.span(two, end)
    stored = " [...] ".join(text.original[slice(*span)] for span in spans)
    assert proof == Proof(spans, stored)
    assert proof == prove(text, f"{parts[0]} […] {parts[1]}")
    assert told(prove(text, f"{parts[1]} [...] {parts[0]}")) == "omission-out-of-order"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("11,000 men", "1,000"), ("1,000 men", "000"), ("1,000 men", "1"), ("it was 3.5", "5"), ("it was 3.5", "3"),
        ("at -5 C", "5"), ("at −5 C", "5"), ("some 5% of", "5"), ("some 5 % of", "5"), ("some 1 200 men", "200"),
        ("some 1\u00a0200 men", "200 men"), ("paid $5", "5"), ("paid 5 €", "5"), ("paid ₴200", "200"),
        ("under-25 men", "-25"), ("aged 18-25", "-25"), ("1’200 men", "200"),
        ("Clinton's dog", "Clinton"), ("Clinton’s dog", "Clinton"), ("I can't", "can"), ("prisoners", "prison"),
        ("cafe\u0301", "cafe"), ("q\u0307\u0323", "q"), ("q\u0307\u0323", "q\u0323"), ("각\u11a8", "각"),
        ("👨\u200d👩", "👨"), ("🇺🇦", "🇺"), ("👍🏽", "👍"), ("一千\u0301", "一千"),
        ("x […] y", "x [.."),
    ],
)  # fmt: skip
def test_words_and_numbers_are_whole(text: str, words: str) -> None:
    assert told(prove(fold(text), words)) == "quotation-not-found"
    assert occurrences(fold(text), words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("under-25 men", "25"), ("aged 18-25", "18"), ("aged 18-25", "25"), ("in 2025 300 men", "300 men"),
        ("in 2025 300 men", "2025"), ("— 5 men", "5 men"), ("at -5 C", "-5"), ("some 5% of", "5%"), ("paid $5", "$5"),
        ("some 1\u202f200 men", "1 200"), ("我们同意交换", "同意"), ("ขอบคุณมาก", "คุณ"), ("word.", "word"),
        ("‘word’", "word"), ("on June 2\n640 names", "June 2 640 names"), ("men —5 of them", "-5 of them"),
    ],
)  # fmt: skip
def test_whole_words_and_numbers_are_proven(text: str, words: str) -> None:
    assert isinstance(prove(fold(text), words), Proof)


def test_single_and_double_quotation_marks_stay_apart() -> None:
    assert told(prove(fold("he said “yes” twice"), "said ‘yes’ twice")) == "quotation-not-found"


def test_spaces_round_dashes_are_kept() -> None:
    assert told(prove(fold("one — two"), "one—two")) == "quotation-not-found"


LINES = fold("The red fox ran. The red hen sat.\nA blue fox sat, and a blue hen ran [sic] home [...] at last.")


@pytest.mark.parametrize(
    ("exact", "code"),
    [
        ("The red", "quotation-not-unique"),
        ("the red fox", "quotation-not-found"),
        ("The red fox ran!", "quotation-not-found"),
        ("The red hen sat. [...] The red fox", "omission-out-of-order"),
        ("red fox ran [...] blue fox", "omission-across-paragraphs"),
        ("sat. A blue [...] home", "omission-across-paragraphs"),
        ("blue hen [...] The red hen", "omission-across-paragraphs"),
        ("red [...] sat", "omission-ambiguous"),
        ("The red fox [...] green", "quotation-not-found"),
        ("red fox [...] ran.", "quotation-not-found"),
        ("The red fox ran [...] ran", "omission-across-paragraphs"),
        ("The [quick] red fox", "inserted-words"),
        ("The [grey] fox ran", "inserted-words"),
        ("[T]he red fox", "inserted-words"),
        ("The red [sic] fox", "inserted-words"),
        ("The red fox [ ... ] sat", "inserted-words"),
        ("The red fox ... sat", "quotation-not-found"),
        ("nowhere at all is this written", "quotation-not-found"),
        ("", "empty-quotation"),
        (" \u200b\n", "empty-quotation"),
        ("[...] […]", "empty-quotation"),
    ],
)
def test_refusals(exact: str, code: str) -> None:
    assert told(prove(LINES, exact)) == code


@pytest.mark.parametrize(
    ("exact", "stored"),
    [
        ("ran. The red hen", "ran. The red hen"),
        ("hen sat. A blue", "hen sat.\nA blue"),
        ("blue hen ran [sic] home", "blue hen ran [sic] home"),
        ("home […] at last", "home [...] at last"),
        ("[...] red fox ran [...]", "red fox ran"),
        ("blue fox [...] ran [sic] home", "blue fox [...] ran [sic] home"),
        ("blue fox [...] home [...] at last", "blue fox [...] home [...] at last"),
        ("The red fox [...] hen", "The red fox [...] hen"),
    ],
)
def test_proofs(exact: str, stored: str) -> None:
    proof = prove(LINES, exact)
    assert isinstance(proof, Proof)
    assert proof.exact == stored
    assert " [...] ".join(LINES.original[start:end] for start, end in proof.spans) == stored


def test_a_mark_that_stands_in_the_text_is_text() -> None:
    proof = prove(LINES, "blue fox [...] home [...] at last")
    assert isinstance(proof, Proof)
    assert len(proof.spans) == 2


def test_a_prefix_or_suffix_settles_which() -> None:
    assert prove(LINES, "The red", prefix="ran.") == Proof(((17, 24),), "The red")
    assert prove(LINES, "The red", suffix="fox") == Proof(((0, 7),), "The red")
    assert prove(LINES, "The red", prefix="ran.", suffix="hen") == Proof(((17, 24),), "The red")
    assert prove(LINES, "A blue", prefix=" hen\u00a0sat.") == Proof(((34, 40),), "A blue")
    assert prove(LINES, "red fox", prefix=" ", suffix="") == prove(LINES, "red fox")


def test_a_prefix_or_suffix_settles_an_omission() -> None:
    text = fold("a red fox, a red hen, a red cow ran; the cow ran.")
    assert told(prove(text, "red [...] ran")) == "omission-ambiguous"
    proof = prove(text, "red [...] ran", suffix="; the", prefix="hen, a")
    assert isinstance(proof, Proof)
    assert proof.spans == ((24, 27), (32, 35))
    assert told(prove(text, "red fox [...] cow ran", prefix="the")) == "prefix-not-found"
    assert told(prove(text, "red fox [...] cow ran", suffix="home")) == "suffix-not-found"


@pytest.mark.parametrize("exact", ["red fox", "The red"])
def test_a_prefix_or_suffix_must_stand_there(exact: str) -> None:
    assert told(prove(LINES, exact, prefix="Some")) == "prefix-not-found"
    assert told(prove(LINES, exact, suffix="walked")) == "suffix-not-found"
    assert told(prove(LINES, exact, prefix="he")) == "prefix-not-found"  # a part of a word
    assert told(prove(fold("1,000 men"), "men", prefix="000")) == "prefix-not-found"
    assert told(prove(fold("men 1,000"), "men", suffix="1")) == "suffix-not-found"


def test_overlapping_places_count() -> None:
    assert occurrences(fold("ha ha ha"), "ha ha") == [(0, 5), (3, 8)]
    assert told(prove(fold("ha ha ha"), "ha ha")) == "quotation-not-unique"


def test_parts_of_an_omission_do_not_overlap() -> None:
    assert told(prove(fold("one two three"), "one two [...] two three")) == "omission-out-of-order"


def said(exact: str, text: Folded = LINES, **context: str) -> str:
    refusal = prove(text, exact, **context)
    assert isinstance(refusal, Refusal)
    return "\n".join((refusal.message, *refusal.details))


def test_a_near_miss_shows_the_passage_and_the_words() -> None:
    lines = said("A blue fox stood, and a blue hen").splitlines()
    assert lines[0].startswith('"A blue fox stood, and a blue hen" does not stand in the source text; ')
    assert lines[1] == 'nearest passage, line 2, column 1: "A blue fox sat, and a blue hen"'
    assert lines[2] == 'you wrote "stood,", the source has "sat,"'


def test_messages_name_the_reason() -> None:
    assert 'inside the longer number "11,000"' in said("1,000", fold("had 11,000 men"))
    assert 'inside the longer word "hens"' in said("hen", fold("two hens"))
    assert 'inside the longer sign "👍🏽"' in said("👍", fold("a 👍🏽"))
    assert "is no minus sign" in said("-25", fold("under-25"))
    assert "differs from the source in capitals" in said("a blue FOX")
    assert "nor anything like it" in said("nowhere at all is this written")
    assert 'an omission is written "[...]"' in said("The red fox … sat")
    assert 'write "[...]" for an omission' in said("The red fox [ ... ] sat")
    assert 'remove "[quick]"' in said("The [quick] red fox")
    assert "nothing is left out" in said("red fox [...] ran.")


def test_a_passage_that_stands_twice_names_places_and_what_settles_them() -> None:
    lines = said("The red").splitlines()
    assert lines[0].startswith('"The red" stands in the source twice; add prefix: or suffix:')
    assert lines[1].startswith("line 1, column 1: >>The red<< fox")
    assert lines[1].endswith('(suffix: "fox")')
    assert lines[2].startswith("line 1, column 18: ")
    assert lines[2].endswith('(prefix: "ran.")')
    assert "and 4 more" in said("x", fold("x. " * 9))


@pytest.mark.parametrize("text", SEEDS)
def test_what_is_said_to_settle_does(text: Folded) -> None:
    words = sorted({word for word in text.text.split(" ") if 1 < len(occurrences(text, word)) <= 5})
    assert len(words) > 20
    for exact in words:
        refusal = prove(text, exact)
        assert told(refusal) == "quotation-not-unique"
        assert isinstance(refusal, Refusal)
        for line in refusal.details:
            settling = re.search(r' \((prefix|suffix): "([^…]*)"\)$', line)
            if settling is None:
                continue  # none is short enough
            before, after = (settling[2] if settling[1] == side else None for side in ("prefix", "suffix"))
            proof = prove(text, exact, prefix=before, suffix=after)
            assert isinstance(proof, Proof), line
            assert line.startswith("line {}, column {}: ".format(*text.place(proof.spans[0][0])))


def test_long_words_are_shortened() -> None:
    refusal = prove(LINES, "The red fox ran very " * 50)
    assert isinstance(refusal, Refusal)
    assert len(refusal.message) < 220


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("a " * 50_000, "a"),
        ("a " * 50_000, " [...] ".join("a" * 300)),
        ("a " * 50_000, " [...] ".join("a" * 300) + " [...] b"),
        ("a" * 50_000, "a" * 20_000),
        ("🇺🇦" * 30_000, "🇺🇦"),
        ("111 " * 50_000, "111"),
        ("b a\n" * 20_000, "a [...] b"),
        ("\u200b " * 50_000 + "x", "y"),
        ("[a] " * 20_000, "[b] " * 2_000),
    ],
)
def test_time_is_bounded(text: str, exact: str) -> None:
    began = time.perf_counter()
    assert isinstance(prove(fold(text), exact), Refusal)
    assert time.perf_counter() - began < 5


def test_a_bracket_of_the_text_may_begin_a_quotation_with_an_omission() -> None:
    text = fold('[1] Note: "The bridge closed in May after long talks." (Source: Note)')
    proof = prove(text, '[1] Note: "The bridge [...] after long talks."')
    assert isinstance(proof, Proof)
    assert proof.exact == '[1] Note: "The bridge [...] after long talks."'


@pytest.mark.parametrize("before", range(30, 140, 1))
def test_words_are_never_cut_inside_a_mark_of_omission(before: int) -> None:
    cut = shown(f"{'x' * before} [...] {'y' * 60}")
    assert cut.count("[") == cut.count("]") == cut.count("[...]")


def test_context_settles_where_the_first_and_the_last_of_three_parts_stand() -> None:
    text = fold("First alpha, then beta, then gamma one. Later alpha, then beta, then gamma two.")
    quotation = "alpha […] beta […] gamma"
    assert isinstance(prove(text, quotation), Refusal)
    first = prove(text, quotation, prefix="First", suffix="one.")
    later = prove(text, quotation, prefix="Later", suffix="two.")
    assert isinstance(first, Proof)
    assert isinstance(later, Proof)
    assert [text.original[start : start + 5] for start, _ in later.spans] == ["alpha", "beta,", "gamma"]
    half = text.original.index("Later")
    assert all(end < half for _, end in first.spans)
    assert all(start > half for start, _ in later.spans)
