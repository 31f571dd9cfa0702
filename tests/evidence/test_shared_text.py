"""Shared text: what is found, what raises no alarm, on the stored articles and on invented ones about other matters."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.folding import fold
from generator.evidence.shared_text import FEWEST, RUN, Piece, SharedText, quoted, shared_text

SEEDS = {f"s{n}": path.read_text("utf-8") for n, path in enumerate(sorted(Path("seeds").glob("*.txt")))}

# One event, told four times. The first two rewrite one text; the others were written apart from it, with the same
# facts, names, offices and set phrases at hand, and quote the same speech.
FIRST = """Ferry crash leaves harbour closed
A passenger ferry collided with a grain freighter outside the port of Marren on Thursday, 9 May, injuring 14 people, \
the harbour authority said. The collision tore a hole several metres long above the waterline, but the vessel stayed \
upright and was towed back to its berth under its own escort of tugs.
“We saw the lights far too late to do anything about it, and nobody on the bridge answered us,” Captain Ilse Brandvold \
told a crowd at the quay. Harbour Minister Tomas Weyland said on Friday that divers would examine the hull before the \
ferry sails again. It is the second accident involving a freighter in the narrow channel within a year."""
REWRITE = """MARREN (Post) - Fourteen people were hurt on Thursday when a ferry and a freighter ran into each other. \
The impact tore a hole several metres long above the waterline, yet the boat stayed upright and was towed back to its \
berth. Captain Ilse Brandvold told reporters: "We saw the lights far too late to do anything about it, and nobody on \
the bridge answered us."
According to Harbour Minister Tomas Weyland, the ferry may leave port only when divers have seen the hull. This was \
the second accident involving a freighter in the narrow channel in the past twelve months."""
APART = """Questions after Marren collision
Harbour Minister Tomas Weyland said on Friday that the government wants answers after Thursday's crash, in which a \
passenger ferry and a freighter carrying grain hit one another near the port of Marren on Thursday, 9 May. Of the 212 \
passengers, 14 were treated for cuts and bruises, according to the harbour authority.
Speaking at the quay, Captain Ilse Brandvold said: «We saw the lights far too late to do anything about it, and \
nobody on the bridge answered us.» The damage lies well above the water. Tugs brought the ferry in. Divers have been \
called. Last autumn another cargo ship ran aground where the channel is at its most narrow."""
ALSO_APART = """Fourteen people are in hospital tonight after the Marren ferry was struck by a freighter. The harbour \
authority said on Thursday evening that nobody is in danger. Harbour Minister Tomas Weyland said on Friday that an \
inquiry has been opened and that pilots may become compulsory for ships of more than 90 metres.
'We saw the lights far too late to do anything about it, and nobody on the bridge answered us', said Captain Ilse \
Brandvold. Fishermen who watched from the mole say the freighter didn't sound its horn. A gash runs along the side of \
the ferry, whose owners expect repairs to take until the end of June."""
EVENT = {"first": FIRST, "rewrite": REWRITE, "apart": APART, "also-apart": ALSO_APART}


def found(texts: dict[str, str]) -> dict[tuple[str, str], SharedText]:
    pieces = [Piece(name, None, fold(text)) for name, text in texts.items()]
    return {(item.one[0], item.other[0]): item for item in shared_text(pieces)}


def passages(item: SharedText, texts: dict[str, str]) -> list[tuple[str, str]]:
    one, other = texts[item.one[0]], texts[item.other[0]]
    return [(one[slice(*passage.one)], other[slice(*passage.other)]) for passage in item.passages]


def test_the_two_stored_articles_that_share_their_text_are_found_and_no_others() -> None:
    pairs = found(SEEDS)
    assert list(pairs) == [("s1", "s4")]
    item = pairs["s1", "s4"]
    assert item.runs == 11
    assert item.share == pytest.approx(0.04, abs=0.001)
    assert [one for one, _ in passages(item, SEEDS)] == [
        "prisoner of war exchange involving young",
        "number of prisoners exchanged on Monday",
        "an equal number of military personnel",
        "are currently in Belarus, a close ally",
        "where they are receiving psychological and medical",
    ]


def test_a_rewrite_is_found_and_articles_on_the_same_event_are_not() -> None:
    pairs = found(EVENT)
    assert list(pairs) == [("first", "rewrite")]
    assert passages(pairs["first", "rewrite"], EVENT) == [
        (words, words)
        for words in (
            "tore a hole several metres long above the waterline",
            "stayed upright and was towed back to its berth",
            "the second accident involving a freighter in the narrow channel",
        )
    ]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "„{}“", "'{}'", "‘{}’"])
def test_a_remark_quoted_by_both_is_not_their_writing(marks: str) -> None:
    remark = "the mayor's plan leaves every older street without a single working lamp until the autumn "
    remark += "comes, or even much longer"
    texts = {
        "one": f"Speaking at the fair, she argued that {marks.format(remark)}. Then she left.",
        "other": f"{marks.format(remark)} were her words, says a visitor.",
    }
    assert found(texts) == {}
    bare = {name: text.replace(marks.format(remark), remark) for name, text in texts.items()}
    assert len(found(bare)) == 1


def test_a_remark_that_goes_on_in_the_next_paragraph_is_quoted_whole() -> None:
    text = 'He said:\n“First the lamps must be mended.\n“Then the old road,” he said. It’s odd.\n"Open end\nAfter.'
    spans = quoted(fold(text))
    assert [fold(text).text[slice(*span)] for span in spans] == [
        '"First the lamps must be mended.', '"Then the old road,"', '"Open end'
    ]  # fmt: skip


def test_inches_and_apostrophes_open_no_quotation() -> None:
    assert quoted(fold("a 5\" pipe of the workers' club, its '90s roof and the board's plan")) == []


def test_names_titles_offices_and_dates_are_not_taken_for_writing() -> None:
    stock = (
        "Ukrainian Deputy Prime Minister Olha Kovalenko said on Monday, 3 June 2024, in Kyiv that the",
        "according to the Ministry of Foreign Affairs of the Kingdom of Norway in Oslo on 5 May",
        "all of them under the age of 25, of at least 1,200 men from each of the two",
    )
    texts = {
        "one": f"{stock[0]} bridge opens. It was built, {stock[1]}, by soldiers. They were {stock[2]} towns.",
        "other": f"When {stock[0]} budget fell. Nobody came, {stock[1]}, to look. Prisoners, {stock[2]} sides, wait.",
    }
    assert found(texts) == {}


def test_grammar_and_reporting_are_not_taken_for_writing() -> None:
    stock = ("that they were also told about what would have been", "which said that these were only some of those")
    texts = {"one": f"{stock[0]} bought. Bread, {stock[1]} left.", "other": f"{stock[0]} sold. Salt, {stock[1]} gone."}
    assert found(texts) == {}


def test_a_passage_ends_where_a_quotation_begins() -> None:
    both = (
        'rusty wooden carts rolled slowly past quiet houses "of old" while tired bakers mended broken ovens',
        "rusty wooden carts rolled slowly past quiet houses",
        "while tired bakers mended broken ovens",
    )
    texts = {"one": f"{both[0]} one", "other": f"{both[0]} other"}
    (item,) = found(texts).values()
    assert [one for one, _ in passages(item, texts)] == list(both[1:])


def test_one_phrase_is_no_alarm_but_one_long_passage_is() -> None:
    phrase = "the largest exchange of captured soldiers since the beginning of this long war between both neighbours"
    long = f"{phrase}, which started when the frontier was closed"
    assert found({"one": f"This was {phrase}.", "other": f"Officials call it {phrase} today."}) == {}
    (item,) = found({"one": f"This was {long}.", "other": f"Officials call it {long} today."}).values()
    assert len(item.passages) == 1
    assert item.passages[0].words >= 20


def test_long_texts_may_share_more_by_chance() -> None:
    shared = ["quickly mended every broken lamp along", "carried seven wooden crates across muddy fields",
              "nobody remembered where those keys hung"]  # fmt: skip
    filler = {name: " ".join(f"{name}word{_letters(n)}" for n in range(900)) for name in ("one", "other")}
    short = {name: f"{name}. " + f" {name}end. ".join(shared) for name in filler}
    assert len(found(short)) == 1
    assert found({name: f"{short[name]} {filler[name]}" for name in filler}) == {}


def test_words_right_behind_a_quotation_mark_are_writing_again() -> None:
    words = "tired bakers quickly mended every broken oven before winter guests came along muddy roads carrying seven "
    words += "wooden crates with bread"
    assert len(words.split()) == 20
    texts = {"one": f"“Yes.”{words}. Then", "other": f"Officials say {words} today."}
    (item,) = found(texts).values()
    assert item.passages[0].words == 20


def test_case_typography_line_breaks_and_punctuation_do_not_matter() -> None:
    one = (
        "The old harbour–crane, broken since winter, was quietly sold for scrap in May. Nobody’s complaint stopped "
        "them, loud as it was."
    )
    other = (
        "THE old   harbour-crane broken\nsince winter was quietly sold; for scrap in MAY Nobody's complaint stopped "
        "them loud as it was"
    )
    texts = {"one": f"First. {one}", "other": f"{other} - so it goes"}
    (item,) = found(texts).values()
    assert item.passages[0].words == 22
    assert passages(item, texts) == [(one.rstrip("."), other)]


def test_skipped_stretches_are_not_compared_and_break_a_run() -> None:
    texts = {"one": FIRST, "other": FIRST}
    assert len(found(texts)) == 1
    begin, end = 0, len(FIRST)
    assert shared_text([Piece("one", None, fold(FIRST), ((begin, end),)), Piece("other", None, fold(FIRST))]) == ()
    cut = FIRST.index("tore a hole")
    (item,) = shared_text([Piece("one", None, fold(FIRST), ((cut, cut + 4),)), Piece("other", None, fold(FIRST))])
    assert not any(passage.one[0] <= cut < passage.one[1] for passage in item.passages)


def test_pieces_of_one_source_are_not_held_against_each_other() -> None:
    text = fold(FIRST)
    assert shared_text([Piece("one", None, text), Piece("one", 0, text)]) == ()
    (item,) = shared_text([Piece("one", 0, text), Piece("other", None, text)])
    assert (item.one, item.other) == (("one", 0), ("other", None))


def test_three_copies_give_three_pairs() -> None:
    assert list(found(dict.fromkeys("abc", FIRST))) == list(combinations("abc", 2))


WORD = st.sampled_from(["lamps", "broken", "harbour", "quietly", "mended", "ferry", "The", "of", "Marren", "12", "a"])


@settings(max_examples=60)
@given(st.lists(WORD, max_size=60), st.lists(WORD, max_size=60), st.lists(WORD, min_size=20, max_size=30))
def test_passages_are_the_same_words_and_cannot_be_longer(one: list[str], other: list[str], both: list[str]) -> None:
    texts = {"one": " ".join([*one, *both, *one]), "other": " ".join([*other, *both])}
    mirrored = found({"other": texts["other"], "one": texts["one"]})
    pairs = found(texts)
    assert {frozenset(pair) for pair in pairs} == {frozenset(pair) for pair in mirrored}
    for item in pairs.values():
        assert item.runs >= FEWEST
        assert 0 < item.share <= 1
        for passage, (first, second) in zip(item.passages, passages(item, texts), strict=True):
            assert first.casefold() == second.casefold()
            assert len(first.split()) == passage.words >= RUN
            around = [(_next(texts[name], span), _before(texts[name], span))
                      for name, span in (("one", passage.one), ("other", passage.other))]  # fmt: skip
            for mine, its in zip(*around, strict=True):
                assert mine.casefold() != its.casefold() or not mine


def test_one_copy_is_found_among_many_texts() -> None:
    texts = {f"t{n}": fold(" ".join(_letters(n * 600 + k) for k in range(600))) for n in range(120)}
    texts["copy"] = texts["t7"]
    (item,) = shared_text(Piece(name, None, text) for name, text in texts.items())
    assert (item.one[0], item.other[0]) == ("t7", "copy")
    assert item.passages[0].words == 600


def _letters(number: int) -> str:
    return "w" + "".join(chr(97 + int(digit)) for digit in f"{number:06d}")


def _next(text: str, span: tuple[int, int]) -> str:
    return next(iter(text[span[1] :].split()), "")


def _before(text: str, span: tuple[int, int]) -> str:
    return next(reversed(text[: span[0]].split()), "")
